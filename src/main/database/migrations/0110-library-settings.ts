import type { Migration } from './migration'

/** Choices that belong to a library, not to a machine: how its keys are made, how its papers are exported. */
const settings = `
  CREATE TABLE library_setting (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    -- JSON.
    value TEXT NOT NULL
  ) STRICT;
`

export const librarySettings: Migration = {
  version: 110,
  name: 'library settings',
  up(db) {
    db.exec(settings)
  }
}
