import { describe, expect, it } from 'vitest'
import type { PaperFields } from '@shared/model/paper'
import { paperFields } from '@shared/model/paper'
import {
  detailsOf,
  fieldsOf,
  formOf,
  type DetailsForm,
  type Problems
} from '../../../src/renderer/src/features/edit/details-form'

const paper: PaperFields = {
  type: 'paper-conference',
  title: 'A title with  two spaces and $x^2$',
  abstract: '  An abstract.\r\nOf two lines. ',
  issued: '2024-03',
  venue: 'Proceedings',
  volume: '1',
  issue: '',
  pages: '1–9',
  publisher: '',
  language: 'en',
  creators: [
    { role: 'editor', name: { literal: 'The Big Group, Inc' } },
    { role: 'author', name: { family: 'Berg', given: 'Anna', particle: 'van der', suffix: '' } },
    { role: 'author', name: { literal: 'Plato' } }
  ],
  identifiers: [
    { scheme: 'pmid', value: '123', version: null },
    { scheme: 'arxiv', value: '2403.01234', version: 2 },
    { scheme: 'other', value: 'x:1', version: null }
  ],
  links: [{ kind: 'code', url: 'git://odd.example/x' }]
}

function saved(change: Partial<DetailsForm>): PaperFields {
  const { fields, problems } = fieldsOf({ ...formOf(paper), ...change }, paper)
  expect(problems).toBeNull()
  return paperFields.parse(fields)
}

function wrong(change: Partial<DetailsForm>): Problems | null {
  return fieldsOf({ ...formOf(paper), ...change }, paper).problems
}

describe('fieldsOf', () => {
  it('leaves what nobody touched exactly as it was', () => {
    expect(saved({})).toEqual(paper)
    expect(saved({ venue: ' Another\nvenue ' })).toEqual({ ...paper, venue: 'Another venue' })
  })

  it('takes a paper without what is not edited', () => {
    const whole = { ...paper, id: 7, citationKey: 'x' }
    expect(detailsOf(whole)).toEqual(paper)
  })

  it('wants a title', () => {
    expect(wrong({ title: ' \n ' })).toEqual({ fields: { title: 'titleMissing' }, links: [] })
    expect(saved({ title: 'Two\nlines' }).title).toBe('Two lines')
  })

  it.each([
    ['2026', '2026'],
    ['2026-03', '2026-03'],
    [' 2026-03-14 ', '2026-03-14'],
    ['2026/3/4', '2026-03-04'],
    ['2024-02-29', '2024-02-29'],
    ['', '']
  ])('reads the date %j', (text, issued) => {
    expect(saved({ issued: text }).issued).toBe(issued)
  })

  it.each(['26', '2026-13', '2026-00', '2025-02-29', '2026-03-32', 'March 2026', '14.3.2026'])(
    'refuses the date %j',
    (text) => {
      expect(wrong({ issued: text })?.fields).toEqual({ issued: 'date' })
    }
  )

  it('writes a language tag in its usual form, and refuses what is none', () => {
    expect(saved({ language: 'PT-br' }).language).toBe('pt-BR')
    expect(saved({ language: '' }).language).toBe('')
    expect(wrong({ language: 'english!' })?.fields).toEqual({ language: 'language' })
  })
})

describe('people', () => {
  it('are shown family name first, literal names in braces where they would be taken apart', () => {
    const form = formOf(paper)
    expect(form.authors).toBe('van der Berg, Anna\nPlato')
    expect(form.editors).toBe('{The Big Group, Inc}')
  })

  it('are read a line each; empty lines do not count', () => {
    const { creators } = saved({ authors: 'Ludwig van Beethoven\n\n {DeepMind} \n' })
    expect(creators).toEqual([
      {
        role: 'author',
        name: { family: 'Beethoven', given: 'Ludwig', particle: 'van', suffix: '' }
      },
      { role: 'author', name: { literal: 'DeepMind' } },
      { role: 'editor', name: { literal: 'The Big Group, Inc' } }
    ])
  })

  it('may all be taken away', () => {
    expect(saved({ authors: ' ', editors: '' }).creators).toEqual([])
  })

  it('need a name', () => {
    expect(wrong({ authors: 'Ann Lee\n,' })?.fields).toEqual({ authors: 'noName' })
  })
})

describe('identifiers', () => {
  it.each([
    '10.1000/ABC.d(1)',
    'doi:10.1000/abc.D(1)',
    'https://doi.org/10.1000/abc.d(1)',
    'http://dx.doi.org/10.1000/abc.d%281%29?from=mail',
    'doi.org/10.1000/abc.d(1)'
  ])('reads the DOI %j', (doi) => {
    expect(saved({ doi }).identifiers).toEqual([
      ...paper.identifiers,
      { scheme: 'doi', value: '10.1000/abc.d(1)', version: null }
    ])
  })

  it.each([
    ['2403.01234v3', '2403.01234', 3],
    ['arXiv:2403.01234', '2403.01234', null],
    ['https://arxiv.org/pdf/2403.01234v1.pdf', '2403.01234', 1],
    ['https://www.arxiv.org/abs/2403.01234?context=cs', '2403.01234', null],
    ['math.GT/0309136v2', 'math/0309136', 2],
    ['hep-th/9901001', 'hep-th/9901001', null]
  ])('reads the arXiv id %j', (arxiv, value, version) => {
    const { identifiers } = saved({ arxiv })
    expect(identifiers).toEqual(
      paper.identifiers.map((each) =>
        each.scheme === 'arxiv' ? { scheme: 'arxiv', value, version } : each
      )
    )
  })

  it('are removed by an empty field, and refused where they are none', () => {
    expect(formOf(paper).arxiv).toBe('2403.01234v2')
    expect(saved({ arxiv: '' }).identifiers).toEqual([paper.identifiers[0], paper.identifiers[2]])
    expect(wrong({ doi: '11.1000/x', arxiv: '240.1' })?.fields).toEqual({
      doi: 'doi',
      arxiv: 'arxiv'
    })
  })
})

describe('links', () => {
  it('keep an odd address that was there, and lose empty rows', () => {
    const [old] = formOf(paper).links
    if (!old) throw new Error('no link')
    const added = { kind: 'data', url: 'zenodo.org/record/1' } as const
    expect(
      saved({ links: [{ ...old, kind: 'project' }, { kind: 'pdf', url: ' ' }, added] }).links
    ).toEqual([
      { kind: 'project', url: 'git://odd.example/x' },
      { kind: 'data', url: 'https://zenodo.org/record/1' }
    ])
  })

  it.each(['javascript:alert(1)', 'ftp://a.b/c', 'nonsense', 'https://', 'two words.com'])(
    'refuse %j',
    (url) => {
      const links = [...formOf(paper).links, { kind: 'code', url } as const]
      expect(wrong({ links })).toEqual({ fields: {}, links: [1] })
    }
  )
})
