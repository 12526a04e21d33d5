import { journalTriggersBySlices } from './journal-triggers'
import type { Migration } from './migration'

/** What a digest says of a paper's standing; NULL where it says nothing. */
const counts = `
  ALTER TABLE appearance ADD COLUMN votes INTEGER;
  -- Of its code repository.
  ALTER TABLE appearance ADD COLUMN stars INTEGER;
`

const columns = [
  ...['digest_id', 'paper_id', 'position', 'start_offset', 'end_offset'],
  ...['votes', 'stars']
]

export const votes: Migration = {
  version: 140,
  name: 'votes',
  up(db) {
    db.exec(counts + journalTriggersBySlices('appearance', columns))
  }
}
