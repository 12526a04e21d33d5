import { missingFrom } from '@shared/model/missing'
import type { Appearance, Attachment, LinkKind, Paper, PaperRow } from '@shared/model/paper'
import { shortAuthors } from '@shared/text/person-name'
import type { ReadableDb } from '../database/handle'
import { all, column, numbers, sql } from '../database/sql'
import { citedPapers, creatorsOf, linksOf, tagsOf } from './cited-papers'
import { differing, selectStatements } from './statements'
import { triageStates } from './triage'

interface PaperState {
  id: number
  starred: number
  readAt: string | null
  trashedAt: string | null
  addedAt: string
  modifiedAt: string
  updatedAt: string | null
}

type Owned<T> = T & { paperId: number }

/** Papers with all that hangs on them, in the order of `ids`; ids that are not there are left out. */
export function getPapers(db: ReadableDb, ids: readonly number[]): Paper[] {
  const wanted = numbers(ids)
  const states = new Map(selectStates(db, ids).map((row) => [row.id, row]))
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
  const triage = triageStates(db, ids)
  const statements = byPaper(selectStatements(db, ids))
  return citedPapers(db, ids).flatMap((cited): Paper[] => {
    const { id } = cited
    const state = states.get(id)
    if (state === undefined) return []
    const { readAt, trashedAt, starred, ...times } = state
    return [
      {
        ...cited,
        ...times,
        starred: starred === 1,
        read: readAt !== null,
        trashed: trashedAt !== null,
        triage: triage.get(id)?.state ?? 'kept',
        collections: collections.get(id) ?? [],
        note: notes.get(id)?.[0] ?? { body: '', revision: 0, savedAt: '' },
        appearances: appearances.get(id) ?? [],
        attachments: attachments.get(id) ?? [],
        statements: differing(statements.get(id) ?? [], cited)
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
  const papers = new Map(
    all<PaperState & Pick<Paper, 'citationKey' | 'type' | 'title' | 'issued' | 'venue'>>(
      db,
      sql`SELECT id, citation_key AS citationKey, type, title, issued, venue, starred, read_at AS readAt,
                 trashed_at AS trashedAt, added_at AS addedAt, modified_at AS modifiedAt, updated_at AS updatedAt
          FROM paper WHERE id IN ${wanted}`
    ).map((row) => [row.id, row])
  )
  const creators = creatorsOf(db, ids)
  const links = linksOf(db, ids)
  const tags = tagsOf(db, ids)
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

function selectStates(db: ReadableDb, ids: readonly number[]): PaperState[] {
  return all<PaperState>(
    db,
    sql`SELECT id, starred, read_at AS readAt, trashed_at AS trashedAt, added_at AS addedAt,
               modified_at AS modifiedAt, updated_at AS updatedAt
        FROM paper WHERE id IN ${numbers(ids)}`
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
