import { resolve } from 'node:path'
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
      rolldownOptions: { output: { format: 'cjs' } }
    }
  })
  const [bundle] = [built].flat()
  const [chunk] = bundle && 'output' in bundle ? bundle.output : []
  if (chunk?.type !== 'chunk') throw new Error('The worker could not be bundled.')
  return (folder) => new Worker(chunk.code, { eval: true, workerData: { folder } })
}
