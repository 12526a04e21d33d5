import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import type {
  Annotation,
  AnnotationChanges,
  AnnotationKind,
  AnnotationTarget,
  NewAnnotation,
  PaperAnnotations
} from '@shared/model/annotation'
import { shownWithPaper } from '@shared/model/annotation-kinds'
import { fold } from '@shared/text/fold'
import { readable } from '@shared/text/quote'
import type { JournalledDb, ReadableDb } from '../database/handle'
import { all, column, first, numbers, run, sql, type Sql } from '../database/sql'
import { ensureTag, removeUnusedTag } from './tags'

interface Row {
  id: number
  paperId: number
  part: number
  page: number
  kind: AnnotationKind
  colour: number
  placed: number
  comment: string
  author: string
  createdAt: string
  modifiedAt: string
  attachmentId: number | null
  target: string
}

const parts = ['title', 'abstract', 'pdf'] as const
const columns = sql`a.id, a.paper_id AS paperId, a.part, a.page, a.kind, a.colour, a.placed,
  a.comment, a.author, a.created_at AS createdAt, a.modified_at AS modifiedAt, f.id AS attachmentId,
  a.target FROM annotation a
  LEFT JOIN attachment f ON f.paper_id = a.paper_id AND f.sha256 = a.sha256`
/** As the index `annotation_place` has them. */
const inOrder = sql`a.paper_id, a.part, a.sha256, a.page, a.sort_at, a.id`

/** A paper's annotations in the order of their places; only those in one file, or on some of its pages (both counted), if asked. */
export function listAnnotations(
  db: ReadableDb,
  {
    paperId,
    attachmentId = null,
    pages = null
  }: { paperId: number; attachmentId?: number | null; pages?: [number, number] | null }
): Annotation[] {
  const inFile =
    attachmentId === null
      ? sql``
      : sql`AND a.part = 2 AND a.sha256 = (SELECT sha256 FROM attachment WHERE id = ${attachmentId})`
  const onPages = pages === null ? sql`` : sql`AND a.page BETWEEN ${pages[0]} AND ${pages[1]}`
  return select(
    db,
    sql`SELECT ${columns} WHERE a.paper_id = ${paperId} ${inFile} ${onPages} ORDER BY ${inOrder}`
  )
}

/** What a paper's pane shows of its annotations. */
export function paperAnnotations(db: ReadableDb, paperId: number): PaperAnnotations {
  const counts = first<{ total: number; unplaced: number; loose: number }>(
    db,
    sql`SELECT COUNT(*) AS total, COALESCE(SUM(placed = 0), 0) AS unplaced,
          COALESCE(SUM(part = 2 AND NOT EXISTS (SELECT 1 FROM attachment f
            WHERE f.paper_id = a.paper_id AND f.sha256 = a.sha256)), 0) AS loose
        FROM annotation a WHERE a.paper_id = ${paperId}`
  ) ?? { total: 0, unplaced: 0, loose: 0 }
  if (counts.total === 0) return { ...counts, first: [], inText: [] }
  const own = sql`SELECT ${columns} WHERE a.paper_id = ${paperId}`
  return {
    ...counts,
    first: select(db, sql`${own} ORDER BY ${inOrder} LIMIT ${shownWithPaper}`),
    inText: select(db, sql`${own} AND a.part IN (0, 1) ORDER BY ${inOrder}`)
  }
}

/** Annotations of a paper in PDFs that are not attached to it any more, with which file each is in. */
export function looseAnnotations(
  db: ReadableDb,
  paperId: number
): (Annotation & { sha256: string })[] {
  const hashes = new Map(
    all<{ id: number; sha256: string }>(
      db,
      sql`SELECT a.id, a.sha256 FROM annotation a WHERE a.paper_id = ${paperId} AND a.part = 2
          AND NOT EXISTS (SELECT 1 FROM attachment f
            WHERE f.paper_id = a.paper_id AND f.sha256 = a.sha256)`
    ).map(({ id, sha256 }) => [id, sha256])
  )
  return getAnnotations(db, [...hashes.keys()]).map((one) => ({
    ...one,
    sha256: hashes.get(one.id) ?? ''
  }))
}

/** Which annotation of its file each of these is that was taken over from one. */
export function originsOf(db: ReadableDb, ids: readonly number[]): Map<number, string> {
  return new Map(
    all<{ id: number; origin: string }>(
      db,
      sql`SELECT id, origin FROM annotation WHERE id IN ${numbers(ids)} AND origin <> ''`
    ).map(({ id, origin }) => [id, origin])
  )
}

