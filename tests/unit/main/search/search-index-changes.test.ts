import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SearchDocument } from '../../../../src/main/search/document'
import { InvertedIndex } from '../../../../src/main/search/inverted-index'
import { SearchIndex } from '../../../../src/main/search/search-index'
import { found, indexIn, indexOf, paper } from './papers'

const limit = 10_000
const words = 'graph map causal model erasure concept diffusion poincaré learning learned'.split(
  ' '
)

describe('changes to a library', () => {
  it('replace what a paper was found by', () => {
    const index = indexOf(paper(1, { title: 'Old title', tags: ['later'] }))
    index.update([paper(1, { title: 'New name' })], [])
    expect(found(index, 'old')).toEqual([])
    expect(found(index, 'later')).toEqual([])
    expect(found(index, 'new name')).toEqual([1])
    expect(index.size).toBe(1)
  })

  it('leave no word behind that a beginning, a pattern or a near word would lead to', () => {
    // One stem: the second is found by it all the same, but not by what only the first begins with.
    const index = indexOf(paper(1, { title: 'A sky' }), paper(2, { title: 'Of skies' }))
    expect(found(index, 'sky').sort()).toEqual([1, 2])
    index.update([], [1])
    expect(found(index, 'sky')).toEqual([2])
    for (const text of ['*ky', 'sky*', 'skx~'])
      expect([text, found(index, text)]).toEqual([
        text,
        found(indexOf(paper(2, { title: 'Of skies' })), text)
      ])
    index.update([paper(3, { title: 'Sky again' })], [])
    expect(found(index, '*ky').sort()).toEqual([2, 3])
  })

  it('never bring a removed paper back', async () => {
    const index = indexOf(...manyPapers(300))
    index.update([], [7])
    expect(found(index, nameOf(7))).toEqual([])
    const settling = index.settle()
    index.update([], [8, 8, 999])
    await settling
    await index.settle()
    expect(found(index, nameOf(7))).toEqual([])
    expect(found(index, nameOf(8))).toEqual([])
    index.update([paper(7, { title: `${nameOf(7)} again` })], [])
    expect(found(index, `${nameOf(7)} again`)).toEqual([7])
    expect(index.size).toBe(299)
  })

  it('are found while the index is put in order, and after', async () => {
    const index = new SearchIndex(() => new Map(), new InvertedIndex(50))
    for (let from = 0; from < 2100; from += 300) {
      index.update(manyPapers(300, from), [])
      expect(found(index, nameOf(from + 1))).toEqual([from + 1])
    }
    let turns = 0
    const settling = index.settle().then(() => {
      turns += 1_000_000
    })
    while (turns < 1_000_000) {
      turns += 1
      index.update([paper(3000 + turns, { title: `Arrival ${nameOf(3000 + turns)}` })], [])
      expect(found(index, nameOf(3000 + turns))).toEqual([3000 + turns])
      expect(found(index, nameOf(500))).toEqual([500])
      await setImmediate()
    }
    await settling
    expect(turns - 1_000_000).toBeGreaterThan(10)
    expect(found(index, 'arrival')).toHaveLength(turns - 1_000_000)
  })

  it('answer the same, scores included, before and after it is put in order', async () => {
    const index = indexIn(new Map())
    for (const document of manyPapers(400)) index.update([document], [])
    index.update([], [3, 5])
    const queries = ['graph', 'model graph', 'lear', nameOf(1), 'poincare concpet', 'any of these']
    const before = queries.map((text) => index.query(text, { limit }))
    await index.settle()
    expect(queries.map((text) => index.query(text, { limit }))).toEqual(before)
  })

  it('in any order give what one build of the outcome gives', async () => {
    const text = fc.array(fc.constantFrom(...words), { maxLength: 6 }).map((list) => list.join(' '))
    const document = fc.record({
      id: fc.integer({ min: 1, max: 12 }),
      title: text,
      abstract: text,
      tags: fc.array(fc.constantFrom(...words), { maxLength: 2 })
    })
    const step = fc.record({
      changed: fc.array(document, { maxLength: 5 }),
      removed: fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 3 }),
      bulk: fc.boolean(),
      settle: fc.boolean()
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), text, async (steps, query) => {
        const outcome = new Map<number, SearchDocument>()
        const index = indexIn(outcome)
        for (const { changed, removed, bulk, settle } of steps) {
          const documents = [
            ...changed.map(({ id, ...fields }) => paper(id, fields)),
            ...(bulk ? manyPapers(130, 100) : [])
          ]
          index.update(documents, removed)
          for (const id of removed) outcome.delete(id)
          for (const each of documents) outcome.set(each.id, each)
          if (settle) await index.settle()
        }
        const rebuilt = indexOf(...outcome.values())
        const [got, expected] = [index, rebuilt].map((each) => each.query(query, { limit }))
        expect(got?.mode).toBe(expected?.mode)
        const ids = (expected?.hits ?? []).map(({ id }) => id).sort((a, b) => a - b)
        expect((got?.hits ?? []).map(({ id }) => id).sort((a, b) => a - b)).toEqual(ids)
        expect(index.marks(query, ids, {})).toEqual(rebuilt.marks(query, ids, {}))
        expect(index.size).toBe(outcome.size)
      }),
      { numRuns: 60 }
    )
  })
})

function manyPapers(count: number, from = 0): SearchDocument[] {
  return Array.from({ length: count }, (_, index) => {
    const id = from + index + 1
    const title = [id, id * 3, id * 7].map((n) => words[n % words.length]).join(' ')
    return paper(id, {
      title: `${title} ${nameOf(id)}`,
      abstract: words.slice(id % 9).join(' ')
    })
  })
}

/** A word that no other paper has, nor one like it. */
function nameOf(id: number): string {
  return ['a', 'b', 'c'].map((letter) => letter + String(id)).join('')
}
