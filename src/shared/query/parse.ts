import {
  beings,
  filterFields,
  havings,
  typeWords,
  wordFields,
  type Alternatives,
  type Being,
  type Clause,
  type FilterField,
  type Having,
  type Query,
  type Test,
  type TypeWord,
  type WordField
} from './clause'
import { dayWords, readDays, readYears } from './dates'

export type QueryField = WordField | FilterField

/** Other names of the fields, as they are called elsewhere. */
const fieldNames: Readonly<Record<string, QueryField>> = {
  ...Object.fromEntries([...wordFields, ...filterFields].map((field) => [field, field])),
  ...{ authors: 'author', au: 'author', by: 'author', name: 'author', people: 'author' },
  ...{ ti: 'title', abs: 'abstract', journal: 'venue', booktitle: 'venue', notes: 'note' },
  ...{ tags: 'tag', keyword: 'tag', keywords: 'tag', citekey: 'key', date: 'year' },
  ...{ collection: 'in', saved: 'in', list: 'in' }
}
/** All fields, by the name that is shown. */
export const queryFields: readonly QueryField[] = [...wordFields, ...filterFields]

/** The field of a name, whatever it is called; null for none. */
export function fieldNamed(name: string): QueryField | null {
  const known = name.toLowerCase()
  return Object.hasOwn(fieldNames, known) ? (fieldNames[known] ?? null) : null
}

const havingNames: Readonly<Record<string, Having>> = {
  ...Object.fromEntries(havings.map((having) => [having, having])),
  ...{
    collections: 'collection',
    files: 'file',
    attachment: 'file',
    notes: 'note',
    annotations: 'annotation',
    highlight: 'annotation',
    tags: 'tag',
    authors: 'author'
  },
  ...{ links: 'link', url: 'link', repository: 'code', dataset: 'data', eprint: 'arxiv' }
}
const beingNames: Readonly<Record<string, Being>> = {
  ...Object.fromEntries(beings.map((being) => [being, being])),
  ...{ new: 'unread', star: 'starred', favourite: 'starred', favorite: 'starred' },
  ...{ undecided: 'inbox', decided: 'kept' }
}
const typeNames: Readonly<Record<string, TypeWord>> = {
  ...Object.fromEntries((Object.keys(typeWords) as TypeWord[]).map((type) => [type, type])),
  ...{ journal: 'article', paper: 'conference', inproceedings: 'conference' },
  ...{ proceedings: 'conference', incollection: 'chapter', phdthesis: 'thesis', misc: 'other' },
  ...{ techreport: 'report', data: 'dataset', code: 'software', website: 'webpage' }
}

const quotes: Readonly<Record<string, string>> = { '"': '"', '“': '”', '„': '“”', '«': '»' }
/** Deeper brackets and more clauses than these nobody means; they are words. */
const mostDeep = 20
const mostClauses = 400
/** Longer text is left out. */
export const maxQueryLength = 10_000

export interface ParseOptions {
  /** What `today` is in it, as `2026-05-21`. */
  today: string
  /** It is a sentence or more, pasted: brackets, quotes, `or` and hyphens are its own. */
  isPasted?: boolean
  /** It is not being typed: its last word is whole. */
  isComplete?: boolean
}

/** What a text asks for. Any text does: what is not a clause is words. */
export function parseQuery(text: string, options: ParseOptions): Query {
  return new Parser(text.slice(0, maxQueryLength), options).read(0, null)
}

class Parser {
  readonly #end: number
  #at = 0
  #count = 0

  constructor(
    private readonly text: string,
    private readonly options: ParseOptions
  ) {
    this.#end = text.trimEnd().length
  }

