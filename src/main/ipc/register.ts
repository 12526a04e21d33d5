import { app, ipcMain, type BrowserWindow } from 'electron'
import { channels } from '@shared/ipc/channels'
import type { Handlers } from '@shared/ipc/contract'
import { log } from '../app/log'
import { answer } from './answer'
import { EarlyAnswers } from './early-answers'
import { isTrusted } from './trusted-sender'

/**
 * Registers every handler of the contract: only our own window is heard, input is checked, time and
 * outcome are logged. `afterCall` runs after each call, whatever became of it.
 */
export function registerHandlers(
  handlers: Handlers,
  window: () => BrowserWindow | null,
  afterCall: () => void
): void {
  const checkOutput = !app.isPackaged && process.env['SHEAF_CHECK_IPC'] === '1'
  const early = new EarlyAnswers((channel, input) => answer(handlers, channel, input, checkOutput))
  setImmediate(() => {
    early.make()
  })
  for (const channel of channels)
    ipcMain.handle(channel, async (event, input: unknown) => {
      if (!isTrusted(event, window())) throw new Error(`Refused: ${channel}`)
      const started = performance.now()
      const reply = await (early.take(channel, input) ??
        answer(handlers, channel, input, checkOutput))
      afterCall()
      const outcome = reply.ok ? 'ok' : reply.error.code
      log(channel, `${(performance.now() - started).toFixed(1)} ms`, outcome)
      return reply
    })
}
