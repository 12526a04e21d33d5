import { rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { inProject, root } from '../setup/project.mjs'

/**
 * Bundles a benchmark's entries into a folder of its own, and gives the path of the one called `index`.
 *
 * @param {Record<string, string>} entries paths by the names that the bundles get
 */
export async function bundleBench(entries) {
  const outDir = inProject('out', 'bench')
  await rm(outDir, { recursive: true, force: true })
  const { build } = await import('vite')
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    resolve: { alias: { '@shared': resolve(root, 'src/shared') } },
    build: { ssr: true, outDir, minify: false, rolldownOptions: { input: entries } }
  })
  return resolve(outDir, 'index.js')
}
