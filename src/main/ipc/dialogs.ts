import { dialog, type OpenDialogOptions, type SaveDialogOptions } from 'electron'
import type { Context } from './context'

/** Asks where a file is to be written; null where the user thinks better of it. */
export async function askWhereToSave(
  context: Pick<Context, 'window'>,
  options: SaveDialogOptions
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(context.window(), options)
  return canceled || filePath === '' ? null : filePath
}

/** Asks which file or folder is meant; null where the user thinks better of it. */
export async function askWhatToOpen(
  context: Pick<Context, 'window'>,
  options: OpenDialogOptions
): Promise<string | null> {
  const [path] = await askWhichToOpen(context, options)
  return path ?? null
}

/** Asks which files are meant; none where the user thinks better of it. */
export async function askWhichToOpen(
  context: Pick<Context, 'window'>,
  options: OpenDialogOptions
): Promise<readonly string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(context.window(), options)
  return canceled ? [] : filePaths
}
