import { randomUUID } from 'node:crypto'

/** So many are kept: the window may still be asking for the one before. */
const mostKept = 3

/**
 * Pages that the window shows in a frame in which nothing is run or fetched: digests, as they will look.
 * Each is there for whoever was told its token, until newer ones take its place.
 */
export class ShownPages {
  readonly #pages = new Map<string, string>()

  /** Gives the token of a page. */
  show(html: string): string {
    const token = randomUUID()
    this.#pages.set(token, html)
    for (const old of [...this.#pages.keys()].slice(0, -mostKept)) this.#pages.delete(old)
    return token
  }

  get(token: string): string | null {
    return this.#pages.get(token) ?? null
  }
}
