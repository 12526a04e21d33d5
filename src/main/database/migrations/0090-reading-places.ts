import type { Migration } from './migration'

/**
 * Where the user is in each PDF, by what is in the file: it is the same place in whatever paper the file is
 * attached to, and still there when it was taken off and put back. Reading is no change of the library, so
 * none of it is journalled.
 */
const places = `
  CREATE TABLE reading_place (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    sha256 TEXT NOT NULL UNIQUE,
    -- Counted from 1.
    page INTEGER NOT NULL,
    -- The upper left corner of what is seen, in points of the page before it is rotated.
    x REAL NOT NULL,
    y REAL NOT NULL,
    -- 'page-width', 'page-fit', or a factor.
    scale TEXT NOT NULL,
    rotation INTEGER NOT NULL,
    two_pages INTEGER NOT NULL
  ) STRICT;
`

export const readingPlaces: Migration = {
  version: 90,
  name: 'reading-places',
  up(db) {
    db.exec(places)
  }
}
