import type { OpenedFile, ReadingPlace } from '@shared/model/reading'
import type { FromReader, Heading, Hit, ToReader } from '@shared/model/reader-messages'
import { call } from '../../lib/api'
import { attempt, wordsFor } from '../../lib/report-error'
import { words } from '../../messages/words'
import { MarksState } from './marks.svelte'

/** A place is kept once nothing has moved for so long, in milliseconds. */
const pause = 500

/** A frame that has been asked where it is has so long to say so, in milliseconds. */
const settlesWithin = 500

/** What the tab shows: its PDF, or why it does not. */
export type TabStatus = 'opening' | 'shown' | 'locked' | 'failed'

/** Lists beside the pages. */
export type Side = 'none' | 'outline' | 'hits' | 'marks'

const nothingFound = { current: 0, total: 0, state: 'pending' as const }

/** One PDF that is open in the reader: what its frame last told, and what it is to do. */
export class TabState {
  readonly attachmentId: number
  readonly paperId: number
  /** The paper's title, or the file's name. */
  readonly title: string
  #file = $state.raw<OpenedFile | null>(null)
  #status = $state<TabStatus>('opening')
  #failure = $state('')
  #isPainted = $state(false)
  #pages = $state(0)
  #page = $state(1)
  #pageLabels = $state.raw<readonly string[] | null>(null)
  #place = $state.raw<ReadingPlace | null>(null)
  #factor = $state(1)
  #canGoBack = $state(false)
  #canGoForward = $state(false)
  #headings = $state.raw<readonly Heading[] | null>(null)
  #found = $state.raw<Omit<Extract<FromReader, { kind: 'found' }>, 'kind'>>(nothingFound)
  #hits = $state.raw<readonly Hit[]>([])
  #wasWrong = $state(false)
  #isFinding = $state(false)
  query = $state('')
  caseSensitive = $state(false)
  wholeWords = $state(false)
  side = $state<Side>('none')
  readonly marks = new MarksState(this)
  #thumbnails = $state(false)
  #timer: ReturnType<typeof setTimeout> | undefined
  #unsaved: ReadingPlace | null = null
  /** Someone waits for the frame to have done all it was told. */
  #settled: (() => void) | null = null
  /** To be done when the first page is painted. */
  #next: (() => void) | null = null
  /** Tells the frame; set by it while it is there. */
  post: ((message: ToReader) => void) | null = null
  /** Brings the keys to the pages. */
  focus: (() => void) | null = null

  constructor(attachmentId: number, paperId: number, title: string) {
    this.attachmentId = attachmentId
    this.paperId = paperId
    this.title = title
  }

  get file(): OpenedFile | null {
    return this.#file
  }
  get status(): TabStatus {
    return this.#status
  }
  /** Why nothing is shown, and what can be done. */
  get failure(): string {
    return this.#failure
  }
  get isPainted(): boolean {
    return this.#isPainted
  }
  get pages(): number {
    return this.#pages
  }
  /** The page on view, counted from 1. */
  get page(): number {
    return this.#page
  }
  get place(): ReadingPlace | null {
    return this.#place
  }
  /** How large pages are shown: 1 is as on paper. */
  get factor(): number {
    return this.#factor
  }
  get canGoBack(): boolean {
    return this.#canGoBack
  }
  get canGoForward(): boolean {
    return this.#canGoForward
  }
  /** Null until it is known. */
  get headings(): readonly Heading[] | null {
    return this.#headings
  }
  get found(): Omit<Extract<FromReader, { kind: 'found' }>, 'kind'> {
    return this.#found
  }
  get hits(): readonly Hit[] {
    return this.#hits
  }
  get wasWrong(): boolean {
    return this.#wasWrong
  }
  get isFinding(): boolean {
    return this.#isFinding
  }
  get thumbnails(): boolean {
    return this.#thumbnails
  }
  set thumbnails(on: boolean) {
    this.#thumbnails = on
    this.tell({ kind: 'thumbnails', on })
  }

  /** The number that is printed on a page. */
  label(page: number): string {
    return this.#pageLabels?.[page - 1] ?? String(page)
  }

