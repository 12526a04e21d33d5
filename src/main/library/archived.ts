import type {
  ArchivedAnnotation,
  ArchivedAttachment,
  ArchivedDigest,
  ArchivedNoteVersion,
  ArchivedPaper
} from '@shared/model/archived-library'
import type { PersonName } from '@shared/model/person'
import type { ReadableDb } from '../database/handle'
import { all, column, numbers, sql, type Sql } from '../database/sql'

/** An attachment with what it takes to find its file. */
export interface HeldFile {
  id: number
  key: string
  name: string
  sha256: string
  bytes: number
  /** Where a linked file lies; empty for a copy. */
  path: string
}

type Owned<T> = T & { paperId: number }

/** Every paper, those in the trash too, in the order they were added. */
export function allPaperIds(db: ReadableDb): number[] {
  return column<number>(db, sql`SELECT id FROM paper ORDER BY id`)
}

/** Every attachment, in the order of papers. */
export function heldFiles(db: ReadableDb): HeldFile[] {
  return all<HeldFile>(
    db,
    sql`SELECT a.id, p.citation_key AS key, a.name, a.sha256, a.bytes, a.path
        FROM attachment a JOIN paper p ON p.id = a.paper_id ORDER BY p.id, a.id`
  )
}

/**
 * Papers as an exported library has them.
 * @param fileOf where in the archive an attachment's file is; null where it is missing
 */
export function archivedPapers(
  db: ReadableDb,
  ids: readonly number[],
  fileOf: (attachmentId: number) => string | null
): ArchivedPaper[] {
  const wanted = numbers(ids)
  const of = <T>(columns: Sql, order = sql`paper_id, id`): Map<number, T[]> =>
    byPaper(
      all<Owned<T>>(
        db,
        sql`SELECT paper_id AS paperId, ${columns} WHERE paper_id IN ${wanted} ORDER BY ${order}`
      )
    )
  const creators = of<NameColumns>(
    sql`role, family, given, particle, suffix, literal FROM creator`,
    sql`paper_id, position, id`
  )
  const identifiers = of<ArchivedPaper['identifiers'][number]>(
    sql`scheme, value, version FROM identifier`
  )
  const links = of<ArchivedPaper['links'][number]>(
    sql`kind, url FROM link`,
    sql`paper_id, position, id`
  )
  const extra = of<ArchivedPaper['extra'][number]>(sql`name, value FROM extra_field`)
  const statements = of<StatementColumns>(
    sql`field, value, source, chosen, said_at AS saidAt FROM statement`
  )
  const aliases = of<{ key: string }>(sql`citation_key AS key FROM key_alias`)
  const tags = of<{ name: string }>(
    sql`t.name FROM paper_tag pt JOIN tag t ON t.id = pt.tag_id`,
    sql`paper_id, pt.id`
  )
  const triage = of<{ state: Triage['state']; returned: number; since: string }>(
    sql`state, returned, since FROM triage`
  )
  const notes = of<NonNullable<ArchivedPaper['note']>>(
    sql`body, revision, saved_at AS savedAt FROM note`
  )
  const versions = of<VersionColumns>(sql`saved_at AS savedAt, head, tail, text FROM note_version`)
  const attachments = of<Omit<ArchivedAttachment, 'file'> & { id: number }>(
    sql`id, name, media_type AS mediaType, sha256, bytes, added_at AS addedAt, path AS linkedTo
        FROM attachment`
  )
  const annotations = archivedAnnotations(db, ids)
  return all<PaperColumns>(
    db,
    sql`SELECT id, citation_key AS key, type, title, issued, venue, volume, issue, pages, publisher,
          language, abstract, starred, read_at AS readAt, trashed_at AS trashedAt,
          added_at AS addedAt, modified_at AS modifiedAt, updated_at AS updatedAt
        FROM paper WHERE id IN ${wanted} ORDER BY id`
  ).map(({ id, starred, ...paper }): ArchivedPaper => {
    const decided = triage.get(id)?.[0]
    return {
      ...paper,
      starred: starred === 1,
      creators: (creators.get(id) ?? []).map(creatorOf),
      identifiers: identifiers.get(id) ?? [],
      links: links.get(id) ?? [],
      extra: extra.get(id) ?? [],
      statements: (statements.get(id) ?? []).map(({ value, chosen, ...row }) => ({
        ...row,
        value: JSON.parse(value) as ArchivedPaper['statements'][number]['value'],
        chosen: chosen === 1
      })),
      aliases: (aliases.get(id) ?? []).map((alias) => alias.key),
      tags: (tags.get(id) ?? []).map(({ name }) => name),
      triage: decided === undefined ? null : { ...decided, returned: decided.returned === 1 },
      note: notes.get(id)?.[0] ?? null,
      noteHistory: (versions.get(id) ?? []).map(versionOf),
      annotations: annotations.get(id) ?? [],
      attachments: (attachments.get(id) ?? []).map(({ id: attachmentId, ...row }) => ({
        ...row,
        file: fileOf(attachmentId)
      }))
    }
  })
}

