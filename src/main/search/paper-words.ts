import { HeldBytes, type Bytes } from './bytes'
import { Growable } from './growable'

/** Which words each paper has, by their numbers: as differences of a byte or so, paper behind paper. */
export class PaperWords {
  /** Those that are in a file, if there is one; those of papers that came since lie behind them. */
  #filed: Bytes
  readonly #held = new Growable((size) => new Uint8Array(size), 0)
  /** By paper: where its words begin, and 1 more so that 0 is for none. */
  #starts: Int32Array
  /** Bytes that belong to no paper any more. */
  #waste: number

  constructor(
    bytes: Bytes = new HeldBytes(new Uint8Array(0)),
    starts: Int32Array = new Int32Array(0),
    waste = 0
  ) {
    this.#filed = bytes
    this.#starts = starts
    this.#waste = waste
  }

  get #length(): number {
    return this.#filed.length + this.#held.length
  }

  /** @param words numbers in rising order, each once */
  put(paper: number, words: Int32Array): void {
    if (words.length === 0) return
    if (paper >= this.#starts.length) {
      const wider = new Int32Array(Math.ceil(paper * 1.5) + 1024)
      wider.set(this.#starts)
      this.#starts = wider
    }
    this.#held.reserve(this.#held.length + 5 * (words.length + 1))
    this.#starts[paper] = this.#length + 1
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
    const { words, end } = this.#read(start - 1)
    this.#waste += end - (start - 1)
    if (this.#waste > 1_000_000 && this.#waste > this.#length / 2) this.#tidy()
    let word = 0
    for (const distance of words) onWord((word += distance))
  }

  /** Everything, in a form that can be written to a file. */
  export(): { bytes: Uint8Array; starts: Int32Array; waste: number } {
    const bytes = new Uint8Array(this.#length)
    bytes.set(this.#filed.read(0, this.#filed.length))
    bytes.set(this.#held.trimmed(), this.#filed.length)
    return { bytes, starts: this.#starts, waste: this.#waste }
  }

  /** What was exported is there from now on. */
  readFrom(bytes: Bytes): void {
    this.close()
    this.#filed = bytes
    this.#held.values = new Uint8Array(0)
    this.#held.length = 0
  }

  close(): void {
    this.#filed.close()
  }

  #write(value: number): void {
    const { values } = this.#held
    let rest = value
    while (rest > 127) {
      values[this.#held.length++] = (rest & 127) | 128
      rest >>>= 7
    }
    values[this.#held.length++] = rest
  }

  /** The differences of the words that begin at a place, and where the next paper's begin. */
  #read(from: number): { words: Int32Array; end: number } {
    const first = decode(this.#bytesFrom(from, 1), 1)
    const { values, end } = decode(
      this.#bytesFrom(from + first.end, first.values[0] ?? 0),
      first.values[0] ?? 0
    )
    return { words: values, end: from + first.end + end }
  }

  /** As many bytes as so many numbers may take, or all there are. */
  #bytesFrom(from: number, numbers: number): Uint8Array {
    const [filed, held] = [this.#filed.length, this.#held]
    if (from < filed) return this.#filed.read(from, Math.min(filed, from + 5 * numbers))
    return held.values.subarray(from - filed, Math.min(held.length, from - filed + 5 * numbers))
  }

  #tidy(): void {
    const former = this.export().bytes
    const kept = new Uint8Array(former.length - this.#waste)
    let at = 0
    for (const [paper, start] of this.#starts.entries()) {
      if (start === 0) continue
      const { end } = this.#read(start - 1)
      kept.set(former.subarray(start - 1, end), at)
      this.#starts[paper] = at + 1
      at += end - (start - 1)
    }
    this.readFrom(new HeldBytes(kept.subarray(0, at)))
    this.#waste = 0
  }
}

function decode(bytes: Uint8Array, count: number): { values: Int32Array; end: number } {
  const values = new Int32Array(count)
  let at = 0
  for (let one = 0; one < count; one++) {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0
      value |= (byte & 127) << shift
      if (byte < 128) break
    }
    values[one] = value
  }
  return { values, end: at }
}
