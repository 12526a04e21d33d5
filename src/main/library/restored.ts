import type {
  ArchivedAnnotation,
  ArchivedDigest,
  ArchivedPaper
} from '@shared/model/archived-library'
import type { AnnotationTarget } from '@shared/model/annotation'
import { foldTitle } from '@shared/text/fold'
import type { JournalledDb, ReadableDb } from '../database/handle'
import { run, scalar, sql } from '../database/sql'
import { foldedOf, storedPlace } from './annotations'
import { addAppearance } from './digests'
import { keepLinks } from './notes'

/** Whether nothing was ever put into a library, or all that was is undone. */
export function isEmptyLibrary(db: ReadableDb): boolean {
  return (
    scalar<number>(
      db,
      sql`SELECT EXISTS (SELECT 1 FROM paper UNION ALL SELECT 1 FROM digest
            UNION ALL SELECT 1 FROM tag UNION ALL SELECT 1 FROM collection
            UNION ALL SELECT 1 FROM saved_search UNION ALL SELECT 1 FROM latex_project
            UNION ALL SELECT 1 FROM subscription)`
    ) === 0
  )
}

/** The newest version of any note; what is behind it is of papers that came later. */
export function newestNoteVersion(db: ReadableDb): number {
  return scalar<number>(db, sql`SELECT COALESCE(MAX(id), 0) FROM note_version`)
}

/** Forgets what notes were, as the journal does not: for papers that were taken back. */
export function forgetNoteVersions(db: ReadableDb, after: number): void {
  run(db, sql`DELETE FROM note_version WHERE id > ${after}`)
}

/**
 * Puts a paper of an exported library into this one, with all that hangs on it; gives its id.
 * @param tagIds tags by their names
 * @param keptAs how the file of an attachment is kept here
 */
export function restorePaper(
  db: JournalledDb,
  paper: ArchivedPaper,
  tagIds: ReadonlyMap<string, number>,
  keptAs: (attachment: ArchivedPaper['attachments'][number]) => { sha256: string; path: string }
): number {
  const { id } = run(
    db,
    sql`INSERT INTO paper (citation_key, type, title, folded_title, abstract, issued, venue, volume,
          issue, pages, publisher, language, starred, read_at, trashed_at, added_at, modified_at,
          updated_at)
        VALUES (${paper.key}, ${paper.type}, ${paper.title}, ${foldTitle(paper.title)},
          ${paper.abstract}, ${paper.issued}, ${paper.venue}, ${paper.volume}, ${paper.issue},
          ${paper.pages}, ${paper.publisher}, ${paper.language}, ${paper.starred ? 1 : 0},
          ${paper.readAt}, ${paper.trashedAt}, ${paper.addedAt}, ${paper.modifiedAt},
          ${paper.updatedAt})`,
    1
  )
  paper.creators.forEach(({ role, name }, position) => {
    const none = { family: '', given: '', particle: '', suffix: '', literal: '' }
    const parts = { ...none, ...name }
    run(
      db,
      sql`INSERT INTO creator (paper_id, position, role, family, given, particle, suffix, literal)
          VALUES (${id}, ${position}, ${role}, ${parts.family}, ${parts.given}, ${parts.particle},
            ${parts.suffix}, ${parts.literal})`
    )
  })
  for (const { scheme, value, version } of paper.identifiers)
    run(
      db,
      sql`INSERT INTO identifier (paper_id, scheme, value, version)
          VALUES (${id}, ${scheme}, ${value}, ${version})`
    )
  paper.links.forEach(({ kind, url }, position) => {
    run(
      db,
      sql`INSERT INTO link (paper_id, position, kind, url) VALUES (${id}, ${position}, ${kind}, ${url})`
    )
  })
  for (const { name, value } of paper.extra)
    run(db, sql`INSERT INTO extra_field (paper_id, name, value) VALUES (${id}, ${name}, ${value})`)
  for (const statement of paper.statements) restoreStatement(db, id, statement)
  for (const key of paper.aliases)
    run(db, sql`INSERT INTO key_alias (paper_id, citation_key) VALUES (${id}, ${key})`)
  for (const name of paper.tags)
    run(db, sql`INSERT INTO paper_tag (paper_id, tag_id) VALUES (${id}, ${tagIds.get(name) ?? 0})`)
  restoreTriage(db, id, paper.triage)
  restoreNote(db, id, paper)
  for (const attachment of paper.attachments) {
    const { name, mediaType, bytes, addedAt } = attachment
    const { sha256, path } = keptAs(attachment)
    run(
      db,
      sql`INSERT INTO attachment (paper_id, name, media_type, sha256, bytes, added_at, path)
          VALUES (${id}, ${name}, ${mediaType}, ${sha256}, ${bytes}, ${addedAt}, ${path})`
    )
  }
  for (const annotation of paper.annotations) restoreAnnotation(db, id, annotation, tagIds)
  return id
}

