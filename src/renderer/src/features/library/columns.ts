import type { ListColumn } from '@shared/model/columns'
import type { Settings } from '@shared/model/settings'
import type { Sort } from '@shared/model/view'

type Columns = Settings['columns']

/** What the list can be ordered by, of what a column says; nothing for tags. */
const sortOf: Partial<Record<ListColumn, Sort['column']>> = {
  ...{ title: 'title', authors: 'authors', year: 'year', venue: 'venue', added: 'added' },
  ...{ key: 'key', type: 'type', read: 'read' }
}
/** Widths in CSS pixels of columns that come in. */
const widths: Record<ListColumn, number> = {
  ...{ title: 320, authors: 150, year: 56, venue: 130, tags: 130, added: 96 },
  ...{ key: 150, type: 120, read: 84 }
}
export const narrowest = 40
export const widest = 1200

/** The order that a click on a column's head asks for; the other way around when it has it already. */
export function sortedBy(column: ListColumn, now: Sort): Sort | null {
  const by = sortOf[column]
  if (by === undefined) return null
  if (by === now.column) return { column: by, descending: !now.descending }
  return { column: by, descending: by === 'added' || by === 'year' }
}

/** Whether and how the list is ordered by a column, in the words of ARIA. */
export function ariaSort(column: ListColumn, now: Sort): 'ascending' | 'descending' | 'none' {
  if (sortOf[column] !== now.column) return 'none'
  return now.descending ? 'descending' : 'ascending'
}

export function resized(columns: Columns, column: ListColumn, width: number): Columns {
  const bounded = Math.round(Math.min(widest, Math.max(narrowest, width)))
  return columns.map((each) => (each.column === column ? { column, width: bounded } : each))
}

/** Puts a column in the place of another, those between move up. */
export function moved(columns: Columns, column: ListColumn, to: number): Columns {
  const from = columns.findIndex((each) => each.column === column)
  const [taken] = columns.slice(from, from + 1)
  if (from === -1 || taken === undefined) return columns
  const rest = columns.filter((each) => each.column !== column)
  rest.splice(Math.max(0, Math.min(rest.length, to)), 0, taken)
  return rest
}

/** With a column that was not shown, or without one that was; the last one stays. */
export function toggled(columns: Columns, column: ListColumn): Columns {
  const rest = columns.filter((each) => each.column !== column)
  if (rest.length === columns.length) return [...columns, { column, width: widths[column] }]
  return rest.length === 0 ? columns : rest
}
