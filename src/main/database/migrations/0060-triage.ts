import { journalTriggersBySlices } from './journal-triggers'
import type { Migration } from './migration'

const table = `
  -- What the user has decided of a paper, or has still to decide. A paper without a row is in the
  -- library, and nobody was ever asked about it.
  CREATE TABLE triage (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    paper_id INTEGER NOT NULL UNIQUE REFERENCES paper (id) ON DELETE CASCADE,
    state TEXT NOT NULL CHECK (state IN ('inbox', 'kept', 'dismissed')),
    -- It was kept before, and is in the Inbox again for a newer version.
    returned INTEGER NOT NULL CHECK (returned IN (0, 1)),
    -- When it came into this state.
    since TEXT NOT NULL
  ) STRICT;
  CREATE INDEX triage_inbox ON triage (paper_id) WHERE state = 'inbox';
  CREATE INDEX triage_dismissed ON triage (paper_id) WHERE state = 'dismissed';
`

const columns = ['paper_id', 'state', 'returned', 'since']

function revisionTriggers(): string {
  const touch = (row: string): string =>
    `INSERT OR REPLACE INTO paper_revision (paper_id) VALUES (${row}.paper_id);`
  return `
    CREATE TRIGGER triage_revision_insert AFTER INSERT ON triage
      WHEN (SELECT bulk FROM journal_open) = 0 BEGIN ${touch('NEW')} END;
    CREATE TRIGGER triage_revision_update AFTER UPDATE ON triage BEGIN ${touch('NEW')} END;
    CREATE TRIGGER triage_revision_delete AFTER DELETE ON triage BEGIN ${touch('OLD')} END;`
}

/** What is in the Inbox, what was kept and what was dismissed. */
export const triage: Migration = {
  version: 60,
  name: 'triage',
  up(db) {
    db.exec(table + journalTriggersBySlices('triage', columns) + revisionTriggers())
  }
}
