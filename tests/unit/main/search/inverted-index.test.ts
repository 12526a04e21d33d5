import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Executor } from '../../../../src/main/search/executor'
import { InvertedIndex } from '../../../../src/main/search/inverted-index'

const words = ['graph', 'map', 'causal', 'model', 'erasure', 'concept', 'learning', 'learned']

function put(index: InvertedIndex, paper: number, texts: readonly string[][]): void {
  const fields = texts.map((text, field) => {
    const terms = text.map((word) => index.vocabulary.intern(word, word.slice(0, 5)))
    return { field, terms, places: terms.map((_, place) => place), length: terms.length }
  })
  index.put(paper, fields)
}

/** For each word the papers that have it, with their scores. */
function answers(index: InvertedIndex): Record<string, Record<number, number>> {
  const executor = new Executor(index)
  return Object.fromEntries(
    words.map((word) => {
      const lookups = [
        { terms: [index.vocabulary.termOfStem(word.slice(0, 5))], fields: 3, weight: 1, parts: 1 }
      ]
      const request = { lookups, required: 1, prohibited: 0, within: null, boosts: [2, 1] }
      const { papers, scores } = executor.run(request)
      return [word, Object.fromEntries([...papers].map((id) => [id, scores[id] ?? 0]))]
    })
  )
}

const text = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 })
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('put' as const),
      id: fc.integer({ min: 1, max: 40 }),
      texts: fc.tuple(text, text)
    })
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('remove' as const),
      id: fc.integer({ min: 1, max: 40 })
    })
  },
  { weight: 2, arbitrary: fc.constant({ kind: 'ask' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'seal' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'tidy' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'turn' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'file' as const }) }
)

describe('an index that is changed', () => {
  it('answers as one built of the outcome, scores included, merged in between or not', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        let index = new InvertedIndex(3)
        const outcome = new Map<number, string[][]>()
        const merges: Promise<void>[] = []
        for (const one of steps) {
          if (one.kind === 'put') {
            put(index, one.id, one.texts)
            outcome.set(one.id, one.texts)
          } else if (one.kind === 'remove') {
            index.remove(one.id)
            outcome.delete(one.id)
          } else if (one.kind === 'ask') answers(index)
          else if (one.kind === 'seal') await index.export()
          else if (one.kind === 'tidy') merges.push(index.tidy())
          else if (one.kind === 'turn') await setImmediate()
          else {
            await Promise.all(merges)
            index = InvertedIndex.from(await index.export())
          }
        }
        const rebuilt = new InvertedIndex()
        for (const [id, texts] of outcome) put(rebuilt, id, texts)
        expect(answers(index)).toEqual(answers(rebuilt))
        await Promise.all(merges)
        await index.tidy()
        expect(answers(index)).toEqual(answers(rebuilt))
        expect(index.size).toBe(outcome.size)
      }),
      { numRuns: 300 }
    )
  })

  it('keeps few segments, however many papers come one by one', async () => {
    const index = new InvertedIndex()
    for (let id = 1; id <= 400; id++) {
      put(index, id, [[words[id % words.length] ?? ''], ['model']])
      await index.export()
      if (id % 20 === 0) await index.tidy()
    }
    expect(index.segments().length).toBeLessThanOrEqual(25)
    expect(Object.keys(answers(index)['model'] ?? {})).toHaveLength(400)
  })
})
