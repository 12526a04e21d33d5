import { app } from 'electron'
import type { Handlers } from '@shared/ipc/contract'
import type { ErrorCode } from '@shared/ipc/error'
import { log } from '../app/log'
import { answer } from './answer'
import { EarlyAnswers } from './early-answers'
import type { Answers } from './hear-channels'

/**
 * Answers by the handlers of the contract: input is checked, time and outcome are logged. `afterCall` runs
 * after each call, whatever became of it.
 */
export function answersOf(
  handlers: Handlers,
  afterCall: (failure: ErrorCode | null) => void
): Answers {
  const checkOutput = !app.isPackaged && process.env['SHEAF_CHECK_IPC'] === '1'
  const early = new EarlyAnswers((channel, input) => answer(handlers, channel, input, checkOutput))
  setImmediate(() => {
    early.make()
  })
  return async (channel, input) => {
    const started = performance.now()
    const reply = await (early.take(channel, input) ??
      answer(handlers, channel, input, checkOutput))
    afterCall(reply.ok ? null : reply.error.code)
    const outcome = reply.ok ? 'ok' : reply.error.code
    log(channel, `${(performance.now() - started).toFixed(1)} ms`, outcome)
    return reply
  }
}
