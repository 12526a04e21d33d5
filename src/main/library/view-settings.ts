import type { z } from 'zod'
import type { ReadableDb, WritableDb } from '../database/handle'
import { first, run, sql } from '../database/sql'

/** What the user set of a view, if it can still be read. */
export function viewSetting<T>(db: ReadableDb, name: string, schema: z.ZodType<T>): T | undefined {
  const row = first<{ value: string }>(db, sql`SELECT value FROM view_setting WHERE name = ${name}`)
  if (row === undefined) return undefined
  try {
    return schema.parse(JSON.parse(row.value))
  } catch {
    // How a list was ordered is not worth a failure.
    return undefined
  }
}

/** Keeps what the user set of a view. It is no change of the library: undo leaves it alone. */
export function setViewSetting(db: WritableDb, name: string, value: unknown): void {
  run(
    db,
    sql`INSERT INTO view_setting (name, value) VALUES (${name}, ${JSON.stringify(value)})
        ON CONFLICT (name) DO UPDATE SET value = excluded.value`
  )
}
