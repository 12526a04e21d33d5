import { journalTriggersBySlices } from './journal-triggers'
import type { Migration } from './migration'

const tables = `
  -- Papers that a note names by citation key, as written: it may be a former key, or no paper's.
  CREATE TABLE note_link (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    paper_id INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    citation_key TEXT NOT NULL COLLATE NOCASE,
    UNIQUE (paper_id, citation_key)
  ) STRICT;
  CREATE INDEX note_link_key ON note_link (citation_key);

  -- Every text that a paper's note ever had, for good: undo does not touch it, nor does a paper's end.
  CREATE TABLE note_version (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    paper_id INTEGER NOT NULL,
    saved_at TEXT NOT NULL,
    -- UTF-16 code units of the whole text.
    length INTEGER NOT NULL,
    -- What of the version before stays at the beginning and at the end; NULL where the text is whole.
    head INTEGER,
    tail INTEGER,
    text TEXT NOT NULL
  ) STRICT;
  CREATE INDEX note_version_paper ON note_version (paper_id, id);
`

interface NoteRow {
  paperId: number
  body: string
  savedAt: string
}

/** Links of notes to papers, and what notes were before. Notes that are there begin their history with what they are. */
export const notes: Migration = {
  version: 70,
  name: 'notes',
  up(db) {
    db.exec(tables)
    const held = db
      .prepare<[], NoteRow>('SELECT paper_id AS paperId, body, saved_at AS savedAt FROM note')
      .all()
    const link = db.prepare(
      'INSERT OR IGNORE INTO note_link (paper_id, citation_key) VALUES (?, ?)'
    )
    const version = db.prepare(
      'INSERT INTO note_version (paper_id, saved_at, length, text) VALUES (?, ?, ?, ?)'
    )
    for (const { paperId, body, savedAt } of held) {
      version.run(paperId, savedAt, body.length, body)
      for (const [, key = ''] of body.matchAll(/\[\[([^\]|\n]+)(?:\|[^\]\n]+)?\]\]/g))
        if (key.trim() !== '') link.run(paperId, key.trim())
    }
    db.exec(journalTriggersBySlices('note_link', ['paper_id', 'citation_key']))
  }
}
