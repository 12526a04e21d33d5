import type { Appearance } from '@shared/model/paper'
import { trendWeights, type Standing, type TrendWeights } from '@shared/model/trend'
import { defaultTrendWeights } from '@shared/model/trend-parts'
import { daysBetween, spanOf, type Span, type TrendWindow } from '@shared/model/trend-window'
import type { ReadableDb, WritableDb } from '../database/handle'
import { all, column, numbers, scalar, sql, tuples, type Sql } from '../database/sql'
import { fileFormats } from './digests'
import { isDismissed } from './triage'
import { setViewSetting, viewSetting } from './view-settings'

/** The day of a `digest d`: its own, else that of its coming. The text lies before the latter, and is not to be read for nothing. */
const day = sql`CASE WHEN d.date <> '' THEN d.date ELSE date(d.imported_at, 'localtime') END`

/** A `digest d` that tells of papers of a day, and is no file of references. */
const isDigest = sql`d.format NOT IN (SELECT value FROM json_each(${JSON.stringify([...fileFormats])}))`

/** A `paper p` of the library. */
const isHere = sql`p.trashed_at IS NULL AND NOT ${isDismissed}`

function within({ from, to }: Span): Sql {
  return sql`${isDigest} AND ${day} BETWEEN ${from} AND ${to}`
}

/** The stretch of days that a view of what trends is about: that of the newest digest where it names no day. */
export function windowSpan(db: ReadableDb, window: TrendWindow, on: string): Span | null {
  const newest = on === '' ? lastDay(db, spanOf('all', '')) : on
  return newest === '' ? null : spanOf(window, newest)
}

/** The last day of a stretch on which a digest came; empty for none. */
export function lastDay(db: ReadableDb, span: Span): string {
  return scalar<string>(
    db,
    sql`SELECT COALESCE(MAX(${day}), '') FROM digest d WHERE ${within(span)}`
  )
}

/** The first such day. */
export function firstDay(db: ReadableDb, span: Span): string {
  return scalar<string>(
    db,
    sql`SELECT COALESCE(MIN(${day}), '') FROM digest d WHERE ${within(span)}`
  )
}

export function countDigests(db: ReadableDb, span: Span): number {
  return scalar<number>(db, sql`SELECT COUNT(*) FROM digest d WHERE ${within(span)}`)
}

/** Whether a `paper p` is named by a digest of a stretch of days. */
export function namedWithin(span: Span): Sql {
  return sql`p.id IN (SELECT a.paper_id FROM digest d JOIN appearance a ON a.digest_id = d.id
    WHERE ${within(span)})`
}

/** Of more papers than these, all of the library are looked at in their order: one by one they take longer. */
const many = 5000

type Naming = [
  paper: number,
  digest: number,
  place: number,
  votes: number | null,
  stars: number | null
]

/** How digests of a stretch of days name the papers of the library, one row a paper; only those of `ids`, if any are given. */
export function standings(
  db: ReadableDb,
  span: Span,
  ids: readonly number[] | null = null
): Standing[] {
  const digests = new Map(
    all<{ id: number; source: string; day: string }>(
      db,
      sql`SELECT d.id, d.source, ${day} AS day FROM digest d WHERE ${within(span)}`
    ).map(({ id, source, day }) => [id, { source, day }])
  )
  const sources = new Map([...digests.values()].map(({ source }, at) => [source, at]))
  const last = lastDay(db, span)
  const ages = new Map<string, number>()
  const ageOf = (day: string): number => {
    const age = ages.get(day) ?? daysBetween(day, last)
    ages.set(day, age)
    return age
  }
  const found = new Map<number, Standing>()
  /** Which source names which paper, as one number. */
  const named = new Set<number>()
  for (const [id, digest, place, votes, stars] of namingsOf(db, digests, ids)) {
    const by = digests.get(digest)
    if (by === undefined) continue
    const key = id * digests.size + (sources.get(by.source) ?? 0)
    const isOther = !named.has(key)
    if (isOther) named.add(key)
    const one = found.get(id)
    if (one === undefined) {
      found.set(id, { id, sources: 1, place, day: by.day, age: ageOf(by.day), votes, stars })
      continue
    }
    if (isOther) one.sources++
    if (place < one.place) one.place = place
    if (by.day > one.day) [one.day, one.age] = [by.day, ageOf(by.day)]
    if (votes !== null && votes > (one.votes ?? -Infinity)) one.votes = votes
    if (stars !== null && stars > (one.stars ?? -Infinity)) one.stars = stars
  }
  for (const id of goneOf(db, found)) found.delete(id)
  return [...found.values()].sort((a, b) => a.id - b.id)
}

