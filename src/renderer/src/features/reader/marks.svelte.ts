import type { Annotation, AnnotationKind } from '@shared/model/annotation'
import type {
  Box,
  DrawingTool,
  FromReader,
  Mark,
  Place,
  ToReader
} from '@shared/model/reader-messages'
import type { OpenedFile } from '@shared/model/reading'
import { call } from '../../lib/api'
import { Latest } from '../../lib/latest'

type FromMarking = Extract<
  FromReader,
  { kind: 'selected' | 'here' | 'drawn' | 'picked' | 'chosen-at' }
>

/** What marks know of the tab they are in. */
interface Pages {
  readonly attachmentId: number
  readonly paperId: number
  readonly file: OpenedFile | null
  readonly isPainted: boolean
  readonly isFinding: boolean
  readonly found: { current: number }
  /** The number that is printed on a page. */
  label: (page: number) => string
  tell: (message: ToReader) => void
  focus: (() => void) | null
}

/** A mark whose place is in a PDF. */
export type PdfAnnotation = Annotation & { target: Extract<Annotation['target'], { on: 'pdf' }> }

/** The annotations of one PDF: those that are there, the one that is chosen, and making more. */
export class MarksState {
  #list = $state.raw<readonly PdfAnnotation[]>([])
  #chosenId = $state<number | null>(null)
  #chosenAt = $state.raw<Box | null>(null)
  #selectedAt = $state.raw<Box | null>(null)
  #tool = $state<DrawingTool | null>(null)
  /** The colour that was used last. */
  #colour = $state(0)
  /** The one to be chosen when the pages are there. */
  #later: number | null = null
  #wanted: ((place: Place | null) => void) | null = null
  readonly #tab: Pages
  readonly #latest = new Latest()

  constructor(tab: Pages) {
    this.#tab = tab
  }

  get list(): readonly PdfAnnotation[] {
    return this.#list
  }
  get chosen(): PdfAnnotation | undefined {
    return this.#list.find(({ id }) => id === this.#chosenId)
  }
  /** Where it is, in the frame; null while it is not on the screen. */
  get chosenAt(): Box | null {
    return this.#chosenAt
  }
  /** Where the selected text is; null for none. */
  get selectedAt(): Box | null {
    return this.#selectedAt
  }
  get tool(): DrawingTool | null {
    return this.#tool
  }
  get colour(): number {
    return this.#colour
  }
  /** Whether there is text that could be marked. */
  get canMark(): boolean {
    return this.#selectedAt !== null || (this.#tab.isFinding && this.#tab.found.current > 0)
  }

  /** Fetches them, as they are now, and has them drawn. */
  async load(): Promise<void> {
    const { attachmentId, file } = this.#tab
    const paperId = file?.paperId ?? this.#tab.paperId
    const list = await this.#latest.run(() =>
      call('annotation:list', { paperId, attachmentId, pages: null })
    )
    if (list === undefined) return
    this.#list = list.filter((one): one is PdfAnnotation => one.target.on === 'pdf' && one.placed)
    this.#tab.tell({ kind: 'marks', marks: this.#list.map(markOf) })
    const later = this.#later
    this.#later = null
    if (later !== null) this.choose(later, { isGoingThere: true })
    else if (this.#chosenId !== null && this.chosen === undefined) this.choose(null)
  }

  /** Shows one as the chosen one; from a list the pages go to it. */
  choose(id: number | null, how: { isGoingThere?: boolean } = {}): void {
    if (!this.#tab.isPainted) {
      this.#later = id
      return
    }
    this.#chosenId = id
    if (id === null) this.#chosenAt = null
    this.#tab.tell({ kind: 'choose', id, isGoingThere: how.isGoingThere === true })
  }

  /** Marks the text that is selected, or the hit that find is at. */
  async mark(
    kind: 'highlight' | 'underline',
    colour = this.#colour,
    isWriting = false
  ): Promise<void> {
    const place = await this.#where()
    if (place === null) return
    this.#colour = colour
    this.#tab.tell({ kind: 'unselect' })
    await this.#add(kind, place, isWriting)
  }

  /** Takes up a tool to draw with; the same again puts it down. */
  take(tool: DrawingTool | null, colour = this.#colour): void {
    this.#tool = tool
    this.#colour = colour
    this.#tab.tell({ kind: 'tool', tool, colour })
  }

  async remove(id: number): Promise<void> {
    this.choose(null)
    await call('annotation:remove', { ids: [id] })
    this.#tab.focus?.()
  }

  /** What the frame says of marks. Places it was not asked for are not taken. */
  async hear(message: FromMarking): Promise<void> {
    if (message.kind === 'selected') this.#selectedAt = message.box
    else if (message.kind === 'chosen-at') this.#chosenAt = message.box
    else if (message.kind === 'picked') this.choose(message.id)
    else if (message.kind === 'here') {
      this.#wanted?.(message.place)
      this.#wanted = null
    } else if (message.tool === this.#tool) {
      if (message.tool !== 'ink') this.take(null)
      const isWriting = message.tool === 'note' || message.tool === 'text'
      await this.#add(message.tool, message.place, isWriting)
    }
  }

  #where(): Promise<Place | null> {
    this.#wanted?.(null)
    return new Promise((resolve) => {
      this.#wanted = resolve
      this.#tab.tell({ kind: 'where' })
    })
  }

  async #add(kind: AnnotationKind, place: Place, isWriting: boolean): Promise<void> {
    const { attachmentId, file } = this.#tab
    const paperId = file?.paperId ?? this.#tab.paperId
    const pageLabel = this.#tab.label(place.page + 1).slice(0, 50)
    const { ids } = await call('annotation:add', {
      annotations: [
        {
          ...{ paperId, kind, colour: this.#colour, comment: '', tags: [] },
          target: { on: 'pdf', attachmentId, pageLabel, ...place }
        }
      ]
    })
    await this.load()
    const [id] = ids
    if (isWriting && id !== undefined) this.choose(id)
  }
}

function markOf({ id, kind, colour, comment, target }: PdfAnnotation): Mark {
  const { page, rectangles, nextRectangles, paths, point } = target
  return {
    ...{ id, kind, colour, comment: kind === 'text' ? comment : '' },
    ...{ page, rectangles, nextRectangles, paths, point }
  }
}
