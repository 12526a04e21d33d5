import { randomUUID } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { Worker, type WorkerOptions } from 'node:worker_threads'
import { build } from 'vite'

/** What starts a worker thread that was bundled. */
export type Start = (options?: WorkerOptions) => Worker

/**
 * Bundles the entries of worker threads as the app's build does.
 * @param entries their paths within `src/main`, by names
 */
export async function buildWorkers<Name extends string>(
  entries: Readonly<Record<Name, string>>
): Promise<Record<Name, Start>> {
  const names = Object.keys(entries) as Name[]
  const built = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@shared': resolve('src/shared') } },
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: true,
      write: false,
      rolldownOptions: {
        input: Object.fromEntries(names.map((name) => [name, resolve('src/main', entries[name])])),
        output: { format: 'es' }
      }
    }
  })
  const [bundle] = [built].flat()
  const chunks =
    bundle && 'output' in bundle ? bundle.output.filter((one) => one.type === 'chunk') : []
  // Within the project, where its packages are found.
  const place = resolve('node_modules/.cache/sheaf/workers', randomUUID())
  for (const { fileName, code } of chunks) {
    mkdirSync(dirname(join(place, fileName)), { recursive: true })
    writeFileSync(join(place, fileName), code)
  }
  return Object.fromEntries(
    names.map((name): [Name, Start] => {
      const entry = chunks.find((one) => one.isEntry && one.name === name)
      if (entry === undefined) throw new Error(`The worker ${name} could not be bundled.`)
      return [name, (options) => new Worker(join(place, entry.fileName), options)]
    })
  ) as Record<Name, Start>
}