/** A digest as an exported library has it but for its text, which may be long, and its id. */
export function* archivedDigests(
  db: ReadableDb
): Generator<Omit<ArchivedDigest, 'text'> & { id: number }> {
  for (const id of column<number>(db, sql`SELECT id FROM digest ORDER BY id`)) {
    const rows = all<
      Omit<ArchivedDigest, 'text' | 'papers' | 'dateInferred'> & { inferred: number }
    >(
      db,
      sql`SELECT format, source, file_name AS fileName, date, date_inferred AS inferred,
            content_hash AS contentHash, imported_at AS importedAt FROM digest WHERE id = ${id}`
    )
    for (const { inferred, ...row } of rows)
      yield {
        ...row,
        id,
        dateInferred: inferred === 1,
        papers: all<Place>(
          db,
          sql`SELECT p.citation_key AS key, a.position, a.start_offset AS start,
                a.end_offset AS end, a.votes, a.stars
              FROM appearance a JOIN paper p ON p.id = a.paper_id
              WHERE a.digest_id = ${id} ORDER BY a.position`
        ).map(withoutUnsaid)
      }
  }
}

type Place = Omit<ArchivedDigest['papers'][number], 'votes' | 'stars'> & {
  votes: number | null
  stars: number | null
}

function withoutUnsaid({ votes, stars, ...place }: Place): ArchivedDigest['papers'][number] {
  return {
    ...place,
    ...(votes === null ? {} : { votes }),
    ...(stars === null ? {} : { stars })
  }
}

/** The text of a digest. */
export function digestText(db: ReadableDb, id: number): string {
  return column<string>(db, sql`SELECT raw_text FROM digest WHERE id = ${id}`)[0] ?? ''
}

function archivedAnnotations(
  db: ReadableDb,
  ids: readonly number[]
): Map<number, ArchivedAnnotation[]> {
  const wanted = sql`(SELECT id FROM annotation WHERE paper_id IN ${numbers(ids)})`
  const tags = new Map<number, string[]>()
  for (const { id, name } of all<{ id: number; name: string }>(
    db,
    sql`SELECT x.annotation_id AS id, t.name FROM annotation_tag x JOIN tag t ON t.id = x.tag_id
        WHERE x.annotation_id IN ${wanted} ORDER BY x.id`
  ))
    tags.set(id, [...(tags.get(id) ?? []), name])
  const rows = all<AnnotationColumns>(
    db,
    sql`SELECT id, paper_id AS paperId, part, sha256, page, kind, colour, placed, comment, author,
          origin, created_at AS createdAt, modified_at AS modifiedAt, target
        FROM annotation WHERE id IN ${wanted} ORDER BY id`
  )
  return byPaper(
    rows.map(({ id, part, sha256, page, placed, target, ...row }) => {
      const place =
        part === 2 ? { on: 'pdf', sha256, page } : { on: part === 0 ? 'title' : 'abstract' }
      return {
        ...row,
        tags: tags.get(id) ?? [],
        placed: placed === 1,
        target: { ...place, ...(JSON.parse(target) as object) } as ArchivedAnnotation['target']
      }
    })
  )
}

type Triage = NonNullable<ArchivedPaper['triage']>

interface NameColumns {
  role: 'author' | 'editor'
  family: string
  given: string
  particle: string
  suffix: string
  literal: string
}

interface StatementColumns {
  field: string
  value: string
  source: string
  chosen: number
  saidAt: string
}

interface VersionColumns {
  savedAt: string
  head: number | null
  tail: number | null
  text: string
}

type AnnotationColumns = Owned<Omit<ArchivedAnnotation, 'placed' | 'target' | 'tags'>> & {
  id: number
  part: number
  sha256: string
  page: number
  placed: number
  target: string
}

type PaperColumns = Pick<
  ArchivedPaper,
  | ('key' | 'type' | 'title' | 'issued' | 'venue' | 'volume' | 'issue' | 'pages' | 'publisher')
  | ('language' | 'abstract' | 'readAt' | 'trashedAt' | 'addedAt' | 'modifiedAt' | 'updatedAt')
> & { id: number; starred: number }

function creatorOf({ role, literal, ...parts }: NameColumns): ArchivedPaper['creators'][number] {
  const name: PersonName = literal === '' ? parts : { literal }
  return { role, name }
}

function versionOf({ savedAt, head, tail, text }: VersionColumns): ArchivedNoteVersion {
  return { savedAt, keeps: head === null || tail === null ? null : { head, tail }, text }
}

function byPaper<T>(rows: readonly Owned<T>[]): Map<number, T[]> {
  const groups = new Map<number, T[]>()
  for (const { paperId, ...row } of rows) {
    const group = groups.get(paperId)
    if (group === undefined) groups.set(paperId, [row as T])
    else group.push(row as T)
  }
  return groups
}
