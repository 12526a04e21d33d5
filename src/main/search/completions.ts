import { formatName } from '@shared/text/person-name'
import { fold } from '@shared/text/fold'
import type { CompletedField } from '@shared/query/complete'
import type { ReadableDb } from '../database/handle'
import { all, column, numbers, sql } from '../database/sql'
import type { SearchIndex } from './search-index'

const most = 8
/** Names and venues are taken from so many papers that have one like it. */
const sampled = 400

/** Values of a field that begin as typed, those of most papers first. */
export function completions(
  db: ReadableDb,
  index: SearchIndex,
  field: CompletedField,
  typed: string
): string[] {
  const beginnings = wordsOf(typed)
  const fits = (value: string): boolean => {
    const words = wordsOf(value)
    return beginnings.every((beginning) => words.some((word) => word.startsWith(beginning)))
  }
  switch (field) {
    case 'tag':
      return column<string>(
        db,
        sql`SELECT t.name FROM tag t LEFT JOIN paper_tag pt ON pt.tag_id = t.id
            GROUP BY t.id ORDER BY COUNT(pt.id) DESC, t.name COLLATE NOCASE`
      )
        .filter(fits)
        .slice(0, most)
    case 'in':
      return column<string>(
        db,
        sql`SELECT name FROM collection UNION SELECT name FROM saved_search ORDER BY name`
      )
        .filter(fits)
        .slice(0, most)
    case 'digest':
      return column<string>(
        db,
        sql`SELECT source FROM digest GROUP BY source ORDER BY COUNT(*) DESC, MAX(date) DESC`
      )
        .filter(fits)
        .slice(0, most)
    case 'key':
      return column<string>(
        db,
        sql`SELECT citation_key FROM paper
            WHERE citation_key LIKE ${`${typed.replace(/[\\%_]/g, '\\$&')}%`} ESCAPE '\\'
              AND trashed_at IS NULL
            ORDER BY citation_key LIMIT ${most}`
      )
    case 'author':
      return oftenest(
        all<Record<'family' | 'given' | 'particle' | 'suffix' | 'literal', string>>(
          db,
          sql`SELECT family, given, particle, suffix, literal FROM creator
              WHERE paper_id IN ${numbers(papersWith(index, field, beginnings))}`
        ).map(({ literal, ...parts }) =>
          formatName(literal === '' ? parts : { literal }, 'given-first')
        ),
        fits
      )
    case 'venue':
      return oftenest(
        column<string>(
          db,
          sql`SELECT venue FROM paper WHERE id IN ${numbers(papersWith(index, field, beginnings))}`
        ),
        fits
      )
  }
}

function papersWith(
  index: SearchIndex,
  field: CompletedField,
  beginnings: readonly string[]
): number[] {
  if (beginnings.length === 0) return []
  const text = beginnings.map((beginning) => `${field}:${beginning}`).join(' ')
  const { mode, hits } = index.query(text, { limit: sampled })
  return mode === 'all' ? hits.map(({ id }) => id) : []
}

function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
}

function oftenest(values: readonly string[], fits: (value: string) => boolean): string[] {
  const counts = new Map<string, number>()
  for (const value of values) if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts]
    .filter(([value]) => fits(value))
    .sort(([x, a], [y, b]) => b - a || x.localeCompare(y))
    .slice(0, most)
    .map(([value]) => value)
}
