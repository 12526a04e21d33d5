import type Database from 'better-sqlite3'

/** One step of the schema, frozen once released. Versions rise by 10. Runs inside a transaction. */
export interface Migration {
  readonly version: number
  readonly name: string
  readonly up: (db: Database.Database) => void
}
