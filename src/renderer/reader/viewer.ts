import './pdfjs'
import {
  AnnotationEditorType,
  AnnotationMode,
  InvalidPDFException,
  PasswordException,
  type PDFDocumentLoadingTask,
  type PDFDocumentProxy
} from 'pdfjs-dist'
import { EventBus, PDFViewer, SpreadMode, type PDFPageView } from 'pdfjs-dist/web/pdf_viewer.mjs'
import type { PageScale, ReadingPlace } from '@shared/model/reading'
import type { ReaderLabels, ReaderLook, ToReader } from '@shared/model/reader-messages'
import { tell } from './channel'
import { spareFigures } from './figures'
import { Finder } from './finder'
import { Links } from './links'
import { openDocument } from './open-document'
import { outlineOf, type OutlineEntry } from './outline'
import { Places } from './places'
import { plainWords } from './plain-words'
import { Preview } from './preview'
import { Thumbnails } from './thumbnails'

/** What pdf.js says of what is on view. */
interface Location {
  pageNumber: number
  top: number
  left: number
}

/** Images of any size are noted where they are drawn, but none is put into the page for the pointer. */
const noteImages = 1_000_000

/** The pages of one PDF, as the window has them shown. */
export class Viewer {
  readonly #bus = new EventBus()
  readonly #places = new Places<ReadingPlace>()
  readonly #links = new Links(this.#bus, () => {
    this.#leave()
  })
  readonly #finder = new Finder(this.#bus, this.#links)
  readonly #container: HTMLDivElement
  readonly #viewer: PDFViewer
  readonly #thumbnails: Thumbnails
  readonly #preview: Preview
  #task: PDFDocumentLoadingTask | null = null
  #pdf: PDFDocumentProxy | null = null
  #outline: OutlineEntry[] = []
  #location: Location | null = null
  #isPainted = false
  #look: ReaderLook = { theme: 'light', darkPages: false }
  #answerPassword: ((password: string) => void) | null = null
  #telling = false

  constructor(elements: { pages: HTMLDivElement; thumbnails: HTMLElement; preview: HTMLElement }) {
    this.#container = elements.pages
    this.#viewer = new PDFViewer({
      container: elements.pages,
      ...{ eventBus: this.#bus, linkService: this.#links, findController: this.#finder.controller },
      // What is in the file is shown; its forms are not to be filled in, and its scripts do not run.
      annotationMode: AnnotationMode.ENABLE,
      annotationEditorMode: AnnotationEditorType.DISABLE,
      imagesRightClickMinSize: noteImages,
      l10n: plainWords
    })
    this.#links.setViewer(this.#viewer)
    this.#thumbnails = new Thumbnails(elements.thumbnails, (page) => {
      this.#leave()
      this.#viewer.currentPageNumber = page
    })
    this.#preview = new Preview(elements.preview, elements.pages, () => this.#pdf)
    this.#listen()
  }

  /** Whether Escape has something to close here. */
  get hasCard(): boolean {
    return this.#preview.isShown
  }

  closeCard(): void {
    this.#preview.hide()
  }

  take(message: ToReader): void {
    const viewer = this.#viewer
    switch (message.kind) {
      case 'open':
        void this.#open(message)
        break
      case 'look':
        this.#setLook(message.look)
        break
      case 'password':
        this.#answerPassword?.(message.password)
        break
      case 'focus':
        this.#container.focus()
        break
      case 'find':
        this.#finder.find(message)
        break
      case 'find-hit':
        this.#finder.goTo(message.page, message.index)
        break
      case 'find-end':
        this.#finder.end()
        break
      case 'scale':
        this.#scale(message.scale)
        break
      case 'zoom':
        viewer.updateScale({ steps: message.steps })
        break
      case 'rotate':
        viewer.pagesRotation = viewer.pagesRotation + message.by
        break
      case 'two-pages':
        viewer.spreadMode = message.on ? SpreadMode.ODD : SpreadMode.NONE
        this.#refit()
        break
      case 'page':
        this.#leave()
        viewer.currentPageNumber = Math.min(message.page, viewer.pagesCount)
        break
      case 'turn':
        if (message.by === 1) viewer.nextPage()
        else viewer.previousPage()
        break
      case 'heading': {
        const destination = this.#outline[message.id]?.destination
        if (destination) void this.#links.goToDestination(destination)
        break
      }
      case 'history':
        this.#travel(message.step)
        break
      case 'thumbnails':
        this.#thumbnails.show(message.on)
        this.#refit()
        break
    }
    this.#tellView()
  }

  #listen(): void {
    const bus = this.#bus
    bus.on(
      'pagerendered',
      ({ source, pageNumber }: { source: PDFPageView; pageNumber: number }) => {
        if (this.#look.darkPages) spareFigures(source)
        if (this.#isPainted || pageNumber !== this.#viewer.currentPageNumber) return
        this.#isPainted = true
        requestAnimationFrame(() => {
          setTimeout(() => {
            tell({ kind: 'painted' })
            void this.#afterFirstPage()
          })
        })
      }
    )
    bus.on('updateviewarea', ({ location }: { location: Location }) => {
      this.#location = location
      this.#tellView()
    })
    bus.on('pagechanging', ({ pageNumber }: { pageNumber: number }) => {
      this.#thumbnails.mark(pageNumber)
    })
    for (const event of ['scalechanging', 'rotationchanging', 'spreadmodechanged'])
      bus.on(event, () => {
        this.#tellView()
      })
    new ResizeObserver(() => {
      this.#refit()
    }).observe(this.#container)
    this.#container.addEventListener(
      'wheel',
      (event) => {
        if (!event.ctrlKey && !event.metaKey) return
        event.preventDefault()
        const lines =
          event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY / 100 : event.deltaY
        this.#viewer.updateScale({
          scaleFactor: 1.12 ** -Math.max(-4, Math.min(4, lines)),
          drawingDelay: 300,
          origin: [event.clientX, event.clientY]
        })
      },
      { passive: false }
    )
  }

  async #open({
    token,
    bytes,
    place,
    look,
    labels
  }: Extract<ToReader, { kind: 'open' }>): Promise<void> {
    this.#setLook(look)
    this.#setLabels(labels)
    this.#isPainted = false
    const task = openDocument(
      { token, bytes },
      {
        locked: (isWrong, answer) => {
          this.#answerPassword = answer
          tell({ kind: 'locked', isWrong })
        },
        gone: () => {
          tell({ kind: 'failed', why: 'gone' })
        }
      }
    )
    this.#task = task
    try {
      const pdf = await task.promise
      if (this.#task !== task) return
      this.#pdf = pdf
      this.#bus.on(
        'pagesinit',
        () => {
          this.#show(place)
        },
        { once: true }
      )
      this.#viewer.setDocument(pdf)
      this.#links.setDocument(pdf)
      this.#finder.setDocument(pdf)
      tell({ kind: 'opened', pages: pdf.numPages, pageLabels: null })
      this.#nameOf = (page) => labels.page.replace('{n}', String(page))
    } catch (error) {
      if (error instanceof PasswordException) return
      tell({ kind: 'failed', why: error instanceof InvalidPDFException ? 'damaged' : 'unexpected' })
    }
  }

  #nameOf: (page: number) => string = String

  /** What the first page does not wait for. */
  async #afterFirstPage(): Promise<void> {
    const pdf = this.#pdf
    if (pdf === null) return
    this.#thumbnails.setDocument(pdf, this.#nameOf)
    this.#thumbnails.mark(this.#viewer.currentPageNumber)
    for (let at = 0; at < pdf.numPages; at++)
      (this.#viewer.getPageView(at) as PDFPageView | undefined)?.div.setAttribute(
        'aria-label',
        this.#nameOf(at + 1)
      )
    const pageLabels = await pdf.getPageLabels().catch(() => null)
    if (pageLabels?.some((label, index) => label !== String(index + 1)) === true) {
      this.#viewer.setPageLabels(pageLabels)
      tell({
        kind: 'opened',
        pages: pdf.numPages,
        pageLabels: pageLabels.map((l) => l.slice(0, 100))
      })
    }
    this.#outline = await outlineOf(pdf)
    tell({
      kind: 'outline',
      headings: this.#outline.map(({ title, level }, id) => ({ id, title, level }))
    })
  }

  #show(place: ReadingPlace | null): void {
    const viewer = this.#viewer
    if (place !== null) {
      if (place.twoPages) viewer.spreadMode = SpreadMode.ODD
      viewer.pagesRotation = place.rotation
    }
    this.#scale(place?.scale ?? 'page-width')
    if (place !== null) this.#scrollTo(place)
  }

  #scale(scale: PageScale): void {
    this.#viewer.currentScaleValue = String(scale)
  }

  /** A page that fills the width, or the height, goes on doing so. */
  #refit(): void {
    const value = this.#viewer.currentScaleValue
    if (this.#pdf !== null && /^page-/.test(value)) this.#viewer.currentScaleValue = value
    this.#viewer.update()
  }

  #scrollTo({ page, x, y }: Pick<ReadingPlace, 'page' | 'x' | 'y'>): void {
    this.#viewer.scrollPageIntoView({
      pageNumber: Math.min(page, this.#viewer.pagesCount),
      destArray: [null, { name: 'XYZ' }, x, y, null],
      allowNegativeOffset: true
    })
  }

  #setLook(look: ReaderLook): void {
    this.#look = look
    document.documentElement.dataset['theme'] = look.theme
    document.documentElement.dataset['pages'] = look.darkPages ? 'dark' : 'light'
    if (!look.darkPages || this.#pdf === null) return
    for (let at = 0; at < this.#viewer.pagesCount; at++) {
      const view = this.#viewer.getPageView(at) as PDFPageView | undefined
      if (view?.canvas) spareFigures(view)
    }
  }

  #setLabels(labels: ReaderLabels): void {
    document.documentElement.lang = labels.language
    document.getElementById('pages')?.setAttribute('aria-label', labels.pages)
    document.getElementById('thumbnails')?.setAttribute('aria-label', labels.thumbnails)
    document.getElementById('preview')?.setAttribute('aria-label', labels.preview)
  }

  get #place(): ReadingPlace | null {
    const at = this.#location
    if (at === null || this.#pdf === null) return null
    const value = this.#viewer.currentScaleValue
    const scale = value === 'page-width' || value === 'page-fit' ? value : this.#viewer.currentScale
    return {
      page: at.pageNumber,
      ...{ x: at.left, y: at.top, scale },
      rotation: (((this.#viewer.pagesRotation % 360) + 360) % 360) as ReadingPlace['rotation'],
      twoPages: this.#viewer.spreadMode !== SpreadMode.NONE
    }
  }

  /** The user is about to go elsewhere: the way back leads here. */
  #leave(): void {
    const place = this.#place
    if (place !== null) this.#places.leave(place)
    this.#tellView()
  }

  #travel(step: 'back' | 'forward'): void {
    const here = this.#place
    const place = here === null ? undefined : this.#places[step](here)
    if (place !== undefined) this.#scrollTo(place)
  }

  /** Once a frame at most. */
  #tellView(): void {
    if (this.#telling) return
    this.#telling = true
    setTimeout(() => {
      this.#telling = false
      const place = this.#place
      if (place === null) return
      const { canGoBack, canGoForward } = this.#places
      const factor = this.#viewer.currentScale
      tell({ kind: 'view', place, factor, canGoBack, canGoForward })
    }, 16)
  }
}
