import type { PDFViewerOptions } from 'pdfjs-dist/types/web/pdf_viewer'

const nothing = (): Promise<void> => Promise.resolve()

/** In place of pdf.js's own translations, which would be put in as markup: what is said in the frame, the window tells it. */
export const plainWords = {
  getLanguage: () => document.documentElement.lang,
  getDirection: () => 'ltr',
  get: () => Promise.resolve(''),
  translate: nothing,
  translateOnce: nothing,
  destroy: nothing,
  pause: () => undefined,
  resume: () => undefined
} as unknown as NonNullable<PDFViewerOptions['l10n']>
