import { AppError } from '@shared/ipc/error'
import { words } from '../messages/words'
import { toasts } from './toasts.svelte'

/** What a failure says to the user. */
export function wordsFor(error: unknown): string {
  return error instanceof AppError ? error.message : words.errors.unexpected
}

/** Shows a failure that no view shows itself; one the user asked for is none. */
export function reportError(error: unknown): void {
  if (error instanceof AppError && error.code === 'cancelled') return
  toasts.warn(wordsFor(error))
}

/** Runs what the user asked for; a failure is reported. */
export async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    reportError(error)
    return undefined
  }
}
