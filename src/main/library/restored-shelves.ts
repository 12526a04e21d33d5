import type { ArchivedCollection, ArchivedShelves } from '@shared/model/archived-library'
import type { BibSource } from '@shared/model/latex'
import type { JournalledDb, WritableDb } from '../database/handle'
import { run, sql } from '../database/sql'
import { setLibrarySettings } from './library-settings'
import { restoreSubscription } from './subscriptions'

/** Makes the tags of an exported library; gives their ids by their names. */
export function restoreTags(db: JournalledDb, tags: ArchivedShelves['tags']): Map<string, number> {
  return new Map(
    tags.map(({ name, colour }) => [
      name,
      run(db, sql`INSERT INTO tag (name, colour) VALUES (${name}, ${colour})`, 1).id
    ])
  )
}

/**
 * Puts what an exported library has beside papers, digests and tags into this one. Its projects are paused, and so
 * are its subscriptions: no file of another library's, or of another machine's, is written unasked, and nobody asked.
 */
export function restoreShelves(
  db: JournalledDb,
  shelves: ArchivedShelves,
  tagIds: ReadonlyMap<string, number>,
  idOf: (key: string) => number
): void {
  const tagId = (name: string): number => tagIds.get(name) ?? 0
  const collectionIds = new Map<string, number>()
  for (const collection of shelves.collections)
    restoreCollection(db, collection, { parentId: null, path: [] }, idOf, collectionIds)
  const searchIds = new Map<string, number>()
  shelves.savedSearches.forEach(({ name, query }, index) => {
    const { id } = run(
      db,
      sql`INSERT INTO saved_search (name, query, position) VALUES (${name}, ${query}, ${index + 1})`
    )
    searchIds.set(name, id)
  })
  const sourceOf = (source: ArchivedShelves['projects'][number]['source']): BibSource => {
    if (source.kind === 'tag') return { kind: 'tag', id: tagId(source.tag) }
    if (source.kind === 'collection')
      return { kind: 'collection', id: collectionIds.get(JSON.stringify(source.path)) ?? 0 }
    if (source.kind === 'search') return { kind: 'search', id: searchIds.get(source.search) ?? 0 }
    return source
  }
  for (const { query, tag, enabled, exceptions } of shelves.rules) {
    const { id } = run(
      db,
      sql`INSERT INTO tag_rule (query, tag_id, enabled)
          VALUES (${query}, ${tagId(tag)}, ${enabled ? 1 : 0})`
    )
    for (const key of exceptions)
      run(db, sql`INSERT INTO tag_rule_exception (rule_id, paper_id) VALUES (${id}, ${idOf(key)})`)
  }
  for (const [one, other] of shelves.toldApart) {
    const [lower, higher] = [idOf(one), idOf(other)].sort((a, b) => a - b)
    run(
      db,
      sql`INSERT INTO distinct_papers (paper_id, other_id) VALUES (${lower ?? 0}, ${higher ?? 0})`
    )
  }
  for (const { path, bib, dialect, source, linkedAt } of shelves.projects) {
    run(
      db,
      sql`INSERT INTO latex_project (path, bib, dialect, source, paused, linked_at)
          VALUES (${path}, ${bib}, ${dialect}, ${JSON.stringify(sourceOf(source))}, 1, ${linkedAt})`
    )
  }
  for (const subscription of shelves.subscriptions) restoreSubscription(db, subscription)
  // What is no paper's own has changed.
  run(db, sql`INSERT OR REPLACE INTO paper_revision (paper_id) VALUES (0)`)
}

/** Takes over what is no change of the journal: choices, and where the user is in files. */
export function restorePlaces(db: WritableDb, shelves: ArchivedShelves): void {
  setLibrarySettings(db, shelves.settings)
  for (const { sha256, page, x, y, scale, rotation, twoPages } of shelves.readingPlaces)
    run(
      db,
      sql`INSERT OR REPLACE INTO reading_place (sha256, page, x, y, scale, rotation, two_pages)
          VALUES (${sha256}, ${page}, ${x}, ${y}, ${scale}, ${rotation}, ${twoPages ? 1 : 0})`
    )
}

function restoreCollection(
  db: JournalledDb,
  { name, papers, collections }: ArchivedCollection,
  place: { parentId: number | null; path: readonly string[] },
  idOf: (key: string) => number,
  ids: Map<string, number>
): void {
  const { id } = run(
    db,
    sql`INSERT INTO collection (name, parent_id) VALUES (${name}, ${place.parentId})`
  )
  const path = [...place.path, name]
  ids.set(JSON.stringify(path), id)
  for (const key of papers)
    run(
      db,
      sql`INSERT INTO collection_paper (collection_id, paper_id) VALUES (${id}, ${idOf(key)})`
    )
  for (const each of collections) restoreCollection(db, each, { parentId: id, path }, idOf, ids)
}
