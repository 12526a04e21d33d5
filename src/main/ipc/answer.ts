import { contract, type Handlers } from '@shared/ipc/contract'
import type { Channel } from '@shared/ipc/channels'
import { AppError, type ErrorBody, type Reply } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import { translateError } from '../database/translate-error'

/** So much is told of what was wrong with an input, in letters: it may be wrong in 100,000 places. */
const longestDetail = 2000

/** Checks what came in, runs the handler, and turns whatever it throws into an error for the window. */
export async function answer(
  handlers: Handlers,
  channel: Channel,
  input: unknown,
  checkOutput: boolean
): Promise<Reply<unknown>> {
  const parsed = contract[channel].input.safeParse(input)
  if (!parsed.success)
    return fail({
      code: 'invalid-input',
      message: words.window.notUnderstood,
      detail: `${channel}: ${parsed.error.message}`.slice(0, longestDetail)
    })
  try {
    // The contract ties each handler's input to the schema that has just accepted it.
    const handler = handlers[channel] as (input: unknown) => unknown
    const value = await handler(parsed.data)
    if (checkOutput) contract[channel].output.parse(value)
    return { ok: true, value }
  } catch (error) {
    return fail(bodyOf(error))
  }
}

function bodyOf(error: unknown): ErrorBody {
  const known = error instanceof AppError ? error : translateError(error, words.database.theLibrary)
  return { code: known.code, message: known.message, detail: known.detail }
}

function fail(error: ErrorBody): Reply<never> {
  return { ok: false, error }
}