  /** Goes to a page by its printed number, or else its place in the file. */
  goToPage(typed: string): void {
    const wanted = typed.trim()
    const printed = this.#pageLabels?.indexOf(wanted) ?? -1
    const page = printed >= 0 ? printed + 1 : Number(wanted)
    if (Number.isInteger(page) && page >= 1 && page <= this.#pages)
      this.tell({ kind: 'page', page })
  }

  /** Goes to a page, by its place in the file, as soon as there is one; to a word there, if one is given. */
  showPage(page: number, word = ''): void {
    this.#oncePainted(() => {
      if (word !== '') {
        this.query = word
        this.find()
      }
      this.tell({ kind: 'page', page })
    })
  }

  /** Goes to what is marked, as soon as there are pages. */
  showMark(id: number): void {
    this.#oncePainted(() => {
      this.marks.choose(id, { isGoingThere: true })
    })
  }

  #oncePainted(act: () => void): void {
    if (this.#isPainted) act()
    else this.#next = act
  }

  /** Asks for the file. Its frame opens it when it is there. */
  async open(): Promise<void> {
    await this.close()
    this.#status = 'opening'
    this.#failure = ''
    try {
      this.#file = await call('reader:open', { attachmentId: this.attachmentId })
    } catch (error) {
      this.#fail(wordsFor(error))
    }
  }

  tell(message: ToReader): void {
    this.post?.(message)
  }

  /** What the frame says; keys and links are the view's. */
  take(message: FromReader): void {
    const name = this.#file?.name ?? this.title
    switch (message.kind) {
      case 'opened':
        this.#status = 'shown'
        this.#wasWrong = false
        this.#pages = message.pages
        this.#pageLabels = message.pageLabels
        break
      case 'selected':
      case 'here':
      case 'drawn':
      case 'picked':
      case 'chosen-at':
        void attempt(() => this.marks.hear(message))
        break
      case 'outline':
        this.#headings = message.headings
        break
      case 'painted':
        this.#isPainted = true
        void attempt(async () => {
          await this.marks.load()
          this.#next?.()
          this.#next = null
        })
        break
      case 'view':
        this.#factor = message.factor
        this.#canGoBack = message.canGoBack
        this.#canGoForward = message.canGoForward
        this.#place = message.place
        this.#page = message.page
        this.#remember(message.place)
        break
      case 'settled':
        this.#settled?.()
        break
      case 'found':
        this.#found = { current: message.current, total: message.total, state: message.state }
        break
      case 'hits':
        this.#hits = message.hits
        break
      case 'locked':
        this.#status = 'locked'
        this.#wasWrong = message.isWrong
        break
      case 'failed':
        this.#fail(words.reader.failures[message.why](name))
        break
    }
  }

  unlock(password: string): void {
    this.tell({ kind: 'password', password })
  }

  find(step: 'none' | 'next' | 'previous' = 'none'): void {
    this.#isFinding = true
    const { query, caseSensitive, wholeWords } = this
    if (query === '') this.#found = nothingFound
    if (query === '') this.#hits = []
    this.tell({ kind: 'find', query, caseSensitive, wholeWords, step })
  }

  startFinding(): void {
    this.#isFinding = true
  }

  endFinding(): void {
    this.#isFinding = false
    if (this.side === 'hits') this.side = 'none'
    this.tell({ kind: 'find-end' })
    this.focus?.()
  }

  /** Keeps the place now, and gives the file back. */
  async close(): Promise<void> {
    await this.settle()
    await this.flush()
    const file = this.#file
    this.#file = null
    if (file !== null) await call('reader:close', { token: file.token })
  }

  /** Waits until the frame has done all it was told, and has told where that has led. */
  async settle(): Promise<void> {
    if (this.post === null || this.#status !== 'shown') return
    let timer: ReturnType<typeof setTimeout> | undefined
    await new Promise<void>((resolve) => {
      this.#settled = resolve
      timer = setTimeout(resolve, settlesWithin)
      this.tell({ kind: 'settle' })
    })
    clearTimeout(timer)
    this.#settled = null
  }

  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    const place = this.#unsaved
    this.#unsaved = null
    const token = this.#file?.token
    if (place !== null && token !== undefined) await call('reader:remember', { token, place })
  }

  #remember(place: ReadingPlace): void {
    this.#unsaved = place
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void attempt(() => this.flush()), pause)
  }

  #fail(sentence: string): void {
    this.#status = 'failed'
    this.#failure = sentence
  }
}
