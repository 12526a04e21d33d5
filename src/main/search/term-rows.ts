/**
 * Which terms there is something of, a bit each, and as the how manieth: what there is of them then needs no row for
 * each of the others, of which a segment of few papers knows very many.
 */
export class TermRows {
  /** By 32 terms: a bit for each that is there, then how many are there before them. */
  constructor(readonly pairs: Int32Array) {}

  /** The terms that are there, in rising order. */
  *[Symbol.iterator](): Generator<number> {
    for (let at = 0; at < this.pairs.length; at += 2)
      for (let rest = this.pairs[at] ?? 0; rest !== 0; rest &= rest - 1)
        yield at * 16 + 31 - Math.clz32(rest & -rest)
  }

  /** Of no more terms than these it can have one. */
  get limit(): number {
    return this.pairs.length * 16
  }

  /** The row of a term, -1 for one that is not there. */
  of(term: number): number {
    const at = (term >>> 5) * 2
    const bits = this.pairs[at] ?? 0
    const bit = 1 << (term & 31)
    return (bits & bit) === 0 ? -1 : (this.pairs[at + 1] ?? 0) + bitCount(bits & (bit - 1))
  }
}

export class TermRowsBuilder {
  readonly #pairs: Int32Array

  constructor(termCount: number) {
    this.#pairs = new Int32Array(Math.ceil(termCount / 32) * 2)
  }

  add(term: number): void {
    const at = (term >>> 5) * 2
    this.#pairs[at] = (this.#pairs[at] ?? 0) | (1 << (term & 31))
  }

  built(): TermRows {
    const pairs = this.#pairs
    for (let at = 0, count = 0; at < pairs.length; at += 2) {
      pairs[at + 1] = count
      count += bitCount(pairs[at] ?? 0)
    }
    return new TermRows(pairs)
  }
}

function bitCount(word: number): number {
  let rest = word - ((word >>> 1) & 0x55555555)
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333)
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
