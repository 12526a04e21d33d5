import lunr from 'lunr'
import type { SearchDocument } from './document'
import { fields, tokensOf, type Field } from './fields'

/** A term to look for; with `prefix`, every term that begins so; in identifiers only, or anywhere. */
export interface Clause {
  term: string
  prefix: boolean
  identifiersOnly: boolean
}

/** Where a term stands in one field: start and length, as often as it stands there. */
interface Occurrences {
  position: [number, number][]
}

/** What a document has of the clauses: term by term, field by field. */
export interface Match {
  id: number
  terms: Record<string, Partial<Record<Field, Occurrences>>>
}

/** A Lunr index of some documents. It cannot grow; documents that are out of date can be dropped from it. */
export class Tier {
  readonly #index: lunr.Index
  readonly #current: Set<number>
  /** Documents it was built of, dropped ones included. */
  readonly built: number

  constructor(index: lunr.Index, ids: Set<number>) {
    this.#index = index
    this.#current = ids
    this.built = ids.size
  }

  get size(): number {
    return this.#current.size
  }

  drop(id: number): void {
    this.#current.delete(id)
  }

  /** Documents in which at least one of the clauses is found, in no order. */
  match(clauses: readonly Clause[]): Match[] {
    const results = this.#index.query((query) => {
      for (const { term, prefix, identifiersOnly } of clauses)
        query.term(term, {
          usePipeline: false,
          wildcard: prefix ? lunr.Query.wildcard.TRAILING : lunr.Query.wildcard.NONE,
          ...(identifiersOnly ? { fields: ['identifiers'] } : {})
        })
    })
    const matches: Match[] = []
    for (const { ref, matchData } of results) {
      const id = Number(ref)
      if (this.#current.has(id)) matches.push({ id, terms: matchData.metadata as Match['terms'] })
    }
    return matches
  }
}

/** The parts of `lunr.Builder` that its published types leave out or describe wrongly. */
interface Builder {
  ref: (name: string) => void
  field: (name: string, attributes: { extractor: (document: SearchDocument) => unknown }) => void
  add: (document: SearchDocument) => void
  tokenizer: (tokens: lunr.Token[]) => lunr.Token[]
  metadataWhitelist: string[]
  readonly invertedIndex: object
  readonly fieldLengths: object
}

/** Takes in documents one by one, each once, and makes a tier of them. */
export class TierBuilder {
  readonly #builder = new lunr.Builder() as unknown as Builder
  readonly #ids = new Set<number>()

  constructor() {
    this.#builder.ref('id')
    this.#builder.metadataWhitelist = ['position']
    this.#builder.tokenizer = (tokens) => tokens
    for (const field of fields)
      this.#builder.field(field, {
        extractor: (document) =>
          tokensOf(document, field).map(
            ({ term, start, length }) => new lunr.Token(term, { position: [start, length] })
          )
      })
  }

  add(document: SearchDocument): void {
    this.#builder.add(document)
    this.#ids.add(document.id)
  }

  /**
   * The tier. Its vectors, from which Lunr would reckon scores, stay empty: scores of two indexes do
   * not compare, hence `Statistics` gives them; and they are a third of the work and of the memory.
   */
  finish(): Tier {
    const { invertedIndex, fieldLengths } = this.#builder
    const empty = new lunr.Vector([])
    const attributes = {
      invertedIndex,
      fieldVectors: Object.fromEntries(Object.keys(fieldLengths).map((ref) => [ref, empty])),
      tokenSet: tokenSetOf(Object.keys(invertedIndex).sort()),
      fields: [...fields],
      pipeline: new lunr.Pipeline()
    }
    return new Tier(new lunr.Index(attributes as unknown as lunr.Index.Attributes), this.#ids)
  }
}

function tokenSetOf(terms: string[]): lunr.TokenSet {
  // Published as a method of instances; it is one of the class.
  return (lunr.TokenSet as unknown as lunr.TokenSet).fromArray(terms)
}
