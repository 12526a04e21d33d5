import type { Channel } from '@shared/ipc/channels'
import type { Input, Output } from '@shared/ipc/contract'
import { AppError } from '@shared/ipc/error'

/** Calls the main process. @throws AppError with the main process's own sentence */
export async function call<C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>> {
  const reply = await window.sheaf.call(channel, input)
  if (reply.ok) return reply.value
  throw new AppError(reply.error.code, reply.error.message, { detail: reply.error.detail })
}
