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

/** As those of schema 20. */
function journalTriggers(table: string, columns: readonly string[]): string {
  const open = '(SELECT entry_id FROM journal_open)'
  const oneByOne = '(SELECT bulk FROM journal_open) = 0'
  const refuse = `SELECT RAISE(ABORT, 'change outside the journal') WHERE ${open} IS NULL;`
  const write = (op: string, row: string, before: string, source = ''): string =>
    `INSERT INTO journal_change (entry_id, table_name, op, row_id, before)
       SELECT ${open}, '${table}', '${op}', ${row}, ${before}${source};`
  const former = columns
    .map((name) => `SELECT '${name}' AS k, OLD.${name} AS v WHERE OLD.${name} IS NOT NEW.${name}`)
    .join(' UNION ALL ')
  const whole = ['id', ...columns].map((name) => `'${name}', OLD.${name}`).join(', ')
  return `
    CREATE TRIGGER ${table}_journal_insert AFTER INSERT ON ${table} WHEN ${oneByOne} BEGIN
      ${refuse}
      ${write('insert', 'NEW.id', 'NULL')}
    END;
    CREATE TRIGGER ${table}_journal_update AFTER UPDATE ON ${table} BEGIN
      ${refuse}
      ${write('update', 'NEW.id', 'f.row', ` FROM (SELECT json_group_object(k, v) AS row FROM (${former})) AS f WHERE f.row <> '{}'`)}
    END;
    CREATE TRIGGER ${table}_journal_delete AFTER DELETE ON ${table} BEGIN
      ${refuse}
      ${write('delete', 'OLD.id', `json_object(${whole})`)}
    END;`
}

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
    db.exec(journalTriggers('note_link', ['paper_id', 'citation_key']))
  }
}
