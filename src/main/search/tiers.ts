import { setImmediate } from 'node:timers/promises'
import type { SearchDocument } from './document'
import { TierBuilder, type Clause, type Match, type Tier } from './tier'

/** Fresh documents become a tier of their own when they are so many, about 50 ms of work. */
const sealedAt = 128
/** All are put into one tier when so many, and so large a share of all, are not in the first. */
const strayLeast = 64
const strayShare = 0.08
/** Documents taken in before others get a turn, about ten milliseconds of work. */
const batch = 20

/**
 * The Lunr indexes of a library. An index cannot change: there is a big one, there are small ones of
 * what came since, and one of the latest changes, which is built when it is next asked. In each a
 * document is current, or dropped because a later one holds it.
 */
export class Tiers {
  /** The library as it should be searched; whoever changes it tells `change`. */
  readonly #documents: ReadonlyMap<number, SearchDocument>
  #sealed: Tier[] = []
  readonly #fresh = new Map<number, SearchDocument>()
  /** Of `#fresh`; undefined when that has changed since. */
  #latest: Tier | undefined
  /** Ids changed or removed since the rebuild under way began. */
  readonly #changedMeanwhile = new Set<number>()
  #rebuilding: Promise<void> | undefined

  constructor(documents: ReadonlyMap<number, SearchDocument>) {
    this.#documents = documents
  }

  /** Takes note that documents came, changed or went. */
  change(ids: readonly number[]): void {
    for (const id of ids) {
      for (const tier of this.#sealed) tier.drop(id)
      this.#changedMeanwhile.add(id)
      const document = this.#documents.get(id)
      if (document) this.#fresh.set(id, document)
      else this.#fresh.delete(id)
    }
    this.#latest = undefined
    if (this.#fresh.size >= sealedAt) this.#seal()
  }

  match(clauses: readonly Clause[]): Match[] {
    this.#latest ??= this.#buildFresh()
    return [...this.#sealed, this.#latest].flatMap((tier) => tier.match(clauses))
  }

  /**
   * Puts all into one tier if too much is elsewhere, by and by: queries and changes may come in
   * between, and the old tiers answer until the new one is done.
   */
  async settle(): Promise<void> {
    while (this.#rebuilding) await this.#rebuilding
    const [first] = this.#sealed
    const stray = this.#documents.size - (first?.size ?? 0)
    const dropped = this.#sealed.reduce((sum, tier) => sum + tier.built - tier.size, 0)
    if (stray + dropped < Math.max(strayLeast, strayShare * this.#documents.size)) return
    this.#rebuilding = this.#rebuild().finally(() => {
      this.#rebuilding = undefined
    })
    await this.#rebuilding
  }

  async #rebuild(): Promise<void> {
    this.#seal()
    const old = new Set(this.#sealed)
    this.#changedMeanwhile.clear()
    const builder = new TierBuilder()
    for (const [index, document] of [...this.#documents.values()].entries()) {
      builder.add(document)
      if (index % batch === batch - 1) await setImmediate()
    }
    const tier = builder.finish()
    for (const id of this.#changedMeanwhile) tier.drop(id)
    this.#sealed = [tier, ...this.#sealed.filter((other) => !old.has(other))]
  }

  #seal(): void {
    if (this.#fresh.size === 0) return
    this.#sealed.push(this.#latest ?? this.#buildFresh())
    this.#fresh.clear()
    this.#latest = undefined
  }

  #buildFresh(): Tier {
    const builder = new TierBuilder()
    for (const document of this.#fresh.values()) builder.add(document)
    return builder.finish()
  }
}
