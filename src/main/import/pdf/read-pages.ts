import { openPdf } from './open-pdf'

/** More text than this on one page is none that anybody reads, in UTF-16 code units. */
const longestPage = 100_000
/** Of longer files the beginning is read. */
const mostPages = 3000

/** The text of each page of a PDF, the first first. No script in it runs. @throws whatever pdf.js does */
export async function readPages(bytes: Uint8Array): Promise<string[]> {
  const task = await openPdf(bytes)
  try {
    const document = await task.promise
    const pages: string[] = []
    for (let number = 1; number <= Math.min(document.numPages, mostPages); number++) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      const text = items
        .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
        .join('')
      pages.push(withoutLineHyphens(text).slice(0, longestPage))
      page.cleanup()
    }
    return pages
  } finally {
    await task.destroy()
  }
}

/** A word that was parted at the end of a line is one again. */
function withoutLineHyphens(text: string): string {
  return text.replace(/(\p{Ll})[-\u00AD]\n(?=\p{Ll})/gu, '$1')
}
