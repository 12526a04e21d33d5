import { app, dialog } from 'electron'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'

/** Says why Sheaf cannot start, and ends it. The library's file is left as it is. */
export function showFatal(error: unknown): void {
  const message = error instanceof AppError ? error.message : String(error)
  process.stderr.write(`Sheaf could not start. ${message}\n`)
  dialog.showErrorBox(words.dialogs.couldNotStart, message)
  app.exit(1)
}
