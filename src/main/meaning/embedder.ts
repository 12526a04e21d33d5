import type { MeaningCall, MeaningReply } from './messages'

/** A process that runs the model, however it was started. */
export interface MeaningProcess {
  post: (call: MeaningCall) => void
  onReply: (take: (reply: MeaningReply) => void) => void
  onEnd: (ended: () => void) => void
  end: () => void
}

interface Pending {
  resolve: (vectors: Float32Array[]) => void
  reject: (error: Error) => void
}

/** Without work for so long, the process is ended, in milliseconds: it takes 200 MB. */
const idleFor = 60_000

/** Turns texts into vectors, in a process of its own that is there only while it is wanted. */
export class Embedder {
  readonly #pending = new Map<number, Pending>()
  #process: MeaningProcess | null = null
  #calls = 0
  #idle: NodeJS.Timeout | undefined

  constructor(private readonly start: () => MeaningProcess) {}

  /** @throws Error if the model cannot be run */
  embed(texts: string[]): Promise<Float32Array[]> {
    clearTimeout(this.#idle)
    const process = (this.#process ??= this.#begin())
    return new Promise((resolve, reject) => {
      const call = ++this.#calls
      this.#pending.set(call, { resolve, reject })
      process.post({ call, texts })
    })
  }

  close(): void {
    clearTimeout(this.#idle)
    const process = this.#process
    this.#process = null
    process?.end()
    this.#rejectAll()
  }

  #begin(): MeaningProcess {
    const process = this.start()
    process.onReply((reply) => {
      const pending = this.#pending.get(reply.call)
      this.#pending.delete(reply.call)
      if ('error' in reply) pending?.reject(new Error(reply.error))
      else pending?.resolve(reply.vectors)
      if (this.#pending.size > 0) return
      this.#idle = setTimeout(() => {
        this.close()
      }, idleFor)
      this.#idle.unref()
    })
    process.onEnd(() => {
      if (process !== this.#process) return
      this.#process = null
      this.#rejectAll()
    })
    return process
  }

  #rejectAll(): void {
    for (const { reject } of this.#pending.values())
      reject(new Error('The process that runs the model has ended.'))
    this.#pending.clear()
  }
}
