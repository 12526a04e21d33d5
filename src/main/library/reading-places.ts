import type { PageScale, ReadingPlace } from '@shared/model/reading'
import type { ReadableDb, WritableDb } from '../database/handle'
import { first, run, sql } from '../database/sql'

interface Row extends Omit<ReadingPlace, 'scale' | 'twoPages'> {
  scale: string
  twoPages: number
}

/** Where the user is in a file, by the hash of what is in it; null where it was never open. */
export function readingPlaceOf(db: ReadableDb, sha256: string): ReadingPlace | null {
  const row = first<Row>(
    db,
    sql`SELECT page, x, y, scale, rotation, two_pages AS twoPages
        FROM reading_place WHERE sha256 = ${sha256}`
  )
  if (row === undefined) return null
  const factor = Number(row.scale)
  const scale = (Number.isNaN(factor) ? row.scale : factor) as PageScale
  return { ...row, scale, twoPages: row.twoPages === 1 }
}

/** Keeps it. No change of the library: nothing that an undo would take back. */
export function rememberPlace(db: WritableDb, sha256: string, place: ReadingPlace): void {
  run(
    db,
    sql`INSERT INTO reading_place (sha256, page, x, y, scale, rotation, two_pages)
        VALUES (${sha256}, ${place.page}, ${place.x}, ${place.y}, ${String(place.scale)},
          ${place.rotation}, ${place.twoPages ? 1 : 0})
        ON CONFLICT (sha256) DO UPDATE SET page = excluded.page, x = excluded.x, y = excluded.y,
          scale = excluded.scale, rotation = excluded.rotation, two_pages = excluded.two_pages`
  )
}
