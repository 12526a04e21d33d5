const newLine = 10
const encoder = new TextEncoder()

/** Words in rising order of their UTF-16 code units, all in one array of bytes: a string for each would take thrice that. */
export class WordList {
  /** Where each word begins; the sign before that is no part of any. */
  readonly #starts: Int32Array
  readonly #text: Buffer
  /** What is looked for, in UTF-8. */
  #sought = new Uint8Array(256)
  #soughtLength = 0

  /** Of words in their order, in UTF-8, with a line feed behind each. */
  constructor(private readonly bytes: Uint8Array) {
    let count = 0
    for (const byte of bytes) if (byte === newLine) count++
    this.#starts = new Int32Array(count + 1)
    let word = 0
    for (let at = 0; at < bytes.length; at++)
      if (bytes[at] === newLine) this.#starts[++word] = at + 1
    this.#text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  }

  /** Of words in their order, without lone surrogates. */
  static of(sorted: readonly string[]): WordList {
    return new WordList(encoder.encode(sorted.length === 0 ? '' : `${sorted.join('\n')}\n`))
  }

  get length(): number {
    return this.#starts.length - 1
  }

  /** Everything, in a form that can be written to a file. */
  get text(): Uint8Array {
    return this.bytes
  }

  at(index: number): string {
    return this.#text.toString('utf8', this.#starts[index] ?? 0, this.#endOf(index))
  }

  /** A code unit of a word, -1 behind its end. */
  codeAt(index: number, at: number): number {
    const [from, end] = [this.#starts[index] ?? 0, this.#endOf(index)]
    for (let byte = from; byte < end && byte <= from + at; byte++)
      if ((this.bytes[byte] ?? 0) > 127) {
        const code = this.at(index).charCodeAt(at)
        return Number.isNaN(code) ? -1 : code
      }
    return from + at < end ? (this.bytes[from + at] ?? 0) : -1
  }

  /** The place of a word, or -1. */
  indexOf(word: string): number {
    if (this.length === 0) return -1
    const at = this.from(word)
    return at < this.length && this.#compare(at) === 0 ? at : -1
  }

  /** Where a word stands, or would stand. */
  from(word: string): number {
    this.#seek(word)
    return this.#firstFrom(0, (compared) => compared >= 0)
  }

  /** Where the words that begin so stand. */
  range(prefix: string): [from: number, to: number] {
    const from = this.from(prefix)
    return [from, this.#firstFrom(from, (compared, isBeginning) => compared > 0 && !isBeginning)]
  }

  /**
   * These words and those of another list, which has none of these, in order. `source` is told of each whether it is of
   * the other, and its place there.
   */
  with(other: WordList, source: (isOther: boolean, index: number) => void): WordList {
    const bytes = new Uint8Array(this.bytes.length + other.bytes.length)
    let to = 0
    const take = (list: WordList, from: number, end: number): void => {
      const some = list.bytes.subarray(list.#starts[from] ?? 0, list.#starts[end] ?? 0)
      bytes.set(some, to)
      to += some.length
      for (let index = from; index < end; index++) source(list === other, index)
    }
    let own = 0
    let taken = 0
    for (let index = 0; index < other.length; index++) {
      const from = own
      while (own < this.length && this.#isBefore(own, other, index)) own++
      if (own === from) continue
      take(other, taken, index)
      take(this, from, own)
      taken = index
    }
    take(other, taken, other.length)
    take(this, own, this.length)
    return new WordList(bytes)
  }

  #endOf(index: number): number {
    return (this.#starts[index + 1] ?? 1) - 1
  }

  #seek(word: string): void {
    if (this.#sought.length < 3 * word.length) this.#sought = new Uint8Array(6 * word.length)
    this.#soughtLength = encoder.encodeInto(word, this.#sought).written
  }

  #firstFrom(from: number, is: (compared: number, isBeginning: boolean) => boolean): number {
    let low = from
    let high = this.length
    while (low < high) {
      const middle = (low + high) >> 1
      const compared = this.#compare(middle)
      if (is(compared, compared === beginsSo)) high = middle
      else low = middle + 1
    }
    return low
  }

  /** Below 0 for a word before what is looked for, 0 for that itself; of those behind it `beginsSo` for what begins with it. */
  #compare(index: number): number {
    const { bytes } = this
    const sought = this.#sought
    const end = this.#endOf(index)
    let byte = this.#starts[index] ?? 0
    for (let at = 0; at < this.#soughtLength; at++, byte++) {
      if (byte >= end) return -1
      const own = bytes[byte] ?? 0
      const other = sought[at] ?? 0
      if (own !== other) return compareBytes(own, other) < 0 ? -1 : 1
    }
    return byte === end ? 0 : beginsSo
  }

  #isBefore(index: number, other: WordList, otherIndex: number): boolean {
    const [end, otherEnd] = [this.#endOf(index), other.#endOf(otherIndex)]
    let [at, otherAt] = [this.#starts[index] ?? 0, other.#starts[otherIndex] ?? 0]
    for (; at < end && otherAt < otherEnd; at++, otherAt++) {
      const own = this.bytes[at] ?? 0
      const others = other.bytes[otherAt] ?? 0
      if (own !== others) return compareBytes(own, others) < 0
    }
    return otherAt < otherEnd
  }
}

const beginsSo = 2

/** How two different bytes at one place order words by UTF-16: what surrogates stand for comes before U+E000 there. */
function compareBytes(a: number, b: number): number {
  return a > 0xed && b > 0xed ? ((a - 0xf0) & 0xff) - ((b - 0xf0) & 0xff) : a - b
}
