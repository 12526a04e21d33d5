import type { Channel } from '@shared/ipc/channels'
import type { Reply } from '@shared/ipc/error'
import { firstCalls } from '@shared/ipc/first-calls'

type Answer = (channel: Channel, input: unknown) => Promise<Reply<unknown>>

/**
 * Answers to the calls that every window begins with, made while its page is still on its way. Each
 * is given once; and none after any other call, which may have changed what they say. Once the page has
 * asked, none are made.
 */
export class EarlyAnswers {
  readonly #made = new Map<string, Promise<Reply<unknown>>>()
  #isAsked = false

  constructor(private readonly answer: Answer) {}

  make(): void {
    if (this.#isAsked) return
    for (const [channel, input] of firstCalls)
      this.#made.set(keyOf(channel, input), this.answer(channel, input))
  }

  take(channel: Channel, input: unknown): Promise<Reply<unknown>> | undefined {
    this.#isAsked = true
    if (this.#made.size === 0) return undefined
    const key = keyOf(channel, input)
    const made = this.#made.get(key)
    if (made === undefined) this.#made.clear()
    else this.#made.delete(key)
    return made
  }
}

/** Empty for an input that no text can be made of, which was never asked for early. */
function keyOf(channel: Channel, input: unknown): string {
  try {
    return JSON.stringify([channel, input])
  } catch {
    return ''
  }
}
