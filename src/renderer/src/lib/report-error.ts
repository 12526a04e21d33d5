import { AppError } from '@shared/ipc/error'
import { en } from '../messages/en'
import { toasts } from './toasts.svelte'

/** The one place where a failure that no view shows itself becomes words on the screen. */
export function reportError(error: unknown): void {
  if (error instanceof AppError) {
    if (error.code !== 'cancelled') toasts.warn(error.message)
  } else toasts.warn(en.errors.unexpected)
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
