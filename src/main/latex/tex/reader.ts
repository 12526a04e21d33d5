/** An argument is no longer than this; what seems to be is a brace that was never closed. */
const longestArgument = 20_000
/** So much is looked through in vain in one text, at most: brackets that close nowhere are no reason to hang. */
const mostInVain = 20_000_000

/** Half-open range in a text. */
export interface Range {
  start: number
  end: number
}

/** Reads a text of TeX's from a place on: blanks, names, arguments. */
export class TexReader {
  #inVain = 0

  constructor(
    readonly text: string,
    public at = 0
  ) {}

  /** Passes over blanks and comments, but not over the blank line that ends a paragraph. */
  skipBlanks(): void {
    this.match(/(?:[ \t]|\r?\n(?![ \t]*\r?\n)|%[^\n]*\n?)*/y)
  }

  match(pattern: RegExp): string {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)?.[0] ?? ''
    this.at += found.length
    return found
  }

  /** What stands in braces here, passing over it; null where there are none. */
  group(): Range | null {
    return this.#enclosed('{', '}')
  }

  /** What stands in square brackets here, passing over it; null where there are none. */
  optional(): Range | null {
    return this.#enclosed('[', ']')
  }

  /** Passes over everything that may stand between a command and an argument in braces. */
  skipOptions(many: boolean): void {
    for (;;) {
      this.skipBlanks()
      const isOption =
        this.optional() !== null ||
        this.#enclosed('<', '>') !== null ||
        (many && this.#enclosed('(', ')') !== null)
      if (!isOption) return
    }
  }

  slice({ start, end }: Range): string {
    return this.text.slice(start, end)
  }

  #enclosed(open: string, close: string): Range | null {
    if (this.text[this.at] !== open || this.#inVain > mostInVain) return null
    const start = this.at + 1
    const most = Math.min(this.text.length, start + longestArgument)
    let depth = 0
    for (let at = start; at < most; at++) {
      const sign = this.text[at]
      if (sign === '\\') at++
      else if (sign === '%') {
        const newline = this.text.indexOf('\n', at)
        at = newline === -1 ? most : newline
      } else if (sign === close && depth === 0) {
        this.at = at + 1
        return { start, end: at }
      } else if (sign === '{') depth++
      else if (sign === '}') depth--
      if (depth < 0) break
    }
    this.#inVain += most - start
    return null
  }
}
