import type { Sidebar } from '@shared/model/view'

type Tags = Sidebar['tags']

/** Tags whose names have the letters that were typed, in the order that is asked for. */
export function shownTags(tags: Tags, typed: string, by: 'name' | 'count'): Tags {
  const parts = typed.toLowerCase().split(/\s+/)
  const fitting = tags.filter(({ name }) =>
    parts.every((part) => name.toLowerCase().includes(part))
  )
  return by === 'name' ? fitting : fitting.toSorted((a, b) => b.count - a.count)
}

/** Tags of so few papers, those above others left out that are not so rare. */
export function rareTags(tags: Tags, most: number): Set<number> {
  return new Set(tags.filter(({ count }) => count <= most).map(({ id }) => id))
}

/** Rows of a list that are chosen with the keys and the pointer. */
export interface Chosen {
  readonly ids: ReadonlySet<number>
  /** Where the keys are. */
  readonly at: number | null
  /** Where a range begins. */
  readonly anchor: number | null
}

/** How a row is chosen: alone, as one more or less, or with all from the anchor on. */
export function chosen(
  before: Chosen,
  order: readonly number[],
  id: number,
  how: 'only' | 'toggle' | 'extend'
): Chosen {
  if (how === 'only') return { ids: new Set([id]), at: id, anchor: id }
  if (how === 'toggle') {
    const ids = new Set(before.ids)
    if (!ids.delete(id)) ids.add(id)
    return { ids, at: id, anchor: id }
  }
  const anchor = before.anchor ?? id
  const [from = 0, to = 0] = [order.indexOf(anchor), order.indexOf(id)].sort((a, b) => a - b)
  return { ids: new Set(order.slice(Math.max(0, from), to + 1)), at: id, anchor }
}
