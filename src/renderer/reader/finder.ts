import type { PDFDocumentProxy } from 'pdfjs-dist'
import {
  FindState,
  PDFFindController,
  type EventBus,
  type PDFLinkService
} from 'pdfjs-dist/web/pdf_viewer.mjs'
import type { Hit, ToReader } from '@shared/model/reader-messages'
import { pageText, textContentOptions, type PageText } from '@shared/text/page-text'
import { around } from './around'
import { tell } from './channel'

type Wanted = Extract<ToReader, { kind: 'find' }>

/** So many hits are listed; more are counted and marked. */
const mostListed = 500
/** So long the hit of a search that has ended is waited for. */
const longestWaitMs = 3000

interface Matches {
  current: number
  total: number
}

/** Finds text in a document: every hit marked, counted and listed with the words around it. */
export class Finder {
  readonly controller: PDFFindController
  #pdf: PDFDocumentProxy | null = null
  #wanted: Wanted | null = null
  #listed = ''
  #state: 'found' | 'wrapped' | 'none' | 'pending' = 'pending'
  #matches: Matches = { current: 0, total: 0 }
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #texts = new Map<number, Promise<PageText>>()

  constructor(
    private readonly bus: EventBus,
    linkService: PDFLinkService
  ) {
    this.controller = new PDFFindController({ linkService, eventBus: bus, delay: 120 })
    bus.on('updatefindmatchescount', ({ matchesCount }: { matchesCount: Matches }) => {
      this.#tell(matchesCount)
    })
    bus.on(
      'updatefindcontrolstate',
      ({ state, matchesCount }: { state: number; matchesCount: Matches }) => {
        this.#state =
          state === FindState.NOT_FOUND
            ? 'none'
            : state === FindState.WRAPPED
              ? 'wrapped'
              : state === FindState.PENDING
                ? 'pending'
                : 'found'
        this.#tell(matchesCount)
      }
    )
  }

  setDocument(pdf: PDFDocumentProxy): void {
    this.#pdf = pdf
    this.#texts.clear()
    this.controller.setDocument(pdf)
  }

  find(wanted: Wanted): void {
    this.#wanted = wanted
    this.#dispatch(wanted.step === 'none' ? '' : 'again', wanted.step === 'previous')
  }

