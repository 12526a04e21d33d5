import fc from 'fast-check'
import lunr from 'lunr'
import { describe, expect, it } from 'vitest'
import { Executor, type Lookup } from '../../../../src/main/search/executor'
import { InvertedIndex } from '../../../../src/main/search/inverted-index'

const fields = ['title', 'abstract', 'people'] as const
type Field = (typeof fields)[number]
type Document = Record<Field, string[]>

/** A clause as `lunr.Query` has it. */
interface Clause {
  term: string
  fields: Field[]
  boost: number
  editDistance: number
  presence: 'required' | 'optional' | 'prohibited'
}

/** Few letters, so that beginnings, patterns and misspellings lead to several words. */
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'n', 't'), minLength: 1, maxLength: 6 })
const text = fc.array(word, { minLength: 1, maxLength: 12 })
const documents = fc.array(fc.record({ title: text, abstract: text, people: text }), {
  minLength: 1,
  maxLength: 25
})
const pattern = fc.oneof(
  { weight: 3, arbitrary: word },
  word.map((start) => `${start}*`),
  word.map((end) => `*${end}`),
  fc.tuple(word, word).map(([start, end]) => `${start}*${end}`)
)
const clause: fc.Arbitrary<Clause> = fc
  .record({
    term: pattern,
    fields: fc.subarray([...fields], { minLength: 1 }),
    boost: fc.constantFrom(1, 2, 0.5, 7),
    editDistance: fc.constantFrom(0, 0, 0, 1, 2),
    presence: fc.constantFrom('required' as const, 'optional' as const, 'prohibited' as const)
  })
  // Lunr takes a wildcard for a letter where a word may be misspelt.
  .map((one) => (one.term.includes('*') ? { ...one, editDistance: 0 } : one))

function stock(all: readonly Document[]): lunr.Index {
  return lunr(function () {
    this.ref('id')
    this.pipeline.reset()
    this.searchPipeline.reset()
    for (const field of fields) this.field(field)
    for (const [id, document] of all.entries()) this.add({ id: id + 1, ...document })
  })
}

function ours(all: readonly Document[], repeated: boolean): InvertedIndex {
  const index = new InvertedIndex()
  const put = (id: number, document: Document): void => {
    index.put(
      id,
      fields.map((name, field) => {
        const terms = document[name].map((each) => index.vocabulary.intern(each, each))
        return { field, terms, places: terms.map((_, place) => place), length: terms.length }
      })
    )
  }
  for (const [at, document] of all.entries()) {
    // A paper's older states are in no segment's way.
    if (repeated) {
      put(at + 1, { title: ['older'], abstract: document.title, people: ['tab', 'nab'] })
      if (at % 3 === 0) index.segments()
    }
    put(at + 1, document)
  }
  return index
}

function termsOf(index: InvertedIndex, { term, editDistance }: Clause): Set<number> {
  return editDistance > 0
    ? index.vocabulary.near(term, editDistance)
    : index.vocabulary.matching(term)
}

/** Papers and scores as Lunr reckons them: field by field, over the length of the query's vector. */
function find(index: InvertedIndex, clauses: readonly Clause[]): Map<number, number> {
  const executor = new Executor(index)
  const all = clauses.map((one, at) => ({ ...one, terms: termsOf(index, one), parts: 1 << at }))
  const bitsOf = (presence: Clause['presence']): number =>
    all.reduce((sum, one) => sum | (one.presence === presence ? one.parts : 0), 0)
  const [required, prohibited] = [bitsOf('required'), bitsOf('prohibited')]
  const lookups = all.map((one): Lookup => {
    const mask = one.fields.reduce((sum, name) => sum | (1 << fields.indexOf(name)), 0)
    return { terms: [...one.terms], fields: mask, weight: one.boost, parts: one.parts }
  })
  const boosts = [0, 0, 0]
  const scores = new Map<number, number>()
  const { papers } = executor.run({ lookups, required, prohibited, within: null, boosts })
  for (const paper of papers) scores.set(paper, 0)
  for (const [at, name] of fields.entries()) {
    const weights = new Map<number, number>()
    for (const one of all)
      if (one.presence !== 'prohibited' && one.fields.includes(name))
        for (const term of one.terms)
          if (index.frequency(term) > 0) weights.set(term, (weights.get(term) ?? 0) + one.boost)
    const length = Math.hypot(...weights.values())
    const only = fields.map((_, field) => (field === at ? 1 : 0))
    const found = executor.run({ lookups, required, prohibited, within: null, boosts: only })
    if (length > 0)
      for (const paper of found.papers)
        scores.set(paper, (scores.get(paper) ?? 0) + (found.scores[paper] ?? 0) / length)
  }
  return scores
}

function findStock(index: lunr.Index, clauses: readonly Clause[]): Map<number, number> {
  const results = index.query((query) => {
    for (const { presence, editDistance, ...rest } of clauses)
      query.clause({
        ...rest,
        // Even none at all would make Lunr take a wildcard for a letter.
        ...(editDistance > 0 ? { editDistance } : {}),
        usePipeline: false,
        wildcard: lunr.Query.wildcard.NONE,
        presence: {
          required: lunr.Query.presence.REQUIRED,
          optional: lunr.Query.presence.OPTIONAL,
          prohibited: lunr.Query.presence.PROHIBITED
        }[presence]
      } as lunr.Query.Clause)
  })
  return new Map(results.map(({ ref, score }) => [Number(ref), score]))
}

describe('our index against lunr.Index', () => {
  it('finds the same papers with the same scores, for clauses of every kind', () => {
    fc.assert(
      fc.property(
        documents,
        fc.array(clause, { minLength: 1, maxLength: 5 }),
        fc.boolean(),
        (all, clauses, repeated) => {
          const expected = findStock(stock(all), clauses)
          const found = find(ours(all, repeated), clauses)
          expect([...found.keys()].sort()).toEqual([...expected.keys()].sort())
          // Lunr rounds the weight of each word to three places.
          for (const [id, score] of expected) expect(found.get(id)).toBeCloseTo(score, 1)
        }
      ),
      { numRuns: 1000 }
    )
  })
})
