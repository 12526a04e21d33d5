import type { SearchDocument } from './document'
import { fieldBoosts, fields, tokensOf, type Field } from './fields'

/** Lunr's constants of BM25. */
const k1 = 1.2
const b = 0.75

interface FieldTotal {
  words: number
  documents: number
}

/**
 * What ranking needs to know of the whole library. It is kept apart from the indexes, so that a
 * paper scores the same whichever of them holds it.
 */
export class Statistics {
  /** Every word seen so far, folded, with the term it is found under. */
  readonly vocabulary = new Map<string, string>()
  readonly #documentsWith = new Map<string, number>()
  readonly #rarities = new Map<string, number>()
  readonly #lengths = new Map<number, Map<Field, number>>()
  readonly #totals = new Map<Field, FieldTotal>(
    fields.map((field) => [field, { words: 0, documents: 0 }])
  )

  add(document: SearchDocument): void {
    this.#count(document, 1)
  }

  /** `document` must be what was added. */
  remove(document: SearchDocument): void {
    this.#count(document, -1)
    this.#lengths.delete(document.id)
  }

  /** How much it tells that a term is there at all: BM25's inverse document frequency. */
  rarity(term: string): number {
    let rarity = this.#rarities.get(term)
    if (rarity === undefined) {
      const documents = this.#lengths.size
      const having = this.#documentsWith.get(term) ?? 0
      rarity = Math.log(1 + (documents - having + 0.5) / (having + 0.5))
      this.#rarities.set(term, rarity)
    }
    return rarity
  }

  /** BM25's part for how often a term stands in a field, long fields damped, times the field's boost. */
  density(id: number, field: Field, frequency: number): number {
    const total = this.#totals.get(field)
    const average = total && total.documents > 0 ? total.words / total.documents : 1
    const length = this.#lengths.get(id)?.get(field) ?? average
    const damping = k1 * (1 - b + b * (length / average))
    return (fieldBoosts[field] * (k1 + 1) * frequency) / (damping + frequency)
  }

  #count(document: SearchDocument, sign: 1 | -1): void {
    this.#rarities.clear()
    const terms = new Set<string>()
    const lengths = new Map<Field, number>()
    for (const field of fields) {
      const tokens = tokensOf(document, field)
      if (tokens.length === 0) continue
      lengths.set(field, tokens.length)
      const total = this.#totals.get(field)
      if (total) {
        total.words += sign * tokens.length
        total.documents += sign
      }
      for (const { term, surface } of tokens) {
        terms.add(term)
        if (surface !== '') this.vocabulary.set(surface, term)
      }
    }
    for (const term of terms) {
      const count = (this.#documentsWith.get(term) ?? 0) + sign
      if (count > 0) this.#documentsWith.set(term, count)
      else this.#documentsWith.delete(term)
    }
    this.#lengths.set(document.id, lengths)
  }
}
