import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import type { Digest } from '@shared/model/digest'
import type { JournalledDb, ReadableDb } from '../database/handle'
import { all, first, run, sql } from '../database/sql'
import { getRows } from './papers'

/** Formats of files of references. */
export const fileFormats: ReadonlySet<string> = new Set(
  'bibtex ris nbib csl-json better-bibtex-json endnote-xml pubmed-xml pdf'.split(' ')
)

/** Whether what a format reads is a digest, or a file of references. */
export function kindOf(format: string): Digest['kind'] {
  return fileFormats.has(format) ? 'file' : 'digest'
}

/** A digest with its raw text and where each of its papers stands in it. @throws AppError `not-found` */
export function getDigest(db: ReadableDb, id: number): Digest {
  const row = first<
    Omit<Digest, 'kind' | 'dateInferred' | 'appearances'> & { format: string; dateInferred: number }
  >(
    db,
    sql`SELECT id, format, source, file_name AS fileName, date, date_inferred AS dateInferred,
               imported_at AS importedAt, raw_text AS rawText
        FROM digest WHERE id = ${id}`
  )
  if (row === undefined) throw new AppError('not-found', words.library.noDigest)
  const places = all<Omit<Digest['appearances'][number], 'authors' | 'venue' | 'year'>>(
    db,
    sql`SELECT a.paper_id AS paperId, p.title, a.position,
               a.start_offset AS "start", a.end_offset AS "end"
        FROM appearance a JOIN paper p ON p.id = a.paper_id
        WHERE a.digest_id = ${id} ORDER BY a.position`
  )
  const ids = [...new Set(places.map(({ paperId }) => paperId))]
  const rows = new Map(getRows(db, ids, null).map((paper) => [paper.id, paper]))
  const appearances = places.map((place) => {
    const { authors = '', venue = '', year = '' } = rows.get(place.paperId) ?? {}
    return { ...place, authors, venue, year }
  })
  const { format, ...rest } = row
  return { ...rest, kind: kindOf(format), dateInferred: row.dateInferred === 1, appearances }
}

/** Sets a digest's date by the user's word: no longer inferred. */
export function setDigestDate(db: JournalledDb, id: number, date: string): void {
  const parsed = new Date(`${date}T00:00:00Z`)
  if (Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== date)
    throw new AppError('invalid-input', words.library.noDay(date))
  if (first(db, sql`SELECT 1 FROM digest WHERE id = ${id}`) === undefined)
    throw new AppError('not-found', words.library.noDigest)
  run(
    db,
    sql`UPDATE digest SET date = ${date}, date_inferred = 0
        WHERE id = ${id} AND (date <> ${date} OR date_inferred = 1)`
  )
}

/** A digest to be recorded. The hash is over its text, so that the same digest is known again. */
export interface NewDigest {
  format: string
  source: string
  fileName: string
  date: string
  dateInferred: boolean
  contentHash: string
  rawText: string
}

/** Records a digest, without papers yet; gives its id. */
export function addDigest(db: JournalledDb, digest: NewDigest): number {
  return run(
    db,
    sql`INSERT INTO digest (format, source, file_name, date, date_inferred, content_hash, raw_text,
          imported_at)
        VALUES (${digest.format}, ${digest.source}, ${digest.fileName}, ${digest.date},
          ${digest.dateInferred ? 1 : 0}, ${digest.contentHash}, ${digest.rawText},
          ${new Date().toISOString()})`,
    1
  ).id
}

/** The digest with this text, and the paper at each of its places; undefined where it is new. */
export function findDigest(
  db: ReadableDb,
  contentHash: string
): { id: number; paperAt: Map<number, number> } | undefined {
  const row = first<{ id: number }>(
    db,
    sql`SELECT id FROM digest WHERE content_hash = ${contentHash} ORDER BY id LIMIT 1`
  )
  if (row === undefined) return undefined
  const places = all<{ position: number; paperId: number }>(
    db,
    sql`SELECT position, paper_id AS paperId FROM appearance WHERE digest_id = ${row.id}`
  )
  return { id: row.id, paperAt: new Map(places.map((place) => [place.position, place.paperId])) }
}

/** Where a digest names a paper: at which place (from 1), in which part of its text, with what said of its standing. */
interface NewAppearance {
  digestId: number
  paperId: number
  position: number
  start: number
  end: number
  votes?: number | undefined
  stars?: number | undefined
}

/** Records that a digest names a paper. */
export function addAppearance(db: JournalledDb, at: NewAppearance): void {
  run(
    db,
    sql`INSERT INTO appearance
          (digest_id, paper_id, position, start_offset, end_offset, votes, stars)
        VALUES (${at.digestId}, ${at.paperId}, ${at.position}, ${at.start}, ${at.end},
          ${at.votes ?? null}, ${at.stars ?? null})`,
    1
  )
}

/** Adds what a digest says of a paper's standing, where that was passed over when the digest came. */
export function addStanding(
  db: JournalledDb,
  { digestId, position, votes, stars }: Omit<NewAppearance, 'paperId' | 'start' | 'end'>
): void {
  if (votes === undefined && stars === undefined) return
  run(
    db,
    sql`UPDATE appearance SET votes = ${votes ?? null}, stars = ${stars ?? null}
        WHERE digest_id = ${digestId} AND position = ${position}
          AND votes IS NULL AND stars IS NULL`
  )
}
