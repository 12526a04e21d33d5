import { randomUUID } from 'node:crypto'
import { isAbsolute } from 'node:path'
import { ipcMain, type BrowserWindow } from 'electron'
import { z } from 'zod'
import { AppError } from '@shared/ipc/error'
import { dropChannel } from '@shared/ipc/bridge'
import { words } from '@shared/messages/words'
import { isTrusted } from './trusted-sender'

const paths = z.array(z.string().max(4096)).max(10_000)

/** Tokens that are kept at most; a token not used by then was never going to be. */
const mostTokens = 20_000

/**
 * Files the user dropped. Only the preload script can learn a dropped file's path, and only from a
 * real drop; the window gets a token for each, good for one import.
 */
export class DroppedFiles {
  readonly #paths = new Map<string, string>()

  listen(window: () => BrowserWindow | null): void {
    ipcMain.handle(dropChannel, (event, input: unknown) => {
      if (!isTrusted(event, window())) throw new Error('Refused: drop')
      return paths.parse(input).map((path) => (path === '' ? null : this.#token(path)))
    })
  }

  /** The paths behind tokens, which are then used up. @throws AppError `not-found` */
  take(tokens: readonly string[]): string[] {
    return tokens.map((token) => {
      const path = this.#paths.get(token)
      if (path === undefined) throw new AppError('not-found', words.window.dropUnknown)
      this.#paths.delete(token)
      return path
    })
  }

  #token(path: string): string | null {
    if (!isAbsolute(path) || path.includes('\0')) return null
    const oldest = this.#paths.keys().next().value
    if (this.#paths.size >= mostTokens && oldest !== undefined) this.#paths.delete(oldest)
    const token = randomUUID()
    this.#paths.set(token, path)
    return token
  }
}
