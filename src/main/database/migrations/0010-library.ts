import { journalTriggers } from './journal-triggers'
import type { Migration } from './migration'

const tables = `
  CREATE TABLE paper (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    citation_key TEXT NOT NULL COLLATE NOCASE UNIQUE,
    type TEXT NOT NULL,
    title TEXT NOT NULL,
    folded_title TEXT NOT NULL,
    abstract TEXT NOT NULL,
    issued TEXT NOT NULL,
    venue TEXT NOT NULL,
    volume TEXT NOT NULL,
    issue TEXT NOT NULL,
    pages TEXT NOT NULL,
    publisher TEXT NOT NULL,
    language TEXT NOT NULL,
    starred INTEGER NOT NULL CHECK (starred IN (0, 1)),
    read_at TEXT,
    trashed_at TEXT,
    added_at TEXT NOT NULL,
    modified_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX paper_folded_title ON paper (folded_title);

  CREATE TABLE creator (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    paper_id INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('author', 'editor')),
    family TEXT NOT NULL,
    given TEXT NOT NULL,
    particle TEXT NOT NULL,
    suffix TEXT NOT NULL,
    literal TEXT NOT NULL,
    CHECK ((family = '') <> (literal = ''))
  ) STRICT;
  CREATE INDEX creator_paper ON creator (paper_id, position);

  CREATE TABLE identifier (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    paper_id INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    scheme TEXT NOT NULL,
    value TEXT NOT NULL,
    version INTEGER,
    UNIQUE (paper_id, scheme, value)
  ) STRICT;
  CREATE INDEX identifier_value ON identifier (scheme, value);

  CREATE TABLE link (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    paper_id INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    url TEXT NOT NULL,
    UNIQUE (paper_id, url)
  ) STRICT;

  CREATE TABLE digest (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    format TEXT NOT NULL,
    source TEXT NOT NULL,
    file_name TEXT NOT NULL,
    date TEXT NOT NULL,
    date_inferred INTEGER NOT NULL CHECK (date_inferred IN (0, 1)),
    content_hash TEXT NOT NULL,
    raw_text TEXT NOT NULL,
    imported_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX digest_content ON digest (content_hash);

  CREATE TABLE appearance (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    digest_id INTEGER NOT NULL REFERENCES digest (id) ON DELETE CASCADE,
    paper_id INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    start_offset INTEGER NOT NULL,
    end_offset INTEGER NOT NULL,
    UNIQUE (digest_id, position)
  ) STRICT;
  CREATE INDEX appearance_paper ON appearance (paper_id);

  CREATE TABLE tag (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL COLLATE NOCASE UNIQUE,
    colour INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE paper_tag (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    paper_id INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    tag_id INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
    UNIQUE (paper_id, tag_id)
  ) STRICT;
  CREATE INDEX paper_tag_tag ON paper_tag (tag_id);

  CREATE TABLE note (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    paper_id INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    body TEXT NOT NULL,
    revision INTEGER NOT NULL,
    saved_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX note_paper ON note (paper_id);

  CREATE TABLE attachment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    paper_id INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    added_at TEXT NOT NULL,
    UNIQUE (paper_id, sha256)
  ) STRICT;
`

const journal = `
  CREATE TABLE journal_entry (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    count INTEGER NOT NULL,
    name TEXT NOT NULL,
    made_at TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'abandoned'))
  ) STRICT;
  CREATE INDEX journal_entry_state ON journal_entry (state, id);

  CREATE TABLE journal_change (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    entry_id INTEGER NOT NULL REFERENCES journal_entry (id) ON DELETE CASCADE,
    table_name TEXT NOT NULL,
    op TEXT NOT NULL CHECK (op IN ('insert', 'update', 'delete')),
    row_id INTEGER NOT NULL,
    before TEXT
  ) STRICT;
  CREATE INDEX journal_change_entry ON journal_change (entry_id, id);

  -- One row: the entry that is open now, or NULL.
  CREATE TABLE journal_open (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    entry_id INTEGER REFERENCES journal_entry (id)
  ) STRICT;
  INSERT INTO journal_open VALUES (1, NULL);
`

/** A paper's newest revision: what a search index has to read again since the revision it saw last. */
const revisions = `
  CREATE TABLE paper_revision (
    revision INTEGER PRIMARY KEY AUTOINCREMENT,
    paper_id INTEGER NOT NULL UNIQUE
  ) STRICT;
`

const journalledColumns: Record<string, readonly string[]> = {
  paper: [
    ...['citation_key', 'type', 'title', 'folded_title', 'abstract', 'issued', 'venue', 'volume'],
    ...['issue', 'pages', 'publisher', 'language', 'starred', 'read_at', 'trashed_at'],
    ...['added_at', 'modified_at']
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
  attachment: ['paper_id', 'name', 'media_type', 'sha256', 'bytes', 'added_at']
}

function revisionTriggers(table: string, paperId: string): string {
  const touch = (row: string): string =>
    `INSERT OR REPLACE INTO paper_revision (paper_id) VALUES (${row}.${paperId});`
  return `
    CREATE TRIGGER ${table}_revision_insert AFTER INSERT ON ${table} BEGIN ${touch('NEW')} END;
    CREATE TRIGGER ${table}_revision_update AFTER UPDATE ON ${table} BEGIN ${touch('NEW')} END;
    CREATE TRIGGER ${table}_revision_delete AFTER DELETE ON ${table} BEGIN ${touch('OLD')} END;`
}

const sharedRevisionTriggers = `
  CREATE TRIGGER tag_revision_update AFTER UPDATE ON tag BEGIN
    INSERT OR REPLACE INTO paper_revision (paper_id)
      SELECT paper_id FROM paper_tag WHERE tag_id = NEW.id;
  END;
  CREATE TRIGGER digest_revision_update AFTER UPDATE ON digest BEGIN
    INSERT OR REPLACE INTO paper_revision (paper_id)
      SELECT DISTINCT paper_id FROM appearance WHERE digest_id = NEW.id;
  END;`

/** The first schema: papers with all that hangs on them, the journal, and revisions for the index. */
export const library: Migration = {
  version: 10,
  name: 'library',
  up(db) {
    db.exec(tables + journal + revisions)
    for (const [table, columns] of Object.entries(journalledColumns)) {
      db.exec(journalTriggers(table, columns))
      if (table === 'paper') db.exec(revisionTriggers(table, 'id'))
      else if (columns.includes('paper_id')) db.exec(revisionTriggers(table, 'paper_id'))
    }
    db.exec(sharedRevisionTriggers)
  }
}
