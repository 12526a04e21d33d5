import { randomUUID } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { build } from 'vite'

/** Bundles the worker's entry as the app's build does, and gives what starts it for a library. */
export async function buildWorker(): Promise<(folder: string) => Worker> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    resolve: { alias: { '@shared': resolve('src/shared') } },
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: resolve('src/main/search/worker.ts'),
      write: false,
      rolldownOptions: { output: { format: 'es' } }
    }
  })
  const [bundle] = [built].flat()
  const chunks =
    bundle && 'output' in bundle ? bundle.output.filter((one) => one.type === 'chunk') : []
  const entry = chunks.find(({ isEntry }) => isEntry)
  if (entry === undefined) throw new Error('The worker could not be bundled.')
  // Within the project, where its packages are found.
  const place = resolve('node_modules/.cache/sheaf/search-worker', randomUUID())
  for (const { fileName, code } of chunks) {
    mkdirSync(dirname(join(place, fileName)), { recursive: true })
    writeFileSync(join(place, fileName), code)
  }
  return (folder) => new Worker(join(place, entry.fileName), { workerData: { folder } })
}
