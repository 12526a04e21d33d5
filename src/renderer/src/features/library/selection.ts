/** Which papers of a list are selected. Pure: every step gives a new selection. */
export interface Selection {
  readonly ids: ReadonlySet<number>
  /** The paper the keys move from, and the one shown. */
  readonly current: number | null
  /** Where a range begins that Shift extends. */
  readonly anchor: number | null
}

export const noSelection: Selection = { ids: new Set(), current: null, anchor: null }

/** Just this one; nothing where there is none. */
export function only(id: number | undefined): Selection {
  if (id === undefined) return noSelection
  return { ids: new Set([id]), current: id, anchor: id }
}

/** Ctrl-click: one more, or one less. */
export function toggled(selection: Selection, id: number): Selection {
  const ids = new Set(selection.ids)
  if (!ids.delete(id)) ids.add(id)
  return { ids, current: id, anchor: id }
}

/** Shift-click or Shift with an arrow: all from the anchor to here. */
export function extended(selection: Selection, list: readonly number[], id: number): Selection {
  const anchor = selection.anchor ?? list[0] ?? id
  const [from, to] = [list.indexOf(anchor), list.indexOf(id)].sort((a, b) => a - b)
  return { ids: new Set(list.slice(Math.max(0, from ?? 0), (to ?? 0) + 1)), current: id, anchor }
}

/** The id `steps` further down (or up) the list; stops at its ends. */
export function stepped(
  selection: Selection,
  list: readonly number[],
  steps: number
): number | undefined {
  const at = selection.current === null ? -1 : list.indexOf(selection.current)
  if (at === -1) return steps > 0 ? list[0] : list.at(-1)
  return list[Math.min(list.length - 1, Math.max(0, at + steps))]
}

/**
 * What is left of a selection when the list has changed: the selection itself where all of it is. Where the current
 * paper went, the one that took its place is current, so that a hand on the keys stays where it was.
 */
export function kept(
  selection: Selection,
  before: readonly number[],
  after: readonly number[]
): Selection {
  const here = new Set(after)
  const ids = new Set([...selection.ids].filter((id) => here.has(id)))
  const { current } = selection
  const isHere = current === null || here.has(current)
  if (isHere && ids.size === selection.ids.size) return selection
  if (isHere) return { ...selection, ids }
  const next = before.slice(before.indexOf(current)).find((id) => here.has(id)) ?? after.at(-1)
  return next !== undefined && ids.size > 0 ? { ids, current: next, anchor: next } : only(next)
}
