/**
 * Which terms there is something of, a bit each, and as the how manieth: what there is of them then needs no row for
 * each of the others, of which a segment of few papers knows very many.
 */
export class TermRows {
  /** By 32 terms: how many terms there are before them. */
  readonly #before: Int32Array

  constructor(readonly bits: Int32Array) {
    this.#before = new Int32Array(bits.length)
    let count = 0
    for (const [at, word] of bits.entries()) {
      this.#before[at] = count
      count += bitCount(word)
    }
  }

  /** The terms that are there, in rising order. */
  *[Symbol.iterator](): Generator<number> {
    for (let at = 0; at < this.bits.length; at++)
      for (let rest = this.bits[at] ?? 0; rest !== 0; rest &= rest - 1)
        yield at * 32 + 31 - Math.clz32(rest & -rest)
  }

  /** Of no more terms than these it can have one. */
  get limit(): number {
    return this.bits.length * 32
  }

  /** The row of a term, -1 for one that is not there. */
  of(term: number): number {
    const word = this.bits[term >>> 5] ?? 0
    const bit = 1 << (term & 31)
    return (word & bit) === 0 ? -1 : (this.#before[term >>> 5] ?? 0) + bitCount(word & (bit - 1))
  }
}

function bitCount(word: number): number {
  let rest = word - ((word >>> 1) & 0x55555555)
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333)
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
