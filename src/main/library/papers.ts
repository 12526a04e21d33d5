import { missingFrom } from '@shared/model/missing'
import type {
  Appearance,
  Attachment,
  Identifier,
  Link,
  LinkKind,
  Paper,
  PaperRow,
  PaperType
} from '@shared/model/paper'
import type { Creator } from '@shared/model/person'
import { shortAuthors } from '@shared/text/person-name'
import type { ReadableDb } from '../database/handle'
import { all, column, numbers, sql, tuples } from '../database/sql'
import { selectExtraFields } from './extra-fields'
import { differing, selectStatements } from './statements'
import { triageStates } from './triage'

interface PaperColumns {
  id: number
  citationKey: string
  type: PaperType
  title: string
  abstract: string
  issued: string
  venue: string
  volume: string
  issue: string
  pages: string
  publisher: string
  language: string
  starred: number
  readAt: string | null
  trashedAt: string | null
  addedAt: string
  modifiedAt: string
  updatedAt: string | null
}

type Owned<T> = T & { paperId: number }
type Tag = Paper['tags'][number]

/** Papers with all that hangs on them, in the order of `ids`; ids that are not there are left out. */
export function getPapers(db: ReadableDb, ids: readonly number[]): Paper[] {
  const wanted = numbers(ids)
  const papers = new Map(selectPapers(db, ids).map((row) => [row.id, row]))
  const creators = selectCreators(db, ids)
  const identifiers = byPaper(
    all<Owned<Identifier>>(
      db,
      sql`SELECT paper_id AS paperId, scheme, value, version FROM identifier
          WHERE paper_id IN ${wanted} ORDER BY id`
    )
  )
  const links = byPaper(selectLinks(db, ids))
  const tags = byPaper(selectTags(db, ids))
  const collections = byPaper(
    all<Owned<Paper['collections'][number]>>(
      db,
      sql`SELECT cp.paper_id AS paperId, c.id, c.name
          FROM collection_paper cp JOIN collection c ON c.id = cp.collection_id
          WHERE cp.paper_id IN ${wanted} ORDER BY c.name, c.id`
    )
  )
  const notes = byPaper(
    all<Owned<Paper['note']>>(
      db,
      sql`SELECT paper_id AS paperId, body, revision, saved_at AS savedAt FROM note
          WHERE paper_id IN ${wanted} ORDER BY id`
    )
  )
  const appearances = byPaper(selectAppearances(db, ids))
  const attachments = byPaper(
    all<Owned<Attachment>>(
      db,
      sql`SELECT paper_id AS paperId, id, name, media_type AS mediaType, bytes FROM attachment
          WHERE paper_id IN ${wanted} ORDER BY id`
    )
  )
  const aliases = byPaper(
    all<Owned<{ key: string }>>(
      db,
      sql`SELECT paper_id AS paperId, citation_key AS key FROM key_alias
          WHERE paper_id IN ${wanted} ORDER BY id`
    )
  )
  const extra = byPaper(selectExtraFields(db, ids))
  const triage = triageStates(db, ids)
  const statements = byPaper(selectStatements(db, ids))
  return ids.flatMap((id): Paper[] => {
    const row = papers.get(id)
    if (row === undefined) return []
    const { readAt, trashedAt, starred, ...rest } = row
    const people = creators.get(id) ?? []
    return [
      {
        ...rest,
        starred: starred === 1,
        read: readAt !== null,
        trashed: trashedAt !== null,
        triage: triage.get(id)?.state ?? 'kept',
        creators: people,
        identifiers: identifiers.get(id) ?? [],
        links: links.get(id) ?? [],
        tags: tags.get(id) ?? [],
        collections: collections.get(id) ?? [],
        note: notes.get(id)?.[0] ?? { body: '', revision: 0, savedAt: '' },
        appearances: appearances.get(id) ?? [],
        attachments: attachments.get(id) ?? [],
        aliases: (aliases.get(id) ?? []).map(({ key }) => key),
        extra: extra.get(id) ?? [],
        statements: differing(statements.get(id) ?? [], { ...rest, creators: people })
      }
    ]
  })
}

/** The paper that has this citation key, or had it before; null for none. */
export function paperWithKey(db: ReadableDb, key: string): number | null {
  const [id] = column<number>(
    db,
    sql`SELECT id FROM paper WHERE citation_key = ${key} AND trashed_at IS NULL
        UNION ALL SELECT a.paper_id FROM key_alias a JOIN paper p ON p.id = a.paper_id
          WHERE a.citation_key = ${key} AND p.trashed_at IS NULL LIMIT 1`
  )
  return id ?? null
}