  /** Up to the end, or to the bracket that closes this one. */
  read(depth: number, field: QueryField | null): Query {
    const query: Query = []
    let isOr = false
    for (;;) {
      this.#skip(/\s+/y)
      if (this.#at >= this.#end || (depth > 0 && this.text[this.#at] === ')')) return query
      if (query.length > 0 && !this.#isPasted) {
        if (this.#skip(/(?:or|OR|\|\|?)(?=[\s)]|$)/y)) {
          isOr = true
          continue
        }
        if (this.#skip(/(?:AND|&&)(?=\s)/y)) continue
      }
      const clause = this.#clause(depth, field)
      if (clause === null) continue
      const last: Alternatives | undefined = query.at(-1)
      if (isOr && last !== undefined) last.push(clause)
      else query.push([clause])
      isOr = false
    }
  }

  get #isPasted(): boolean {
    return this.options.isPasted === true
  }

  #clause(depth: number, field: QueryField | null): Clause | null {
    const start = this.#at
    const isNegated = !this.#isPasted && this.#skip(/-(?=[^\s-])|NOT\s+(?=\S)/y)
    const from = this.#at
    const named = this.#count++ < mostClauses ? this.#fieldName() : null
    const test =
      this.#group(depth, named ?? field) ??
      this.#quoted(named ?? field) ??
      this.#bare(depth, named ?? field, from)
    if (test === null) return null
    const isLast = this.options.isComplete !== true && this.#at >= this.#end
    return { start, end: this.#at, isNegated, isLast, test }
  }

  /** Reads `author:`, where something follows or may still be typed. */
  #fieldName(): QueryField | null {
    const found = this.#match(/([A-Za-z]+):(?=\S|$)/y)
    const name = fieldNamed(found?.[1] ?? '')
    if (!found || name === null) return null
    if (this.#isPasted && !filterFields.some((field) => field === name)) return null
    this.#at += found[0].length
    return name
  }

  #group(depth: number, field: QueryField | null): Test | null {
    if (this.#isPasted || this.text[this.#at] !== '(' || depth >= mostDeep) return null
    this.#at++
    const query = this.read(depth + 1, field)
    if (this.text[this.#at] === ')') this.#at++
    return query.length === 0
      ? { kind: 'words', text: '', field: null, edits: 0 }
      : { kind: 'group', query }
  }

  #quoted(field: QueryField | null): Test | null {
    const closing = quotes[this.text[this.#at] ?? '']
    const isFilter = filterFields.some((name) => name === field)
    if (closing === undefined || (this.#isPasted && !isFilter)) return null
    const from = this.#at + 1
    let to = from
    while (to < this.#end && !closing.includes(this.text[to] ?? '')) to++
    const value = this.text.slice(from, to)
    this.#at = Math.min(to + 1, this.text.length)
    const isOpen = to >= this.#end
    if (isOpen) this.#at = this.#end
    return field === null || !isFilter
      ? { kind: 'phrase', text: value, field: field as WordField | null, isOpen }
      : (this.#filter(field as FilterField, value, isOpen) ?? wordsIn(value))
  }

  /** Up to the next space, or to a closing bracket that was not opened in it. */
  #bare(depth: number, field: QueryField | null, from: number): Test | null {
    const begin = this.#at
    let open = 0
    while (this.#at < this.#end) {
      const sign = this.text[this.#at] ?? ''
      if (/\s/.test(sign)) break
      if (sign === '(') open++
      if (sign === ')' && depth > 0 && --open < 0) break
      this.#at++
    }
    const value = this.text.slice(begin, this.#at)
    const isLast = this.options.isComplete !== true && this.#at >= this.#end
    if (value === '' && from === begin) {
      // Nothing was read: one sign on, so that reading comes to an end.
      this.#at++
      return null
    }
    if (filterFields.some((name) => name === field))
      return (
        this.#filter(field as FilterField, value, isLast) ??
        wordsIn(this.text.slice(from, this.#at))
      )
    if (value === '' && field !== null)
      return isLast
        ? { kind: 'unfinished', field, value }
        : wordsIn(this.text.slice(from, this.#at))
    const edited = this.#isPasted ? null : /^(.*[\p{L}\p{N}])~([12]?)$/u.exec(value)
    if (edited) {
      const edits = edited[2] === '2' ? 2 : 1
      return { kind: 'words', text: edited[1] ?? '', field: field as WordField | null, edits }
    }
    return { kind: 'words', text: value, field: field as WordField | null, edits: 0 }
  }

  /** Null for a value that the field does not have. */
  #filter(field: FilterField, value: string, isLast: boolean): Test | null {
    const unfinished: Test = { kind: 'unfinished', field, value }
    const typed = value.trim().toLowerCase()
    const among = <T extends string>(names: Readonly<Record<string, T>>): T | Test | null =>
      (Object.hasOwn(names, typed) ? names[typed] : undefined) ??
      (isLast && Object.keys(names).some((name) => name.startsWith(typed)) ? unfinished : null)
    const made = <T extends string>(
      found: T | Test | null,
      make: (value: T) => Test
    ): Test | null => (typeof found === 'string' ? make(found) : found)
    switch (field) {
      case 'tag':
      case 'in':
      case 'digest':
      case 'key':
        if (typed !== '') return { kind: 'filter', filter: { field, value: value.trim() } }
        return isLast ? unfinished : null
      case 'has':
        return made(among(havingNames), (one) => ({
          kind: 'filter',
          filter: { field, value: one }
        }))
      case 'is':
        return made(among(beingNames), (one) => ({ kind: 'filter', filter: { field, value: one } }))
      case 'type':
        return made(among(typeNames), (one) => ({ kind: 'filter', filter: { field, value: one } }))
      case 'year': {
        const years = readYears(typed)
        if (years) return { kind: 'filter', filter: { field, ...years } }
        return isLast && /^[<>]?=?\d{0,4}(?:[.–-]{1,2}\d{0,4})?$/.test(typed) ? unfinished : null
      }
      case 'added': {
        const days = readDays(typed, this.options.today)
        if (days) return { kind: 'filter', filter: { field, ...days } }
        const isBegun = /^[\d.-]*$/.test(typed) || dayWords.some((word) => word.startsWith(typed))
        return isLast && isBegun ? unfinished : null
      }
    }
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at
    return pattern.exec(this.text)
  }

  #skip(pattern: RegExp): boolean {
    const found = this.#match(pattern)
    if (found) this.#at += found[0].length
    return found !== null
  }
}

function wordsIn(text: string): Test {
  return { kind: 'words', text, field: null, edits: 0 }
}
