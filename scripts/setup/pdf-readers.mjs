import { existsSync, writeFileSync } from 'node:fs'
import { run } from '../process/run.mjs'
import { aptCommand } from './debian-packages.mjs'
import { findProgram } from './find-program.mjs'
import { withoutPassword } from './libraries.mjs'
import { inProject } from './project.mjs'
import { step } from './words.mjs'

/** Programs that read PDFs, and the Debian packages they are in. */
const programs = { mutool: 'mupdf-tools', pdftotext: 'poppler-utils' }
/** Where they cannot be had, they are not asked for again with every command. */
const refused = inProject('node_modules', '.sheaf-pdf-readers-refused')

/**
 * Other readers of PDFs, by which tests check what Sheaf writes. Installed where that may be done without
 * asking; that they cannot be had is said, and is no failure: those tests are skipped then.
 */
export const pdfReaders = {
  done: () =>
    process.platform !== 'linux' ||
    missing().length === 0 ||
    !findProgram('apt-get') ||
    existsSync(refused),
  make: async () => {
    const packages = missing()
    await step(`Installing PDF readers for tests (${packages.join(' ')})`, async () => {
      const sudo = await withoutPassword()
      const env = { DEBIAN_FRONTEND: 'noninteractive' }
      if (sudo !== undefined)
        await run('sh', ['-c', aptCommand(packages, sudo)], { env, limitSeconds: 600 })
      if (missing().length === 0) return undefined
      writeFileSync(refused, '')
      return `not to be had: tests that need them are skipped; run: ${aptCommand(packages, 'sudo ')}`
    })
  }
}

function missing() {
  return Object.entries(programs).flatMap(([program, name]) => (findProgram(program) ? [] : [name]))
}
