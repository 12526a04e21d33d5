import { pageText, textContentOptions, type PageText } from '@shared/text/page-text'
import type { PDFDocumentProxy } from 'pdfjs-dist'

/** The text of a whole PDF: its pages, and all of them as one, with a line end between two. */
export interface DocumentText {
  pages: readonly PageText[]
  /** Pages' numbers as they are printed. */
  labels: readonly string[]
  text: string
  /** Where in that each page begins. */
  starts: readonly number[]
}

export async function documentText(document: PDFDocumentProxy): Promise<DocumentText> {
  const labels = await document.getPageLabels()
  const pages: PageText[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    pages.push(pageText((await page.getTextContent(textContentOptions)).items))
    page.cleanup()
  }
  let length = 0
  const starts = pages.map(({ text }) => {
    const start = length
    length += text.length + 1
    return start
  })
  return {
    ...{ pages, starts },
    labels: pages.map((_, index) => labels?.[index] ?? String(index + 1)),
    text: pages.map(({ text }) => text).join('\n')
  }
}
