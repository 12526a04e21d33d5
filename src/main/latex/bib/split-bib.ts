import { placesIn } from '../tex/place'

/** An entry as it stands in the file: half-open ranges of it and of its key, and its line, from 1. */
export interface BibItem {
  key: string
  keyStart: number
  start: number
  end: number
  line: number
}

/** What a file's text is made of, as far as that matters to who writes into it. */
export interface SplitBib {
  items: BibItem[]
  /** Entries that do not end: what is written behind one would become a part of it. */
  broken: { line: number }[]
}

/**
 * Finds the entries of a `.bib`. With BibTeX an at sign begins one even behind a percent sign; Biber takes
 * such a line for a comment. Nothing is changed, and what is not understood is nobody's: it stays.
 */
export function splitBib(text: string, dialect: 'bibtex' | 'biblatex'): SplitBib {
  const items: BibItem[] = []
  const broken: { line: number }[] = []
  const places = placesIn(text)
  const head = /@[ \t\r\n]*([A-Za-z]+)[ \t\r\n]*([{(])/g
  for (let found = head.exec(text); found !== null; found = head.exec(text)) {
    const start = found.index
    // An address is no entry.
    if (/[\w.]/.test(text[start - 1] ?? '')) continue
    const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
    if (dialect === 'biblatex' && before.includes('%')) continue
    const type = (found[1] ?? '').toLowerCase()
    const open = head.lastIndex
    const end = endOf(text, open, found[2] === '{' ? '}' : ')')
    if (end === -1) {
      broken.push({ line: places(start).line })
      continue
    }
    if (type === 'comment' || type === 'preamble' || type === 'string') head.lastIndex = end
    else {
      const lead = /^\s*/.exec(text.slice(open, end))?.[0].length ?? 0
      const key = /^[^\s,{}()=]*/.exec(text.slice(open + lead, end))?.[0] ?? ''
      items.push({ key, keyStart: open + lead, start, end, line: places(start).line })
      head.lastIndex = end
    }
  }
  return { items, broken }
}

/** Keys that an entry leads to besides its own: what it inherits from, and what belongs to it. */
export function keysNamedBy(entry: string): string[] {
  const fields = entry.matchAll(
    /(?:^|[\s,])(?:crossref|xref|xdata|related|entryset)\s*=\s*(?:\{([^{}]*)\}|"([^"{}]*)")/gi
  )
  return [...fields].flatMap(([, braces, quotes]) =>
    (braces ?? quotes ?? '')
      .split(',')
      .map((key) => key.trim())
      .filter((key) => key !== '')
  )
}

/** Behind the sign that closes what stands open at `from`; -1 where the file, or a line that begins an entry, comes first. */
function endOf(text: string, from: number, close: '}' | ')'): number {
  const bounding = /[{})]|\n[ \t]*@[A-Za-z]+[ \t]*[{(][^\s,{}()=]*,/g
  bounding.lastIndex = from
  let depth = 0
  for (let found = bounding.exec(text); found !== null; found = bounding.exec(text)) {
    const sign = found[0]
    if (sign.length > 1) return -1
    if (sign === close && depth === 0) return bounding.lastIndex
    if (sign === '{') depth++
    else if (sign === '}') depth--
    if (depth < 0) return -1
  }
  return -1
}
