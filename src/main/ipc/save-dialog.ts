import { dialog, type SaveDialogOptions } from 'electron'
import type { Context } from './context'

/** Asks where a file is to be written; null where the user thinks better of it. */
export async function askWhereToSave(
  context: Pick<Context, 'window'>,
  options: SaveDialogOptions
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(context.window(), options)
  return canceled || filePath === '' ? null : filePath
}
