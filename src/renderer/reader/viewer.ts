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
import { Drawing, placeOn } from './drawing'
import { spareFigures } from './figures'
import { Finder } from './finder'
import { Links } from './links'
import { openDocument } from './open-document'
import { boxAround, boxIn, Marks, pageOf } from './marks'
import { outlineOf, type OutlineEntry } from './outline'
import { Passages } from './passages'
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
  readonly #marks = new Marks(() => this.#drawnViews())
  readonly #drawing: Drawing
  #passages: Passages | null = null
  #chosen: number | null = null
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
    this.#drawing = new Drawing(
      elements.pages,
      (number) => this.#viewAt(number - 1),
      (tool, { page, beside, ...shape }) => {
        void this.#passages?.drawn(page, shape, beside).then((place) => {
          tell({ kind: 'drawn', tool, place })
        })
      }
    )
    this.#listen()
    this.#listenToMarking()
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
        if (document.hasFocus()) this.#container.focus()
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
        viewer.spreadMode = viewer.spreadMode === SpreadMode.NONE ? SpreadMode.ODD : SpreadMode.NONE
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
      case 'marks':
        this.#marks.set(message.marks)
        this.#tellChosen()
        break
      case 'choose':
        this.#choose(message.id, message.isGoingThere)
        break
      case 'where':
        void this.#where()
        break
      case 'settle':
        viewer.update()
        this.#tellViewNow()
        tell({ kind: 'settled' })
        break
      case 'unselect':
        getSelection()?.removeAllRanges()
        break
      case 'tool':
        this.#drawing.take(message.tool, message.colour)
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
        this.#marks.draw(source)
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
      this.#tellChosen()
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
    // The keys are the pages' as soon as the frame has them; it never takes them from the window by itself.
    window.addEventListener('focus', () => {
      if (document.activeElement === document.body) this.#container.focus()
    })
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
      this.#passages = new Passages(pdf, (page) => this.#viewAt(page))
      this.#bus.on(
        'pagesinit',
        () => {
          this.#show(place)
          // Not before: a page that is asked for now is gone to, and stays.
          tell({ kind: 'opened', pages: pdf.numPages, pageLabels: null })
        },
        { once: true }
      )
      this.#viewer.setDocument(pdf)
      this.#links.setDocument(pdf)
      this.#finder.setDocument(pdf)
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
    for (const view of this.#drawnViews()) spareFigures(view)
  }

  #viewAt(index: number): PDFPageView | undefined {
    return this.#viewer.getPageView(index) as PDFPageView | undefined
  }

  #drawnViews(): PDFPageView[] {
    return Array.from({ length: this.#viewer.pagesCount }, (_, at) => this.#viewAt(at)).filter(
      (view) => Boolean(view?.canvas)
    ) as PDFPageView[]
  }

  #listenToMarking(): void {
    let isDown = false
    let wasTold = false
    const look = (): void => {
      const selection = getSelection()
      const isSome = selection !== null && !selection.isCollapsed && selection.rangeCount > 0
      if (isDown && isSome) return
      const inText =
        isSome && selection.anchorNode?.parentElement?.closest('.textLayer') instanceof Element
      if (!inText && !wasTold) return
      wasTold = inText
      tell({ kind: 'selected', box: inText ? boxOf(selection.getRangeAt(0)) : null })
    }
    const pages = this.#container
    document.addEventListener('selectionchange', look)
    pages.addEventListener('scroll', look)
    pages.addEventListener('pointerdown', () => {
      isDown = true
    })
    window.addEventListener('pointerup', () => {
      isDown = false
      look()
    })
    pages.addEventListener('click', (event) => {
      if (this.#drawing.isOn || getSelection()?.isCollapsed === false) return
      const target = event.target instanceof Element ? event.target : null
      if (target?.closest('a') !== null) return
      const page = target.closest<HTMLElement>('.page')
      const view = page === null ? undefined : this.#viewAt(Number(page.dataset['pageNumber']) - 1)
      if (page === null || view === undefined) return
      const [x, y] = placeOn(page, event)
      const [px = 0, py = 0] = view.viewport.convertToPdfPoint(x, y) as number[]
      tell({ kind: 'picked', id: this.#marks.at(pageOf(view), [px, py])?.id ?? null })
    })
  }

  async #where(): Promise<void> {
    const selected = await this.#passages?.selected()
    const hit = selected ? null : await this.#finder.hit()
    const place = selected ?? (hit === null ? null : await this.#passages?.place(hit))
    tell({ kind: 'here', place: place ?? null })
  }

  #choose(id: number | null, isGoingThere: boolean): void {
    this.#chosen = id
    this.#marks.choose(id)
    const mark = id === null ? undefined : this.#marks.get(id)
    if (mark !== undefined && isGoingThere) {
      this.#leave()
      const [left, , , top] = boxAround(mark)
      this.#scrollTo({ page: mark.page + 1, x: Math.max(0, left - 60), y: top + 120 })
    }
    this.#tellChosen()
  }

  #tellChosen(): void {
    const mark = this.#chosen === null ? undefined : this.#marks.get(this.#chosen)
    const view = mark === undefined ? undefined : this.#viewAt(mark.page)
    if (mark === undefined || view === undefined) {
      if (this.#chosen !== null) tell({ kind: 'chosen-at', box: null })
      return
    }
    const { x, y, width, height } = boxIn(view.viewport, boxAround(mark))
    const page = (view.div as HTMLElement).getBoundingClientRect()
    const [left, top] = [page.left + x, page.top + y]
    const box = { left, top, right: left + width, bottom: top + height }
    const isOn = box.bottom > 0 && box.top < innerHeight
    tell({ kind: 'chosen-at', box: isOn ? box : null })
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
      this.#tellViewNow()
    }, 16)
  }

  #tellViewNow(): void {
    const place = this.#place
    if (place === null) return
    const { canGoBack, canGoForward } = this.#places
    const factor = this.#viewer.currentScale
    const page = this.#viewer.currentPageNumber
    tell({ kind: 'view', place, page, factor, canGoBack, canGoForward })
  }
}

function boxOf(range: Range): { left: number; top: number; right: number; bottom: number } {
  const { left, top, right, bottom } = range.getBoundingClientRect()
  return { left, top, right, bottom }
}
