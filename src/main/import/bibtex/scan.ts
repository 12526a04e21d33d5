import { words } from '@shared/messages/words'
/** An entry as it is written; field names in lower case, values without their delimiters, still TeX. */
export interface BibEntry {
  type: string
  key: string
  fields: Map<string, string>
  /** Half-open range in the text; the line, from 1, that the entry begins on. */
  start: number
  end: number
  line: number
}

/** What a file holds, and what in it could not be read. */
export interface BibFile {
  entries: BibEntry[]
  problems: { line: number; reason: string }[]
}

/** BibTeX's own abbreviations, as its standard styles define them. */
const months: readonly (readonly [string, string])[] = (
  'jan January feb February mar March apr April may May jun June jul July aug August ' +
  'sep September oct October nov November dec December'
)
  .split(' ')
  .flatMap((word, i, all) => (i % 2 === 0 ? [[word, all[i + 1] ?? ''] as const] : []))

/**
 * Reads a BibTeX or BibLaTeX file, by the grammar of BibTeX's own manual ("Designing BibTeX Styles")
 * with what people write all the same: parentheses, commas left out, comments between fields. A broken
 * entry is told with its line, and the rest goes on at the next line that begins an entry. Takes time
 * linear in the text.
 */
export function scanBibtex(text: string): BibFile {
  return new Scanner(text).scan()
}

/** Abbreviations made of abbreviations grow without end; no real value is as long as this. */
const longestJoined = 20_000