/** Annotations in the order of `ids`; those that are not there are left out. */
export function getAnnotations(db: ReadableDb, ids: readonly number[]): Annotation[] {
  const found = new Map(
    select(db, sql`SELECT ${columns} WHERE a.id IN ${numbers(ids)}`).map((one) => [one.id, one])
  )
  return ids.flatMap((id) => found.get(id) ?? [])
}

function select(db: ReadableDb, query: Sql): Annotation[] {
  const rows = all<Row>(db, query)
  const tags = new Map<number, Annotation['tags']>()
  for (const { annotationId, ...tag } of all<Annotation['tags'][number] & { annotationId: number }>(
    db,
    sql`SELECT x.annotation_id AS annotationId, t.id, t.name, t.colour FROM annotation_tag x
        JOIN tag t ON t.id = x.tag_id
        WHERE x.annotation_id IN ${numbers(rows.map(({ id }) => id))} ORDER BY x.id`
  ))
    tags.set(annotationId, [...(tags.get(annotationId) ?? []), tag])
  return rows.map(({ part, page, placed, attachmentId, target, ...row }) => ({
    ...row,
    tags: tags.get(row.id) ?? [],
    placed: placed === 1,
    target: {
      ...{ on: parts[part], ...(part === 2 ? { attachmentId, page } : {}) },
      ...(JSON.parse(target) as object)
    } as AnnotationTarget
  }))
}

/** What an annotation is called in a sentence: its words, or those it stands beside; may be empty. */
export function excerptOf({ target }: Pick<Annotation, 'target'>): string {
  return readable((target.quote?.exact ?? '').slice(0, 500)).slice(0, 120)
}

/** How one that a PDF came with is added; the user's own are of now. */
export interface Provenance {
  author: string
  /** Which it was in its file: added once. */
  origin: string
  createdAt: string
  modifiedAt: string
}

/**
 * Adds an annotation; gives its id, or null for one of a PDF that has been added before.
 * @throws AppError `not-found` where its paper or file is gone
 */
export function addAnnotation(
  db: JournalledDb,
  { paperId, kind, colour, comment, tags, target }: NewAnnotation,
  provenance?: Provenance
): number | null {
  if (first(db, sql`SELECT 1 FROM paper WHERE id = ${paperId}`) === undefined)
    throw new AppError('not-found', words.annotations.noPaper)
  const place = placeOf(db, paperId, target)
  const now = new Date().toISOString()
  const { author, origin, createdAt, modifiedAt } = provenance ?? {
    ...{ author: '', origin: '', createdAt: now, modifiedAt: now }
  }
  const text = clean(comment)
  const { changes, id } = run(
    db,
    sql`INSERT INTO annotation (paper_id, part, sha256, page, sort_at, kind, colour, placed, comment,
          author, origin, created_at, modified_at, folded, target)
        VALUES (${paperId}, ${place.part}, ${place.sha256}, ${place.page}, ${place.sortAt}, ${kind},
          ${colour}, 1, ${text}, ${clean(author)}, ${origin}, ${createdAt}, ${modifiedAt},
          ${foldedOf(target, text)}, ${place.stored}) ON CONFLICT DO NOTHING`
  )
  if (changes === 0) return null
  for (const name of tags) addTag(db, [id], name)
  return id
}

/** Changes annotations; only what differs is written. @throws AppError as `addAnnotation` */
export function changeAnnotations(
  db: JournalledDb,
  ids: readonly number[],
  { kind, colour, comment, addTags = [], removeTags = [], target }: AnnotationChanges
): void {
  const wanted = numbers(ids)
  const now = new Date().toISOString()
  if (target !== undefined && ids.length > 1)
    throw new AppError('invalid-input', words.annotations.onePlace)
  if (kind !== undefined)
    run(
      db,
      sql`UPDATE annotation SET kind = ${kind}, modified_at = ${now} WHERE id IN ${wanted}
          AND kind IN ('highlight', 'underline') AND kind <> ${kind}`
    )
  if (colour !== undefined)
    run(
      db,
      sql`UPDATE annotation SET colour = ${colour}, modified_at = ${now}
          WHERE id IN ${wanted} AND colour <> ${colour}`
    )
  if (comment !== undefined || target !== undefined)
    for (const former of getAnnotations(db, ids)) {
      const text = comment === undefined ? former.comment : clean(comment)
      if (text !== former.comment)
        run(
          db,
          sql`UPDATE annotation SET comment = ${text}, folded = ${foldedOf(former.target, text)},
                modified_at = ${now} WHERE id = ${former.id}`
        )
      if (target !== undefined) place(db, { ...former, comment: text }, target, true)
    }
  for (const name of addTags) addTag(db, ids, name)
  if (removeTags.length === 0) return
  run(
    db,
    sql`DELETE FROM annotation_tag WHERE annotation_id IN ${wanted}
        AND tag_id IN ${numbers(removeTags)}`
  )
  for (const tagId of removeTags) removeUnusedTag(db, tagId)
}

