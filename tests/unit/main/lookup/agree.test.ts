import { describe, expect, it } from 'vitest'
import type { Identifier, PaperFields } from '../../../../src/shared/model/paper'
import { agreement } from '../../../../src/main/lookup/agree'
import type { Candidate } from '../../../../src/main/lookup/service'

const title = 'On the Weaving of Sheaves'
const by = (...families: string[]): PaperFields['creators'] =>
  families.map((family) => ({
    role: 'author',
    name: { family, given: 'Ada', particle: '', suffix: '' }
  }))
const id = (scheme: Identifier['scheme'], value: string): Identifier => ({
  ...{ scheme, value, version: null }
})
const doi = id('doi', '10.5555/a')

/** Why a candidate is not believed to be the paper; empty if it is. */
function doubt(
  paper: Partial<PaperFields>,
  { title: other = title, ...says }: Partial<PaperFields>
) {
  const candidate: Candidate = { source: 'Crossref', url: '', title: other, says }
  const verdict = agreement({ title, ...paper }, candidate)
  return verdict.agrees ? '' : verdict.why
}

describe('a match is believed', () => {
  it('if the titles are equal but for accents, capitals and signs, and nothing is against it', () => {
    expect(doubt({}, { title: 'ON THE WEAVING — of Sheáves.', creators: by('Ono') })).toBe('')
    expect(doubt({ creators: by('Ōno', 'Berg') }, { creators: by('ONO') })).toBe('')
    expect(doubt({ issued: '2023' }, { issued: '2025-03' })).toBe('')
  })

  it('if the paper’s own identifier comes with a title that has changed a little', () => {
    const renamed = { title: 'Weaving Sheaves on Looms', identifiers: [doi] }
    expect(doubt({ identifiers: [doi] }, renamed)).toBe('')
    expect(
      doubt({ identifiers: [doi], creators: by('Ono') }, { ...renamed, creators: by('Ono') })
    ).toBe('')
  })

  it('if of the paper only the identifier was known', () => {
    expect(doubt({ title: 'doi:10.5555/a', identifiers: [doi] }, { identifiers: [doi] })).toBe('')
  })

  it('if the title is nearly the same, and an author is', () => {
    const known = { title: 'Weaving Sheaves with Many Colours', creators: by('Ono') }
    const nearly = { title: 'Weaving Sheaves with Many Colors', creators: by('Ono', 'Berg') }
    expect(doubt(known, { ...nearly, title: 'Weaving Sheaves with the Many Colours' })).toBe('')
    expect(doubt(known, { ...nearly, title: `${known.title}: A Study of Looms and Knots` })).toBe(
      ''
    )
    expect(
      doubt(
        { ...known, title: `${known.title}: A Study` },
        { ...nearly, ...{ title: known.title } }
      )
    ).toBe('')
  })

  it('as the published form of a preprint', () => {
    expect(
      doubt(
        { identifiers: [id('doi', '10.48550/arxiv.2401.00001'), id('arxiv', '2401.00001')] },
        { identifiers: [doi], venue: 'Looms', type: 'article-journal' }
      )
    ).toBe('')
  })
})

describe('a match is not believed', () => {
  it('if the title is another, however much else agrees', () => {
    const same = { creators: by('Ono'), issued: '2025' }
    expect(doubt(same, { ...same, title: 'On the Weaving of Baskets' })).toContain('another')
    expect(doubt(same, { ...same, title: '' })).toContain('another')
  })

  it('if one of authors, year, DOI and abstract speaks against it', () => {
    expect(doubt({ creators: by('Ono') }, { creators: by('Berg') })).toContain(
      'none of the authors'
    )
    expect(doubt({ issued: '1998' }, { issued: '2025' })).toContain('years apart')
    expect(doubt({ identifiers: [doi] }, { identifiers: [id('doi', '10.5555/b')] })).toContain(
      'another DOI'
    )
    expect(
      doubt({ abstract: 'We weave cloth by hand.' }, { abstract: 'Octopuses change colour.' })
    ).toContain('abstract')
  })

  it('if it has another arXiv id or PubMed id', () => {
    const other = { identifiers: [id('arxiv', '2402.00002')] }
    expect(doubt({ identifiers: [id('arxiv', '2401.00001')] }, other)).toBe(
      'It has another arXiv id.'
    )
    expect(doubt({ identifiers: [id('pmid', '1')] }, { identifiers: [id('pmid', '2')] })).toContain(
      'PubMed'
    )
  })

  it('if the identifier was copied wrongly, and so is another paper’s', () => {
    const known = { identifiers: [doi], creators: by('Ono') }
    expect(doubt(known, { title: 'Quantum Error Correction', identifiers: [doi] })).toContain(
      'next to nothing in common'
    )
    const similar = { title: 'The Weaving of Baskets', creators: by('Berg'), identifiers: [doi] }
    expect(doubt(known, similar)).toContain('none of the authors')
  })

  it('if the title is nearly the same, but nobody shows that it is the paper', () => {
    const known = { title: 'Weaving Sheaves with Many Colours' }
    const nearly = { title: 'Weaving Sheaves with the Many Colours', creators: by('Ono') }
    expect(doubt(known, nearly)).toContain('no author')
    expect(doubt({ ...known, creators: by('Berg') }, nearly)).toContain('no author')
  })

  it.each([
    ['Weaving Sheaves with Many Colours I', 'Weaving Sheaves with Many Colours II'],
    ['Weaving Sheaves with Many Colours', 'Weaving Sheaves with Many Colours: Part B'],
    ['Weaving Sheaves with Many Colours, Part 2', 'Weaving Sheaves with Many Colours, Part 3'],
    ['Weaving Sheaves with Many Colours', 'Erratum: Weaving Sheaves with Many Colours'],
    ['Weaving Sheaves with Many Colours', 'Comment on Weaving Sheaves with Many Colours'],
    ['Weaving Sheaves with Many Colours', 'Weaving Sheaves with Many Colours: Retraction']
  ])('if the one is “%s” and the other “%s”', (one, other) => {
    const same = { creators: by('Ono'), issued: '2025' }
    expect(doubt({ ...same, title: one }, { ...same, title: other })).toContain('another')
    expect(doubt({ ...same, title: other }, { ...same, title: one })).toContain('another')
  })

  it('if the title is too short to tell, and nothing else speaks for it', () => {
    const known = { title: 'Introduction' }
    expect(doubt(known, { ...known, creators: by('Ono') })).toContain('too short')
    expect(doubt({ ...known, creators: by('Ono') }, { ...known, creators: by('Ono') })).toBe('')
    expect(doubt({ ...known, issued: '2024' }, { ...known, issued: '2025' })).toBe('')
  })
})
