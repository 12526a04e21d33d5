import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  entriesOf,
  EntryPacker,
  EntryReader,
  fieldShift,
  mostCount,
  mostFields
} from '../../../../src/main/search/entries'
import { entriesIn } from '../../../../src/main/search/segment'

const entry = fc.record({
  paper: fc.oneof(fc.nat({ max: 300 }), fc.nat({ max: 50_000_000 })),
  field: fc.nat({ max: mostFields - 1 }),
  count: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: mostCount }))
})
const byTerm = fc
  .uniqueArray(fc.tuple(fc.nat({ max: 200 }), fc.array(entry, { minLength: 1, maxLength: 8 })), {
    selector: ([term]) => term
  })
  .map((terms) => terms.sort(([a], [b]) => a - b))

it('gives packed entries back, all of them or those of some fields, and none of other terms', () => {
  fc.assert(
    fc.property(byTerm, fc.nat({ max: 2 ** mostFields - 1 }), (terms, fields) => {
      const packer = new EntryPacker(201)
      for (const [term, list] of terms) {
        for (const { paper, field, count } of list) packer.add(paper, (field << fieldShift) | count)
        packer.endTerm(term)
      }
      const all = packer.packed()
      expect([...all.rows]).toEqual(terms.map(([term]) => term))
      const reader = new EntryReader()
      for (const [entries, wanted] of [
        [all, 2 ** mostFields - 1],
        [entriesIn(all, fields), fields]
      ] as const)
        for (let term = 0; term < 300; term++) {
          const size = reader.read(entries, term)
          const read = Array.from(reader.papers.subarray(0, size), (paper, at) => {
            const packed = reader.counts[at] ?? 0
            return { paper, field: packed >>> fieldShift, count: packed & mostCount }
          })
          const list = terms.find(([each]) => each === term)?.[1] ?? []
          expect(read).toEqual(list.filter(({ field }) => (wanted & (1 << field)) !== 0))
          expect(entriesOf(entries, term)).toBe(size)
        }
    })
  )
})
