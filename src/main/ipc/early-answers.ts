import type { Channel } from '@shared/ipc/channels'
import type { Reply } from '@shared/ipc/error'
import { firstCalls } from '@shared/ipc/first-calls'

type Answer = (channel: Channel, input: unknown) => Promise<Reply<unknown>>

/**
 * Answers to the calls that every window begins with, made while its page is still on its way. Each
 * is given once; and none after any other call, which may have changed what they say.
 */
export class EarlyAnswers {
  readonly #made = new Map<string, Promise<Reply<unknown>>>()

  constructor(private readonly answer: Answer) {}

  make(): void {
    for (const [channel, input] of firstCalls)
      this.#made.set(keyOf(channel, input), this.answer(channel, input))
  }

  take(channel: Channel, input: unknown): Promise<Reply<unknown>> | undefined {
    if (this.#made.size === 0) return undefined
    const key = keyOf(channel, input)
    const made = this.#made.get(key)
    if (made === undefined) this.#made.clear()
    else this.#made.delete(key)
    return made
  }
}

function keyOf(channel: Channel, input: unknown): string {
  return JSON.stringify([channel, input])
}
