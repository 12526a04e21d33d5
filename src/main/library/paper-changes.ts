import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import { paperFields, type PaperFields } from '@shared/model/paper'
import { statedFields } from '@shared/model/statement'
import { subjectOf } from '@shared/keys/subject'
import { isValidKey } from '@shared/text/citation-key'
import { foldTitle } from '@shared/text/fold'
import { jsonWithoutNul } from '@shared/text/json-without-nul'
import type { JournalledDb, ReadableDb } from '../database/handle'
import { numbers, run, scalar, sql } from '../database/sql'
import { keyIsTaken, makeKey } from './citation-keys'
import { weigh } from './better'
import { getPapers } from './papers'
import { reanchorFields } from './reanchor-fields'
import { chosenFields, firstSource, getStatement, state, stateByUser } from './statements'

/** As many as the model takes. */
const mostCreators = 5000

/** Nothing but a title is known of a paper; digests name preprints. */
const nothing: Omit<PaperFields, 'title'> = {
  ...{ type: 'article', abstract: '', issued: '', venue: '', volume: '', issue: '', pages: '' },
  ...{ publisher: '', language: '', creators: [], identifiers: [], links: [] }
}

/**
 * Adds a paper with a citation key of its own, and gives its id. Papers of one import share the time
 * `now`, so that they stay in its order. A key that it comes with is kept where it is valid and free.
 */
export function addPaper(
  db: JournalledDb,
  given: Partial<PaperFields> & Pick<PaperFields, 'title'>,
  {
    now = new Date().toISOString(),
    citationKey = ''
  }: { now?: string; citationKey?: string | undefined } = {}
): number {
  const fields = clean({ ...nothing, ...given })
  const isTaken = (candidate: string): boolean => keyIsTaken(db, candidate)
  const key =
    isValidKey(citationKey) && !isTaken(citationKey)
      ? citationKey
      : makeKey(db, subjectOf(fields), isTaken)
  const { id } = run(
    db,
    sql`INSERT INTO paper (citation_key, type, title, folded_title, abstract, issued, venue, volume,
          issue, pages, publisher, language, starred, read_at, trashed_at, added_at, modified_at)
        VALUES (${key}, ${fields.type}, ${fields.title}, ${foldTitle(fields.title)},
          ${fields.abstract}, ${fields.issued}, ${fields.venue}, ${fields.volume}, ${fields.issue},
          ${fields.pages}, ${fields.publisher}, ${fields.language}, 0, NULL, NULL, ${now}, ${now})`,
    1
  )
  writeParts(db, id, fields)
  return id
}

/** Replaces what the user can edit of a paper. The citation key stays. Writes only what differs. */
export function editPaper(db: JournalledDb, id: number, given: PaperFields): void {
  const fields = clean(given)
  const former = paperFields.parse(pick(requirePaper(db, id)))
  if (JSON.stringify(former) === JSON.stringify(fields)) return
  run(
    db,
    sql`UPDATE paper SET type = ${fields.type}, title = ${fields.title},
          folded_title = ${foldTitle(fields.title)}, abstract = ${fields.abstract},
          issued = ${fields.issued}, venue = ${fields.venue}, volume = ${fields.volume},
          issue = ${fields.issue}, pages = ${fields.pages}, publisher = ${fields.publisher},
          language = ${fields.language}, modified_at = ${new Date().toISOString()}
        WHERE id = ${id}`,
    1
  )
  if (former.title !== fields.title || former.abstract !== fields.abstract) reanchorFields(db, id)
  if (differs(former.creators, fields.creators))
    run(db, sql`DELETE FROM creator WHERE paper_id = ${id}`)
  if (differs(former.identifiers, fields.identifiers))
    run(db, sql`DELETE FROM identifier WHERE paper_id = ${id}`)
  if (differs(former.links, fields.links)) run(db, sql`DELETE FROM link WHERE paper_id = ${id}`)
  writeParts(db, id, {
    creators: differs(former.creators, fields.creators) ? fields.creators : [],
    identifiers: differs(former.identifiers, fields.identifiers) ? fields.identifiers : [],
    links: differs(former.links, fields.links) ? fields.links : []
  })
}

/** Stars or reads papers, or takes that back. Papers that are so already stay untouched. */
export function setState(
  db: JournalledDb,
  ids: readonly number[],
  state: { starred?: boolean | undefined; read?: boolean | undefined }
): void {
  const wanted = numbers(ids)
  if (state.starred !== undefined) {
    const starred = state.starred ? 1 : 0
    run(
      db,
      sql`UPDATE paper SET starred = ${starred} WHERE id IN ${wanted} AND starred <> ${starred}`
    )
  }
  if (state.read === true) {
    markSeen(db, ids)
    run(
      db,
      sql`UPDATE paper SET read_at = ${new Date().toISOString()}
          WHERE id IN ${wanted} AND read_at IS NULL`
    )
  }
  if (state.read === false)
    run(db, sql`UPDATE paper SET read_at = NULL WHERE id IN ${wanted} AND read_at IS NOT NULL`)
}

/**
 * Gives a paper what a source says of it: fills gaps, adds to lists (identifiers, links), and shows
 * what is better than what was there. Where the source differs, both values are kept with who said
 * them; a value that the user chose stays the one shown.
 */
export function completePaper(
  db: JournalledDb,
  id: number,
  says: Partial<PaperFields> & Pick<PaperFields, 'title'>,
  source: string
): void {
  const shown = pick(requirePaper(db, id))
  const { next, words } = weigh(shown, says, chosenFields(db, id))
  for (const { field, value, isMore } of words) {
    if (!isMore) state(db, id, { field, value: shown[field], source: firstSource(db, id) })
    state(db, id, { field, value, source })
  }
  editPaper(db, id, next)
  addLinks(db, id, says.links ?? [])
}

