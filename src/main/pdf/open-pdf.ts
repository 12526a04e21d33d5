import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import type { PDFDocumentProxy } from 'pdfjs-dist'

/**
 * Opens a PDF to read what is in it, with no script of it run; gives what `read` makes of it.
 * @throws AppError `unsupported` for a file that is broken or locked
 */
export async function withPdf<T>(
  bytes: Uint8Array,
  name: string,
  read: (document: PDFDocumentProxy) => Promise<T>
): Promise<T> {
  // Loaded when a PDF is met: reading anything else is sooner without it.
  const worker = await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  Object.assign(globalThis, { pdfjsWorker: worker })
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({
    // It is given away, and gone for who called.
    data: new Uint8Array(bytes),
    ...{ isEvalSupported: false, disableFontFace: true, useSystemFonts: false, enableXfa: false },
    ...{ stopAtErrors: false, verbosity: 0 }
  })
  try {
    return await read(await task.promise)
  } catch (error) {
    if (error instanceof AppError) throw error
    const isLocked = error instanceof Error && error.name === 'PasswordException'
    throw new AppError(
      'unsupported',
      isLocked ? words.importing.pdfLocked(name) : words.importing.pdfUnreadable(name),
      { cause: error }
    )
  } finally {
    await task.destroy()
  }
}
