import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import config from '../../../electron-builder.config.mjs'

// Nothing is asked of a registry here: what is looked at is what the repository says is installed.

interface Locked {
  version?: string
  integrity?: string
  resolved?: string
  hasInstallScript?: boolean
  dependencies?: Record<string, string>
}

const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))
const manifest = json('package.json') as Record<
  'dependencies' | 'devDependencies' | 'overrides' | 'scripts',
  Record<string, string>
>
const lock = json('package-lock.json') as {
  lockfileVersion: number
  packages: Record<string, Locked>
}
const { '': own, ...packages } = lock.packages
const wanted = { ...manifest.dependencies, ...manifest.devDependencies }

/** All that packages need, themselves among them. */
function closureOf(names: readonly string[]): string[] {
  const found = new Set<string>()
  const visit = (name: string): void => {
    if (found.has(name)) return
    found.add(name)
    for (const next of Object.keys(packages[`node_modules/${name}`]?.dependencies ?? {}))
      visit(next)
  }
  names.forEach(visit)
  return [...found].sort()
}

test('every package is named by one exact version, and the lock has that', () => {
  for (const [name, version] of Object.entries({ ...wanted, ...manifest.overrides }))
    expect(version, name).toMatch(/^\d+\.\d+\.\d+$/)
  for (const [name, version] of Object.entries(wanted))
    expect(packages[`node_modules/${name}`]?.version, name).toBe(version)
  expect(own).toMatchObject({
    ...{ dependencies: manifest.dependencies, devDependencies: manifest.devDependencies }
  })
})

test('every package in the lock is known by what is in it, and by no address', () => {
  expect(lock.lockfileVersion).toBe(3)
  expect(Object.keys(packages).length).toBeGreaterThan(100)
  for (const [path, { version, integrity, resolved }] of Object.entries(packages)) {
    expect(version, path).toMatch(/^\d+\.\d+\.\d+/)
    expect(integrity, path).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/)
    expect(resolved, path).toBeUndefined()
  }
  expect(readFileSync('package-lock.json', 'utf8')).not.toMatch(
    /https?:\/\/[^"]*registr|git\+|file:/
  )
})

test('no package runs a script when it is installed', () => {
  const settings = readFileSync('.npmrc', 'utf8').split('\n')
  expect(settings).toEqual(
    expect.arrayContaining([
      ...['ignore-scripts=true', 'save-exact=true', 'omit-lockfile-registry-resolved=true']
    ])
  )
  expect(readFileSync('scripts/setup/dependencies.mjs', 'utf8')).toMatch(
    /'ci', [^\]]*'--ignore-scripts'/
  )
  // Those that would: neither is wanted, for what they fetch is in their packages or of another system.
  const eager = Object.entries(packages).flatMap(([path, one]) =>
    one.hasInstallScript === true ? [path.replace('node_modules/', '')] : []
  )
  expect(eager.sort()).toEqual(['electron-winstaller', 'onnxruntime-node'])
  for (const name of Object.keys(manifest.scripts))
    expect(name).not.toMatch(/^(?:pre|post)?(?:install|prepare|publish|pack)$/)
})

test('three packages are packed beside the app', () => {
  const files = [config.files].flat().map(String)
  const left = new Set(
    files.flatMap((pattern) => {
      const [, names = ''] = /^!node_modules\/\{?([a-z0-9,-]+)\}?\/\*\*$/.exec(pattern) ?? []
      return names.split(',')
    })
  )
  const packed = closureOf(Object.keys(manifest.dependencies)).filter((name) => !left.has(name))
  expect(packed).toEqual(['better-sqlite3', 'onnxruntime-common', 'onnxruntime-node'])
})

test('and these are built into it', () => {
  const named = new Set<string>()
  for (const entry of readdirSync('src', { recursive: true, withFileTypes: true })) {
    if (!/\.(?:ts|svelte)$/.test(entry.name)) continue
    const text = readFileSync(join(entry.parentPath, entry.name), 'utf8')
    for (const [, from = ''] of text.matchAll(
      /(?:from |import |import\()\s*'((?:@[a-z][\w-]*\/)?[a-z][\w.-]*)[^':]*'/g
    ))
      named.add(from)
  }
  const builtIn = Object.keys(wanted).filter((name) => named.has(name) && name !== 'electron')
  expect(builtIn.filter((name) => !(name in manifest.dependencies)).sort()).toEqual([
    ...['@fontsource-variable/inter', '@fontsource-variable/jetbrains-mono'],
    ...['@fontsource-variable/source-serif-4', '@huggingface/tokenizers', '@libpdf/core'],
    ...[
      '@lucide/svelte',
      'approx-string-match',
      'citeproc',
      'fflate',
      'imapflow',
      'katex',
      'lunr',
      'marked'
    ],
    ...['parse5', 'pdfjs-dist', 'postal-mime', 'saxes', 'svelte', 'virtua', 'zod']
  ])
  // With all that those name in turn, whether it comes into the build or not.
  expect(closureOf(builtIn).length).toBeLessThanOrEqual(96)
})

test('nothing of others looks for newer versions or fetches them', () => {
  expect(config.publish).toBeNull()
  for (const path of Object.keys(packages))
    expect(path).not.toMatch(
      /node_modules\/(?:electron-updater|update-electron-app|electron-simple-updater)$/
    )
})

test('what builds releases uses the actions of others at one commit each, with no rights but those it names', () => {
  const folder = join('.github', 'workflows')
  for (const name of readdirSync(folder)) {
    const text = readFileSync(join(folder, name), 'utf8')
    const uses = [...text.matchAll(/\buses:(.*)/g)].map(([, what = '']) => what.trim())
    expect(uses.length, name).toBeGreaterThan(0)
    for (const what of uses) expect(what, name).toMatch(/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
    expect(text, name).toMatch(/^permissions: \{\}$/m)
  }
})
