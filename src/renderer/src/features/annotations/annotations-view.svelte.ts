import type { Annotation, AnnotationList, AnnotationQuery } from '@shared/model/annotation'
import { SvelteMap } from 'svelte/reactivity'
import { call } from '../../lib/api'
import { Latest } from '../../lib/latest'
import { reportError } from '../../lib/report-error'

/** Annotations are fetched in pages of this many. */
const page = 100

/** Asks for everything. */
export const wholeLibrary: AnnotationQuery = {
  ...{ text: '', colours: [], tags: [], kinds: [], paperId: null, unplaced: false }
}

/** A row of the view: a paper, or an annotation of the one before. */
export type ViewRow =
  | { kind: 'paper'; id: number; title: string; citationKey: string; count: number }
  | { kind: 'annotation'; id: number; paperId: number }

/** The annotations of the whole library that answer a query; each comes when it is looked at. */
export class AnnotationsViewState {
  #query = $state.raw<AnnotationQuery>(wholeLibrary)
  #list = $state.raw<AnnotationList>({ ids: [], papers: [] })
  #isLoaded = $state(false)
  #current = $state<number | null>(null)
  readonly #held = new SvelteMap<number, Annotation>()
  readonly #asked = new Set<number>()
  readonly #latest = new Latest()

  readonly rows = $derived.by(() => {
    const rows: ViewRow[] = []
    let at = 0
    for (const { id, title, citationKey, count } of this.#list.papers) {
      rows.push({ kind: 'paper', id, title, citationKey, count })
      for (const end = at + count; at < end; at++)
        rows.push({ kind: 'annotation', id: this.#list.ids[at] ?? 0, paperId: id })
    }
    return rows
  })

  get query(): AnnotationQuery {
    return this.#query
  }
  get count(): number {
    return this.#list.ids.length
  }
  get papers(): AnnotationList['papers'] {
    return this.#list.papers
  }
  get isLoaded(): boolean {
    return this.#isLoaded
  }
  /** The annotation that the keys are on. */
  get current(): number | null {
    return this.#current
  }
  set current(id: number | null) {
    this.#current = id
  }

  annotation(id: number): Annotation | undefined {
    return this.#held.get(id)
  }

  /** Asks for others. */
  async ask(part: Partial<AnnotationQuery>): Promise<void> {
    this.#query = { ...this.#query, ...part }
    await this.refresh()
  }

  /** Asks again: something may have changed. What is on the screen stays there until the answer comes. */
  async refresh(): Promise<void> {
    const list = await this.#latest.run(() => call('annotation:query', this.#query))
    if (list === undefined) return
    const rowOf = this.#list.ids.indexOf(this.#current ?? 0)
    this.#asked.clear()
    this.#list = list
    this.#isLoaded = true
    // The next one where the current is gone.
    if (!list.ids.includes(this.#current ?? 0))
      this.#current = list.ids[Math.max(0, Math.min(rowOf, list.ids.length - 1))] ?? null
    this.look(this.#looked[0], this.#looked[1])
  }

  #looked: [number, number] = [0, 30]

  /** Fetches what is on the screen, by rows. */
  look(first: number, end: number): void {
    this.#looked = [first, end]
    const from = Math.max(0, first - page / 4)
    const wanted = this.rows
      .slice(from, end + page / 4)
      .flatMap((row) => (row.kind === 'annotation' && !this.#asked.has(row.id) ? row.id : []))
      .slice(0, 400)
    if (wanted.length === 0) return
    for (const id of wanted) this.#asked.add(id)
    call('annotation:get', { ids: wanted }).then((held) => {
      for (const one of held) this.#held.set(one.id, one)
    }, reportError)
  }

  /** To the next annotation, or so many further. */
  move(by: number): void {
    const { ids } = this.#list
    const at = ids.indexOf(this.#current ?? 0)
    this.#current = ids[Math.max(0, Math.min(ids.length - 1, at + by))] ?? null
  }
}
