/** Runs calls of which only the newest counts: an older one's result comes back as undefined. */
export class Latest {
  #newest = 0

  async run<T>(call: () => Promise<T>): Promise<T | undefined> {
    const mine = ++this.#newest
    try {
      const value = await call()
      return mine === this.#newest ? value : undefined
    } catch (error) {
      if (mine === this.#newest) throw error
      return undefined
    }
  }
}