/** Shows what a statement says of its field, by the user's choice. */
export function chooseStatement(db: JournalledDb, id: number, statementId: number): void {
  const { field, value } = getStatement(db, id, statementId)
  editByUser(db, id, { ...pick(requirePaper(db, id)), [field]: value })
}

/** As `editPaper`, by the user's word: what is changed stays so whatever sources say, and its former value is kept. */
export function editByUser(db: JournalledDb, id: number, fields: PaperFields): void {
  const former = pick(requirePaper(db, id))
  const source = firstSource(db, id)
  editPaper(db, id, fields)
  const now = pick(requirePaper(db, id))
  for (const field of statedFields) {
    if (!differs(former[field], now[field])) continue
    if (former[field].length > 0) state(db, id, { field, value: former[field], source })
    stateByUser(db, id, { field, value: now[field] })
  }
}

/** Marks a paper as changed by its authors since the user last saw it. */
export function markUpdated(db: JournalledDb, id: number, now: string): void {
  run(db, sql`UPDATE paper SET updated_at = ${now} WHERE id = ${id} AND updated_at IS NULL`)
}

/** Takes the marks of newer versions off papers: the user has seen them. */
export function markSeen(db: JournalledDb, ids: readonly number[]): void {
  run(
    db,
    sql`UPDATE paper SET updated_at = NULL
        WHERE id IN ${numbers(ids)} AND updated_at IS NOT NULL`
  )
}

/** Whether a paper lies in the trash. */
export function isTrashed(db: ReadableDb, id: number): boolean {
  const query = sql`SELECT EXISTS (SELECT 1 FROM paper WHERE id = ${id} AND trashed_at IS NOT NULL)`
  return scalar<number>(db, query) === 1
}

/** Moves papers to the trash, where they keep everything they have. */
export function trashPapers(db: JournalledDb, ids: readonly number[]): void {
  run(
    db,
    sql`UPDATE paper SET trashed_at = ${new Date().toISOString()}
        WHERE id IN ${numbers(ids)} AND trashed_at IS NULL`
  )
}

/** Takes papers out of the trash. */
export function restorePapers(db: JournalledDb, ids: readonly number[]): void {
  run(
    db,
    sql`UPDATE paper SET trashed_at = NULL WHERE id IN ${numbers(ids)} AND trashed_at IS NOT NULL`
  )
}

function requirePaper(db: ReadableDb, id: number): ReturnType<typeof getPapers>[number] {
  const paper = getPapers(db, [id])[0]
  if (paper === undefined) throw new AppError('not-found', words.library.noPaper)
  return paper
}

function pick(paper: PaperFields): PaperFields {
  const { type, title, abstract, issued, venue, volume, issue, pages, publisher, language } = paper
  const { creators, identifiers, links } = paper
  return {
    ...{ type, title, abstract, issued, venue, volume, issue, pages, publisher, language },
    ...{ creators, identifiers, links }
  }
}

function differs(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) !== JSON.stringify(b)
}

function writeParts(
  db: JournalledDb,
  paperId: number,
  { creators, identifiers, links }: Pick<PaperFields, 'creators' | 'identifiers' | 'links'>
): void {
  creators.forEach(({ role, name }, position) => {
    const none = { family: '', given: '', particle: '', suffix: '', literal: '' }
    const parts = { ...none, ...name }
    run(
      db,
      sql`INSERT INTO creator (paper_id, position, role, family, given, particle, suffix, literal)
          VALUES (${paperId}, ${position}, ${role}, ${parts.family}, ${parts.given},
            ${parts.particle}, ${parts.suffix}, ${parts.literal})`
    )
  })
  for (const { scheme, value, version } of identifiers)
    run(
      db,
      sql`INSERT INTO identifier (paper_id, scheme, value, version)
          VALUES (${paperId}, ${scheme}, ${value}, ${version})`
    )
  addLinks(db, paperId, links)
}

/** Adds the links that a paper does not have yet; gives how many those were. */
export function addLinks(db: JournalledDb, paperId: number, links: PaperFields['links']): number {
  let added = 0
  links.forEach(({ kind, url }, position) => {
    added += run(
      db,
      sql`INSERT INTO link (paper_id, position, kind, url)
          VALUES (${paperId}, ${position}, ${kind}, ${url}) ON CONFLICT DO NOTHING`
    ).changes
  })
  return added
}

/**
 * Without NUL, which SQLite's JSON would end a text at, and without names and identifiers of nothing else;
 * identifiers and links once each.
 * @throws AppError `invalid-input` where the title is of nothing else
 */
function clean(fields: PaperFields): PaperFields {
  const plain = withoutNul(pick(fields))
  const { data, error } = paperFields.safeParse({
    ...plain,
    creators: plain.creators
      .filter(({ name }) => ('literal' in name ? name.literal : name.family) !== '')
      .slice(0, mostCreators),
    identifiers: distinct(
      plain.identifiers.filter(({ value }) => value !== ''),
      ({ scheme, value }) => `${scheme}:${value}`
    ),
    links: distinct(plain.links, ({ url }) => url)
  })
  if (data === undefined)
    throw new AppError('invalid-input', words.window.notUnderstood, {
      detail: error.message.slice(0, 500)
    })
  return data
}

function withoutNul(fields: PaperFields): PaperFields {
  const text = JSON.stringify(fields)
  return text.includes('\\u0000') ? (jsonWithoutNul(text) as PaperFields) : fields
}

function distinct<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()]
}
