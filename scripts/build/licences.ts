import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** A package that is a part of Sheaf, as `src/shared/model/about.ts` has it. */
export interface Licence {
  name: string
  version: string
  licence: string
  text: string
}

interface Manifest {
  name: string
  version: string
  license?: string | { type: string }
  dependencies?: Record<string, string>
}

/**
 * Notes the licence of every package whose code or styles go into a build, and of those that are shipped
 * beside it, in a file of the build's. The build fails for a package that says nothing of its licence.
 *
 * @param modules the project's `node_modules`
 * @param shipped packages that are not built in, but brought along with what they need
 */
export function licences(
  modules: string,
  fileName: string,
  shipped: readonly string[] = []
): Plugin {
  return {
    name: 'licences',
    generateBundle() {
      const folders = new Set([
        ...[...this.getModuleIds()].flatMap((id) => packageFolder(id) ?? []),
        ...withDependencies(modules, shipped)
      ])
      const known = [...folders].map(licenceIn).sort((a, b) => a.name.localeCompare(b.name, 'en'))
      this.emitFile({ type: 'asset', fileName, source: JSON.stringify(known) })
    }
  }
}

/** The package that a module lies in; none for what plugins make up. */
function packageFolder(id: string): string | undefined {
  const path = id.replace(/^\0/, '').replace(/\?.*$/, '').replaceAll('\\', '/')
  const [, folder] = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path) ?? []
  return folder !== undefined && existsSync(join(folder, 'package.json')) ? folder : undefined
}

function withDependencies(modules: string, names: readonly string[]): string[] {
  const folders = new Set<string>()
  const waiting = [...names]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const folder = join(modules, name)
    if (folders.has(folder)) continue
    folders.add(folder)
    waiting.push(...Object.keys(manifestIn(folder).dependencies ?? {}))
  }
  return [...folders]
}

function licenceIn(folder: string): Licence {
  const { name, version, license } = manifestIn(folder)
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').trim())
  const licence = typeof license === 'string' ? license : (license?.type ?? '')
  if (licence === '' && texts.length === 0) throw new Error(`${name} says nothing of its licence.`)
  return { name, version, licence, text: texts.join('\n\n') }
}

function manifestIn(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest
}
