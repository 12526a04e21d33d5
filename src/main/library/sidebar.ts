import { z } from 'zod'
import type { Sidebar } from '@shared/model/view'
import { namesAbove } from '@shared/text/tag-name'
import type { ReadableDb } from '../database/handle'
import { all, numbers, pairs, sql, type Sql } from '../database/sql'
import { listCollections } from './collections'
import { kindOf } from './digests'
import { changedSince, newestRevision } from './revisions'
import { listSavedSearches } from './saved-searches'
import { inInbox, isDismissed } from './triage'
import { viewSetting } from './view-settings'
import { incomplete } from './views'

const foldedNames = z.array(z.string())
/** Above so many changed papers all of them are read again. */
const mostOneByOne = 20_000

const isTrashed = 1
const isUnread = 2
const isStarred = 4
const isUpdated = 8
const isIncomplete = 16
const isUndecided = 32
const isAway = 64

/** Papers of each place, by the place's id. */
type Counts = Map<number, number>
type Content = Omit<Sidebar, 'folded'>
/** By id, a tag with those above it, and a collection with those it is in. */
interface Paths {
  tags: ReadonlyMap<number, readonly number[]>
  collections: ReadonlyMap<number, readonly number[]>
}

/** What papers count for, each array as pairs of a paper and a number: all that reading every paper comes to. */
export interface KeptPlaces {
  flags: Int32Array
  tags: Int32Array
  digests: Int32Array
  collections: Int32Array
}

/**
 * The sidebar's counts. What each paper counts for is kept in memory and followed by the papers' revisions,
 * so that a change costs as much as it touches, whatever the size of the library. Papers in the trash count
 * only there, dismissed ones in their place and in how far their digest is gone through.
 */
export class SidebarCounts {
  #revision = -1
  #content: Content | null = null
  /** By paper. */
  #flags = new Map<number, number>()
  #tags = new Map<number, number[]>()
  #digests = new Map<number, number[]>()
  #collections = new Map<number, number[]>()
  #counts = noCounts()
  #tagCounts: Counts = new Map()
  #digestCounts: Counts = new Map()
  /** Of each digest, papers that are to be decided about, and dismissed ones. */
  #left: Counts = new Map()
  #dismissed: Counts = new Map()
  #collectionCounts: Counts = new Map()
  #paths: Paths = { tags: new Map(), collections: new Map() }

