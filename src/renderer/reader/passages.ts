import type { PDFDocumentProxy } from 'pdfjs-dist'
import type { PDFPageView } from 'pdfjs-dist/web/pdf_viewer.mjs'
import type { Point, Rectangle } from '@shared/model/annotation'
import type { Place } from '@shared/model/reader-messages'
import {
  pageText,
  passageNear,
  passageRectangles,
  rectanglesOf,
  textContentOptions,
  type PageText
} from '@shared/text/page-text'
import { quoteAt } from '@shared/text/quote'

/** Words of a page from one offset of its text to another. */
interface Stretch {
  /** Counted from 0. */
  page: number
  start: number
  end: number
}

/** Places in a document by its words, as annotations keep them. */
export class Passages {
  readonly #texts = new Map<number, Promise<PageText>>()

  constructor(
    private readonly pdf: PDFDocumentProxy,
    private readonly view: (page: number) => PDFPageView | undefined
  ) {}

  /** The place of the text that is selected; null where none of the pages' is. One that goes on over several pages ends with the second. */
  async selected(): Promise<Place | null> {
    const selection = getSelection()
    if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
    const range = selection.getRangeAt(0)
    const stretches: Stretch[] = []
    for (const layer of document.querySelectorAll<HTMLElement>('.textLayer')) {
      if (!range.intersectsNode(layer)) continue
      const page = Number(layer.closest<HTMLElement>('.page')?.dataset['pageNumber']) - 1
      const stretch = await this.#within(range, page)
      if (stretch !== null) stretches.push(stretch)
    }
    const [first, second] = stretches.sort((a, b) => a.page - b.page)
    if (first === undefined) return null
    return this.place(first, second?.page === first.page + 1 ? second : null)
  }

  /** The place of a stretch of words, with what of them is on the page after. */
  async place(first: Stretch, second: Stretch | null = null): Promise<Place | null> {
    const text = await this.textOf(first.page)
    const next = second === null ? null : await this.textOf(second.page)
    const whole = next === null ? text.text : `${text.text}\n${next.text}`
    let start = first.start
    let end = second === null ? first.end : text.text.length + 1 + second.end
    while (start < end && /\s/.test(whole[start] ?? '')) start++
    while (end > start && /\s/.test(whole[end - 1] ?? '')) end--
    const quote = quoteAt(whole, start, end)
    if (quote === null || quote.exact.length > 100_000) return null
    return {
      page: first.page,
      ...passageRectangles(text, next, { start, end }),
      ...{ paths: [], point: null, quote, position: { start, end }, anchor: null }
    }
  }

  /** The place of something drawn, with the words beside it, by which it is found again in another edition. */
  async drawn(
    page: number,
    shape: { rectangles?: Rectangle[]; paths?: number[][]; point?: Point },
    beside: Point
  ): Promise<Place> {
    const text = await this.textOf(page)
    const near = passageNear(text, beside)
    const quote = near === null ? null : quoteAt(text.text, near.start, near.end)
    const anchor = near === null ? [] : rectanglesOf(text, near.start, near.end)
    return {
      ...{ page, rectangles: [], nextRectangles: [], paths: [], point: null, ...shape },
      ...{ quote, position: quote === null ? null : near, anchor: anchor[0] ?? null }
    }
  }

  textOf(page: number): Promise<PageText> {
    let text = this.#texts.get(page)
    if (text === undefined) {
      text = this.pdf
        .getPage(page + 1)
        .then((found) => found.getTextContent(textContentOptions))
        .then(({ items }) => pageText(items))
      this.#texts.set(page, text)
    }
    return text
  }

  /** What of a page is within a range: its text layer has an element for every piece of the text. */
  async #within(range: Range, page: number): Promise<Stretch | null> {
    const view = this.view(page)
    const highlighter = view?._textHighlighter as
      { textDivs: HTMLElement[] | null; textContentItemsStr: string[] | null } | undefined
    const elements = highlighter?.textDivs ?? []
    const { pieces } = await this.textOf(page)
    let start = Infinity
    let end = 0
    let next = 0
    for (const [at, element] of elements.entries()) {
      if ((highlighter?.textContentItemsStr?.[at] ?? '') === '') continue
      const piece = pieces[next++]
      if (piece === undefined) break
      if (!range.intersectsNode(element)) continue
      const from = element.contains(range.startContainer)
        ? lengthUpTo(element, range.startContainer, range.startOffset)
        : 0
      const to = element.contains(range.endContainer)
        ? lengthUpTo(element, range.endContainer, range.endOffset)
        : piece.end - piece.start
      if (to <= from) continue
      start = Math.min(start, piece.start + from)
      end = Math.max(end, piece.start + to)
    }
    return end > start ? { page, start, end } : null
  }
}

function lengthUpTo(element: HTMLElement, node: Node, offset: number): number {
  const before = document.createRange()
  before.setStart(element, 0)
  before.setEnd(node, offset)
  return before.toString().length
}
