import { journalTriggersBySlices } from './journal-triggers'
import type { Migration } from './migration'

/** Projects are the user's doing, and journalled. What was written into files follows the files, and is not. */
const tables = `
  -- A folder or a .tex file, and the .bib that is kept for it; an empty path where none was chosen yet.
  CREATE TABLE latex_project (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    path TEXT NOT NULL UNIQUE,
    bib TEXT NOT NULL,
    dialect TEXT NOT NULL CHECK (dialect IN ('bibtex', 'biblatex')),
    -- JSON: which papers the .bib holds.
    source TEXT NOT NULL,
    paused INTEGER NOT NULL CHECK (paused IN (0, 1)),
    linked_at TEXT NOT NULL,
    -- Rises when keys are changed in its files and nowhere else: what gives that a place in the journal.
    recited INTEGER NOT NULL DEFAULT 0
  ) STRICT;

  -- An entry that Sheaf wrote into a .bib: the sum of its text, and the blank it was put behind. Several of
  -- one key while a write is under way.
  CREATE TABLE latex_entry (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    bib TEXT NOT NULL,
    paper_id INTEGER NOT NULL,
    citation_key TEXT NOT NULL,
    hash TEXT NOT NULL,
    lead TEXT NOT NULL,
    UNIQUE (bib, citation_key, hash)
  ) STRICT;

  -- When a .bib was last written.
  CREATE TABLE latex_written (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    bib TEXT NOT NULL UNIQUE,
    written_at TEXT NOT NULL
  ) STRICT;

  -- A file in which a key was rewritten with a change of the journal, and goes back when that is undone.
  CREATE TABLE latex_rewrite (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    entry_id INTEGER NOT NULL,
    path TEXT NOT NULL,
    old_key TEXT NOT NULL,
    new_key TEXT NOT NULL,
    -- Offsets of the old key in the bytes of the former file, as JSON.
    places TEXT NOT NULL,
    old_hash TEXT NOT NULL,
    new_hash TEXT NOT NULL,
    -- What the file was last brought to.
    holds TEXT NOT NULL CHECK (holds IN ('old', 'new', 'other'))
  ) STRICT;
  CREATE INDEX latex_rewrite_entry ON latex_rewrite (entry_id);
`

const projectColumns = ['path', 'bib', 'dialect', 'source', 'paused', 'linked_at', 'recited']

/** Linked LaTeX projects, what Sheaf wrote for them, and keys rewritten in their files. */
export const latexProjects: Migration = {
  version: 80,
  name: 'latex',
  up(db) {
    db.exec(tables)
    db.exec(journalTriggersBySlices('latex_project', projectColumns))
  }
}
