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

/** As those of schema 20. */
function journalTriggers(): string {
  const open = '(SELECT entry_id FROM journal_open)'
  const oneByOne = '(SELECT bulk FROM journal_open) = 0'
  const refuse = `SELECT RAISE(ABORT, 'change outside the journal') WHERE ${open} IS NULL;`
  const write = (op: string, row: string, before: string, source = ''): string =>
    `INSERT INTO journal_change (entry_id, table_name, op, row_id, before)
       SELECT ${open}, 'triage', '${op}', ${row}, ${before}${source};`
  const former = columns
    .map((name) => `SELECT '${name}' AS k, OLD.${name} AS v WHERE OLD.${name} IS NOT NEW.${name}`)
    .join(' UNION ALL ')
  const whole = ['id', ...columns].map((name) => `'${name}', OLD.${name}`).join(', ')
  return `
    CREATE TRIGGER triage_journal_insert AFTER INSERT ON triage WHEN ${oneByOne} BEGIN
      ${refuse}
      ${write('insert', 'NEW.id', 'NULL')}
    END;
    CREATE TRIGGER triage_journal_update AFTER UPDATE ON triage BEGIN
      ${refuse}
      ${write('update', 'NEW.id', 'f.row', ` FROM (SELECT json_group_object(k, v) AS row FROM (${former})) AS f WHERE f.row <> '{}'`)}
    END;
    CREATE TRIGGER triage_journal_delete AFTER DELETE ON triage BEGIN
      ${refuse}
      ${write('delete', 'OLD.id', `json_object(${whole})`)}
    END;`
}

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
    db.exec(table + journalTriggers() + revisionTriggers())
  }
}
