/** A value in a pattern. */
export type Value = string | number | boolean

export interface Argument {
  /** Empty for one that goes by its place. */
  name: string
  value: Value
}

/** A function or a filter with its arguments, and where it stands. */
export interface Call {
  name: string
  arguments: readonly Argument[]
  /** Half-open range in the pattern's text. */
  start: number
  end: number
}

/** A text as it is, or a function, each with filters behind it. */
export interface Term {
  source: { text: string } | Call
  filters: readonly Call[]
}

/** Terms joined by `+`; alternatives are tried until one says something. */
export interface Pattern {
  alternatives: readonly (readonly Term[])[]
}

/** What is wrong with a pattern, and where: a half-open range in its text. */
export interface PatternError {
  message: string
  start: number
  end: number
}

export type ParsedPattern = { ok: true; pattern: Pattern } | { ok: false; error: PatternError }

/** No pattern that somebody writes is longer. */
export const longestPattern = 2000

/**
 * Reads a pattern for citation keys, written as Better BibTeX's formulas are: `auth.lower + shorttitle(3, 3) + year`,
 * alternatives parted by `|`. Brackets of older formulas (`[auth:lower][year]`) are read too. Never throws.
 */
export function parsePattern(text: string): ParsedPattern {
  if (text.length > longestPattern)
    return failed('A pattern holds at most 2000 characters.', longestPattern, text.length)
  try {
    const parser = new Parser(text)
    return { ok: true, pattern: text.trim().startsWith('[') ? parser.brackets() : parser.pattern() }
  } catch (error) {
    if (error instanceof Wrong) return failed(error.message, error.start, error.end)
    throw error
  }
}

function failed(message: string, start: number, end: number): ParsedPattern {
  return { ok: false, error: { message, start, end } }
}

class Wrong extends Error {
  constructor(
    message: string,
    readonly start: number,
    readonly end: number
  ) {
    super(message)
  }
}

class Parser {
  #at = 0

  constructor(private readonly text: string) {}

  pattern(): Pattern {
    const alternatives = [this.#terms()]
    while (this.#takes('|') || this.#takes(';')) alternatives.push(this.#terms())
    this.#blank()
    if (this.#at < this.text.length)
      this.#fail(`“${this.#sign()}” does not belong here. Join parts by +.`)
    return { alternatives }
  }

  /** `[auth:lower]_[year]`: functions in brackets, filters behind colons, text between them. */
  brackets(): Pattern {
    const alternatives: Term[][] = [[]]
    while (this.#at < this.text.length) {
      const terms = alternatives.at(-1) ?? []
      if (this.#takes('|')) alternatives.push([])
      else if (this.#takes('[')) {
        const source = this.#call(':')
        const filters: Call[] = []
        while (this.#takes(':')) filters.push(this.#call(':'))
        if (!this.#takes(']')) this.#fail('A bracket is not closed: “]” is missing.')
        terms.push({ source, filters })
      } else {
        const text = /[^[\]|]+/y
        text.lastIndex = this.#at
        const found = text.exec(this.text)?.[0]
        if (found === undefined) this.#fail(`“${this.#sign()}” does not belong here.`)
        this.#at += found.length
        if (found.trim() !== '') terms.push({ source: { text: found.trim() }, filters: [] })
      }
    }
    if (alternatives.every((terms) => terms.length === 0)) this.#fail('Write a pattern.')
    return { alternatives }
  }

  #terms(): Term[] {
    const terms = [this.#term()]
    while (this.#takes('+')) terms.push(this.#term())
    return terms
  }

  #term(): Term {
    this.#blank()
    const quote = this.text[this.#at]
    const source = quote === "'" || quote === '"' ? { text: this.#quoted(quote) } : this.#call('(')
    const filters: Call[] = []
    while (this.#takes('.')) filters.push(this.#call('('))
    return { source, filters }
  }

  #call(kind: '(' | ':'): Call {
    this.#blank()
    const start = this.#at
    const word = /[A-Za-z][A-Za-z0-9_]*/y
    word.lastIndex = start
    const name = word.exec(this.text)?.[0]
    if (name === undefined) {
      if (start >= this.text.length)
        this.#fail('The pattern ends too early: a function such as auth or year is missing.')
      this.#fail(
        `“${this.#sign()}” begins no function. Write one such as auth or year, or a text in quotation marks.`
      )
    }
    this.#at += name.length
    const given: Argument[] = []
    if (kind === '(' && this.#takes('(')) this.#list(given, start)
    else if (kind === ':') while (this.#takes(',')) given.push(this.#argument())
    return { name, arguments: given, start, end: this.#at }
  }

  #list(given: Argument[], start: number): void {
    if (this.#takes(')')) return
    do given.push(this.#argument())
    while (this.#takes(','))
    if (!this.#takes(')'))
      throw new Wrong(
        'A bracket is not closed: “)” is missing.',
        start,
        Math.max(start + 1, this.#at)
      )
  }

  #argument(): Argument {
    this.#blank()
    const named = /([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(?!=)/y
    named.lastIndex = this.#at
    const found = named.exec(this.text)
    if (found !== null) this.#at += found[0].length
    return { name: found?.[1] ?? '', value: this.#value() }
  }

  #value(): Value {
    this.#blank()
    const quote = this.text[this.#at]
    if (quote === "'" || quote === '"') return this.#quoted(quote)
    const word = /[+-]?\d+|[<>=!]=?|[^\s,()[\]:|;'"]+/y
    word.lastIndex = this.#at
    const found = word.exec(this.text)?.[0]
    if (found === undefined) this.#fail('A value is missing here.')
    this.#at += found.length
    if (/^[+-]?\d+$/.test(found)) return Number(found)
    return found === 'true' ? true : found === 'false' ? false : found
  }

  #quoted(quote: string): string {
    const start = this.#at
    const close = this.text.indexOf(quote, start + 1)
    if (close === -1) throw new Wrong('A quotation mark is not closed.', start, this.text.length)
    this.#at = close + 1
    return this.text.slice(start + 1, close)
  }

  #takes(sign: string): boolean {
    this.#blank()
    if (this.text[this.#at] !== sign) return false
    this.#at++
    return true
  }

  #blank(): void {
    while (/\s/.test(this.text[this.#at] ?? '')) this.#at++
  }

  #sign(): string {
    return String.fromCodePoint(this.text.codePointAt(this.#at) ?? 0x20)
  }

  #fail(message: string): never {
    throw new Wrong(message, this.#at, Math.min(this.text.length, this.#at + 1))
  }
}