/** Where digests name papers; some of other digests may be among them. */
function namingsOf(
  db: ReadableDb,
  digests: ReadonlyMap<number, unknown>,
  ids: readonly number[] | null
): Naming[] {
  const columns = sql`SELECT a.paper_id, a.digest_id, a.position, a.votes, a.stars FROM appearance a`
  if (ids !== null) return tuples(db, sql`${columns} WHERE a.paper_id IN ${numbers(ids)}`)
  const total = scalar<number>(db, sql`SELECT COUNT(*) FROM digest`)
  if (digests.size * 2 > total) return tuples(db, columns)
  return tuples(db, sql`${columns} WHERE a.digest_id IN ${numbers([...digests.keys()])}`)
}

/** Papers of some that are in the trash, or were dismissed. */
function goneOf(db: ReadableDb, some: ReadonlyMap<number, unknown>): number[] {
  const among = some.size > many ? sql`` : sql`AND p.id IN ${numbers([...some.keys()])}`
  return column<number>(db, sql`SELECT p.id FROM paper p WHERE NOT (${isHere}) ${among}`)
}

/** The digests of a stretch of days that name some papers. */
export function namings(
  db: ReadableDb,
  span: Span,
  ids: readonly number[]
): Map<number, Appearance[]> {
  const found = new Map<number, Appearance[]>(ids.map((id) => [id, []]))
  for (const { paperId, inferred, ...row } of all<
    Omit<Appearance, 'dateInferred'> & { paperId: number; inferred: number }
  >(
    db,
    sql`SELECT a.paper_id AS paperId, d.id AS digestId, d.source, ${day} AS date,
          d.date_inferred AS inferred, a.position,
          (SELECT MAX(o.position) FROM appearance o WHERE o.digest_id = d.id) AS "of"
        FROM appearance a JOIN digest d ON d.id = a.digest_id
        WHERE a.paper_id IN ${numbers(ids)} AND ${within(span)}
        ORDER BY date DESC, d.id DESC, a.position`
  ))
    found.get(paperId)?.push({ ...row, dateInferred: inferred === 1 })
  return found
}

/** What the parts of a score count for, by the user's choice. */
export function weightsOf(db: ReadableDb): TrendWeights {
  return viewSetting(db, weightsName, trendWeights) ?? defaultTrendWeights
}

/** Null: as they come. */
export function setWeights(db: WritableDb, weights: TrendWeights | null): void {
  setViewSetting(db, weightsName, weights ?? defaultTrendWeights)
}

const weightsName = 'trending weights'

/** What is compared of papers, by what it goes by; each with the papers that have it. */
export interface Shared {
  key: string
  label: string
  papers: number[]
}

/** People, by their name in full. */
export function peopleOf(db: ReadableDb, ids: readonly number[]): Shared[] {
  return shared(
    db,
    sql`SELECT lower(c.family || '|' || c.given || '|' || c.literal) AS key,
          CASE WHEN c.literal <> '' THEN c.literal
            ELSE trim(c.given || ' ' || trim(c.particle || ' ' || c.family)) END AS label,
          c.paper_id AS id
        FROM creator c WHERE c.paper_id IN ${numbers(ids)} AND lower(c.family || c.literal) <> 'others'`
  )
}

export function venuesOf(db: ReadableDb, ids: readonly number[]): Shared[] {
  return shared(
    db,
    sql`SELECT lower(p.venue) AS key, p.venue AS label, p.id FROM paper p
        WHERE p.id IN ${numbers(ids)} AND p.venue <> ''`
  )
}

/** Addresses of code, as they stand. */
export function codeLinksOf(db: ReadableDb, ids: readonly number[]): { id: number; url: string }[] {
  return all(
    db,
    sql`SELECT paper_id AS id, url FROM link
        WHERE paper_id IN ${numbers(ids)} AND kind = 'code'`
  )
}

export function textsOf(
  db: ReadableDb,
  ids: readonly number[]
): { id: number; title: string; abstract: string; language: string }[] {
  return all(db, sql`SELECT id, title, abstract, language FROM paper WHERE id IN ${numbers(ids)}`)
}

function shared(db: ReadableDb, statement: Sql): Shared[] {
  const found = new Map<string, Shared>()
  for (const { key, label, id } of all<{ key: string; label: string; id: number }>(db, statement)) {
    const known = found.get(key)
    if (known === undefined) found.set(key, { key, label, papers: [id] })
    else if (known.papers.at(-1) !== id) known.papers.push(id)
  }
  return [...found.values()]
}
