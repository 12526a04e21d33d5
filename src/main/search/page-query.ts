import type { Clause, Query } from '@shared/query/clause'
import { parseQuery, type ParseOptions } from '@shared/query/parse'
import { termOf } from './analysis'
import { splitWords } from './words'

/** What is asked of the pages of a file. */
export interface PageQuery {
  /** As FTS5 takes it: all words on one page. */
  match: string
  /** How words begin that answer it; those in `whole` must be just so. */
  beginnings: string[]
  whole: string[]
  /** What else a paper must hold to: filters, fields, what must not be. */
  others: Query
}

/** A last word of fewer letters may still become nearly any. */
const tellingLetters = 3
/** More words than these nobody looks for on one page: they are a text that was pasted. */
const mostWords = 8

/**
 * What a typed text asks of the pages of files; null where it asks nothing of them: no plain words, too few
 * letters, or a text that papers are ranked by.
 */
export function readPageQuery(text: string, options: ParseOptions): PageQuery | null {
  const query: PageQuery = { match: '', beginnings: [], whole: [], others: [] }
  const parts: string[] = []
  for (const alternatives of parseQuery(text, options)) {
    const [clause] = alternatives
    const asked =
      clause !== undefined && alternatives.length === 1 && !clause.isNegated
        ? partOf(clause, query)
        : null
    if (asked === null) query.others.push(alternatives)
    else if (asked === 'too short') return null
    else if (asked !== '') parts.push(asked)
  }
  if (parts.length === 0 || parts.length > mostWords) return null
  query.match = parts.join(' AND ')
  return query
}

/** Null for a clause that is none of plain words; empty for one of nothing but stop words. */
function partOf(clause: Clause, query: PageQuery): string | null {
  const { test, isLast } = clause
  if (test.kind === 'unfinished') return ''
  if ((test.kind !== 'words' && test.kind !== 'phrase') || test.field !== null) return null
  if (test.kind === 'words' && (test.edits > 0 || test.text.includes('*'))) return null
  const surfaces = splitWords(test.text)
    .filter(({ tail }) => tail !== true)
    .map(({ spellings }) => spellings[0] ?? '')
  const isOpen = isLast && (test.kind === 'words' || test.isOpen)
  if (surfaces.length === 1) return wordOf(surfaces[0] ?? '', isOpen, query)
  if (surfaces.length === 0) return ''
  const last = surfaces.at(-1) ?? ''
  if (isOpen) query.beginnings.push(last)
  else query.whole.push(last)
  query.whole.push(...surfaces.slice(0, -1))
  return `"${surfaces.join(' ')}"${isOpen ? ' *' : ''}`
}

/** A word with others of its stem: pages are kept word for word, and stems are mostly how words begin. */
function wordOf(surface: string, isOpen: boolean, query: PageQuery): string {
  const stem = termOf(surface)
  if (stem === undefined && !isOpen) return ''
  if (isOpen && Array.from(surface).length < tellingLetters) return 'too short'
  const beginnings = new Set(isOpen ? [surface] : [])
  if (stem !== undefined && stem.length >= tellingLetters) {
    beginnings.add(stem)
    // `study` and `studies` have one stem, with which only one of them begins.
    if (stem.endsWith('i')) beginnings.add(`${stem.slice(0, -1)}y`)
  }
  query.beginnings.push(...beginnings)
  query.whole.push(surface)
  return `("${surface}"${[...beginnings].map((beginning) => ` OR "${beginning}" *`).join('')})`
}
