import type { PaperFields } from '@shared/model/paper'
import type { WritableDb } from '../../../src/main/database/handle'
import { all, column, sql } from '../../../src/main/database/sql'

/** Fields of a paper about which only what is given is known. */
export function fields(given: Partial<PaperFields> = {}): PaperFields {
  return {
    type: 'article',
    title: 'On the Weaving of Sheaves',
    abstract: '',
    issued: '',
    venue: '',
    volume: '',
    issue: '',
    pages: '',
    publisher: '',
    language: 'en',
    creators: [],
    identifiers: [],
    links: [],
    ...given
  }
}

/** Everything the library holds but its journal, its revisions and what notes were, for comparing before and after. */
export function contentOf(db: WritableDb): Record<string, unknown[]> {
  const tables = column<string>(
    db,
    sql`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
        AND name NOT LIKE 'journal_%' AND name NOT IN ('paper_revision', 'note_version') ORDER BY name`
  )
  return Object.fromEntries(
    tables.map((table) => [
      table,
      all(db, { text: `SELECT * FROM ${table} ORDER BY id`, values: [] })
    ])
  )
}