/** Puts a digest of an exported library into this one. @param idOf papers by their keys */
export function restoreDigest(
  db: JournalledDb,
  digest: ArchivedDigest,
  text: string,
  idOf: (key: string) => number
): void {
  const { id } = run(
    db,
    sql`INSERT INTO digest (format, source, file_name, date, date_inferred, content_hash, raw_text,
          imported_at)
        VALUES (${digest.format}, ${digest.source}, ${digest.fileName}, ${digest.date},
          ${digest.dateInferred ? 1 : 0}, ${digest.contentHash}, ${text}, ${digest.importedAt})`,
    1
  )
  for (const { key, ...place } of digest.papers)
    addAppearance(db, { digestId: id, paperId: idOf(key), ...place })
}

function restoreStatement(
  db: JournalledDb,
  paperId: number,
  { field, value, source, chosen, saidAt }: ArchivedPaper['statements'][number]
): void {
  run(
    db,
    sql`INSERT INTO statement (paper_id, field, value, source, chosen, said_at)
        VALUES (${paperId}, ${field}, ${JSON.stringify(value)}, ${source}, ${chosen ? 1 : 0},
          ${saidAt})`
  )
}

function restoreTriage(db: JournalledDb, paperId: number, triage: ArchivedPaper['triage']): void {
  if (triage === null) return
  run(
    db,
    sql`INSERT INTO triage (paper_id, state, returned, since)
        VALUES (${paperId}, ${triage.state}, ${triage.returned ? 1 : 0}, ${triage.since})`
  )
}

function restoreNote(
  db: JournalledDb,
  paperId: number,
  { note, noteHistory }: Pick<ArchivedPaper, 'note' | 'noteHistory'>
): void {
  if (note !== null) {
    run(
      db,
      sql`INSERT INTO note (paper_id, body, revision, saved_at)
          VALUES (${paperId}, ${note.body}, ${note.revision}, ${note.savedAt})`
    )
    keepLinks(db, paperId, note.body)
  }
  for (const { savedAt, keeps, text } of noteHistory) {
    const length = text.length + (keeps === null ? 0 : keeps.head + keeps.tail)
    run(
      db,
      sql`INSERT INTO note_version (paper_id, saved_at, length, head, tail, text)
          VALUES (${paperId}, ${savedAt}, ${length}, ${keeps?.head ?? null}, ${keeps?.tail ?? null},
            ${text})`
    )
  }
}

function restoreAnnotation(
  db: JournalledDb,
  paperId: number,
  annotation: ArchivedAnnotation,
  tagIds: ReadonlyMap<string, number>
): void {
  const { kind, colour, placed, comment, author, origin, createdAt, modifiedAt } = annotation
  const { target: archived } = annotation
  const target: AnnotationTarget =
    archived.on === 'pdf' ? { ...archived, attachmentId: null } : archived
  const { part, sha256, page, sortAt, stored } = storedPlace(
    target,
    archived.on === 'pdf' ? archived.sha256 : ''
  )
  const { id } = run(
    db,
    sql`INSERT INTO annotation (paper_id, part, sha256, page, sort_at, kind, colour, placed, comment,
          author, origin, created_at, modified_at, folded, target)
        VALUES (${paperId}, ${part}, ${sha256}, ${page}, ${sortAt}, ${kind}, ${colour},
          ${placed ? 1 : 0}, ${comment}, ${author}, ${origin}, ${createdAt}, ${modifiedAt},
          ${foldedOf(target, comment)}, ${stored})`,
    1
  )
  for (const name of annotation.tags)
    run(
      db,
      sql`INSERT INTO annotation_tag (annotation_id, tag_id)
          VALUES (${id}, ${tagIds.get(name) ?? 0})`
    )
}
