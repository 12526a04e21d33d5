import type { Place } from './place'
import { placesIn } from './place'
import { keyShape, type KeyCommands, type KeyShape } from './cite-commands'
import { TexReader, type Range } from './reader'
import { defines, readDefinition } from './wrappers'

/** A key where it is cited; `*` is what `\nocite{*}` cites. Offsets are those of the key alone. */
export interface Citation extends Place {
  key: string
  start: number
  end: number
}

/** Another file that a file takes in. */
export interface Inclusion {
  /** As it is written, joined with the folder that `\import` names. */
  path: string
  /** Extension it is given where it has none. */
  extension: '.tex' | '.sty' | '.cls'
  /** Whether it is looked for beside the file that takes it in, not beside the main one. */
  isRelative: boolean
}

/** A `.bib` that a file names, with its extension. */
export interface NamedBib extends Place {
  path: string
}

export interface ScannedTex {
  citations: Citation[]
  inclusions: Inclusion[]
  bibs: NamedBib[]
  /** Whether it begins a document. */
  isRoot: boolean
  usesBiblatex: boolean
  /** Commands of the user's that cite. */
  defined: [string, KeyShape][]
}

const verbatim = new Set(
  (
    'verbatim verbatim* Verbatim Verbatim* BVerbatim LVerbatim SaveVerbatim lstlisting minted comment ' +
    'filecontents filecontents* alltt code'
  ).split(' ')
)
const including = /^(?:input|include|subfile|subfileinclude|includestandalone|InputIfFileExists)$/
const importing = /^(?:sub)?(?:import|includefrom|inputfrom)$/
const bibliographies = /^(?:bibliography|addbibresource|addglobalbib|addsectionbib)$/
/** What a key cannot hold, in any dialect: then it is an argument, or no key at all. */
const noKey = /[\\#{}%~$"]/

/**
 * What a text of LaTeX cites and takes in. Comments, verbatim text and what `\iffalse` leaves out are
 * passed over. `own` are commands of the user's that cite, from wherever they are defined. Takes time
 * linear in the text.
 */
export function scanTex(text: string, own: KeyCommands): ScannedTex {
  const scanner = new Scanner(text, own)
  scanner.run()
  return scanner.result()
}

class Scanner {
  readonly #reader: TexReader
  readonly #keys: (Range & { key: string })[] = []
  readonly #inclusions: Inclusion[] = []
  readonly #bibs: { path: string; start: number }[] = []
  readonly #own: Map<string, KeyShape>
  readonly #defined: [string, KeyShape][] = []
  #isRoot = false
  #usesBiblatex = false

  constructor(
    private readonly text: string,
    own: KeyCommands
  ) {
    this.#reader = new TexReader(text)
    this.#own = new Map(own)
  }

  run(): void {
    const reader = this.#reader
    const next = /[\\%]/g
    for (;;) {
      next.lastIndex = reader.at
      const found = next.exec(this.text)
      if (found === null) return
      reader.at = found.index + 1
      if (found[0] === '%') {
        const newline = this.text.indexOf('\n', reader.at)
        if (newline === -1) return
        reader.at = newline + 1
        continue
      }
      const name = reader.match(/[A-Za-z@]+/y)
      if (name === '') reader.at++
      else if (!this.#command(name)) return
    }
  }

  result(): ScannedTex {
    const places = placesIn(this.text)
    // A key within an argument is found before one that the argument belongs to.
    this.#keys.sort((a, b) => a.start - b.start)
    return {
      citations: this.#keys.map((key) => ({ ...key, ...places(key.start) })),
      inclusions: this.#inclusions,
      bibs: this.#bibs.map(({ path, start }) => ({ path, ...places(start) })),
      isRoot: this.#isRoot,
      usesBiblatex: this.#usesBiblatex,
      defined: this.#defined
    }
  }

  /** The reader stands behind a command's name; false ends the reading. Arguments are read again afterwards. */
  #command(name: string): boolean {
    const reader = this.#reader
    if (name === 'endinput') return false
    if (name === 'begin' || name === 'end') return this.#environment(name)
    if (name === 'verb' || name === 'lstinline' || name === 'mintinline') this.#verb(name)
    else if (name === 'iffalse') this.#skipConditional()
    else {
      const from = reader.at
      const shape = keyShape(name, this.#own)
      if (shape !== undefined) this.#cite(shape)
      else if (defines(name))
        for (const [defined, how] of readDefinition(name, reader, this.#own)) {
          this.#own.set(defined, how)
          this.#defined.push([defined, how])
        }
      else this.#file(name)
      reader.at = from
    }
    return true
  }

  #environment(name: 'begin' | 'end'): boolean {
    const reader = this.#reader
    reader.skipBlanks()
    const range = reader.group()
    const environment = range === null ? '' : reader.slice(range).trim()
    if (name === 'end') return environment !== 'document'
    if (verbatim.has(environment)) {
      const end = this.text.indexOf(`\\end{${environment}}`, reader.at)
      reader.at = end === -1 ? this.text.length : end + environment.length + 6
    } else if (environment === 'displaycquote' || environment === 'refsection') {
      const from = reader.at
      if (environment === 'displaycquote') this.#cite({ before: 0, many: false })
      reader.at = from
    }
    return true
  }

  #verb(name: string): void {
    const reader = this.#reader
    const after = reader.at
    reader.match(/\*/y)
    if (name !== 'verb') reader.optional()
    if (name === 'mintinline') reader.group()
    if (reader.group() !== null) return
    const delimiter = this.text[reader.at]
    const end = delimiter === undefined ? -1 : this.text.indexOf(delimiter, reader.at + 1)
    const line = this.text.indexOf('\n', reader.at)
    reader.at = end === -1 || (line !== -1 && end > line) ? after : end + 1
  }

  /** To its `\else` or `\fi`. */
  #skipConditional(): void {
    const part = /\\(if[A-Za-z@]*|else|fi)(?![A-Za-z@])(?!\s*\{)|(?<!\\)%[^\n]*/g
    part.lastIndex = this.#reader.at
    let depth = 0
    for (let found = part.exec(this.text); found !== null; found = part.exec(this.text)) {
      const [, name] = found
      this.#reader.at = part.lastIndex
      if (name === undefined || name === 'iff' || name === 'ifthenelse') continue
      if (name === 'fi' || name === 'else') {
        if (depth === 0) return
        if (name === 'fi') depth--
      } else depth++
    }
    this.#reader.at = this.text.length
  }

  #cite({ before, many }: KeyShape): void {
    const reader = this.#reader
    reader.match(/\*/y)
    do {
      for (let group = 0; group < before; group++) {
        reader.skipOptions(many)
        if (reader.group() === null) return
      }
      reader.skipOptions(many)
      const range = reader.group()
      if (range === null) return
      this.#keysIn(range)
    } while (many)
  }

  #keysIn(range: Range): void {
    // A comment within the braces keeps its length, so that places stay what they are.
    const text = this.#reader.slice(range).replace(/%[^\n]*/g, (part) => ' '.repeat(part.length))
    for (const found of text.matchAll(/[^,]+/g)) {
      const key = found[0].trim()
      if (key === '' || noKey.test(key)) continue
      const start = range.start + found.index + found[0].indexOf(key)
      this.#keys.push({ key, start, end: start + key.length })
    }
  }

  #file(name: string): void {
    const reader = this.#reader
    if (including.test(name)) {
      reader.skipOptions(false)
      const range = reader.group()
      const path = range === null ? reader.match(/[^\s{}\\%]+/y) : reader.slice(range).trim()
      this.#include(path, '.tex')
    } else if (importing.test(name)) {
      const [folder, file] = [this.#next(), this.#next()]
      if (folder !== null && file !== null)
        this.#include(`${folder.replace(/\/*$/, '/')}${file}`, '.tex', name.startsWith('sub'))
    } else if (name === 'documentclass' || name === 'LoadClass') {
      this.#isRoot ||= name === 'documentclass'
      this.#include(this.#next() ?? '', '.cls')
    } else if (name === 'usepackage' || name === 'RequirePackage') {
      for (const item of (this.#next() ?? '').split(',')) {
        this.#usesBiblatex ||= item.trim() === 'biblatex'
        this.#include(item.trim(), '.sty')
      }
    } else if (bibliographies.test(name)) this.#bibliography(name)
  }

  #bibliography(name: string): void {
    const reader = this.#reader
    reader.skipBlanks()
    const option = reader.optional()
    if (option !== null && /remote/.test(reader.slice(option))) return
    reader.skipBlanks()
    const range = reader.group()
    if (range === null) return
    if (name === 'addbibresource') this.#usesBiblatex = true
    const text = reader.slice(range)
    for (const found of name === 'bibliography' ? text.matchAll(/[^,]+/g) : text.matchAll(/.+/gs)) {
      const path = found[0].trim().replaceAll('"', '')
      if (path === '' || noKey.test(path) || /^[a-z]+:\/\//i.test(path)) continue
      this.#bibs.push({
        path: /\.bib$/i.test(path) ? path : `${path}.bib`,
        start: range.start + found.index
      })
    }
  }

  #next(): string | null {
    this.#reader.skipOptions(false)
    const range = this.#reader.group()
    return range === null ? null : this.#reader.slice(range).trim()
  }

  #include(written: string, extension: Inclusion['extension'], isRelative = false): void {
    const path = written.replaceAll('"', '')
    if (path === '' || noKey.test(path)) return
    this.#inclusions.push({ path, extension, isRelative })
  }
}