/** Rows of the list, in the order of `ids`; with a digest, each row tells its place there. */
export function getRows(
  db: ReadableDb,
  ids: readonly number[],
  digestId: number | null
): PaperRow[] {
  const wanted = numbers(ids)
  const papers = new Map(selectPapers(db, ids).map((row) => [row.id, row]))
  const creators = selectCreators(db, ids)
  const links = byPaper(selectLinks(db, ids))
  const tags = byPaper(selectTags(db, ids))
  const having = (table: Parameters<typeof sql>[1]): Set<number> =>
    new Set(
      all<{ id: number }>(db, sql`SELECT DISTINCT paper_id AS id FROM ${table}`).map((r) => r.id)
    )
  const noted = having(sql`note WHERE body <> '' AND paper_id IN ${wanted}`)
  const attached = having(sql`attachment WHERE paper_id IN ${wanted}`)
  const triage = triageStates(db, ids)
  const undecided = ids.filter((id) => triage.get(id)?.state === 'inbox')
  const named = byPaper(
    undecided.length === 0
      ? []
      : all<Owned<{ source: string }>>(
          db,
          sql`SELECT a.paper_id AS paperId, d.source FROM appearance a
              JOIN digest d ON d.id = a.digest_id WHERE a.paper_id IN ${numbers(undecided)}
              GROUP BY a.paper_id, d.source ORDER BY MIN(a.id)`
        )
  )
  const positions = new Map(
    digestId === null
      ? []
      : all<{ id: number; position: number }>(
          db,
          sql`SELECT paper_id AS id, MIN(position) AS position FROM appearance
              WHERE digest_id = ${digestId} AND paper_id IN ${wanted} GROUP BY paper_id`
        ).map((row) => [row.id, row.position])
  )
  return ids.flatMap((id): PaperRow[] => {
    const row = papers.get(id)
    if (row === undefined) return []
    const people = creators.get(id) ?? []
    const authors = people.filter((person) => person.role === 'author')
    const linkKinds = new Set<LinkKind>((links.get(id) ?? []).map((link) => link.kind))
    return [
      {
        id,
        title: row.title,
        authors: shortAuthors((authors.length > 0 ? authors : people).map((person) => person.name)),
        year: row.issued.slice(0, 4),
        venue: row.venue,
        citationKey: row.citationKey,
        starred: row.starred === 1,
        read: row.readAt !== null,
        trashed: row.trashedAt !== null,
        trashedAt: row.trashedAt,
        type: row.type,
        addedAt: row.addedAt,
        triage: triage.get(id)?.state ?? 'kept',
        updated: row.updatedAt !== null,
        incomplete: missingFrom({ ...row, creators: people }).length > 0,
        hasNote: noted.has(id),
        hasAttachment: attached.has(id),
        linkKinds: [...linkKinds],
        namedBy: named.get(id)?.map(({ source }) => source) ?? [],
        tags: tags.get(id) ?? [],
        position: positions.get(id) ?? null
      }
    ]
  })
}

function selectPapers(db: ReadableDb, ids: readonly number[]): PaperColumns[] {
  return all<PaperColumns>(
    db,
    sql`SELECT id, citation_key AS citationKey, type, title, abstract, issued, venue, volume, issue,
               pages, publisher, language, starred, read_at AS readAt, trashed_at AS trashedAt,
               added_at AS addedAt, modified_at AS modifiedAt, updated_at AS updatedAt
        FROM paper WHERE id IN ${numbers(ids)}`
  )
}

/** The people of papers: there are several of nearly each, so that no object more than needed is made for one. */
function selectCreators(db: ReadableDb, ids: readonly number[]): Map<number, Creator[]> {
  const people = new Map<number, Creator[]>()
  for (const [id, role, family, given, particle, suffix, literal] of tuples<
    [number, Creator['role'], string, string, string, string, string]
  >(
    db,
    sql`SELECT paper_id, role, family, given, particle, suffix, literal FROM creator
        WHERE paper_id IN ${numbers(ids)} ORDER BY paper_id, position`
  )) {
    const name = literal === '' ? { family, given, particle, suffix } : { literal }
    const known = people.get(id)
    if (known === undefined) people.set(id, [{ role, name }])
    else known.push({ role, name })
  }
  return people
}

function selectLinks(db: ReadableDb, ids: readonly number[]): Owned<Link>[] {
  return all<Owned<Link>>(
    db,
    sql`SELECT paper_id AS paperId, kind, url FROM link
        WHERE paper_id IN ${numbers(ids)} ORDER BY paper_id, position, id`
  )
}

function selectTags(db: ReadableDb, ids: readonly number[]): Owned<Tag>[] {
  return all<Owned<Tag>>(
    db,
    sql`SELECT pt.paper_id AS paperId, t.id, t.name, t.colour
        FROM paper_tag pt JOIN tag t ON t.id = pt.tag_id
        WHERE pt.paper_id IN ${numbers(ids)} ORDER BY t.name COLLATE NOCASE`
  )
}

function selectAppearances(db: ReadableDb, ids: readonly number[]): Owned<Appearance>[] {
  return all<Owned<Omit<Appearance, 'dateInferred'>> & { dateInferred: number }>(
    db,
    sql`SELECT a.paper_id AS paperId, a.digest_id AS digestId, d.source, d.date,
               d.date_inferred AS dateInferred, a.position,
               (SELECT MAX(o.position) FROM appearance o WHERE o.digest_id = a.digest_id) AS "of"
        FROM appearance a JOIN digest d ON d.id = a.digest_id
        WHERE a.paper_id IN ${numbers(ids)} ORDER BY d.date DESC, a.position`
  ).map((row) => ({ ...row, dateInferred: row.dateInferred === 1 }))
}

/** Groups rows by their paper, without the column that said so. */
function byPaper<T>(owned: readonly Owned<T>[]): Map<number, T[]> {
  const groups = new Map<number, T[]>()
  for (const { paperId, ...row } of owned) {
    const group = groups.get(paperId)
    if (group === undefined) groups.set(paperId, [row as unknown as T])
    else group.push(row as unknown as T)
  }
  return groups
}