  /** @param kept what another one knew of the library as it is now */
  constructor(
    private readonly db: ReadableDb,
    kept: KeptPlaces | null = null
  ) {
    if (kept === null) return
    for (const [id, value] of pairsOf(kept.flags)) this.#flags.set(id, value)
    group(this.#tags, pairsOf(kept.tags))
    group(this.#digests, pairsOf(kept.digests))
    group(this.#collections, pairsOf(kept.collections))
    this.#paths = pathsOf(db)
    this.#countAll()
    this.#revision = newestRevision(db)
  }

  /** What is known of the library as it is now; null if nobody has asked yet. */
  kept(): KeptPlaces | null {
    if (this.#revision < 0) return null
    this.content()
    return {
      flags: Int32Array.from([...this.#flags].flat()),
      tags: ungrouped(this.#tags),
      digests: ungrouped(this.#digests),
      collections: ungrouped(this.#collections)
    }
  }

  /** As the library is now. */
  content(): Sidebar {
    const revision = newestRevision(this.db)
    if (revision !== this.#revision) {
      this.#follow()
      this.#revision = revision
      this.#content = null
    }
    this.#content ??= this.#listed()
    return { ...this.#content, folded: viewSetting(this.db, 'folded', foldedNames) ?? [] }
  }

  #follow(): void {
    const changed = this.#revision < 0 ? null : changedSince(this.db, this.#revision)
    const paths = pathsOf(this.db)
    if (changed === null || changed.length > mostOneByOne) {
      this.#paths = paths
      this.#read(null)
      this.#countAll()
      return
    }
    const ids = changed.map(({ paperId }) => paperId).filter((id) => id > 0)
    // A tag that came or went did so with its papers; one that was put elsewhere may count for others.
    const isMoved =
      areMoved(this.#paths.tags, paths.tags) || areMoved(this.#paths.collections, paths.collections)
    if (!isMoved) for (const id of ids) this.#count(id, -1)
    this.#paths = paths
    this.#read(ids)
    if (isMoved) this.#countAll()
    else for (const id of ids) this.#count(id, 1)
  }

  /** Reads what papers count for; of all papers without a list of ids. */
  #read(ids: readonly number[] | null): void {
    const among = (column: Sql): Sql =>
      ids === null ? sql`` : sql`WHERE ${column} IN ${numbers(ids)}`
    const parts = [this.#flags, this.#tags, this.#digests, this.#collections]
    for (const part of parts)
      if (ids === null) part.clear()
      else for (const id of ids) part.delete(id)
    const flags = pairs(
      this.db,
      sql`SELECT p.id, ${isTrashed} * (p.trashed_at IS NOT NULL) + ${isUnread} * (p.read_at IS NULL)
            + ${isStarred} * p.starred + ${isUpdated} * (p.updated_at IS NOT NULL)
            + ${isIncomplete} * ${incomplete} + ${isUndecided} * (${inInbox})
            + ${isAway} * (${isDismissed})
          FROM paper p ${among(sql`p.id`)}`
    )
    for (const [id, value] of flags) this.#flags.set(id, value)
    group(
      this.#tags,
      pairs(this.db, sql`SELECT paper_id, tag_id FROM paper_tag ${among(sql`paper_id`)}`)
    )
    group(
      this.#digests,
      pairs(this.db, sql`SELECT paper_id, digest_id FROM appearance ${among(sql`paper_id`)}`)
    )
    group(
      this.#collections,
      pairs(
        this.db,
        sql`SELECT paper_id, collection_id FROM collection_paper ${among(sql`paper_id`)}`
      )
    )
  }

  #countAll(): void {
    this.#counts = noCounts()
    this.#tagCounts = new Map()
    this.#digestCounts = new Map()
    this.#left = new Map()
    this.#dismissed = new Map()
    this.#collectionCounts = new Map()
    for (const id of this.#flags.keys()) this.#count(id, 1)
  }

  /** Counts a paper in, or out again. */
  #count(id: number, by: 1 | -1): void {
    const flags = this.#flags.get(id)
    const counts = this.#counts
    if (flags === undefined) return
    if ((flags & isTrashed) !== 0) {
      counts.trash += by
      return
    }
    const digests = new Set(this.#digests.get(id))
    if ((flags & isAway) !== 0) {
      counts.dismissed += by
      add(this.#dismissed, digests, by)
      return
    }
    if ((flags & isUndecided) !== 0) {
      counts.inbox += by
      add(this.#left, digests, by)
    }
    const tags = this.#tags.get(id)
    const collections = this.#collections.get(id)
    counts.library += by
    if ((flags & isUnread) !== 0) counts.unread += by
    if ((flags & isStarred) !== 0) counts.starred += by
    if ((flags & isUpdated) !== 0) counts.updated += by
    if ((flags & isIncomplete) !== 0) counts.incomplete += by
    if (tags === undefined) counts.untagged += by
    else add(this.#tagCounts, inAll(tags, this.#paths.tags), by)
    if (collections === undefined) counts.unfiled += by
    else add(this.#collectionCounts, inAll(collections, this.#paths.collections), by)
    add(this.#digestCounts, digests, by)
  }

  #listed(): Content {
    const digests = all<{
      id: number
      format: string
      source: string
      date: string
      dateInferred: number
    }>(
      this.db,
      sql`SELECT id, format, source, date, date_inferred AS dateInferred FROM digest
          ORDER BY date DESC, id DESC`
    )
    const tags = all<{ id: number; name: string; colour: number }>(
      this.db,
      sql`SELECT id, name, colour FROM tag ORDER BY replace(name, '/', char(1)) COLLATE NOCASE`
    )
    return {
      counts: { ...this.#counts },
      digests: digests.map(({ format, ...row }) => ({
        ...{ ...row, kind: kindOf(format), count: this.#digestCounts.get(row.id) ?? 0 },
        ...{ left: this.#left.get(row.id) ?? 0, dismissed: this.#dismissed.get(row.id) ?? 0 },
        dateInferred: row.dateInferred === 1
      })),
      searches: listSavedSearches(this.db),
      collections: listCollections(this.db).map((row) => ({
        ...row,
        count: this.#collectionCounts.get(row.id) ?? 0
      })),
      tags: tags.map((row) => ({ ...row, count: this.#tagCounts.get(row.id) ?? 0 }))
    }
  }
}

function pathsOf(db: ReadableDb): Paths {
  const tags = all<{ id: number; name: string }>(db, sql`SELECT id, name FROM tag`)
  const idOf = new Map(tags.map(({ id, name }) => [name.toLowerCase(), id]))
  const collections = listCollections(db)
  const parentOf = new Map(collections.map(({ id, parentId }) => [id, parentId]))
  return {
    tags: new Map(
      tags.map(({ id, name }) => [
        id,
        [id, ...namesAbove(name).flatMap((above) => idOf.get(above.toLowerCase()) ?? [])]
      ])
    ),
    collections: new Map(
      collections.map(({ id }) => {
        const path: number[] = []
        for (let at: number | null = id; at !== null; at = parentOf.get(at) ?? null) path.push(at)
        return [id, path]
      })
    )
  }
}

/** Whether any that was there before and still is has another path now. */
function areMoved(before: Paths['tags'], now: Paths['tags']): boolean {
  for (const [id, path] of before) {
    const next = now.get(id)
    if (next !== undefined && path.join(' ') !== next.join(' ')) return true
  }
  return false
}

function noCounts(): Sidebar['counts'] {
  return {
    ...{ inbox: 0, library: 0, unread: 0, starred: 0, incomplete: 0, updated: 0 },
    ...{ unfiled: 0, untagged: 0, dismissed: 0, trash: 0 }
  }
}

function* pairsOf(array: Int32Array): Generator<[number, number]> {
  for (let at = 0; at < array.length; at += 2) yield [array[at] ?? 0, array[at + 1] ?? 0]
}

function ungrouped(groups: ReadonlyMap<number, readonly number[]>): Int32Array {
  const pairs: number[] = []
  for (const [paper, places] of groups) for (const place of places) pairs.push(paper, place)
  return Int32Array.from(pairs)
}

function group(groups: Map<number, number[]>, rows: Iterable<[number, number]>): void {
  for (const [paper, place] of rows) {
    const places = groups.get(paper)
    if (places === undefined) groups.set(paper, [place])
    else places.push(place)
  }
}

/** Places, and those above them, each once. */
function inAll(places: readonly number[], paths: Paths['tags']): Iterable<number> {
  const [only = 0] = places
  if (places.length === 1) return paths.get(only) ?? []
  const found = new Set<number>()
  for (const place of places) for (const each of paths.get(place) ?? []) found.add(each)
  return found
}

function add(counts: Counts, places: Iterable<number>, by: 1 | -1): void {
  for (const place of places) counts.set(place, (counts.get(place) ?? 0) + by)
}
