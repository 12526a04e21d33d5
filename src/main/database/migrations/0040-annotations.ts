import { journalTriggersBySlices } from './journal-triggers'
import type { Migration } from './migration'

const tables = `
  -- A mark in a paper's title, abstract or PDF.
  CREATE TABLE annotation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    paper_id INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    -- 0: the title, 1: the abstract, 2: a PDF.
    part INTEGER NOT NULL CHECK (part IN (0, 1, 2)),
    -- Which file, by what is in it: found again when that is attached again. Empty for title and abstract.
    sha256 TEXT NOT NULL,
    page INTEGER NOT NULL,
    -- Orders what is on one page: offset in its text, or place from its top behind all text.
    sort_at REAL NOT NULL,
    kind TEXT NOT NULL,
    colour INTEGER NOT NULL,
    placed INTEGER NOT NULL CHECK (placed IN (0, 1)),
    comment TEXT NOT NULL,
    author TEXT NOT NULL,
    -- Of one that a PDF came with: which it was there. Empty for others.
    origin TEXT NOT NULL,
    created_at TEXT NOT NULL,
    modified_at TEXT NOT NULL,
    -- Quote and comment, folded for comparison.
    folded TEXT NOT NULL,
    -- Quote, offsets, rectangles, strokes, as JSON.
    target TEXT NOT NULL
  ) STRICT;
  CREATE INDEX annotation_place ON annotation (paper_id, part, sha256, page, sort_at);
  -- Holds all that a look through the whole library wants, so that it reads no targets.
  CREATE INDEX annotation_looked_through ON annotation (paper_id, colour, kind, placed, folded);
  CREATE UNIQUE INDEX annotation_origin ON annotation (paper_id, sha256, origin) WHERE origin <> '';

  CREATE TABLE annotation_tag (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    annotation_id INTEGER NOT NULL REFERENCES annotation (id) ON DELETE CASCADE,
    tag_id INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
    UNIQUE (annotation_id, tag_id)
  ) STRICT;
  CREATE INDEX annotation_tag_tag ON annotation_tag (tag_id);
`

const journalledColumns: Readonly<Record<string, readonly string[]>> = {
  annotation: [
    ...['paper_id', 'part', 'sha256', 'page', 'sort_at', 'kind', 'colour', 'placed', 'comment'],
    ...['author', 'origin', 'created_at', 'modified_at', 'folded', 'target']
  ],
  annotation_tag: ['annotation_id', 'tag_id']
}

function revisionTriggers(table: string, papersOf: (row: string) => string): string {
  const touch = (row: string): string =>
    `INSERT OR REPLACE INTO paper_revision (paper_id) ${papersOf(row)};`
  return `
    CREATE TRIGGER ${table}_revision_insert AFTER INSERT ON ${table}
      WHEN (SELECT bulk FROM journal_open) = 0 BEGIN ${touch('NEW')} END;
    CREATE TRIGGER ${table}_revision_update AFTER UPDATE ON ${table} BEGIN ${touch('NEW')} END;
    CREATE TRIGGER ${table}_revision_delete AFTER DELETE ON ${table} BEGIN ${touch('OLD')} END;`
}

/** A tag's name is searched with the annotations that have it too. */
const tagRevision = `
  DROP TRIGGER tag_revision_update;
  CREATE TRIGGER tag_revision_update AFTER UPDATE ON tag BEGIN
    INSERT OR REPLACE INTO paper_revision (paper_id)
      SELECT paper_id FROM paper_tag WHERE tag_id = NEW.id
      UNION SELECT a.paper_id FROM annotation_tag t JOIN annotation a ON a.id = t.annotation_id
        WHERE t.tag_id = NEW.id;
  END;`

/** Annotations of titles, abstracts and PDFs, with the library's own tags. */
export const annotations: Migration = {
  version: 40,
  name: 'annotations',
  up(db) {
    db.exec(tables)
    for (const [table, columns] of Object.entries(journalledColumns))
      db.exec(journalTriggersBySlices(table, columns))
    db.exec(revisionTriggers('annotation', (row) => `VALUES (${row}.paper_id)`))
    db.exec(
      revisionTriggers(
        'annotation_tag',
        (row) => `SELECT paper_id FROM annotation WHERE id = ${row}.annotation_id`
      )
    )
    db.exec(tagRevision)
  }
}
