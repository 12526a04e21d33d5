import { Growable } from './growable'

/** Which words each paper has, by their numbers: as differences of a byte or so, paper behind paper. */
export class PaperWords {
  readonly #bytes: Growable<Uint8Array>
  /** By paper: where its words begin, and 1 more so that 0 is for none. */
  #starts: Int32Array
  /** Bytes that belong to no paper any more. */
  #waste: number

  constructor(
    bytes: Uint8Array = new Uint8Array(0),
    starts: Int32Array = new Int32Array(0),
    waste = 0
  ) {
    this.#bytes = new Growable((size) => new Uint8Array(size), 0)
    this.#bytes.values = bytes
    this.#bytes.length = bytes.length
    this.#starts = starts
    this.#waste = waste
  }

  /** @param words numbers in rising order, each once */
  put(paper: number, words: Int32Array): void {
    if (words.length === 0) return
    if (paper >= this.#starts.length) {
      const wider = new Int32Array(Math.ceil(paper * 1.5) + 1024)
      wider.set(this.#starts)
      this.#starts = wider
    }
    this.#bytes.reserve(this.#bytes.length + 5 * (words.length + 1))
    this.#starts[paper] = this.#bytes.length + 1
    this.#write(words.length)
    let last = 0
    for (const word of words) {
      this.#write(word - last)
      last = word
    }
  }

  /** Forgets the words of a paper; is told each of them. */
  take(paper: number, onWord: (word: number) => void): void {
    const start = this.#starts[paper] ?? 0
    if (start === 0) return
    this.#starts[paper] = 0
    this.#waste += this.#read(start - 1, onWord) - (start - 1)
    if (this.#waste > 1_000_000 && this.#waste > this.#bytes.length / 2) this.#tidy()
  }

  /** Everything, in a form that can be written to a file. */
  export(): { bytes: Uint8Array; starts: Int32Array; waste: number } {
    return { bytes: this.#bytes.trimmed(), starts: this.#starts, waste: this.#waste }
  }

  #write(value: number): void {
    const { values } = this.#bytes
    let rest = value
    while (rest > 127) {
      values[this.#bytes.length++] = (rest & 127) | 128
      rest >>>= 7
    }
    values[this.#bytes.length++] = rest
  }

  /** Gives where the next paper's words begin. */
  #read(from: number, onWord: (word: number) => void): number {
    const { values } = this.#bytes
    let at = from
    const next = (): number => {
      let value = 0
      for (let shift = 0; ; shift += 7) {
        const byte = values[at++] ?? 0
        value |= (byte & 127) << shift
        if (byte < 128) return value
      }
    }
    let word = 0
    for (let left = next(); left > 0; left--) onWord((word += next()))
    return at
  }

  #tidy(): void {
    const former = this.#bytes.values
    const papers = [...this.#starts.keys()].filter((paper) => this.#starts[paper] !== 0)
    const ends = papers.map((paper) => this.#read((this.#starts[paper] ?? 0) - 1, () => undefined))
    const kept = new Uint8Array(this.#bytes.length - this.#waste)
    let at = 0
    for (const [index, paper] of papers.entries()) {
      const start = (this.#starts[paper] ?? 0) - 1
      kept.set(former.subarray(start, ends[index]), at)
      this.#starts[paper] = at + 1
      at += (ends[index] ?? 0) - start
    }
    this.#bytes.values = kept
    this.#bytes.length = at
    this.#waste = 0
  }
}
