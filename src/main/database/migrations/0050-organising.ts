import { journalTriggersBySlices } from './journal-triggers'
import type { Migration } from './migration'

const tables = `
  -- A folder of papers that the user made; a paper may be in many.
  CREATE TABLE collection (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL COLLATE NOCASE,
    parent_id INTEGER REFERENCES collection (id) ON DELETE CASCADE
  ) STRICT;
  CREATE INDEX collection_parent ON collection (parent_id);

  CREATE TABLE collection_paper (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    collection_id INTEGER NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
    paper_id INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    UNIQUE (collection_id, paper_id)
  ) STRICT;
  CREATE INDEX collection_paper_paper ON collection_paper (paper_id);

  -- A query under a name, in the order that the user gave them.
  CREATE TABLE saved_search (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL COLLATE NOCASE UNIQUE,
    query TEXT NOT NULL,
    position INTEGER NOT NULL
  ) STRICT;

  -- Papers that answer the query get the tag.
  CREATE TABLE tag_rule (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    query TEXT NOT NULL,
    tag_id INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
    enabled INTEGER NOT NULL CHECK (enabled IN (0, 1))
  ) STRICT;
  CREATE INDEX tag_rule_tag ON tag_rule (tag_id);

  -- A paper from which the user took the rule's tag off: the rule leaves it alone.
  CREATE TABLE tag_rule_exception (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    rule_id INTEGER NOT NULL REFERENCES tag_rule (id) ON DELETE CASCADE,
    paper_id INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    UNIQUE (rule_id, paper_id)
  ) STRICT;
  CREATE INDEX tag_rule_exception_paper ON tag_rule_exception (paper_id);

  -- How the user looks at this library: what is folded, how views are ordered. Nothing to be undone. The value is JSON.
  CREATE TABLE view_setting (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    value TEXT NOT NULL
  ) STRICT;
`

/** Every tag has those above it: `ml/theory` has `ml`, in its own colour. */
const tagsAbove = `
  DROP TRIGGER tag_journal_insert;
  WITH RECURSIVE above (name, colour) AS (
    SELECT name, colour FROM tag WHERE name LIKE '%_/_%'
    UNION
    SELECT rtrim(rtrim(name, replace(name, '/', '')), '/'), colour FROM above WHERE name LIKE '%_/_%'
  )
  INSERT INTO tag (name, colour)
    SELECT name, MIN(colour) FROM above WHERE name <> '' GROUP BY name COLLATE NOCASE
    ON CONFLICT DO NOTHING;
`

const journalledColumns: Readonly<Record<string, readonly string[]>> = {
  tag: ['name', 'colour'],
  collection: ['name', 'parent_id'],
  collection_paper: ['collection_id', 'paper_id'],
  saved_search: ['name', 'query', 'position'],
  tag_rule: ['query', 'tag_id', 'enabled'],
  tag_rule_exception: ['rule_id', 'paper_id']
}

/**
 * Notes a change under the paper `paper`; under 0, which is no paper, where what changed is none's own: whoever
 * follows the revisions (the window, the search) looks again.
 */
function revisionTriggers(table: string, suffix: string, paper: (row: string) => string): string {
  const touch = (row: string): string =>
    `INSERT OR REPLACE INTO paper_revision (paper_id) VALUES (${paper(row)});`
  return `
    CREATE TRIGGER ${table}_${suffix}_insert AFTER INSERT ON ${table}
      WHEN (SELECT bulk FROM journal_open) = 0 BEGIN ${touch('NEW')} END;
    CREATE TRIGGER ${table}_${suffix}_update AFTER UPDATE ON ${table} BEGIN ${touch('NEW')} END;
    CREATE TRIGGER ${table}_${suffix}_delete AFTER DELETE ON ${table} BEGIN ${touch('OLD')} END;`
}

/** Collections, saved searches, rules that tag, how views are looked at; tags have those above them. */
export const organising: Migration = {
  version: 50,
  name: 'organising',
  up(db) {
    db.exec(tables + tagsAbove)
    for (const [table, columns] of Object.entries(journalledColumns))
      db.exec(journalTriggersBySlices(table, columns))
    db.exec(revisionTriggers('collection_paper', 'revision', (row) => `${row}.paper_id`))
    for (const table of ['collection', 'saved_search', 'tag_rule', 'tag'])
      db.exec(revisionTriggers(table, 'shelf_revision', () => '0'))
  }
}