  /** Goes to one hit. */
  goTo(page: number, index: number): void {
    if (this.#wanted === null) return
    // The controller goes on from the hit it is at: the one before this.
    Object.assign(this.controller, {
      _selected: { pageIdx: -1, matchIdx: -1 },
      _offset: { pageIdx: page - 1, matchIdx: index - 1, wrapped: false }
    })
    this.#dispatch('again', false)
  }

  /** Where the hit is that was gone to last: its page (counted from 0) and offsets in that page's text. */
  async hit(): Promise<{ page: number; start: number; end: number } | null> {
    const { pageIdx, matchIdx } = this.controller.selected as { pageIdx: number; matchIdx: number }
    const place = (this.controller.pageMatches as (number[] | undefined)[])[pageIdx]?.[matchIdx]
    const lengths = this.controller.pageMatchesLength as (number[] | undefined)[]
    const length = lengths[pageIdx]?.[matchIdx]
    if (this.#pdf === null || this.#wanted === null) return null
    if (place === undefined || length === undefined) return null
    return {
      page: pageIdx,
      ...stretchOf(await this.#textOf(this.#pdf, pageIdx + 1), place, length)
    }
  }

  /** Ends the search. The hit it was at is selected, so that it can be marked or made longer by keys. */
  end(): void {
    const wanted = this.#wanted
    this.#wanted = null
    this.#listed = ''
    const close = (): void => {
      const ends = endsOfHit()
      // The marks of hits are taken away then, and the text made anew that a selection would be in.
      const select = (): void => {
        if (ends !== null) getSelection()?.setBaseAndExtent(...nodeAt(ends[0]), ...nodeAt(ends[1]))
      }
      this.bus.on('updatetextlayermatches', select, { once: true })
      this.bus.dispatch('findbarclose', { source: this })
    }
    const { pageIdx, matchIdx } = this.controller.selected as { pageIdx: number; matchIdx: number }
    if (endsOfHit() !== null || wanted === null || pageIdx < 0 || matchIdx < 0) {
      close()
      return
    }
    // The page was gone to but is not drawn yet.
    const drawn = ({ pageNumber }: { pageNumber: number }): void => {
      if (pageNumber === pageIdx + 1) finish()
    }
    const finish = (): void => {
      this.bus.off('textlayerrendered', drawn)
      clearTimeout(timer)
      if (this.#wanted === null) close()
    }
    const timer = setTimeout(finish, longestWaitMs)
    this.bus.on('textlayerrendered', drawn)
  }

  #dispatch(type: '' | 'again', findPrevious: boolean): void {
    if (this.#wanted === null) return
    const { query, caseSensitive, wholeWords } = this.#wanted
    this.bus.dispatch('find', {
      source: this,
      ...{ type, query, caseSensitive, findPrevious },
      ...{ entireWord: wholeWords, highlightAll: true, matchDiacritics: false }
    })
  }

  #tell(matches: Matches): void {
    this.#matches = matches
    tell({ kind: 'found', ...matches, state: this.#state })
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#list(), 150)
  }

  async #list(): Promise<void> {
    const pdf = this.#pdf
    const key = JSON.stringify([this.#wanted, this.#matches.total, { step: '' }])
    if (pdf === null || this.#wanted === null || key === this.#listed) return
    this.#listed = key
    const hits: Hit[] = []
    const pageMatches = this.controller.pageMatches as (number[] | undefined)[]
    const lengths = this.controller.pageMatchesLength as (number[] | undefined)[]
    for (const [at, starts] of pageMatches.entries()) {
      if (starts === undefined || starts.length === 0) continue
      const page = await this.#textOf(pdf, at + 1)
      const { text } = page
      for (const [index, place] of starts.entries()) {
        if (hits.length >= mostListed) break
        const { start, end } = stretchOf(page, place, lengths[at]?.[index] ?? 0)
        hits.push({
          ...{ page: at + 1, index },
          ...around(text, start, end),
          exact: text.slice(start, end).slice(0, 500).replace(/\s+/g, ' ')
        })
      }
    }
    if (this.#listed === key) tell({ kind: 'hits', hits })
  }

  #textOf(pdf: PDFDocumentProxy, number: number): Promise<PageText> {
    const known = this.#texts.get(number)
    if (known !== undefined) return known
    const text = pdf
      .getPage(number)
      .then((page) => page.getTextContent(textContentOptions))
      .then(({ items }) => pageText(items))
    this.#texts.set(number, text)
    return text
  }
}

/** A place in a piece of a page's text: so many UTF-16 code units from its beginning. */
interface TextPlace {
  piece: Element
  offset: number
}

/** Where the hit begins and ends that the search is at; null where its page is not drawn. */
function endsOfHit(): [TextPlace, TextPlace] | null {
  const parts = [...document.querySelectorAll('.textLayer .highlight.selected')]
  const [first, last] = [parts[0], parts.at(-1)]
  if (!first?.parentElement || !last?.parentElement) return null
  return [
    { piece: first.parentElement, offset: lengthBefore(first) },
    { piece: last.parentElement, offset: lengthBefore(last) + last.textContent.length }
  ]
}

function lengthBefore(part: Element): number {
  let length = 0
  for (let node = part.previousSibling; node !== null; node = node.previousSibling)
    length += node.textContent?.length ?? 0
  return length
}

/** The text of a place now, and the offset in that. */
function nodeAt({ piece, offset }: TextPlace): [Node, number] {
  let left = offset
  for (const node of piece.childNodes) {
    const length = node.textContent?.length ?? 0
    if (left <= length && node instanceof Text) return [node, left]
    left -= length
  }
  return [piece, piece.childNodes.length]
}

/** The controller counts without line ends; offsets in a page's text count them. */
function stretchOf(
  { pieces }: PageText,
  place: number,
  length: number
): { start: number; end: number } {
  let before = 0
  let start: number | undefined
  for (const piece of pieces) {
    const size = piece.end - piece.start
    if (start === undefined && place < before + size) start = piece.start + place - before
    if (start !== undefined && place + length <= before + size)
      return { start, end: piece.start + place + length - before }
    before += size
  }
  const end = pieces.at(-1)?.end ?? 0
  return { start: start ?? end, end }
}
