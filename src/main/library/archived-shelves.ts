import type { ArchivedCollection, ArchivedShelves } from '@shared/model/archived-library'
import type { ReadableDb } from '../database/handle'
import { all, column, sql } from '../database/sql'
import { collectionPathOf } from './collections'
import { latexProjects, type LatexProject } from './latex-projects'
import { getLibrarySettings } from './library-settings'
import { listSavedSearches } from './saved-searches'
import { archivedSubscriptions } from './subscriptions'

/** What an exported library has beside papers and digests. */
export function archivedShelves(db: ReadableDb): ArchivedShelves {
  const linkedAt = new Map(
    all<{ id: number; at: string }>(db, sql`SELECT id, linked_at AS at FROM latex_project`).map(
      ({ id, at }) => [id, at]
    )
  )
  return {
    settings: getLibrarySettings(db),
    tags: all(db, sql`SELECT name, colour FROM tag ORDER BY id`),
    collections: archivedCollections(db),
    savedSearches: listSavedSearches(db).map(({ name, query }) => ({ name, query })),
    rules: all<{ id: number; query: string; tag: string; enabled: number }>(
      db,
      sql`SELECT r.id, r.query, t.name AS tag, r.enabled FROM tag_rule r
          JOIN tag t ON t.id = r.tag_id ORDER BY r.id`
    ).map(({ id, enabled, ...rule }) => ({
      ...rule,
      enabled: enabled === 1,
      exceptions: column<string>(
        db,
        sql`SELECT p.citation_key FROM tag_rule_exception e JOIN paper p ON p.id = e.paper_id
            WHERE e.rule_id = ${id} ORDER BY e.id`
      )
    })),
    toldApart: all<{ one: string; other: string }>(
      db,
      sql`SELECT p.citation_key AS one, o.citation_key AS other FROM distinct_papers d
          JOIN paper p ON p.id = d.paper_id JOIN paper o ON o.id = d.other_id ORDER BY d.id`
    ).map(({ one, other }): [string, string] => [one, other]),
    readingPlaces: all<
      Omit<ArchivedShelves['readingPlaces'][number], 'twoPages'> & { two: number }
    >(
      db,
      sql`SELECT sha256, page, x, y, scale, rotation, two_pages AS two FROM reading_place
          ORDER BY sha256`
    ).map(({ two, ...place }) => ({ ...place, twoPages: two === 1 })),
    projects: latexProjects(db).map(({ id, path, bib, dialect, source }) => ({
      ...{ path, bib, dialect },
      // One of a tag that is gone holds what is cited, until the user says something else.
      source: archivedSource(db, source) ?? { kind: 'cited' },
      linkedAt: linkedAt.get(id) ?? ''
    })),
    subscriptions: archivedSubscriptions(db)
  }
}

/** What a project's `.bib` holds, by name; null where that is gone. */
function archivedSource(
  db: ReadableDb,
  source: LatexProject['source']
): ArchivedShelves['projects'][number]['source'] | null {
  switch (source.kind) {
    case 'tag': {
      const [tag] = column<string>(db, sql`SELECT name FROM tag WHERE id = ${source.id}`)
      return tag === undefined ? null : { kind: 'tag', tag }
    }
    case 'collection': {
      const path = collectionPathOf(db, source.id)
      return path.length === 0 ? null : { kind: 'collection', path }
    }
    case 'search': {
      const search = listSavedSearches(db).find(({ id }) => id === source.id)?.name
      return search === undefined ? null : { kind: 'search', search }
    }
    default:
      return source
  }
}

function archivedCollections(db: ReadableDb): ArchivedCollection[] {
  const nodes = new Map<number, ArchivedCollection>()
  const top: ArchivedCollection[] = []
  const rows = all<{ id: number; name: string; parentId: number | null }>(
    db,
    sql`SELECT id, name, parent_id AS parentId FROM collection ORDER BY id`
  )
  for (const { id, name } of rows) nodes.set(id, { name, papers: [], collections: [] })
  for (const { id, key } of all<{ id: number; key: string }>(
    db,
    sql`SELECT c.collection_id AS id, p.citation_key AS key FROM collection_paper c
        JOIN paper p ON p.id = c.paper_id ORDER BY c.id`
  ))
    nodes.get(id)?.papers.push(key)
  for (const { id, parentId } of rows) {
    const node = nodes.get(id)
    const beside = parentId === null ? top : nodes.get(parentId)?.collections
    if (node !== undefined) beside?.push(node)
  }
  return top
}
