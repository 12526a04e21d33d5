import type { DuplicateGroup } from '@shared/model/duplicates'
import type { JournalledDb, ReadableDb } from '../database/handle'
import { all, run, sql } from '../database/sql'
import { isSamePaper, nearlySameTitle, type Known } from './identity'
import { getPapers, getRows } from './papers'
import { isDismissed } from './triage'

/** The most papers that are compared with each other for bearing one identifier or title. */
const mostAlike = 50

/** The most groups that are shown at once; the rest comes when these are dealt with. */
const mostGroups = 500

/**
 * Papers that may be one: of one identifier, of one title, or nearly so by the same first author, unless
 * something speaks against it or the user has told them apart. Those in the trash and those dismissed
 * are left out.
 */
export function findDuplicates(db: ReadableDb): { groups: DuplicateGroup[]; total: number } {
  const apart = new Set(
    all<{ a: number; b: number }>(
      db,
      sql`SELECT paper_id AS a, other_id AS b FROM distinct_papers`
    ).map(({ a, b }) => `${String(a)}/${String(b)}`)
  )
  const alike = [...byIdentifier(db), ...byTitle(db), ...byAuthor(db)]
  const papers = new Map(
    getPapers(db, [...new Set(alike.flatMap(({ ids }) => ids))]).map((paper) => [paper.id, paper])
  )
  const sets = new Sets()
  const reasons = new Map<number, DuplicateGroup['reason']>()
  for (const { reason, ids } of alike)
    for (const [at, a] of ids.entries())
      for (const b of ids.slice(at + 1)) {
        if (apart.has(`${String(Math.min(a, b))}/${String(Math.max(a, b))}`)) continue
        const [left, right] = [papers.get(a), papers.get(b)]
        if (left === undefined || right === undefined || !agree(left, right, reason)) continue
        sets.join(a, b)
        for (const id of [a, b]) if (!reasons.has(id)) reasons.set(id, reason)
      }
  const groups = sets.groups()
  const shown = groups.slice(0, mostGroups)
  const rows = new Map(getRows(db, shown.flat(), null).map((row) => [row.id, row]))
  return {
    total: groups.length,
    groups: shown.map((ids) => ({
      reason: reasons.get(ids[0] ?? 0) ?? 'title',
      papers: ids.flatMap((id) => rows.get(id) ?? [])
    }))
  }
}

/** Remembers that papers are not the same, each of them with each other, whatever they look like. */
export function tellApart(db: JournalledDb, ids: readonly number[]): void {
  const sorted = [...new Set(ids)].sort((a, b) => a - b)
  for (const [at, paperId] of sorted.entries())
    for (const otherId of sorted.slice(at + 1))
      run(
        db,
        sql`INSERT INTO distinct_papers (paper_id, other_id) VALUES (${paperId}, ${otherId})
            ON CONFLICT DO NOTHING`
      )
}

interface Alike {
  reason: DuplicateGroup['reason']
  ids: number[]
}

function agree(a: Known, b: Known, reason: Alike['reason']): boolean {
  if (reason === 'identifier') return isSamePaper(a, b, 'identifier')
  return (reason === 'title' || nearlySameTitle(a.title, b.title)) && isSamePaper(a, b, 'title')
}

function byIdentifier(db: ReadableDb): Alike[] {
  return grouped(
    'identifier',
    all<Row>(
      db,
      sql`SELECT i.scheme || ':' || i.value AS key, i.paper_id AS id FROM identifier i
          JOIN paper p ON p.id = i.paper_id AND p.trashed_at IS NULL AND NOT ${isDismissed}
          WHERE i.scheme IN ('doi', 'arxiv', 'pmid') AND EXISTS (
            SELECT 1 FROM identifier o WHERE o.scheme = i.scheme AND o.value = i.value
              AND o.paper_id <> i.paper_id)`
    )
  )
}

function byTitle(db: ReadableDb): Alike[] {
  return grouped(
    'title',
    all<Row>(
      db,
      sql`SELECT p.folded_title AS key, p.id FROM paper p
          WHERE p.trashed_at IS NULL AND NOT ${isDismissed} AND p.folded_title IN (
            SELECT folded_title FROM paper WHERE trashed_at IS NULL AND folded_title <> ''
            GROUP BY folded_title HAVING COUNT(*) > 1)`
    )
  )
}

/** Of one first author, and of titles that begin with the same words. */
function byAuthor(db: ReadableDb): Alike[] {
  return grouped(
    'near-title',
    all<{ family: string; title: string; id: number }>(
      db,
      sql`SELECT lower(c.family || c.literal) AS family, p.folded_title AS title, p.id
          FROM paper p JOIN creator c ON c.paper_id = p.id AND c.position = 0
          WHERE p.trashed_at IS NULL AND NOT ${isDismissed}`
    ).map(({ family, title, id }) => ({ key: `${family}/${title.slice(0, 12)}`, id }))
  )
}

interface Row {
  key: string
  id: number
}

function grouped(reason: Alike['reason'], rows: readonly Row[]): Alike[] {
  const groups = new Map<string, number[]>()
  for (const { key, id } of rows) groups.set(key, [...(groups.get(key) ?? []), id])
  return [...groups.values()]
    .filter((ids) => ids.length > 1)
    .map((ids) => ({ reason, ids: ids.slice(0, mostAlike) }))
}

/** Sets of papers that grow together. */
class Sets {
  readonly #parents = new Map<number, number>()

  join(a: number, b: number): void {
    const [left, right] = [this.#root(a), this.#root(b)]
    this.#parents.set(Math.max(left, right), Math.min(left, right))
  }

  /** Each set in the order of its ids, the sets by their first. */
  groups(): number[][] {
    const groups = new Map<number, number[]>()
    for (const id of [...this.#parents.keys()].sort((a, b) => a - b)) {
      const root = this.#root(id)
      groups.set(root, [...(groups.get(root) ?? []), id])
    }
    return [...groups.values()]
  }

  #root(id: number): number {
    let at = id
    let parent = this.#parents.get(at)
    if (parent === undefined) this.#parents.set(id, id)
    while (parent !== undefined && parent !== at) {
      at = parent
      parent = this.#parents.get(at)
    }
    return at
  }
}
