import { setTimeout as wait } from 'node:timers/promises'
import { cancelled } from './network-error'

/** Time and chance, so that tests can hold them still. */
export interface Clock {
  /** Milliseconds; only differences count. */
  now: () => number
  /** Rejects with AppError `cancelled` as soon as the signal is aborted. */
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>
  /** From 0 up to, but not, 1. */
  random: () => number
}

export const systemClock: Clock = {
  now: () => performance.now(),
  sleep: async (ms, signal) => {
    try {
      await wait(ms, undefined, signal === undefined ? {} : { signal })
    } catch {
      throw cancelled()
    }
  },
  random: () => Math.random()
}
