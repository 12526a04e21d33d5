import { existsSync, writeFileSync } from 'node:fs'
import { run } from '../process/run.mjs'
import { aptCommand } from './debian-packages.mjs'
import { findProgram } from './find-program.mjs'
import { withoutPassword } from './libraries.mjs'
import { inProject } from './project.mjs'
import { step } from './words.mjs'

/**
 * Programs by which tests check what Sheaf writes, and that it reads what others do, and the Debian packages that
 * bring them with what they need. A package with a server starts it where the system starts services: there it
 * is left to who owns the machine.
 */
const programs = {
  mutool: ['mupdf-tools'],
  pdftotext: ['poppler-utils'],
  pdflatex: ['texlive-latex-base', 'texlive-latex-recommended', 'lmodern'],
  bibtex: ['texlive-latex-base'],
  // With BibLaTeX.
  biber: ['biber', 'texlive-bibtex-extra'],
  ...(existsSync('/run/systemd/system') ? {} : { dovecot: ['dovecot-imapd'] })
}
/** Where they cannot be had, they are not asked for again with every command. */
const refused = inProject('node_modules', '.sheaf-test-programs-refused')

/**
 * Programs of others, for tests. Installed where that may be done without asking; that they cannot be had
 * is said, and is no failure: those tests are skipped then.
 */
export const testPrograms = {
  done: () =>
    process.platform !== 'linux' ||
    missing().length === 0 ||
    !findProgram('apt-get') ||
    existsSync(refused),
  make: async () => {
    const packages = missing()
    await step(`Installing programs for tests (${packages.join(' ')})`, async () => {
      const sudo = await withoutPassword()
      const env = { DEBIAN_FRONTEND: 'noninteractive' }
      if (sudo !== undefined)
        await run('sh', ['-c', aptCommand(packages, sudo)], { env, limitSeconds: 900 })
      if (missing().length === 0) return undefined
      writeFileSync(refused, '')
      return `not to be had: tests that need them are skipped; run: ${aptCommand(packages, 'sudo ')}`
    })
  }
}

/** The packages of those that are not here. */
function missing() {
  return [
    ...new Set(
      Object.entries(programs).flatMap(([program, names]) => (findProgram(program) ? [] : names))
    )
  ]
}
