import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { PaperFields } from '@shared/model/paper'
import type { WritableDb } from '../../../src/main/database/handle'
import { closeLibrary, openLibrary } from '../../../src/main/database/open'
import { all, column, sql } from '../../../src/main/database/sql'
import { change } from '../../../src/main/library/journal'
import { addPaper } from '../../../src/main/library/paper-changes'

/** A folder that is gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sheaf-test-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

/** A new library in a folder of its own, closed when the test is over. */
export function newLibrary(folder = temporaryFolder()): WritableDb {
  const db = openLibrary(folder)
  onTestFinished(() => {
    closeLibrary(db)
  })
  return db
}

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

/** Adds a paper as a change of its own; gives its id. */
export function insertPaper(db: WritableDb, given: Partial<PaperFields> = {}): number {
  return change(db, { kind: 'import', count: 1, name: '' }, (tx) => addPaper(tx, fields(given)))
    .value
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
