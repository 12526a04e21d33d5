import type { Group, Grouping } from '@shared/model/view'
import type { ReadableDb } from '../database/handle'
import { all, sql, type Sql } from '../database/sql'
import { firstCreator } from './views'

/** What each paper goes by when papers are put together; a paper that is not there goes by nothing. */
export type GroupKeys = ReadonlyMap<number, string>

/**
 * What papers go by: date and id of the newest digest that a paper is in (`2026-03-14 7`), the day it was added (of the last seven
 * days, before that the month), its year, venue, first author, type or first tag.
 */
export function groupKeys(
  db: ReadableDb,
  by: Exclude<Grouping, 'none'>,
  now = new Date()
): GroupKeys {
  const keys = new Map<number, string>()
  for (const { id, key } of all<{ id: number; key: string }>(db, keysOf(by))) keys.set(id, key)
  if (by !== 'added') return keys
  const oldest = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 6)
  const known = new Map<string, string>()
  for (const [id, time] of keys) {
    let key = known.get(time)
    if (key === undefined) known.set(time, (key = dayOrMonth(time, oldest)))
    keys.set(id, key)
  }
  return keys
}

/** Papers put together, each group in the order that they came in. Times go backwards, names by the alphabet; what goes by nothing comes last. */
export function grouped(
  ids: readonly number[],
  keys: GroupKeys,
  by: Exclude<Grouping, 'none'>
): { ids: number[]; groups: Group[] } {
  const members = new Map<string, { name: string; ids: number[] }>()
  for (const id of ids) {
    const key = keys.get(id) ?? ''
    // Names that differ in capitals alone are one.
    const folded = key.toLowerCase()
    const group = members.get(folded)
    if (group === undefined) members.set(folded, { name: key, ids: [id] })
    else group.ids.push(id)
  }
  const order = isOfTime(by) ? backwards : byName
  const groups = [...members.values()].sort(
    (a, b) => Number(a.name === '') - Number(b.name === '') || order(a.name, b.name)
  )
  return {
    ids: groups.flatMap((group) => group.ids),
    groups: groups.map((group) => ({ key: group.name, count: group.ids.length }))
  }
}

function keysOf(by: Exclude<Grouping, 'none'>): Sql {
  switch (by) {
    case 'digest':
      return sql`SELECT a.paper_id AS id, d.date || ' ' || d.id AS key
                 FROM digest d JOIN appearance a ON a.digest_id = d.id ORDER BY d.date, d.id`
    case 'added':
      return sql`SELECT id, added_at AS key FROM paper`
    case 'year':
      return sql`SELECT id, substr(issued, 1, 4) AS key FROM paper`
    case 'venue':
      return sql`SELECT id, venue AS key FROM paper`
    case 'author':
      return sql`SELECT p.id, ${firstCreator} AS key FROM paper p`
    case 'type':
      return sql`SELECT id, type AS key FROM paper`
    case 'tag':
      return sql`SELECT pt.paper_id AS id, MIN(t.name) AS key
                 FROM paper_tag pt JOIN tag t ON t.id = pt.tag_id GROUP BY pt.paper_id`
  }
}

function isOfTime(by: Grouping): boolean {
  return by === 'digest' || by === 'added' || by === 'year'
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

function byName(a: string, b: string): number {
  return collator.compare(a, b)
}

/** Days of a month come before the month, the rest of which is meant. */
function backwards(a: string, b: string): number {
  const [x, y] = [a.padEnd(10, ' '), b.padEnd(10, ' ')]
  return x < y ? 1 : x > y ? -1 : 0
}

function dayOrMonth(time: string, oldest: Date): string {
  const date = new Date(time)
  const month = `${String(date.getFullYear())}-${String(date.getMonth() + 1).padStart(2, '0')}`
  return date < oldest ? month : `${month}-${String(date.getDate()).padStart(2, '0')}`
}
