import { randomUUID } from 'node:crypto'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import type { Correction, ImportPlan, PlannedItem, PlannedPage } from '@shared/model/import-plan'
import type { FiledUnder, ImportTarget } from '@shared/model/import-target'
import { plannedPageSize as pageSize } from '@shared/model/planned-page-size'
import type { PaperFields } from '@shared/model/paper'
import { shortAuthors } from '@shared/text/person-name'
import type { ReadableDb } from '../database/handle'
import { findDigest, kindOf } from '../library/digests'
import { findSamePaper, identityKeys, isSamePaper, type Known } from '../library/identity'
import type { Item } from '../library/same-paper'
import { isTrashed } from '../library/paper-changes'
import { triageState } from '../library/triage'
import { contentHashOf } from './apply'
import { filedUnder } from './filing'
import type { ParsedDigest, ParsedFile, ParsedPaper } from './parsed'
import type { ParseRequest } from './parse-request'

/** The longest text that goes with a page, in UTF-16 code units. */
const longestText = 200_000

/** How long planning goes on before others have their turn, in milliseconds. */
const sliceMs = 20

/** A drop that was read and not yet imported: what it would do, and what the user says of it. */
export class Draft {
  readonly id = randomUUID()
  #digests: Planned[] = []
  #filed: FiledUnder | undefined

  private constructor(
    readonly requests: readonly ParseRequest[],
    /** What each request held. */
    private readonly read: ParsedFile[][],
    /** What its papers are to be filed under. */
    readonly target: ImportTarget | undefined
  ) {}

  /** Reads nothing and writes nothing; looks every paper up. Yields the number done so far. */
  static *of(
    db: ReadableDb,
    requests: readonly ParseRequest[],
    read: ParsedFile[][],
    target?: ImportTarget
  ): Generator<number, Draft, undefined> {
    const draft = new Draft(requests, read, target)
    yield* draft.plan(db)
    return draft
  }

  /** As `of`, with one text read in another way. What was said of the papers of the others stays. */
  *reread(
    db: ReadableDb,
    { at, request, read }: { at: number; request: ParseRequest; read: ParsedFile[] }
  ): Generator<number, Draft, undefined> {
    const draft = new Draft(this.requests.with(at, request), this.read.with(at, read), this.target)
    yield* draft.plan(db)
    const said = new Map(
      this.#digests
        .flatMap(({ papers }) => papers)
        .filter(({ original, parsed }) => original !== parsed)
        .map((planned) => [planned.original, planned])
    )
    for (const digest of draft.#digests)
      digest.papers = digest.papers.map((planned) => said.get(planned.original) ?? planned)
    return draft
  }

  overview(): ImportPlan {
    const statuses = this.#digests.flatMap(({ papers }) => papers.map(({ status }) => status))
    const countOf = (status: PlannedItem['status']): number =>
      statuses.filter((one) => one === status).length
    return {
      ...(this.#filed === undefined ? {} : { filed: this.#filed }),
      draftId: this.id,
      added: countOf('added'),
      merged: countOf('merged'),
      unchanged: countOf('unchanged'),
      leftOut: countOf('left-out'),
      dismissed: this.#digests.flatMap(({ papers }) => papers.filter((one) => one.dismissed))
        .length,
      digests: this.#digests.map(({ file, digest, papers }) => {
        const { format, source, date, dateInferred } = digest
        const kind = kindOf(format)
        return { file, kind, source, date, dateInferred, papers: papers.length }
      }),
      texts: this.read.flatMap((files, at) => {
        const [file] = files
        const isText = files.length === 1 && file?.digests.every(({ format }) => format !== 'pdf')
        const name = this.requests[at]?.name ?? ''
        return isText ? [{ file: name, format: file?.format ?? null }] : []
      }),
      skipped: this.read.flat().flatMap(({ skipped }) => skipped)
    }
  }

  /** Papers of a digest from the `from`th on, with the text around them. @throws AppError `not-found` */
  page(at: number, from: number): PlannedPage {
    const { digest, papers } = this.#digest(at)
    const shown = papers.slice(from, from + pageSize)
    const starts = shown.map(({ parsed }) => parsed.start)
    const start = Math.min(...starts, digest.rawText.length)
    const isFirst = from === 0
    const isLast = from + pageSize >= papers.length
    const textStart = isFirst && start < longestText ? 0 : start
    const end = isLast ? digest.rawText.length : Math.max(...shown.map(({ parsed }) => parsed.end))
    const rawText = digest.rawText.slice(textStart, Math.min(end, textStart + longestText))
    return {
      rawText,
      items: shown.map((one, index) => itemOf(one, from + index, textStart)),
      of: papers.length
    }
  }

  /** What a paper would be, for the user to correct it: what the source says, with what the user said. */
  fields(at: number, index: number): PaperFields {
    const { parsed } = this.#paper(at, index)
    return {
      ...{ type: 'article', abstract: '', issued: '', venue: '', volume: '', issue: '' },
      ...{ pages: '', publisher: '', language: '', creators: [], identifiers: [], links: [] },
      ...parsed.says,
      title: parsed.title
    }
  }

