import type { CacheDb, ReadableDb } from '../database/handle'
import { openCache } from '../database/open-cache'
import { all, column, first, numbers, run, sql } from '../database/sql'
import type { PageQuery } from './page-query'
import { scanWords } from './scan-words'

/** A file whose pages are wanted. */
export interface UnreadFile {
  attachmentId: number
  sha256: string
}

/** A paper that has all that is asked for on some page of a file of it. */
export interface PageHit {
  paperId: number
  attachmentId: number
  /** The first page that has it, by the row of its text. */
  pageId: number
  /** How many pages have it. */
  pages: number
}

/** So many pages are looked at for a query: a word that more have tells little. */
const mostPages = 3000

/**
 * Words are kept as they stand, in the order they stand in; other spellings of them come behind all of
 * these, so that phrases are found.
 */
const schema = {
  version: 1,
  tables: `
    -- A file that was read; without pages where nothing could be read in it.
    CREATE TABLE document (
      id INTEGER PRIMARY KEY,
      sha256 TEXT NOT NULL UNIQUE
    ) STRICT;
    CREATE TABLE page (
      id INTEGER PRIMARY KEY,
      document_id INTEGER NOT NULL REFERENCES document (id),
      -- From 1 on.
      number INTEGER NOT NULL,
      text TEXT NOT NULL
    ) STRICT;
    CREATE INDEX page_document ON page (document_id, number);
    CREATE VIRTUAL TABLE page_words USING fts5 (
      words, content = '', contentless_delete = 1, prefix = '3',
      tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* S* Co'"
    );`
}

/** The text of the pages of attached PDFs, to be searched: a cache beside the index. */
export class PageStore {
  readonly #db: CacheDb
  /** Papers with their files, by the file's sum; null until it is wanted, or after a change. */
  #owners: Map<string, { paperId: number; attachmentId: number }[]> | null = null
  #hasPages: boolean

  /** Null where it cannot be kept. */
  static open(library: ReadableDb, file: string): PageStore | null {
    const db = openCache(file, schema)
    return db === null ? null : new PageStore(library, db)
  }

  private constructor(
    private readonly library: ReadableDb,
    db: CacheDb
  ) {
    this.#db = db
    this.#hasPages = first(db, sql`SELECT 1 FROM page LIMIT 1`) !== undefined
  }

  /** Whether there is anything to be searched. */
  get hasPages(): boolean {
    return this.#hasPages
  }

  /** The papers of the library, or their files, have changed. */
  notice(): void {
    this.#owners = null
  }

  /** Files that have not been read; what was read of files that are gone is forgotten. */
  unread(): UnreadFile[] {
    const owners = this.#ownersOf()
    const known = new Map(
      all<{ id: number; sha256: string }>(this.#db, sql`SELECT id, sha256 FROM document`).map(
        ({ id, sha256 }) => [sha256, id]
      )
    )
    for (const [sha256, id] of known) if (!owners.has(sha256)) this.#forget(id)
    return [...owners].flatMap(([sha256, [owner]]) =>
      known.has(sha256) || owner === undefined ? [] : [{ sha256, attachmentId: owner.attachmentId }]
    )
  }

  /** Keeps the text of a file's pages, the first page first. */
  put(sha256: string, pages: readonly string[]): void {
    this.#db.transaction(() => {
      const former = first<{ id: number }>(
        this.#db,
        sql`SELECT id FROM document WHERE sha256 = ${sha256}`
      )
      if (former !== undefined) this.#forget(former.id)
      const document = run(this.#db, sql`INSERT INTO document (sha256) VALUES (${sha256})`).id
      for (const [index, text] of pages.entries()) {
        if (text.trim() === '') continue
        const { id } = run(
          this.#db,
          sql`INSERT INTO page (document_id, number, text)
              VALUES (${document}, ${index + 1}, ${text})`
        )
        run(this.#db, sql`INSERT INTO page_words (rowid, words) VALUES (${id}, ${wordsOf(text)})`)
        this.#hasPages = true
      }
    })()
  }

  /** Papers among those `within` that have all that is asked for on one page, those with most such pages first. */
  find({ match }: PageQuery, within: Uint8Array): PageHit[] {
    const hits = new Map<number, PageHit>()
    const owners = this.#ownersOf()
    const pages = all<{ pageId: number; sha256: string }>(
      this.#db,
      sql`SELECT p.id AS pageId, d.sha256 FROM
            (SELECT rowid AS id FROM page_words WHERE page_words MATCH ${match}
             LIMIT ${mostPages}) w
          JOIN page p ON p.id = w.id JOIN document d ON d.id = p.document_id`
    )
    for (const { pageId, sha256 } of pages)
      for (const { paperId, attachmentId } of owners.get(sha256) ?? []) {
        if (within[paperId] !== 1) continue
        const known = hits.get(paperId)
        if (known === undefined) hits.set(paperId, { paperId, attachmentId, pageId, pages: 1 })
        else known.pages++
      }
    return [...hits.values()].sort((a, b) => b.pages - a.pages || b.paperId - a.paperId)
  }

  /** Number and text of pages, by their rows. */
  texts(pageIds: readonly number[]): Map<number, { number: number; text: string }> {
    return new Map(
      all<{ id: number; number: number; text: string }>(
        this.#db,
        sql`SELECT id, number, text FROM page WHERE id IN ${numbers(pageIds)}`
      ).map(({ id, ...page }) => [id, page])
    )
  }

  close(): void {
    this.#db.close()
  }

  #forget(documentId: number): void {
    const pages = column<number>(
      this.#db,
      sql`SELECT id FROM page WHERE document_id = ${documentId}`
    )
    run(this.#db, sql`DELETE FROM page_words WHERE rowid IN ${numbers(pages)}`)
    run(this.#db, sql`DELETE FROM page WHERE document_id = ${documentId}`)
    run(this.#db, sql`DELETE FROM document WHERE id = ${documentId}`)
  }

  #ownersOf(): Map<string, { paperId: number; attachmentId: number }[]> {
    if (this.#owners !== null) return this.#owners
    const owners = new Map<string, { paperId: number; attachmentId: number }[]>()
    const files = all<{ sha256: string; paperId: number; attachmentId: number }>(
      this.library,
      sql`SELECT sha256, paper_id AS paperId, id AS attachmentId FROM attachment
          WHERE media_type = 'application/pdf' ORDER BY id DESC`
    )
    for (const { sha256, ...owner } of files) {
      const group = owners.get(sha256)
      if (group === undefined) owners.set(sha256, [owner])
      else group.push(owner)
    }
    this.#owners = owners
    return owners
  }
}

function wordsOf(text: string): string {
  const plain: string[] = []
  const others: string[] = []
  let last = -1
  scanWords(text, (surface, place) => {
    if (place > last) plain.push(surface)
    else others.push(surface)
    last = Math.max(last, place)
  })
  return `${plain.join(' ')}\n${others.join(' ')}`
}
