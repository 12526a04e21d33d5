import type { JournalledDb } from '../database/handle'
import { run, sql } from '../database/sql'

/** Remembers that papers are not the same, each of them with each other, whatever they look like. */
export function tellApart(db: JournalledDb, ids: readonly number[]): void {
  const sorted = [...new Set(ids)].sort((a, b) => a - b)
  for (const [at, paperId] of sorted.entries())
    for (const otherId of sorted.slice(at + 1))
      run(
        db,
        sql`INSERT INTO distinct_papers (paper_id, other_id) VALUES (${paperId}, ${otherId})
            ON CONFLICT DO NOTHING`
      )
}