  /** Sets what the user says of a paper, and looks it up anew. */
  correct(
    db: ReadableDb,
    { digest: at, index, verdict, fields }: { digest: number; index: number } & Correction
  ): void {
    const planned = this.#paper(at, index)
    const { original } = planned
    const { title, ...says } = fields ?? { title: original.title, ...original.says }
    const parsed: ParsedPaper = { ...original, title, says }
    if (verdict === null) delete parsed.verdict
    else parsed.verdict = verdict
    this.#digest(at).papers[index] = {
      ...{ original, parsed, corrected: fields !== null },
      ...look(db, parsed, [])
    }
  }

  /** Sets a digest's date by the user's word. */
  setDate(at: number, date: string): void {
    const planned = this.#digest(at)
    planned.digest = { ...planned.digest, date, dateInferred: false }
  }

  /** What is to be imported. */
  files(): ParsedFile[] {
    const planned = new Map(
      this.#digests.map(({ original, digest, papers }) => [
        original,
        { ...digest, papers: papers.map(({ parsed }) => parsed) }
      ])
    )
    return this.read.flat().map((file) => ({
      ...file,
      digests: file.digests.map((digest) => planned.get(digest) ?? digest)
    }))
  }

  *plan(db: ReadableDb): Generator<number, void, undefined> {
    this.#filed = filedUnder(db, this.target)
    const earlier = new Earlier()
    let done = 0
    let until = performance.now() + sliceMs
    for (const file of this.read.flat())
      for (const digest of file.digests) {
        const contentHash = contentHashOf(digest)
        const known = findDigest(db, contentHash)
        const papers: PlannedPaper[] = []
        for (const [index, original] of digest.papers.entries()) {
          const knownId = known?.paperAt.get(index + 1)
          const about =
            knownId === undefined
              ? look(db, original, earlier.like(original, digest))
              : {
                  ...{ status: 'unchanged' as const, same: null, trashed: isTrashed(db, knownId) },
                  dismissed: triageState(db, knownId) === 'dismissed'
                }
          papers.push({ original, parsed: original, corrected: false, ...about })
          earlier.add(original, digest)
          done++
          if (performance.now() > until) {
            yield done
            until = performance.now() + sliceMs
          }
        }
        this.#digests.push({
          ...{ file: file.file, original: digest, papers },
          // Known again by what it said, whatever the user makes of it.
          digest: { ...digest, contentHash }
        })
      }
  }

  #digest(at: number): Planned {
    const digest = this.#digests[at]
    if (digest === undefined) throw gone()
    return digest
  }

  #paper(at: number, index: number): PlannedPaper {
    const paper = this.#digest(at).papers[index]
    if (paper === undefined) throw gone()
    return paper
  }
}

interface Planned {
  file: string
  original: ParsedDigest
  /** With what the user said. */
  digest: ParsedDigest
  papers: PlannedPaper[]
}

interface PlannedPaper extends Look {
  original: ParsedPaper
  /** With what the user said. */
  parsed: ParsedPaper
  corrected: boolean
}

interface Look {
  status: PlannedItem['status']
  same: PlannedItem['same']
  trashed: boolean
  dismissed: boolean
}

/** Papers of the same drop that came before. */
class Earlier {
  readonly #papers = new Map<
    string,
    { item: Item; digest: ParsedDigest; key: string | undefined }[]
  >()

  add(parsed: ParsedPaper, digest: ParsedDigest): void {
    const item = { title: parsed.title, ...parsed.says }
    for (const { by, key } of identityKeys(item)) {
      const held = this.#papers.get(`${by}:${key}`)
      const one = { item, digest, key: parsed.citationKey }
      if (held === undefined) this.#papers.set(`${by}:${key}`, [one])
      else if (held.length < 20) held.push(one)
    }
  }

  /** Those that are the same paper. Two entries of one file with keys of their own are two. */
  like(parsed: ParsedPaper, digest: ParsedDigest): { inThisDigest: boolean }[] {
    const item = { title: parsed.title, ...parsed.says }
    const found = identityKeys(item).flatMap(({ by, key }) =>
      (this.#papers.get(`${by}:${key}`) ?? []).filter((one) => isSamePaper(one.item, item, by))
    )
    const first = found[0]
    if (first === undefined) return []
    if (parsed.citationKey !== undefined && first.digest === digest) return []
    return [{ inThisDigest: first.digest === digest }]
  }
}

function look(
  db: ReadableDb,
  parsed: ParsedPaper,
  earlier: readonly { inThisDigest: boolean }[]
): Look {
  const nowhere = { trashed: false, dismissed: false }
  if (parsed.verdict === 'leave-out') return { status: 'left-out', same: null, ...nowhere }
  const found = findSamePaper(db, { title: parsed.title, ...parsed.says })
  const same = found === undefined ? null : sameOf(found)
  if (parsed.verdict === 'apart') return { status: 'added', same, ...nowhere }
  if (found !== undefined) {
    const { trashed, triage } = found
    return { status: 'merged', same, trashed, dismissed: triage === 'dismissed' }
  }
  const [before] = earlier
  if (before === undefined) return { status: 'added', same: null, ...nowhere }
  return { status: before.inThisDigest ? 'unchanged' : 'merged', same: null, ...nowhere }
}

function sameOf({ id, title, citationKey }: Known): PlannedItem['same'] {
  return { id, title, citationKey }
}

function itemOf(planned: PlannedPaper, index: number, textStart: number): PlannedItem {
  const { parsed, status, same, trashed, dismissed, corrected } = planned
  const people = parsed.says.creators ?? []
  const authors = people.filter(({ role }) => role === 'author')
  return {
    ...{ index, title: parsed.title, status, same, trashed, dismissed, corrected },
    authors: shortAuthors((authors.length > 0 ? authors : people).map(({ name }) => name)),
    venue: parsed.says.venue ?? '',
    year: (parsed.says.issued ?? '').slice(0, 4),
    start: Math.max(0, parsed.start - textStart),
    end: Math.max(0, parsed.end - textStart)
  }
}

function gone(): AppError {
  return new AppError('not-found', words.importing.over)
}
