import type { PDFDocumentLoadingTask } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Begins to open a PDF to read what is in it; no script in it runs. To be destroyed at the end. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentLoadingTask> {
  // Loaded when a PDF is met: reading anything else is sooner without it.
  const worker = await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  Object.assign(globalThis, { pdfjsWorker: worker })
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  return getDocument({
    data: new Uint8Array(bytes),
    ...{ isEvalSupported: false, disableFontFace: true, useSystemFonts: false, enableXfa: false },
    ...{ stopAtErrors: false, verbosity: 0 }
  })
}
