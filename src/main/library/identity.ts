import type { TriageState } from '@shared/model/triage'
import { foldTitle } from '@shared/text/fold'
import type { ReadableDb } from '../database/handle'
import { all, sql } from '../database/sql'
import { getPapers } from './papers'
import { overlap, speaksAgainst, telling, titlesFit, type Item } from './same-paper'

/** The share of words that two titles have in common at the least, if they are all but the same. */
const nearlySame = 0.7

/** A paper that the library has. */
export interface Known extends Item {
  id: number
  citationKey: string
  trashed: boolean
  triage: TriageState
}

/**
 * The paper of the library that an item names. By identifier first: the same DOI, arXiv id or PubMed id,
 * unless the titles have next to nothing in common, as with an identifier that was copied wrongly. Then
 * by title, the same but for accents, capitals and punctuation, unless something else speaks against it.
 */
export function findSamePaper(db: ReadableDb, item: Item): Known | undefined {
  return byIdentifier(db, item) ?? byTitle(db, item)
}

/**
 * Whether two items that bear one identifier (`identifier`) or one title (`title`) are one paper, by all
 * else that is said of them.
 */
export function isSamePaper(a: Item, b: Item, by: 'identifier' | 'title'): boolean {
  return by === 'identifier' ? titlesFit(a.title, b.title) : speaksAgainst(a, b) === null
}

/** What two items of one paper have in common: an identifier that names it, or its title. */
export function identityKeys(item: Item): { by: 'identifier' | 'title'; key: string }[] {
  const folded = foldTitle(item.title)
  return [
    ...(item.identifiers ?? [])
      .filter(({ scheme }) => telling.has(scheme))
      .map(({ scheme, value }) => ({ by: 'identifier' as const, key: `${scheme}:${value}` })),
    ...(folded === '' ? [] : [{ by: 'title' as const, key: folded }])
  ]
}

/** Whether two titles differ in little: a subtitle, a spelling. */
export function nearlySameTitle(a: string, b: string): boolean {
  return overlap(a, b) >= nearlySame
}

function byIdentifier(db: ReadableDb, item: Item): Known | undefined {
  for (const { scheme, value } of item.identifiers ?? []) {
    if (!telling.has(scheme)) continue
    const bearers = candidates(
      db,
      all<{ id: number }>(
        db,
        sql`SELECT i.paper_id AS id FROM identifier i JOIN paper p ON p.id = i.paper_id
            WHERE i.scheme = ${scheme} AND i.value = ${value}
            ORDER BY p.trashed_at IS NOT NULL, p.id LIMIT 20`
      )
    )
    const same = bearers.find(({ title }) => titlesFit(title, item.title))
    if (same !== undefined) return same
  }
  return undefined
}

function byTitle(db: ReadableDb, item: Item): Known | undefined {
  const folded = foldTitle(item.title)
  if (folded === '') return undefined
  const namesakes = candidates(
    db,
    all<{ id: number }>(
      db,
      sql`SELECT id FROM paper WHERE folded_title = ${folded}
          ORDER BY trashed_at IS NOT NULL, id LIMIT 20`
    )
  )
  return namesakes.find((known) => speaksAgainst(known, item) === null)
}

function candidates(db: ReadableDb, rows: readonly { id: number }[]): Known[] {
  if (rows.length === 0) return []
  return getPapers(
    db,
    rows.map(({ id }) => id)
  )
}
