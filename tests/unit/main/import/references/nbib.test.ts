import { describe, expect, it } from 'vitest'
import { detectNbib, parseNbib } from '../../../../../src/main/import/references/nbib'
import { detectRis } from '../../../../../src/main/import/references/ris'

const seen = new Date('2026-11-23T12:00:00Z')
const record = `PMID- 12345678
OWN - NLM
DP  - 2021 Mar 14
TI  - Looms that weave themselves: a study of
      many looms.
PG  - 123-9
LID - 10.1000/LOOM.1 [doi]
LID - S0000 [pii]
AB  - Background: looms
      weave.
FAU - van der Weaver, Wilma
AU  - van der Weaver W
FAU - Loom, Lou
AU  - Loom L
CN  - Loom Study Group
LA  - eng
PT  - Journal Article
TA  - J Looms
JT  - Journal of looms
VI  - 3
IP  - 2
AID - 10.1000/loom.1 [doi]
PMC - PMC7654321
OT  - *warp
OT  - weft
MH  - Humans
`

describe("PubMed's export", () => {
  it('says everything the model has a place for', () => {
    expect(detectNbib(record)).toBe(1)
    expect(detectRis(record)).toBe(0)
    const { digests, skipped } = parseNbib(record, 'x.nbib', seen)
    expect(skipped).toEqual([])
    expect(digests[0]?.papers).toEqual([
      {
        title: 'Looms that weave themselves: a study of many looms',
        says: {
          ...{ type: 'article-journal', abstract: 'Background: looms weave.' },
          ...{ issued: '2021-03-14', venue: 'Journal of looms', volume: '3', issue: '2' },
          ...{ pages: '123–129', language: 'en' },
          creators: [
            author('Weaver', 'Wilma', 'van der'),
            author('Loom', 'Lou'),
            { role: 'author', name: { literal: 'Loom Study Group' } }
          ],
          identifiers: [
            { scheme: 'doi', value: '10.1000/loom.1', version: null },
            { scheme: 'pmid', value: '12345678', version: null },
            { scheme: 'other', value: 'PMC7654321', version: null }
          ]
        },
        ...{ tags: ['warp', 'weft'], start: 0, end: record.length - 1 }
      }
    ])
  })

  it('may name people by initials alone', () => {
    const text = 'PMID- 1\nTI  - A.\nAU  - Shannon CE\nAU  - King ML Jr\n'
    expect(parseNbib(text, 'x', seen).digests[0]?.papers[0]?.says.creators).toEqual([
      author('Shannon', 'CE'),
      author('King', 'ML', '', 'Jr')
    ])
  })

  it('has records one after another, with and without blank lines between', () => {
    const text = 'PMID- 1\nTI  - A.\nPMID- 2\nTI  - [B].\n\nPMID- 3\r\nAU  - X Y\r\n'
    const { digests, skipped } = parseNbib(`\ufeff${text}`, 'x', seen)
    expect(digests[0]?.papers.map(({ title }) => title)).toEqual(['A', 'B', 'PMID:3'])
    expect(skipped).toEqual([])
  })

  it.each([
    ['2021 Spring', '2021'],
    ['2021 Mar-Apr', '2021-03'],
    ['2021 Dec 30-2022 Jan 2', '2021-12-30']
  ])('of %s is of %s', (said, issued) => {
    const { digests } = parseNbib(`PMID- 1\nTI  - A\nDP  - ${said}`, 'x', seen)
    expect(digests[0]?.papers[0]?.says.issued).toBe(issued)
  })
})

function author(family: string, given: string, particle = '', suffix = ''): object {
  return { role: 'author', name: { family, given, particle, suffix } }
}
