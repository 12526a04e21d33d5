import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paperTypes } from '@shared/model/kinds'
import type { Identifier, Paper, PaperType } from '@shared/model/paper'
import { plainText } from '@shared/text/residue'
import type { PersonName } from '@shared/model/person'
import { serialise, type ExportFormat } from '../../../../src/main/export/serialise'
import { parseBibtex } from '../../../../src/main/import/bibtex'
import { parseCslJson } from '../../../../src/main/import/references/csl-json'
import { parseRis } from '../../../../src/main/import/references/ris'
import type { Parsed } from '../../../../src/main/import/parsed'
import { makePaper } from './paper-fixture'

const seen = new Date('2026-11-23T12:00:00Z')
/** Markdown is for people: nothing reads it again. */
type ReadFormat = Exclude<ExportFormat, 'markdown'>
const readers: Record<ReadFormat, (text: string) => Parsed> = {
  bibtex: (text) => parseBibtex(text, 'x'),
  biblatex: (text) => parseBibtex(text, 'x'),
  'csl-json': (text) => parseCslJson(text, 'x', seen),
  ris: (text) => parseRis(text, 'x', seen)
}

const letters =
  'a b c d e g h i l m n o p r s t u v w z ä ö ü é è ñ ç ß ø å ł Ł ż Ś É Ü α β Ж е é ž š 中 文 語'.split(
    ' '
  )
const word = fc
  .array(fc.constantFrom(...letters), { minLength: 2, maxLength: 9 })
  .map((found) => found.join(''))
  // `ell` and its like read as what is left of lost commands, and are set as those.
  .filter((found) => plainText(found) === found)
const capital = word.map((found) => found.charAt(0).toLocaleUpperCase('en') + found.slice(1))
/** Signs that mean something to one format or another; what reads as mathematics (`a_b`, `$5`) is set as such. */
const sign = fc.constantFrom('&', '%', '#', '100%', 'C&A', '“so”', 'x–y', 'in:', 'R²')
const words = (min: number, max: number): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof({ weight: 6, arbitrary: word }, { weight: 1, arbitrary: sign }), {
      minLength: min,
      maxLength: max
    })
    .map((found) => found.join(' '))

const person: fc.Arbitrary<PersonName> = fc.oneof(
  fc.record({
    family: capital,
    // A single name is a whole one.
    given: fc.oneof(capital, fc.constantFrom('J. R.', 'Anna M.')),
    particle: fc.constantFrom('', '', 'van der', 'de'),
    suffix: fc.constantFrom('', '', '', 'Jr.')
  }),
  fc.tuple(capital, capital).map(([a, b]) => ({ literal: `${a} Institute of ${b}` }))
)
const date = fc.oneof(
  fc.constant(''),
  fc.integer({ min: 1500, max: 2026 }).map(String),
  fc
    .tuple(fc.integer({ min: 1900, max: 2026 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, month]) => `${String(year)}-${String(month).padStart(2, '0')}`)
)
const identifiers: fc.Arbitrary<Identifier[]> = fc
  .record(
    {
      doi: fc.stringMatching(/^10\.[1-9]\d{3}\/[a-z0-9][a-z0-9._()-]{0,11}[a-z0-9]$/),
      arxiv: fc.stringMatching(/^2[0-5](0[1-9]|1[0-2])\.\d{5}$/),
      pmid: fc.stringMatching(/^[1-9]\d{4,7}$/)
    },
    { requiredKeys: [] }
  )
  .map((found) =>
    Object.entries(found).map(([scheme, value]) => ({
      ...{ scheme: scheme as Identifier['scheme'], value },
      version: null
    }))
  )

const paper: fc.Arbitrary<Paper> = fc
  .record({
    type: fc.constantFrom(...paperTypes),
    title: fc.tuple(word, words(0, 8)).map((found) => found.join(' ').trim()),
    abstract: words(0, 20),
    issued: date,
    venue: words(0, 4),
    volume: fc.constantFrom('', '12', 'A3'),
    issue: fc.constantFrom('', '4'),
    pages: fc.constantFrom('', '7', '12–34', 'e1234'),
    publisher: words(0, 3),
    people: fc.array(person, { maxLength: 5 }),
    identifiers,
    tags: fc.uniqueArray(word, { maxLength: 3 })
  })
  .map(({ people, tags, ...rest }) =>
    makePaper({
      ...rest,
      citationKey: 'weber24',
      creators: people.map((name) => ({ role: 'author' as const, name })),
      tags: tags.map((name, id) => ({ id, name, colour: 0 }))
    })
  )

/** What a paper says, as far as every format has a place for it. */
function said(title: string, given: Partial<Paper>, tags: readonly string[]): unknown {
  const { issued = '', creators = [], identifiers: ids = [], abstract = '', pages = '' } = given
  return {
    title: tidy(title),
    abstract: tidy(abstract),
    issued,
    pages,
    creators: creators.map(({ name }) => name),
    identifiers: ids.map(({ scheme, value }) => `${scheme}:${value}`).sort(),
    tags: [...tags].sort()
  }
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

describe.each(Object.keys(readers) as ReadFormat[])('%s, exported and imported again', (format) => {
  it('says of a paper what it said before', () => {
    fc.assert(
      fc.property(paper, (one) => {
        const text = serialise([one], format)
        const { digests, skipped } = readers[format](text)
        const [back, ...others] = digests.flatMap(({ papers }) => papers)
        expect(skipped).toEqual([])
        expect(others).toEqual([])
        expect(back?.citationKey).toBe('weber24')
        expect(said(back?.title ?? '', back?.says ?? {}, back?.tags ?? [])).toEqual(
          said(
            one.title,
            one,
            one.tags.map(({ name }) => name)
          )
        )
      }),
      { numRuns: 300 }
    )
  })

  it.each(['article-journal', 'paper-conference', 'book', 'thesis'] as PaperType[])(
    'keeps that a paper is a %s, and where it appeared',
    (type) => {
      const one = makePaper({
        ...{
          type,
          title: 'On Cloth',
          venue: type === 'book' ? '' : 'Annals of Cloth',
          issued: '2024'
        },
        ...{ publisher: 'Loom Press', citationKey: 'a', volume: '3' },
        creators: [
          { role: 'author', name: { family: 'Weber', given: 'Ada', particle: '', suffix: '' } }
        ]
      })
      const back = readers[format](serialise([one], format)).digests[0]?.papers[0]
      expect(back?.says.type).toBe(type)
      if (type === 'article-journal' || type === 'paper-conference')
        expect(back?.says.venue).toBe('Annals of Cloth')
    }
  )
})
