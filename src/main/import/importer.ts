import type { Worker } from 'node:worker_threads'
import { AppError } from '@shared/ipc/error'
import type { ImportReport } from '@shared/model/import-report'
import type { WritableDb } from '../database/handle'
import { applyImport } from './apply'
import type { ParsedFile } from './parsed'
import type { ParseReply, ParseRequest } from './parse-request'

/** How far an import has come: `done` of `of` files, and the one it is at. */
export interface ImportProgress {
  file: string
  done: number
  of: number
}

export interface ImportOptions {
  /** The library's folder, where files that are papers are kept. */
  folder: string
  spawnWorker: () => Worker
  signal: AbortSignal
  /** The most time one file may take, in milliseconds. */
  deadlineMs?: number
  onProgress?: (progress: ImportProgress) => void
}

/**
 * Reads files and texts in a worker thread and puts what they hold into the library, as one change.
 * What cannot be read is told in `skipped`, and the rest imported.
 * @throws AppError `cancelled`; the library is then as it was
 */
export async function importAll(
  db: WritableDb,
  requests: readonly ParseRequest[],
  { folder, spawnWorker, signal, deadlineMs = 20_000, onProgress }: ImportOptions
): Promise<ImportReport> {
  const parsed: ParsedFile[] = []
  // A thread that is given up may still fail: that is nobody's business then.
  let worker: Worker | undefined
  try {
    for (const [index, request] of requests.entries()) {
      onProgress?.({ file: request.name, done: index, of: requests.length })
      worker ??= spawnWorker().on('error', () => undefined)
      const reply = await ask(worker, request, signal, deadlineMs)
      if (reply === 'lost') {
        void worker.terminate()
        worker = undefined
        const reason = `${request.name} took too long or too much memory to read, and was left out.`
        parsed.push({ file: request.name, digests: [], skipped: [wholeFile(request.name, reason)] })
      } else if (reply.ok) parsed.push(...reply.value)
      else {
        const { message } = reply.error
        parsed.push({
          file: request.name,
          digests: [],
          skipped: [wholeFile(request.name, message)]
        })
      }
    }
  } finally {
    void worker?.terminate()
  }
  if (signal.aborted) throw cancelled()
  return applyImport(db, parsed, folder)
}

function cancelled(): AppError {
  return new AppError('cancelled', 'The import was cancelled. Nothing was changed.')
}

function wholeFile(file: string, reason: string): ParsedFile['skipped'][number] {
  return { file, line: 0, reason }
}

/** One request; `lost` when the worker died of it or did not answer in time. */
function ask(
  worker: Worker,
  request: ParseRequest,
  signal: AbortSignal,
  deadlineMs: number
): Promise<ParseReply | 'lost'> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', onAbort)
      worker.off('message', onReply).off('error', lose).off('exit', lose)
      act()
    }
    const onAbort = (): void => {
      settle(() => {
        reject(cancelled())
      })
    }
    const lose = (): void => {
      settle(() => {
        resolve('lost')
      })
    }
    const onReply = (reply: ParseReply): void => {
      settle(() => {
        resolve(reply)
      })
    }
    const timer = setTimeout(lose, deadlineMs)
    worker.on('message', onReply).on('error', lose).on('exit', lose)
    signal.addEventListener('abort', onAbort)
    if (signal.aborted) onAbort()
    else worker.postMessage(request)
  })
}
