import { isWithinEdits } from './edits'
import { WordList } from './word-list'

/** New words are put in order with the others when there are so many. */
const mostFresh = 2048

/** Stands behind a word that is found as it is, being of a language whose stems are not known. */
const wholeMark = '\u0001'
/** Stands before a stem that is no word of the library itself, where no typed word leads. */
const stemMark = '\u0001'
/** The first place in order that a word can have. */
const firstWord = '\u0002'

/** Signs that words begin with, a bit for each of 32 groups of them. */
export interface Initials {
  first: number
  second: number
}

/** Whether a word can be one of those that begin so. */
export function fits(word: string, { first, second }: Initials): boolean {
  return (first & bitAt(word, 0)) !== 0 && (second & bitAt(word, 1)) !== 0
}

function bitAt(word: string, at: number): number {
  return bitOf(at < word.length ? word.charCodeAt(at) : -1)
}

/** The bit of a sign; -1 for none. */
function bitOf(code: number): number {
  // The mark behind a word is none of its signs.
  return 1 << (code <= 1 ? 0 : code & 31)
}

/** A vocabulary taken apart. */
export interface VocabularyParts {
  /** In UTF-8, with a line feed behind each. */
  words: Uint8Array
  values: Int32Array
  ids: Int32Array
  uses: Int32Array
  size: number
}

/**
 * The words of a library and the terms they are found under, by number. Words of one stem (`learning`,
 * `learns`) share a term, whichever came first. Terms are never given up, only left unused.
 */
export class Vocabulary {
  #words = WordList.of([])
  /** Of each word: twice its term, and one more for a word that is its own stem. */
  #values: Int32Array = new Int32Array(0)
  /** For each of `#words`, which letters and digits it has; made when first wanted. */
  #letters: Int32Array | null = null
  /** Of each word: its own number, which it keeps. */
  #ids: Int32Array = new Int32Array(0)
  /** Words that came since, not in order. */
  #fresh = new Map<string, number>()
  readonly #freshIds = new Map<string, number>()
  #size = 0
  #idCount = 0
  /** By word: how many papers have it, -1 for one that papers had and have no more. */
  #uses: Int32Array = new Int32Array(0)
  /** How many words no paper has any more. */
  #gone = 0
  /** Rises when terms are numbered anew. */
  generation = 0
  /** By term: with which signs its words begin, a bit for each; made when first wanted. */
  #initials: { first: Uint32Array; second: Uint32Array } | null = null
  /** By term: the turn in which it was taken last, so that each is taken once. */
  #taken = new Int32Array(0)
  #turn = 0

  /** How many terms there are; their numbers are 0 up to this. */
  get size(): number {
    return this.#size
  }

  /** How many words there are. */
  get wordCount(): number {
    return this.#words.length + this.#fresh.size
  }

  /** The term of a word, or -1 for one that is not known. */
  termOf(word: string): number {
    return this.#valueOf(word) >> 1
  }

  /** The term of the words of a stem, or -1. */
  termOfStem(stem: string): number {
    const marked = this.#valueOf(stemMark + stem)
    if (marked !== -1) return marked >> 1
    const value = this.#valueOf(stem)
    return value !== -1 && (value & 1) === 1 ? value >> 1 : -1
  }

  /** The term of a word that is found as it is, or -1. */
  termOfWhole(word: string): number {
    return this.#valueOf(wholeWord(word)) >> 1
  }

  /** The term of a word, which is made known if it is not. Neither has lone surrogates. */
  intern(word: string, stem: string): number {
    const known = this.#valueOf(word)
    if (known !== -1) return known >> 1
    let term = this.termOfStem(stem)
    if (term === -1) {
      term = this.#size++
      if (word !== stem) this.#keep(stemMark + stem, term << 1)
    }
    this.#keep(word, (term << 1) | (word === stem ? 1 : 0))
    return term
  }

