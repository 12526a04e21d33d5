import type { Worker } from 'node:worker_threads'
import { AppError, type ErrorBody } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import type { Macro } from '../../export/bibtex'
import type { WriterCall, WriterData, WriterReply } from './messages'

const papersAtOnce = 500
/** So many pieces for each thread are asked for, or wait to be taken, at a time. */
const ahead = 4

/**
 * Threads that write the entries of many papers, each with a connection of its own, all of them at one state of the
 * library.
 */
export class EntryWriters {
  readonly #workers: readonly Worker[]
  readonly #macros = new Map<string, Macro>()
  #onReply: (reply: WriterReply, worker: Worker) => void = () => undefined
  #failure: AppError | null = null
  /** Called when there is something new to be seen to. */
  #wake: () => void = () => undefined

  constructor(count: number, data: WriterData, spawn: (data: WriterData) => Worker) {
    this.#workers = Array.from({ length: count }, () => spawn(data))
    for (const worker of this.#workers) {
      worker.on('message', (reply: WriterReply) => {
        if (reply.kind === 'failed') this.#fail(asError(reply.error))
        else this.#onReply(reply, worker)
        this.#wake()
      })
      worker.on('error', (cause) => {
        this.#fail(new AppError('internal', words.window.writersStopped, { cause }))
      })
      worker.on('exit', () => {
        this.#fail(new AppError('internal', words.window.writersStopped))
      })
    }
  }

  /** Has all threads see the library as it is now, and tells whether each sees it at this revision. */
  async seeAt(revision: number): Promise<boolean> {
    const seen: number[] = []
    this.#onReply = (reply) => {
      if (reply.kind === 'looked') seen.push(reply.revision)
    }
    for (const worker of this.#workers) tell(worker, { kind: 'look' })
    while (seen.length < this.#workers.length) await this.#news()
    return seen.every((one) => one === revision)
  }

  /** The entries of papers in their order, in UTF-8, in pieces; a blank line between any two of them. */
  async *write(ids: readonly number[]): AsyncGenerator<Uint8Array, void, undefined> {
    const tasks = Math.ceil(ids.length / papersAtOnce)
    const done = new Map<number, Extract<WriterReply, { kind: 'written' }>>()
    let [next, taken, isBegun] = [0, 0, false]
    const idle: Worker[] = []
    const give = (): void => {
      while (next < tasks && next - taken < ahead * this.#workers.length) {
        const worker = idle.pop()
        if (worker === undefined) return
        const from = next * papersAtOnce
        const some = Int32Array.from(ids.slice(from, from + papersAtOnce))
        tell(worker, { kind: 'write', task: next++, ids: some })
      }
    }
    this.#onReply = (reply, worker) => {
      if (reply.kind !== 'written') return
      done.set(reply.task, reply)
      idle.push(worker)
      give()
    }
    // Two for each, so that none has to wait for the next one.
    idle.push(...this.#workers, ...this.#workers)
    give()
    for (; taken < tasks; taken++) {
      let piece = done.get(taken)
      while (piece === undefined) {
        await this.#news()
        piece = done.get(taken)
      }
      done.delete(taken)
      for (const macro of piece.macros) this.#macros.set(macro.name, macro)
      if (piece.bytes.length > 0) yield isBegun ? piece.bytes : piece.bytes.subarray(1)
      isBegun ||= piece.bytes.length > 0
      give()
    }
  }

  /** Abbreviations that entries written so far use. */
  macros(): Macro[] {
    return [...this.#macros.values()]
  }

  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()))
  }

  /** Waits until a thread says something. @throws AppError once one of them has failed */
  async #news(): Promise<void> {
    if (this.#failure === null) await new Promise<void>((resolve) => (this.#wake = resolve))
    if (this.#failure !== null) throw this.#failure
  }

  #fail(error: AppError): void {
    this.#failure ??= error
    this.#wake()
  }
}

function asError({ code, message, detail }: ErrorBody): AppError {
  return new AppError(code, message, { detail })
}

function tell(worker: Worker, call: WriterCall): void {
  worker.postMessage(call, call.kind === 'write' ? [call.ids.buffer as ArrayBuffer] : [])
}
