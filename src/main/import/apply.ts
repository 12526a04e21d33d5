import { createHash } from 'node:crypto'
import type { ImportTarget } from '@shared/model/import-target'
import type { Identifier } from '@shared/model/paper'
import { AppError } from '@shared/ipc/error'
import type { ImportReport, SkippedItem } from '@shared/model/import-report'
import type { JournalledDb, WritableDb } from '../database/handle'
import { attach, linkFile, storeContent, storeFile, type StoredFile } from '../library/attachments'
import { addAppearance, addDigest, addStanding, findDigest, kindOf } from '../library/digests'
import { addExtraFields } from '../library/extra-fields'
import { tellApart } from '../library/duplicates'
import { findSamePaper } from '../library/identity'
import { LongChange } from '../library/long-change'
import { addNote } from '../library/notes'
import { addPaper, completePaper, isTrashed, markUpdated } from '../library/paper-changes'
import { addTag } from '../library/tags'
import { addToInbox, bringBack, returnToInbox, triageState } from '../library/triage'
import { file as fileUnder, filedUnder } from './filing'
import type { ParsedDigest, ParsedFile, ParsedPaper } from './parsed'

type Item = ImportReport['items'][number]

/** Where the files of papers are kept: copied into the library's folder, or left where they lie. */
export interface Keeping {
  /** The library's. */
  folder: string
  attaching: 'copy' | 'link'
  /** Whether the papers of digests, and those of files, are to be decided about in the Inbox. */
  toInbox?: { digests: boolean; files: boolean }
  /** What its papers are filed under, those that were known before, too. */
  target?: ImportTarget | undefined
}

/** What holds where the user has said nothing: what a digest names is to be decided about. */
const defaultInbox = { digests: true, files: false }

/** How long one transaction writes, in milliseconds: others wait no longer than this for their turn. */
const sliceMs = 40

/**
 * Puts parsed files into the library as one change: papers that are not there are added, those that
 * are get what is new about them, and every digest is recorded with each paper's place in it. Files
 * that are papers themselves are kept in the library's folder. Each step is a transaction, and yields
 * how many papers are done; a caller that returns early, or a fault, takes everything back.
 */
export function* applyImport(
  db: WritableDb,
  files: readonly ParsedFile[],
  keeping: Keeping
): Generator<number, ImportReport, undefined> {
  const change = new LongChange(db)
  const items: Item[] = []
  const skipped = files.flatMap((file) => file.skipped)
  let finished = false as boolean
  let isDone = false
  let entryId: number | null
  try {
    let writing: Generator<Item | null, void, undefined> | undefined
    for (;;) {
      change.slice((tx) => {
        writing ??= take(tx, files, keeping, skipped)
        const until = performance.now() + sliceMs
        do {
          const next = writing.next()
          if (next.done) finished = true
          else if (next.value !== null) items.push(next.value)
        } while (!finished && performance.now() < until)
      })
      if (finished) break
      yield items.length
    }
    const name = files.length === 1 ? (files[0]?.file ?? '') : `${String(files.length)} files`
    entryId = change.finish({
      ...{ kind: 'import', name },
      count:
        keeping.target === undefined
          ? countOf(items, 'added') + countOf(items, 'merged')
          : new Set(items.map(({ paperId }) => paperId)).size
    })
    isDone = true
  } finally {
    if (!isDone) change.takeBack()
  }
  const filed = filedUnder(db, keeping.target)
  return {
    ...(filed === undefined ? {} : { filed }),
    entryId,
    added: countOf(items, 'added'),
    merged: countOf(items, 'merged'),
    unchanged: countOf(items, 'unchanged'),
    dismissed: new Set(items.flatMap((one) => (one.triage === 'dismissed' ? [one.paperId] : [])))
      .size,
    items,
    skipped
  }
}

/** Takes papers in one by one; null after a digest, which may be without any. */
function* take(
  db: JournalledDb,
  files: readonly ParsedFile[],
  keeping: Keeping,
  skipped: SkippedItem[]
): Generator<Item | null, void, undefined> {
  const now = new Date().toISOString()
  for (const { file, digests } of files)
    for (const digest of digests) {
      yield* takeDigest(db, { file, digest, keeping, skipped, now })
      yield null
    }
}

/** A digest to be taken in, and where from. */
interface Taking {
  file: string
  digest: ParsedDigest
  keeping: Keeping
  /** What could not be kept is told here. */
  skipped: SkippedItem[]
  now: string
}

