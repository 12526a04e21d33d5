import { pageText, textContentOptions } from '@shared/text/page-text'
import { withPdf } from '../../pdf/open-pdf'

/** More text than this on one page is none that anybody reads, in UTF-16 code units. */
const longestPage = 100_000
/** Of longer files the beginning is read. */
const mostPages = 3000

/** The text of each page of a PDF, the first first. @throws AppError as `withPdf` */
export function readPages(bytes: Uint8Array, name: string): Promise<string[]> {
  return withPdf(bytes, name, async (document) => {
    const pages: string[] = []
    for (let number = 1; number <= Math.min(document.numPages, mostPages); number++) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent(textContentOptions)
      pages.push(withoutLineHyphens(pageText(items).text).slice(0, longestPage))
      page.cleanup()
    }
    return pages
  })
}

/** A word that was parted at the end of a line is one again. */
function withoutLineHyphens(text: string): string {
  return text.replace(/(\p{Ll})[-\u00AD]\n(?=\p{Ll})/gu, '$1')
}
