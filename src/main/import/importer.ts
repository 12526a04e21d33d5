import { statSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import type { Worker } from 'node:worker_threads'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import type { ImportProgress, ImportReport } from '@shared/model/import-report'
import type { WritableDb } from '../database/handle'
import { applyImport, type Keeping } from './apply'
import type { Draft } from './draft'
import type { ParsedFile } from './parsed'
import type { ParseNews, ParseReply, ParseRequest } from './parse-request'

/** Tells how far an import has come. */
type OnProgress = (progress: ImportProgress) => void

export interface ImportOptions {
  keeping: Keeping
  spawnWorker: () => Worker
  signal: AbortSignal
  /** The most time that one file may take, in milliseconds; large ones have more in proportion. */
  deadlineMs?: number
  onProgress?: OnProgress | undefined
}

/**
 * Reads files and texts in a worker thread: what each holds, in their order. What cannot be read is told
 * in `skipped`.
 * @throws AppError `cancelled`
 */
export async function readAll(
  requests: readonly ParseRequest[],
  { spawnWorker, signal, deadlineMs = 20_000, onProgress }: Omit<ImportOptions, 'keeping'>
): Promise<ParsedFile[][]> {
  const parsed: ParsedFile[][] = []
  // A thread that is given up may still fail: that is nobody's business then.
  let worker: Worker | undefined
  try {
    for (const [index, request] of requests.entries()) {
      onProgress?.({ stage: 'reading', file: request.name, done: index, of: requests.length })
      worker ??= spawnWorker().on('error', () => undefined)
      const reply = await ask(worker, request, {
        signal,
        deadlineMs: deadlineMs + megabytesOf(request) * msForMegabyte,
        onFile: (file) => onProgress?.({ stage: 'reading', file, done: index, of: requests.length })
      })
      if (reply === 'lost') {
        void worker.terminate()
        worker = undefined
        const reason = words.importing.tooLong(request.name)
        parsed.push([nothingOf(request.name, reason)])
      } else if (reply.ok) parsed.push(reply.value)
      else parsed.push([nothingOf(request.name, reply.error.message)])
    }
  } finally {
    void worker?.terminate()
  }
  if (signal.aborted) throw cancelled()
  return parsed
}

/**
 * Reads files and texts and puts what they hold into the library, as one change.
 * @throws AppError `cancelled`; the library is then as it was
 */
export async function importAll(
  db: WritableDb,
  requests: readonly ParseRequest[],
  options: ImportOptions
): Promise<ImportReport> {
  return applyAll(db, (await readAll(requests, options)).flat(), options)
}

/** Looks up what files hold, between others' turns. @throws AppError `cancelled` */
export async function planAll(
  planning: Generator<number, Draft, undefined>,
  { signal, of, onProgress }: Pick<ImportOptions, 'signal' | 'onProgress'> & { of: number }
): Promise<Draft> {
  for (;;) {
    const step = planning.next()
    if (step.done) return step.value
    onProgress?.({ stage: 'comparing', file: '', done: step.value, of })
    await setImmediate()
    if (signal.aborted) throw cancelled()
  }
}

/**
 * Puts what was read into the library, as one change. Between two transactions others have their turn.
 * @throws AppError `cancelled`; the library is then as it was
 */
export async function applyAll(
  db: WritableDb,
  parsed: readonly ParsedFile[],
  { keeping, signal, onProgress }: Pick<ImportOptions, 'keeping' | 'signal' | 'onProgress'>
): Promise<ImportReport> {
  const applying = applyImport(db, parsed, keeping)
  const of = countPapers(parsed)
  for (;;) {
    const step = applying.next()
    if (step.done) return step.value
    onProgress?.({ stage: 'adding', file: '', done: step.value, of })
    await setImmediate()
    if (signal.aborted) {
      applying.return(undefined as never)
      throw cancelled()
    }
  }
}

/** How many papers files hold. */
export function countPapers(parsed: readonly ParsedFile[]): number {
  return parsed
    .flatMap(({ digests }) => digests)
    .reduce((sum, { papers }) => sum + papers.length, 0)
}

function cancelled(): AppError {
  return new AppError('cancelled', words.importing.cancelled)
}

function nothingOf(file: string, reason: string): ParsedFile {
  return { file, digests: [], skipped: [{ file, line: 0, reason }] }
}

/** What a slow machine takes to read a megabyte, in milliseconds, many times over. */
const msForMegabyte = 500

function megabytesOf(request: ParseRequest): number {
  if ('text' in request) return request.text.length / 1e6
  if ('bytes' in request) return request.bytes.length / 1e6
  return (statSync(request.path, { throwIfNoEntry: false })?.size ?? 0) / 1e6
}

/** One request; `lost` when the worker died of it, or neither answered nor came to a next file in time. */
function ask(
  worker: Worker,
  request: ParseRequest,
  {
    signal,
    deadlineMs,
    onFile
  }: { signal: AbortSignal; deadlineMs: number; onFile: (name: string) => void }
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
    const onReply = (reply: ParseReply | ParseNews): void => {
      if ('at' in reply) {
        timer.refresh()
        onFile(reply.at)
        return
      }
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
