import { journalTriggersBySlices } from './journal-triggers'
import type { Migration } from './migration'

/** Subscriptions are the user's doing, and journalled. What became of asking is not, and outlives their removal, so that an undo has it. */
const tables = `
  CREATE TABLE subscription (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    -- What a password in the system's keychain goes by; no part of an exported library.
    uid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    -- JSON: what is asked, and where.
    source TEXT NOT NULL,
    -- Hours from one time to the next; 0 for only when the user says so.
    every INTEGER NOT NULL CHECK (every >= 0),
    -- Queries: what may come in, and what may not; empty for all and nothing.
    only_query TEXT NOT NULL,
    by_known INTEGER NOT NULL CHECK (by_known IN (0, 1)),
    never_query TEXT NOT NULL,
    paused INTEGER NOT NULL CHECK (paused IN (0, 1)),
    added_at TEXT NOT NULL
  ) STRICT;

  -- How far asking has come.
  CREATE TABLE subscription_state (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    subscription_id INTEGER NOT NULL UNIQUE,
    -- JSON, by the kind of source: where it left off.
    memory TEXT NOT NULL,
    -- When it is asked next; empty for now.
    next_at TEXT NOT NULL,
    -- How often it has failed since it last went well.
    failures INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE subscription_run (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    subscription_id INTEGER NOT NULL,
    at TEXT NOT NULL,
    -- Empty where it went well.
    failure TEXT NOT NULL,
    -- Papers that were named for the first time, those of them that were new here, and those held back.
    named INTEGER NOT NULL,
    added INTEGER NOT NULL,
    held INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX subscription_run_of ON subscription_run (subscription_id, id);

  -- What has come, so that it comes once.
  CREATE TABLE subscription_item (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    subscription_id INTEGER NOT NULL,
    -- An identifier with its version, or a title.
    name TEXT NOT NULL,
    held INTEGER NOT NULL CHECK (held IN (0, 1)),
    -- JSON: what was said of it, for filters to be tried on; empty for what came long ago.
    paper TEXT NOT NULL,
    came_at TEXT NOT NULL,
    UNIQUE (subscription_id, name)
  ) STRICT;
`

const columns = [
  ...['uid', 'name', 'source', 'every', 'only_query', 'by_known', 'never_query', 'paused'],
  'added_at'
]

/** What is asked for new papers, and what came of it. */
export const subscriptions: Migration = {
  version: 130,
  name: 'subscriptions',
  up(db) {
    db.exec(tables)
    db.exec(journalTriggersBySlices('subscription', columns))
  }
}
