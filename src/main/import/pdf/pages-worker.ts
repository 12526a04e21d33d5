import { readFileSync } from 'node:fs'
import { parentPort } from 'node:worker_threads'
import { readPages } from './read-pages'

/** What the thread is asked: a file by its path; and what it answers: null for one that cannot be read. */
export type PagesReply = readonly string[] | null

// The entry of the worker thread: a PDF that hangs or runs out of memory takes only this down.
parentPort?.on('message', (path: string) => {
  void Promise.resolve(path)
    .then((file) => readPages(readFileSync(file), ''))
    .then(
      (pages) => parentPort?.postMessage(pages satisfies PagesReply),
      () => parentPort?.postMessage(null satisfies PagesReply)
    )
})
