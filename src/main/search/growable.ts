type Numbers = Int32Array | Uint16Array | Uint8Array

/** A typed array that grows as it is filled. */
export class Growable<T extends Numbers> {
  values: T
  length = 0
  readonly #make: (size: number) => T

  constructor(make: (size: number) => T, size: number) {
    this.#make = make
    this.values = make(size)
  }

  push(value: number): void {
    if (this.length === this.values.length) this.reserve(this.length + 1)
    this.values[this.length++] = value
  }

  /** Makes room for `size` values in all. */
  reserve(size: number): void {
    if (size <= this.values.length) return
    const larger = this.#make(Math.max(size, Math.ceil(this.values.length * 1.5) + 16))
    larger.set(this.values)
    this.values = larger
  }

  /** The filled part, in memory of its own. */
  trimmed(): T {
    return this.values.slice(0, this.length) as T
  }
}
