import { ipcMain, type BrowserWindow } from 'electron'
import { channels, type Channel } from '@shared/ipc/channels'
import type { Reply } from '@shared/ipc/error'
import { isTrusted } from './trusted-sender'

/** Answers a call of the window. */
export type Answers = (channel: Channel, input: unknown) => Promise<Reply<unknown>>

/**
 * Hears the window on every channel of the contract, and nobody else. What it asks before there is somebody
 * to answer waits for them: its page is on its way meanwhile.
 */
export function hearChannels(window: () => BrowserWindow | null, answers: Promise<Answers>): void {
  // Whoever makes them tells of it where they cannot be made.
  answers.catch(() => undefined)
  for (const channel of channels)
    ipcMain.handle(channel, async (event, input: unknown) => {
      if (!isTrusted(event, window())) throw new Error(`Refused: ${channel}`)
      const answer = await answers
      return answer(channel, input)
    })
}
