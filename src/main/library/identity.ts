import { fold, foldTitle } from '@shared/text/fold'
import type { ReadableDb } from '../database/handle'
import { all, sql } from '../database/sql'

/** The share of words that two abstracts of one paper have in common at the least. */
const sameAbstract = 0.3

/**
 * The paper of the library that a digest's item names: the same title but for accents, capitals and
 * punctuation, unless both have abstracts and those speak of different things.
 */
export function findSamePaper(
  db: ReadableDb,
  item: { title: string; abstract: string }
): { id: number; abstract: string; trashed: boolean } | undefined {
  const folded = foldTitle(item.title)
  if (folded === '') return undefined
  const candidates = all<{ id: number; abstract: string; trashedAt: string | null }>(
    db,
    sql`SELECT id, abstract, trashed_at AS trashedAt FROM paper
        WHERE folded_title = ${folded} ORDER BY trashed_at IS NOT NULL, id`
  )
  const same = candidates.find(
    ({ abstract }) =>
      abstract === '' || item.abstract === '' || overlap(abstract, item.abstract) >= sameAbstract
  )
  return same && { id: same.id, abstract: same.abstract, trashed: same.trashedAt !== null }
}

/** Words in common over words in either (Jaccard's coefficient). */
function overlap(a: string, b: string): number {
  if (a === b) return 1
  const left = words(a)
  const right = words(b)
  let common = 0
  for (const word of left) if (right.has(word)) common++
  return common / Math.max(1, left.size + right.size - common)
}

function words(text: string): Set<string> {
  return new Set(fold(text).match(/[\p{L}\p{N}]+/gu) ?? [])
}
