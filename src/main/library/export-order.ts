import type { ExportOptions } from '@shared/model/export-options'
import type { ReadableDb } from '../database/handle'
import { column, numbers, sql } from '../database/sql'

/** Papers in the order that entries are to stand in; the same papers always in the same one. */
export function orderForExport(
  db: ReadableDb,
  ids: readonly number[],
  order: ExportOptions['order']
): number[] {
  if (order === 'listed') return [...ids]
  const wanted = numbers(ids)
  const name = sql`(SELECT COALESCE(NULLIF(c.family, ''), c.literal) FROM creator c
                    WHERE c.paper_id = p.id ORDER BY c.role, c.position LIMIT 1)`
  if (order === 'key')
    return column<number>(
      db,
      sql`SELECT id FROM paper WHERE id IN ${wanted} ORDER BY citation_key, id`
    )
  if (order === 'newest')
    return column<number>(
      db,
      sql`SELECT p.id FROM paper p WHERE p.id IN ${wanted}
          ORDER BY p.issued DESC, p.citation_key, p.id`
    )
  return column<number>(
    db,
    sql`SELECT p.id FROM paper p WHERE p.id IN ${wanted}
        ORDER BY ${name} COLLATE NOCASE, p.issued, p.citation_key, p.id`
  )
}