function* takeDigest(
  db: JournalledDb,
  { file, digest, keeping, skipped, now }: Taking
): Generator<Item, void, undefined> {
  const contentHash = digest.contentHash ?? contentHashOf(digest)
  const known = findDigest(db, contentHash)
  const digestId = known?.id ?? addDigest(db, { ...digest, fileName: file, contentHash })
  const inThisDigest = new Set<number>()
  const { digests, files } = keeping.toInbox ?? defaultInbox
  const toInbox = kindOf(digest.format) === 'digest' ? digests : files
  for (const [index, parsed] of digest.papers.entries()) {
    if (parsed.verdict === 'leave-out') continue
    const position = index + 1
    const { paperId, status, trashed, triage } = takePaper(db, parsed, now, {
      toInbox,
      isDigest: kindOf(digest.format) === 'digest',
      knownId: known?.paperAt.get(position),
      ofThisDigest: inThisDigest,
      source: `${digest.source} ${digest.date}`.trim(),
      replaces: digest.replaces === true
    })
    if (keeping.target !== undefined) fileUnder(db, paperId, keeping.target)
    for (const keep of filesOf(parsed, keeping))
      try {
        attach(db, paperId, keep())
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        skipped.push({ file, line: 0, reason: error.message })
      }
    if (known?.paperAt.has(position)) addStanding(db, { digestId, position, ...parsed })
    else addAppearance(db, { digestId, paperId, position, ...parsed })
    const isNews = status === 'added' || (status === 'merged' && !inThisDigest.has(paperId))
    inThisDigest.add(paperId)
    yield {
      ...{ paperId, digestId, trashed, triage, title: parsed.title },
      status: isNews ? status : 'unchanged'
    }
  }
}

/** The files that come with a paper, each to be kept when it is called. */
function filesOf(
  { file, files = [] }: ParsedPaper,
  { folder, attaching }: Keeping
): (() => StoredFile)[] {
  const keep = (path: string) => (): StoredFile =>
    attaching === 'link' ? linkFile(path) : storeFile(folder, path)
  const own =
    file === undefined
      ? []
      : [
          attaching === 'link' && file.path !== undefined
            ? keep(file.path)
            : (): StoredFile => storeContent(folder, file.name, file.bytes)
        ]
  return [...own, ...files.map(keep)]
}

/**
 * `knownId` is the paper that this very digest led to before, whatever it is called by now. Two entries
 * of one file that go by keys of their own stay two: texts cite both.
 */
function takePaper(
  db: JournalledDb,
  parsed: ParsedPaper,
  now: string,
  {
    knownId,
    ofThisDigest,
    source,
    replaces,
    toInbox,
    isDigest
  }: {
    knownId: number | undefined
    ofThisDigest: ReadonlySet<number>
    source: string
    replaces: boolean
    toInbox: boolean
    isDigest: boolean
  }
): Pick<Item, 'paperId' | 'status' | 'trashed' | 'triage'> {
  if (knownId !== undefined) {
    if (!isDigest) bringBack(db, knownId, toInbox, now)
    const triage = triageState(db, knownId)
    return { paperId: knownId, status: 'unchanged', trashed: isTrashed(db, knownId), triage }
  }
  const { title, says, citationKey } = parsed
  const found = findSamePaper(db, { title, ...says })
  const isOther = citationKey !== undefined && found !== undefined && ofThisDigest.has(found.id)
  const same = isOther || parsed.verdict === 'apart' ? undefined : found
  const paperId = same?.id ?? addPaper(db, { title, ...says }, { now, citationKey })
  if (same === undefined && toInbox) addToInbox(db, paperId, now)
  if (same !== undefined) {
    completePaper(db, same.id, { title, ...says }, source)
    if (!isDigest) bringBack(db, same.id, toInbox, now)
  }
  if (parsed.extra !== undefined) addExtraFields(db, paperId, parsed.extra, source)
  if (same !== undefined && !same.trashed && isUpdate(same, parsed, replaces)) {
    markUpdated(db, same.id, now)
    if (toInbox) returnToInbox(db, same.id, now)
  }
  if (found !== undefined && parsed.verdict === 'apart') tellApart(db, [paperId, found.id])
  for (const tag of parsed.tags ?? []) addTag(db, [paperId], tag)
  if (parsed.note !== undefined) addNote(db, paperId, parsed.note)
  return {
    ...{ paperId, status: same ? 'merged' : 'added', trashed: same?.trashed ?? false },
    triage: triageState(db, paperId)
  }
}

/** A replacement, or a version above the one that is known. */
function isUpdate(
  same: { identifiers?: readonly Identifier[] },
  parsed: ParsedPaper,
  replaces: boolean
): boolean {
  return (parsed.says.identifiers ?? []).some(({ scheme, value, version }) => {
    const known = same.identifiers?.find((one) => one.scheme === scheme && one.value === value)
    if (known === undefined || scheme !== 'arxiv') return false
    return replaces || (version ?? 0) > (known.version ?? version ?? 0)
  })
}

/** Over what was said, not how its lines were ended; the date parts sections of one text. */
export function contentHashOf({ format, rawText, date, papers }: ParsedDigest): string {
  const first = papers[0]?.title ?? ''
  const text = rawText.includes('\r') ? rawText.replace(/\r\n?/g, '\n') : rawText
  return createHash('sha256')
    .update(JSON.stringify([format, date.slice(5), first]))
    .update(text.trim())
    .digest('hex')
}

function countOf(items: readonly Item[], status: Item['status']): number {
  return items.filter((item) => item.status === status).length
}
