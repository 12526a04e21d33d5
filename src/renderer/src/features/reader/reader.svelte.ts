import type { Attachment } from '@shared/model/paper'
import { reportError } from '../../lib/report-error'
import { TabState } from './tab.svelte'

const isPdf = ({ mediaType }: Attachment): boolean => mediaType === 'application/pdf'

/** The PDF of a paper that opens without asking which; undefined where it has none. */
export function firstPdf(attachments: readonly Attachment[]): Attachment | undefined {
  return attachments.find(isPdf)
}

/** A frame for pages: what it shows, or null while it waits for the next PDF. */
export class PageFrame {
  tab = $state.raw<TabState | null>(null)
}

/** The PDFs that are open, each in a tab; of one of them, or none, is on view in place of the list. */
export class ReaderState {
  #tabs = $state.raw<readonly TabState[]>([])
  /** Those of the tabs, those of closed tabs that have yet to say where they were, and maybe one that waits. */
  #frames = $state.raw<readonly PageFrame[]>([])
  #closed: Promise<unknown> = Promise.resolve()
  #active = $state.raw<TabState | null>(null)
  /** The one that was on view last. */
  #last: TabState | null = null

  get tabs(): readonly TabState[] {
    return this.#tabs
  }
  get frames(): readonly PageFrame[] {
    return this.#frames
  }
  /** The tab on view; null where the list is. */
  get active(): TabState | null {
    return this.#active
  }

  /** Has a frame wait for the first PDF: its process and its script take longer to start than a PDF to open. */
  makeReady(): void {
    if (this.#frames.length === 0) this.#frames = [new PageFrame()]
  }

  /** Opens a PDF of a paper, or shows it where it is open already. */
  async open(attachment: Attachment, paper: { id: number; title: string }): Promise<void> {
    const known = this.#tabs.find(({ attachmentId }) => attachmentId === attachment.id)
    const tab = known ?? new TabState(attachment.id, paper.id, paper.title || attachment.name)
    if (known === undefined) {
      this.#tabs = [...this.#tabs, tab]
      const waiting = this.#frames.find((frame) => frame.tab === null)
      const frame = waiting ?? new PageFrame()
      frame.tab = tab
      if (waiting === undefined) this.#frames = [...this.#frames, frame]
    }
    this.show(tab)
    // One that was closed a moment ago opens where it was.
    await this.#closed
    if (known === undefined || known.status === 'failed') await tab.open()
  }

  /** Shows a tab, or the list for null. */
  show(tab: TabState | null): void {
    if (this.#active !== null) this.#active.flush().catch(reportError)
    this.#active = tab
    if (tab !== null) this.#last = tab
    tab?.focus?.()
  }

  /** The tab that was on view before the list was. */
  get former(): TabState | undefined {
    return this.#tabs.includes(this.#last as TabState)
      ? (this.#last ?? undefined)
      : this.#tabs.at(-1)
  }

  /** The tab so many places on, the list being one of them. */
  at(step: 1 | -1): TabState | null {
    const all = [null, ...this.#tabs]
    return all.at((all.indexOf(this.#active) + step) % all.length) ?? null
  }

  async close(tab: TabState): Promise<void> {
    const index = this.#tabs.indexOf(tab)
    this.#tabs = this.#tabs.filter((each) => each !== tab)
    if (this.#active === tab) this.show(this.#tabs[index] ?? this.#tabs[index - 1] ?? null)
    const closing = tab.close()
    this.#closed = Promise.allSettled([this.#closed, closing])
    try {
      await closing
    } finally {
      this.#frames = this.#frames.filter((frame) => frame.tab !== tab)
    }
  }

  /** Papers have changed, and maybe what is marked in them; null for any. */
  async changed(ids: readonly number[] | null): Promise<void> {
    const told = this.#tabs.filter(
      ({ paperId, isPainted }) => isPainted && (ids === null || ids.includes(paperId))
    )
    await Promise.all(told.map(({ marks }) => marks.load()))
  }

  /** Keeps every place. */
  async flush(): Promise<void> {
    await Promise.all(
      this.#tabs.map(async (tab) => {
        await tab.settle()
        await tab.flush()
      })
    )
  }
}
