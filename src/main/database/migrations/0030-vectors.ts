import type { Migration } from './migration'

/**
 * What papers mean, as vectors of a model. They follow from the papers, so no change of them is journalled,
 * and one that is gone is made again.
 */
const vectors = `
  CREATE TABLE paper_vector (
    -- Rises with every vector that is made, the same paper's too.
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    paper_id INTEGER NOT NULL UNIQUE REFERENCES paper (id) ON DELETE CASCADE,
    model TEXT NOT NULL,
    -- Over the text that it was made of.
    text_sum INTEGER NOT NULL,
    -- One signed byte for each number, the largest being 127.
    vector BLOB NOT NULL
  ) STRICT;
`

export const paperVectors: Migration = {
  version: 30,
  name: 'vectors',
  up(db) {
    db.exec(vectors)
  }
}
