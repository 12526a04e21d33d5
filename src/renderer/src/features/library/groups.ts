import type { Group } from '@shared/model/view'

/** Papers of a list in groups: the ids of each stand behind one another. */
export class Groups {
  /** Where each group begins in the ids. */
  readonly #starts: number[]
  /** By paper, its group; made when it is first asked for. */
  #groupOf: Map<number, number> | null = null

  constructor(
    readonly ids: readonly number[],
    readonly list: readonly Group[]
  ) {
    let start = 0
    this.#starts = list.map(({ count }) => {
      start += count
      return start - count
    })
  }

  /** How the heading of a group stands among ids, which are positive. */
  static heading(group: number): number {
    return -1 - group
  }

  /** What is shown: each group's heading, and its papers unless it is folded. */
  items(folded: ReadonlySet<string>): readonly number[] {
    if (this.list.length === 0) return this.ids
    return this.list.flatMap(({ key }, group) => [
      Groups.heading(group),
      ...(folded.has(key) ? [] : this.#members(group))
    ])
  }

  /** The group of a paper or heading; null where papers are not grouped. */
  of(item: number): number | null {
    if (item < 0) return -1 - item
    if (this.list.length === 0) return null
    this.#groupOf ??= new Map(
      this.list.flatMap((_, group) => this.#members(group).map((id) => [id, group] as const))
    )
    return this.#groupOf.get(item) ?? null
  }

  /** These groups without papers that went; one that came belongs to the group of the paper it stands behind. */
  with(ids: readonly number[]): Groups {
    const counts = this.list.map(() => 0)
    let group = 0
    for (const id of ids) {
      group = this.of(id) ?? group
      counts[group] = (counts[group] ?? 0) + 1
    }
    const list = this.list.map(({ key }, index) => ({ key, count: counts[index] ?? 0 }))
    return new Groups(
      ids,
      list.filter(({ count }) => count > 0)
    )
  }

  /** The first paper of a group. */
  first(group: number): number {
    return this.ids[this.#starts[group] ?? 0] ?? 0
  }

  /** Where the keys come to, so many steps on: papers and headings of folded groups count. */
  stepped(
    folded: ReadonlySet<string>,
    from: { heading: number | null; current: number | null; steps: number }
  ): number | undefined {
    const stops = this.items(folded).filter(
      (item) => item > 0 || folded.has(this.list[-1 - item]?.key ?? '')
    )
    const { heading, current, steps } = from
    const isOpen = heading !== null && !folded.has(this.list[heading]?.key ?? '')
    const item = heading === null ? current : isOpen ? this.first(heading) : Groups.heading(heading)
    const found = item === null ? -1 : stops.indexOf(item)
    if (found === -1) return steps > 0 ? stops[0] : stops.at(-1)
    // The heading of an open group stands right before its first paper.
    const at = isOpen && steps > 0 ? found - 1 : found
    return stops[Math.min(stops.length - 1, Math.max(0, at + steps))]
  }

  #members(group: number): readonly number[] {
    const start = this.#starts[group] ?? 0
    return this.ids.slice(start, start + (this.list[group]?.count ?? 0))
  }
}