/** What a balanced value may end at, or nest by. */
const bounding = /[{}()"\n]/g

/** What is wrong with an entry; ends its reading, not the file's. */
class Broken extends Error {}

class Scanner {
  readonly #strings = new Map(months)
  readonly #entries: BibEntry[] = []
  readonly #problems: BibFile['problems'] = []
  #at = 0
  /** Line of the offset counted to last: offsets are asked for in rising order, but for a step back. */
  #line = { offset: 0, number: 1 }

  constructor(private readonly text: string) {}

  scan(): BibFile {
    for (;;) {
      const start = this.text.indexOf('@', this.#at)
      if (start === -1) break
      this.#at = start + 1
      // An address is no entry.
      if (/[\w.]/.test(this.text[start - 1] ?? '')) continue
      const word = this.#word(/[A-Za-z]+/y)
      this.#blank()
      const open = this.text[this.#at]
      if (word === '' || (open !== '{' && open !== '(')) continue
      this.#at++
      try {
        this.#read(word.toLowerCase(), open === '{' ? '}' : ')', start)
      } catch (error) {
        if (!(error instanceof Broken)) throw error
        this.#problems.push({ line: this.#lineOf(start), reason: error.message })
        this.#recover(start + 1)
      }
    }
    return { entries: this.#entries, problems: this.#problems }
  }

  #read(type: string, close: string, start: number): void {
    if (type === 'comment') this.#balanced(close)
    else if (type === 'preamble') {
      this.#value()
      this.#expect(close, words.bibtex.preamble)
    } else if (type === 'string') {
      this.#skip()
      const name = this.#name()
      this.#skip()
      this.#expect('=', words.bibtex.abbreviation(name))
      this.#strings.set(name.toLowerCase(), this.#value())
      this.#skip()
      this.#expect(close, words.bibtex.abbreviation(name))
    } else this.#readEntry(type, close, start)
  }

  #readEntry(type: string, close: string, start: number): void {
    const line = this.#lineOf(start)
    this.#blank()
    const key = this.#word(/[^\s,{}()=]+/y)
    const fields = new Map<string, string>()
    const what = key === '' ? words.bibtex.keyless : key
    for (;;) {
      this.#skip()
      while (this.text[this.#at] === ',') {
        this.#at++
        this.#skip()
      }
      const next = this.text[this.#at]
      if (next === undefined) throw new Broken(words.bibtex.endsEarly(what))
      if (next === close) break
      const name = this.#name()
      if (name === '') throw new Broken(words.bibtex.noField(what, this.#near()))
      this.#skip()
      if (this.text[this.#at] !== '=')
        throw new Broken(words.bibtex.noEquals(what, name, this.#near()))
      this.#at++
      const value = this.#value(what)
      // BibTeX takes the first of two, and so do we.
      if (!fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value)
    }
    this.#at++
    this.#entries.push({ type, key, fields, start, end: this.#at, line })
  }

  /** Pieces joined by `#`: in braces, in quotes, a number, or the name of an abbreviation. */
  #value(what = words.bibtex.value): string {
    const pieces: string[] = []
    do {
      if (pieces.length > 0) this.#at++
      this.#skip()
      pieces.push(this.#piece(what))
      this.#skip()
    } while (this.text[this.#at] === '#')
    const length = pieces.reduce((sum, piece) => sum + piece.length, 0)
    if (pieces.length > 1 && length > longestJoined) throw new Broken(words.bibtex.tooLong(what))
    return pieces.join('')
  }

  #piece(what: string): string {
    const sign = this.text[this.#at]
    const start = this.#at + 1
    if (sign === '{' || sign === '"') {
      this.#at++
      this.#balanced(sign === '{' ? '}' : '"', what)
      return this.text.slice(start, this.#at - 1)
    }
    const word = this.#word(/[^\s,#{}()"=%@]+/y)
    if (word === '') throw new Broken(words.bibtex.noValue(what, this.#near()))
    if (/^\d+$/.test(word)) return word
    const known = this.#strings.get(word.toLowerCase())
    if (known === undefined)
      this.#problems.push({
        line: this.#lineOf(this.#at),
        reason: words.bibtex.undefinedName(what, word)
      })
    return known ?? word
  }

  /** To behind the sign that closes, braces within it in pairs. A line that begins an entry is too far. */
  #balanced(close: string, what = words.bibtex.comment): void {
    let depth = 0
    for (; this.#at < this.text.length; this.#at++) {
      bounding.lastIndex = this.#at
      this.#at = bounding.exec(this.text)?.index ?? this.text.length
      const sign = this.text[this.#at]
      if (sign === close && depth === 0) {
        this.#at++
        return
      }
      if (sign === '{') depth++
      else if (sign === '}') depth--
      else if (sign === '\n' && this.#beginsEntry(this.#at + 1)) break
      if (depth < 0) break
    }
    throw new Broken(words.bibtex.missing(what, close))
  }

  #beginsEntry(at: number): boolean {
    if (this.text[at] !== '@') return false
    entryHead.lastIndex = at
    return entryHead.test(this.text)
  }

  #recover(from: number): void {
    entryLine.lastIndex = from
    const next = entryLine.exec(this.text)
    this.#at = next === null ? this.text.length : next.index
  }

  #expect(sign: string, what: string): void {
    this.#skip()
    if (this.text[this.#at] !== sign)
      throw new Broken(words.bibtex.missingBefore(what, sign, this.#near()))
    this.#at++
  }

  #name(): string {
    return this.#word(/[^\s,#{}()"=%@]+/y)
  }

  #word(pattern: RegExp): string {
    pattern.lastIndex = this.#at
    const word = pattern.exec(this.text)?.[0] ?? ''
    this.#at += word.length
    return word
  }

  #blank(): void {
    this.#word(/\s+/y)
  }

  /** Blanks and comments: `%` to the end of its line, as Biber has it. */
  #skip(): void {
    this.#word(/(?:\s+|%[^\n]*)+/y)
  }

  #near(): string {
    return this.text
      .slice(this.#at, this.#at + 20)
      .split('\n', 1)
      .join('')
      .trim()
  }

  #lineOf(offset: number): number {
    if (offset < this.#line.offset) this.#line = { offset: 0, number: 1 }
    let { offset: at, number } = this.#line
    for (;;) {
      const newline = this.text.indexOf('\n', at)
      if (newline === -1 || newline >= offset) break
      at = newline + 1
      number++
    }
    this.#line = { offset: at, number }
    return number
  }
}

const entryHead = /@[A-Za-z]+\s?[{(][^\s,{}()=]*,/y
const entryLine = /^[ \t]*@[A-Za-z]+[ \t]*[{(]/gm
