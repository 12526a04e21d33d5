import type { Migration } from './migration'

/** Several keys may change in a file at once: what changes in it is said place by place. */
const rewrites = `
  CREATE TABLE latex_rewrite_next (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    entry_id INTEGER NOT NULL,
    path TEXT NOT NULL,
    -- JSON: [offset in the former file's text, key there, key to stand there], rising.
    swaps TEXT NOT NULL,
    old_hash TEXT NOT NULL,
    new_hash TEXT NOT NULL,
    -- What the file was last brought to.
    holds TEXT NOT NULL CHECK (holds IN ('old', 'new', 'other'))
  ) STRICT;
  INSERT INTO latex_rewrite_next (id, entry_id, path, swaps, old_hash, new_hash, holds)
    SELECT id, entry_id, path,
      (SELECT json_group_array(json_array(value, old_key, new_key)) FROM json_each(places)),
      old_hash, new_hash, holds
    FROM latex_rewrite;
  DROP TABLE latex_rewrite;
  ALTER TABLE latex_rewrite_next RENAME TO latex_rewrite;
  CREATE INDEX latex_rewrite_entry ON latex_rewrite (entry_id);
`

export const keyRewrites: Migration = {
  version: 120,
  name: 'rewrites',
  up(db) {
    db.exec(rewrites)
  }
}
