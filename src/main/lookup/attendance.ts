import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import type { ServiceName } from './service'

/** So many failures in a row, and a service is asked no more. */
const mostFailures = 3

/** What became of asking a service: an answer, or why there is none, as a sentence for the user. */
export type Asked<T> = { value: T } | { message: string }

/** Keeps count of which services answer, during one run. */
export class Attendance {
  #failures = new Map<ServiceName, number>()

  /**
   * Asks a service, unless it has failed too often.
   * @throws AppError `cancelled`, and nothing else
   */
  async ask<T>(service: ServiceName, call: () => Promise<T>): Promise<Asked<T>> {
    if ((this.#failures.get(service) ?? 0) >= mostFailures)
      return {
        message: words.lookups.leftOut(service, mostFailures)
      }
    try {
      const value = await call()
      this.#failures.set(service, 0)
      return { value }
    } catch (error) {
      if (error instanceof AppError && error.code === 'cancelled') throw error
      this.#failures.set(service, (this.#failures.get(service) ?? 0) + 1)
      return { message: messageOf(service, error) }
    }
  }
}

/** An adapter that stumbles over what a service sent must not stop the others either. */
function messageOf(service: ServiceName, error: unknown): string {
  if (error instanceof AppError) return error.message
  return words.lookups.notUnderstood(service)
}