  /** The number of a word that is known; it stays whatever happens. */
  idOf(word: string): number {
    const at = this.#words.indexOf(word)
    return at === -1 ? (this.#freshIds.get(word) ?? -1) : (this.#ids[at] ?? -1)
  }

  /** One paper more has a word, by its number, or one less: what no paper has is no completion of anything. */
  use(id: number, change: 1 | -1): void {
    const uses = Math.max(0, this.#uses[id] ?? 0) + change
    if (this.#uses[id] === -1) this.#gone--
    if (uses === 0) this.#gone++
    this.#uses[id] = uses === 0 ? -1 : uses
  }

  #keep(word: string, value: number): void {
    this.#fresh.set(word, value)
    if (this.#initials !== null) noteInitials(this.#initials, word, value >> 1)
    if (this.#idCount === this.#uses.length) {
      const wider = new Int32Array(Math.ceil(this.#uses.length * 1.5) + 1024)
      wider.set(this.#uses)
      this.#uses = wider
    }
    this.#freshIds.set(word, this.#idCount++)
  }

  /** Whether no paper has a word any more. */
  #isGone(at: number): boolean {
    return this.#uses[this.#ids[at] ?? 0] === -1
  }

  #isFreshGone(word: string): boolean {
    return this.#uses[this.#freshIds.get(word) ?? 0] === -1
  }

  /** Puts words that came since among the others; to be called now and then. */
  settle(force = false): void {
    if (this.#fresh.size < (force ? 1 : mostFresh)) return
    const added = [...this.#fresh.keys()].sort(byCodeUnits)
    const values = new Int32Array(this.#words.length + added.length)
    const ids = new Int32Array(values.length)
    let to = 0
    this.#words = this.#words.with(WordList.of(added), (isAdded, at) => {
      const word = added[at] ?? ''
      values[to] = (isAdded ? this.#fresh.get(word) : this.#values[at]) ?? -1
      ids[to++] = (isAdded ? this.#freshIds.get(word) : this.#ids[at]) ?? -1
    })
    this.#values = values
    this.#ids = ids
    this.#letters = null
    this.#fresh.clear()
    this.#freshIds.clear()
  }

  /** The terms of words that begin with `prefix`, each once. */
  beginningWith(prefix: string): Int32Array {
    const [from, to] = this.#words.range(prefix)
    const terms = new Int32Array(to - from + this.#fresh.size)
    if (this.#taken.length < this.#size) this.#taken = new Int32Array(this.#size + 1024)
    const [taken, turn] = [this.#taken, ++this.#turn]
    let count = 0
    const take = (term: number): void => {
      if (taken[term] === turn) return
      taken[term] = turn
      terms[count++] = term
    }
    if (this.#gone === 0) for (let at = from; at < to; at++) take((this.#values[at] ?? 0) >> 1)
    else
      for (let at = from; at < to; at++) if (!this.#isGone(at)) take((this.#values[at] ?? 0) >> 1)
    for (const [word, value] of this.#fresh)
      if (word.startsWith(prefix) && !this.#isFreshGone(word)) take(value >> 1)
    return terms.subarray(0, count)
  }

  /** The terms of words that fit a pattern, in which `*` stands for any signs or none. */
  matching(pattern: string): Set<number> {
    const [head = '', ...rest] = pattern.split('*')
    const tail = rest.pop()
    if (tail === undefined) {
      const term = this.termOf(head)
      return new Set(term === -1 ? [] : [term])
    }
    const fits = (word: string): boolean => {
      if (!word.startsWith(head) || word.length < head.length + tail.length) return false
      let at = head.length
      for (const part of rest) {
        const found = word.indexOf(part, at)
        if (found === -1) return false
        at = found + part.length
      }
      return word.length - tail.length >= at && word.endsWith(tail)
    }
    const terms = new Set<number>()
    const [from, to] = this.#words.range(head)
    // Of all words those that have the letters are looked at.
    const letters = head === '' ? this.#lettersOfWords() : null
    const wanted = lettersOf(pattern.replaceAll('*', ''))
    for (let at = Math.max(from, this.#words.from(firstWord)); at < to; at++) {
      if (letters !== null && (wanted & ~(letters[at] ?? 0)) !== 0) continue
      if (fits(bare(this.#words.at(at))) && !this.#isGone(at))
        terms.add((this.#values[at] ?? 0) >> 1)
    }
    for (const [word, value] of this.#fresh)
      if (word >= firstWord && fits(bare(word)) && !this.#isFreshGone(word)) terms.add(value >> 1)
    return terms
  }

  /**
   * The terms of words that are a typed word but for so many edits: a letter too many, missing, wrong, or
   * swapped with its neighbour. With `unfinished`, of words some beginning of which is so.
   */
  near(typed: string, edits: number, unfinished = false): Set<number> {
    const terms = new Set<number>()
    const letters = this.#lettersOfWords()
    const wanted = lettersOf(typed)
    for (let at = this.#words.from(firstWord); at < letters.length; at++) {
      const present = letters[at] ?? 0
      // Each edit brings in at most one letter that is not there, and leaves out at most one.
      if (bits(wanted & ~present) > edits) continue
      if (!unfinished && bits(present & ~wanted) > edits) continue
      const word = bare(this.#words.at(at))
      if (isWithinEdits(typed, word, edits, unfinished) && !this.#isGone(at))
        terms.add((this.#values[at] ?? 0) >> 1)
    }
    for (const [word, value] of this.#fresh)
      if (
        word >= firstWord &&
        isWithinEdits(typed, bare(word), edits, unfinished) &&
        !this.#isFreshGone(word)
      )
        terms.add(value >> 1)
    return terms
  }

  /**
   * All terms in the order of their words. Terms that words near to each other have then lie near to each
   * other too, which is what makes beginnings quick.
   */
  inOrder(): Int32Array {
    this.settle(true)
    const order = new Int32Array(this.#size)
    const isTaken = new Uint8Array(this.#size)
    let count = 0
    for (const value of this.#values) {
      const term = value >> 1
      if (isTaken[term] === 1) continue
      isTaken[term] = 1
      order[count++] = term
    }
    return order
  }

  /** Numbers terms anew: `numbers` has the new number of each; those behind its end keep theirs. */
  renumber(numbers: Int32Array): void {
    this.settle(true)
    this.#values = this.#values.map((value) => {
      const term = value >> 1
      return ((numbers[term] ?? term) << 1) | (value & 1)
    })
    this.#turn = 0
    this.#taken = new Int32Array(0)
    this.#initials = null
    this.generation++
  }

  /** With what the words of some terms begin: most of a text's words are told by it not to be among them. */
  initialsOf(terms: ArrayLike<number>): Initials {
    const { first, second } = (this.#initials ??= this.#allInitials())
    const all = { first: 0, second: 0 }
    for (let at = 0; at < terms.length; at++) {
      all.first |= first[terms[at] ?? 0] ?? 0
      all.second |= second[terms[at] ?? 0] ?? 0
    }
    return all
  }

  #allInitials(): { first: Uint32Array; second: Uint32Array } {
    const room = Math.ceil(this.#size * 1.2) + 1024
    const initials = { first: new Uint32Array(room), second: new Uint32Array(room) }
    const words = this.#words
    for (let at = 0; at < words.length; at++) {
      const term = (this.#values[at] ?? 0) >> 1
      note(initials, term, bitOf(words.codeAt(at, 0)), bitOf(words.codeAt(at, 1)))
    }
    for (const [word, value] of this.#fresh) noteInitials(initials, word, value >> 1)
    return initials
  }

  /** By term: the word that most papers have of it; empty where no paper has one any more. */
  spoken(): string[] {
    const words = new Array<string>(this.#size).fill('')
    const most = new Int32Array(this.#size)
    const isMost = (id: number, term: number): boolean => {
      const uses = this.#uses[id] ?? 0
      if (uses <= (most[term] ?? 0)) return false
      most[term] = uses
      return true
    }
    for (let at = this.#words.from(firstWord); at < this.#words.length; at++) {
      const term = (this.#values[at] ?? 0) >> 1
      if (isMost(this.#ids[at] ?? 0, term)) words[term] = bare(this.#words.at(at))
    }
    for (const [word, value] of this.#fresh)
      if (word >= firstWord && isMost(this.#freshIds.get(word) ?? 0, value >> 1))
        words[value >> 1] = bare(word)
    return words
  }

  /** Everything, in a form that can be written to a file. */
  export(): VocabularyParts {
    this.settle(true)
    return {
      words: this.#words.text,
      ...{ values: this.#values, ids: this.#ids },
      uses: this.#uses.slice(0, this.#idCount),
      size: this.#size
    }
  }

  static from({ words, values, ids, uses, size }: VocabularyParts): Vocabulary {
    const vocabulary = new Vocabulary()
    vocabulary.#words = new WordList(words)
    vocabulary.#values = values
    vocabulary.#ids = ids
    vocabulary.#uses = uses
    vocabulary.#idCount = uses.length
    for (const count of uses) if (count === -1) vocabulary.#gone++
    vocabulary.#size = size
    return vocabulary
  }

  #valueOf(word: string): number {
    const at = this.#words.indexOf(word)
    return at === -1 ? (this.#fresh.get(word) ?? -1) : (this.#values[at] ?? -1)
  }

  #lettersOfWords(): Int32Array {
    this.#letters ??= Int32Array.from({ length: this.#words.length }, (_, at) =>
      lettersOf(bare(this.#words.at(at)))
    )
    return this.#letters
  }
}

/** A word that is found as it is, as the vocabulary has it; it is its own stem. */
export function wholeWord(word: string): string {
  return word + wholeMark
}

/** A word as it is typed. */
function bare(word: string): string {
  return word.charCodeAt(word.length - 1) === 1 ? word.slice(0, -1) : word
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** A bit for each letter that a word has; all that is no `a`–`z` shares a few bits. */
function lettersOf(word: string): number {
  let letters = 0
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at)
    letters |= 1 << (code >= 97 && code <= 122 ? code - 97 : 26 + (code % 6))
  }
  return letters
}

function bits(set: number): number {
  let rest = set
  let count = 0
  while (rest !== 0) {
    rest &= rest - 1
    count++
  }
  return count
}

function noteInitials(
  initials: { first: Uint32Array; second: Uint32Array },
  word: string,
  term: number
): void {
  note(initials, term, bitAt(word, 0), bitAt(word, 1))
}

function note(
  initials: { first: Uint32Array; second: Uint32Array },
  term: number,
  first: number,
  second: number
): void {
  if (term >= initials.first.length)
    for (const name of ['first', 'second'] as const) {
      const wider = new Uint32Array(Math.ceil(term * 1.2) + 1024)
      wider.set(initials[name])
      initials[name] = wider
    }
  initials.first[term] = (initials.first[term] ?? 0) | first
  initials.second[term] = (initials.second[term] ?? 0) | second
}