/** Gives an annotation another place, or notes that its own was lost (`placed` false). Written only if it differs. */
export function place(
  db: JournalledDb,
  annotation: Pick<Annotation, 'id' | 'paperId' | 'comment'>,
  target: AnnotationTarget,
  placed: boolean
): void {
  const { part, sha256, page, sortAt, stored } = placeOf(db, annotation.paperId, target)
  run(
    db,
    sql`UPDATE annotation SET part = ${part}, sha256 = ${sha256}, page = ${page},
          sort_at = ${sortAt}, target = ${stored}, placed = ${placed ? 1 : 0},
          origin = CASE WHEN EXISTS (SELECT 1 FROM annotation o WHERE o.id <> annotation.id
              AND o.paper_id = annotation.paper_id AND o.sha256 = ${sha256}
              AND o.origin = annotation.origin) THEN '' ELSE origin END,
          folded = ${foldedOf(target, annotation.comment)}
        WHERE id = ${annotation.id}
          AND (part <> ${part} OR sha256 <> ${sha256} OR page <> ${page} OR target <> ${stored}
            OR placed <> ${placed ? 1 : 0})`
  )
}

/** Deletes annotations, and tags that only they had. */
export function removeAnnotations(db: JournalledDb, ids: readonly number[]): void {
  const wanted = numbers(ids)
  const tagIds = column<number>(
    db,
    sql`SELECT DISTINCT tag_id FROM annotation_tag WHERE annotation_id IN ${wanted}`
  )
  run(db, sql`DELETE FROM annotation WHERE id IN ${wanted}`)
  for (const tagId of tagIds) removeUnusedTag(db, tagId)
}

function addTag(db: JournalledDb, ids: readonly number[], name: string): void {
  const tagId = ensureTag(db, name)
  run(
    db,
    sql`INSERT INTO annotation_tag (annotation_id, tag_id)
        SELECT id, ${tagId} FROM annotation WHERE id IN ${numbers(ids)} ORDER BY id
        ON CONFLICT DO NOTHING`
  )
}

/** A target as it is stored. */
function placeOf(
  db: ReadableDb,
  paperId: number,
  target: AnnotationTarget
): ReturnType<typeof storedPlace> {
  if (target.on !== 'pdf') return storedPlace(target, '')
  const file = first<{ sha256: string }>(
    db,
    sql`SELECT sha256 FROM attachment
        WHERE id = ${target.attachmentId ?? 0} AND paper_id = ${paperId}`
  )
  if (file === undefined) throw new AppError('not-found', words.annotations.noFile)
  return storedPlace(target, file.sha256)
}

/** As `placeOf`, in the file of a hash; in none for a title or abstract. */
export function storedPlace(
  target: AnnotationTarget,
  sha256: string
): { part: number; sha256: string; page: number; sortAt: number; stored: string } {
  const part = parts.indexOf(target.on)
  if (target.on !== 'pdf') {
    const { quote, position } = target
    const stored = json({ quote, position })
    return { part, sha256: '', page: 0, sortAt: position.start, stored }
  }
  const { page, pageLabel, rectangles, nextRectangles } = target
  const { paths, point, anchor, quote, position } = target
  const sortAt = position?.start ?? behindText - heightOf(target)
  const shape = { pageLabel, rectangles, nextRectangles, paths, point, anchor }
  const stored = json({ ...shape, quote, position })
  return { part, sha256, page, sortAt, stored }
}

/** Above any offset in the text of a page. */
const behindText = 1e9

function heightOf({ point, rectangles, paths }: AnnotationTarget & { on: 'pdf' }): number {
  return point?.[1] ?? rectangles[0]?.[3] ?? paths[0]?.[1] ?? 0
}

/** What of an annotation is looked through. */
export function foldedOf(target: AnnotationTarget, comment: string): string {
  return fold(wordsOf(target, comment))
}

/** What an annotation says: the words it marks, if it marks any, and its comment. */
export function wordsOf(target: AnnotationTarget, comment: string): string {
  const isBeside = target.on === 'pdf' && target.anchor !== null
  const quote = isBeside ? '' : readable(target.quote?.exact ?? '')
  return `${quote}\n${comment}`
}

/** Without NUL, which SQLite's JSON would end a text at. */
function clean(text: string): string {
  return text.replaceAll('\0', '')
}

function json(value: object): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'string' ? clean(each) : each
  )
}
