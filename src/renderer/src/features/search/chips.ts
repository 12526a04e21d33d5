import type { Alternatives, Clause, Query } from '@shared/query/clause'
import { parseQuery, type ParseOptions } from '@shared/query/parse'
import { words } from '../../messages/words'

/** A part of a query as it is understood: where it stands in the text, and what it means. */
export interface Chip {
  ranges: { start: number; end: number }[]
  /** What is asked for: `author`, `exact words`. */
  label: string
  value: string
  isNegated: boolean
  /** Not typed to its end: asks for nothing yet. */
  isUnfinished: boolean
}

/** The meaning of a query, part by part; nothing for one of plain words, which says itself what it means. */
export function chipsOf(text: string, options: ParseOptions): Chip[] {
  const query = parseQuery(text, options)
  if (query.every(isPlain)) return []
  const chips: Chip[] = []
  for (const alternatives of query) {
    const range = rangeOf(alternatives)
    const last = chips.at(-1)
    if (isPlain(alternatives) && last?.label === words.search.words && !last.isNegated) {
      last.ranges.push(range)
      last.value += ` ${text.slice(range.start, range.end)}`
    } else chips.push({ ranges: [range], ...meaningOf(alternatives, text) })
  }
  return chips
}

/** The text without a part. */
export function without(text: string, { ranges }: Chip): string {
  let rest = ''
  let from = 0
  for (const { start, end } of ranges) {
    rest += text.slice(from, start)
    from = end
  }
  return `${rest}${text.slice(from)}`.replace(/\s+/g, ' ').trim()
}

/** The text with a part turned into what must not be there, or back. */
export function turned(text: string, { ranges, isNegated }: Chip): string {
  const [first] = ranges
  const last = ranges.at(-1)
  if (!first || !last) return text
  const part = text.slice(first.start, last.end)
  const bare = isNegated ? part.replace(/^(?:-|NOT\s+)/, '') : part
  const isOne = ranges.length === 1 && !/\s(?:or|OR|\|)\s/.test(part)
  const other = isNegated ? bare : isOne ? `-${bare}` : `-(${bare})`
  return text.slice(0, first.start) + other + text.slice(last.end)
}

type Meaning = Omit<Chip, 'ranges'>

function meaningOf(alternatives: Alternatives, text: string): Meaning {
  const [clause, ...others] = alternatives
  if (clause === undefined || others.length > 0)
    return {
      ...{ label: words.search.either, isNegated: false, isUnfinished: false },
      value: alternatives.map((each) => wordsFor(each, text)).join(words.search.or)
    }
  return { ...oneMeaning(clause, text), isNegated: clause.isNegated }
}

function oneMeaning(clause: Clause, text: string): Omit<Meaning, 'isNegated'> {
  const { test } = clause
  const isUnfinished = test.kind === 'unfinished'
  switch (test.kind) {
    case 'words':
      return {
        label: test.field === null ? words.search.words : words.search.fields[test.field],
        value: test.edits === 0 ? test.text : words.search.nearly(test.text),
        isUnfinished
      }
    case 'phrase': {
      const value = `“${test.text}”`
      const label = test.field === null ? words.search.phrase : words.search.fields[test.field]
      return { label, value, isUnfinished }
    }
    case 'unfinished':
      return { label: words.search.fields[test.field], value: `${test.value}…`, isUnfinished }
    case 'group':
      return { label: words.search.all, value: groupText(test.query, text), isUnfinished }
    case 'filter': {
      const { filter } = test
      return {
        label: words.search.fields[filter.field],
        value: words.search.filter(filter),
        isUnfinished
      }
    }
  }
}

function groupText(query: Query, text: string): string {
  return query
    .map((alternatives) =>
      alternatives.map((clause) => wordsFor(clause, text)).join(words.search.or)
    )
    .join(words.search.and)
}

/** A clause among others, in words. */
function wordsFor(clause: Clause, text: string): string {
  const { label, value } = oneMeaning(clause, text)
  const isNamed =
    label !== words.search.words && label !== words.search.phrase && label !== words.search.all
  return `${clause.isNegated ? words.search.not : ''}${isNamed ? `${label} ` : ''}${value}`
}

function isPlain([clause, ...others]: Alternatives): boolean {
  if (clause === undefined || others.length > 0 || clause.isNegated) return false
  return clause.test.kind === 'words' && clause.test.field === null && clause.test.edits === 0
}

function rangeOf(alternatives: Alternatives): { start: number; end: number } {
  return { start: alternatives[0]?.start ?? 0, end: alternatives.at(-1)?.end ?? 0 }
}
