import { journalTriggersBySlices } from './journal-triggers'
import type { Migration } from './migration'

const tables = `
  ALTER TABLE journal_open ADD COLUMN bulk INTEGER NOT NULL DEFAULT 0 CHECK (bulk IN (0, 1));

  -- The process that writes an entry in several transactions, and when it last did; NULL once it is whole.
  ALTER TABLE journal_entry ADD COLUMN writer INTEGER;
  ALTER TABLE journal_entry ADD COLUMN written_at TEXT;

  -- When a source told of a newer version, until the user has seen it.
  ALTER TABLE paper ADD COLUMN updated_at TEXT;

  -- A field that Sheaf has no place of its own for, kept as it came.
  CREATE TABLE extra_field (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    paper_id INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    UNIQUE (paper_id, name)
  ) STRICT;

  -- What a source says of a field, where sources differ or one filled a gap. The value is JSON.
  CREATE TABLE statement (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    paper_id INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    source TEXT NOT NULL,
    chosen INTEGER NOT NULL CHECK (chosen IN (0, 1)),
    said_at TEXT NOT NULL,
    UNIQUE (paper_id, field, value)
  ) STRICT;

  -- Two papers that the user said are not the same; the lower id first.
  CREATE TABLE distinct_papers (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    paper_id INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    other_id INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    UNIQUE (paper_id, other_id),
    CHECK (paper_id < other_id)
  ) STRICT;
  CREATE INDEX distinct_papers_other ON distinct_papers (other_id);

  -- A citation key that a paper went by before, as one that was merged into it did.
  CREATE TABLE key_alias (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    paper_id INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    citation_key TEXT NOT NULL COLLATE NOCASE,
    UNIQUE (paper_id, citation_key)
  ) STRICT;
  CREATE INDEX key_alias_key ON key_alias (citation_key);

  -- Where a linked file lies; empty for a file in the library's own store.
  ALTER TABLE attachment ADD COLUMN path TEXT NOT NULL DEFAULT '';
`

const journalledColumns: Readonly<Record<string, readonly string[]>> = {
  paper: [
    ...['citation_key', 'type', 'title', 'folded_title', 'abstract', 'issued', 'venue', 'volume'],
    ...['issue', 'pages', 'publisher', 'language', 'starred', 'read_at', 'trashed_at'],
    ...['added_at', 'modified_at', 'updated_at']
  ],
  creator: ['paper_id', 'position', 'role', 'family', 'given', 'particle', 'suffix', 'literal'],
  identifier: ['paper_id', 'scheme', 'value', 'version'],
  link: ['paper_id', 'position', 'kind', 'url'],
  digest: [
    ...['format', 'source', 'file_name', 'date', 'date_inferred', 'content_hash', 'raw_text'],
    'imported_at'
  ],
  appearance: ['digest_id', 'paper_id', 'position', 'start_offset', 'end_offset'],
  tag: ['name', 'colour'],
  paper_tag: ['paper_id', 'tag_id'],
  note: ['paper_id', 'body', 'revision', 'saved_at'],
  attachment: ['paper_id', 'name', 'media_type', 'sha256', 'bytes', 'added_at', 'path'],
  extra_field: ['paper_id', 'name', 'value'],
  statement: ['paper_id', 'field', 'value', 'source', 'chosen', 'said_at'],
  distinct_papers: ['paper_id', 'other_id'],
  key_alias: ['paper_id', 'citation_key']
}

function revisionTriggers(table: string, paperId: string): string {
  const touch = (row: string): string =>
    `INSERT OR REPLACE INTO paper_revision (paper_id) VALUES (${row}.${paperId});`
  return `
    DROP TRIGGER IF EXISTS ${table}_revision_insert;
    DROP TRIGGER IF EXISTS ${table}_revision_update;
    DROP TRIGGER IF EXISTS ${table}_revision_delete;
    CREATE TRIGGER ${table}_revision_insert AFTER INSERT ON ${table}
      WHEN (SELECT bulk FROM journal_open) = 0 BEGIN ${touch('NEW')} END;
    CREATE TRIGGER ${table}_revision_update AFTER UPDATE ON ${table} BEGIN ${touch('NEW')} END;
    CREATE TRIGGER ${table}_revision_delete AFTER DELETE ON ${table} BEGIN ${touch('OLD')} END;`
}

/** What sources say where they differ, fields of other programs, papers told apart, keys of old, linked files; imports in slices. */
export const sources: Migration = {
  version: 20,
  name: 'sources',
  up(db) {
    db.exec(tables)
    for (const [table, columns] of Object.entries(journalledColumns)) {
      db.exec(journalTriggersBySlices(table, columns))
      if (table === 'paper') db.exec(revisionTriggers(table, 'id'))
      else if (columns.includes('paper_id')) db.exec(revisionTriggers(table, 'paper_id'))
    }
  }
}
