import type { JournalledDb } from '../database/handle'
import { all, run, sql } from '../database/sql'
import { state } from './statements'

/**
 * Keeps fields that another program gave a paper. One that it has already stays as it is; what differs
 * from it is kept as what that source says.
 */
export function addExtraFields(
  db: JournalledDb,
  paperId: number,
  fields: Readonly<Record<string, string>>,
  source: string
): void {
  for (const [name, raw] of Object.entries(fields)) {
    const value = raw.replaceAll('\0', '')
    const { changes } = run(
      db,
      sql`INSERT INTO extra_field (paper_id, name, value)
          VALUES (${paperId}, ${name}, ${value}) ON CONFLICT DO NOTHING`
    )
    if (changes > 0) continue
    const held = all<{ value: string }>(
      db,
      sql`SELECT value FROM extra_field WHERE paper_id = ${paperId} AND name = ${name}`
    )
    if (held[0]?.value !== value) state(db, paperId, { field: `extra:${name}`, value, source })
  }
}
