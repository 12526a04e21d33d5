import { describe, expect, it } from 'vitest'
import type { PaperFields } from '@shared/model/paper'
import { serialise } from '../../../../../src/main/export/serialise'
import { parseBibtex } from '../../../../../src/main/import/bibtex'
import { texToText } from '@shared/text/tex-text'
import { peopleIn } from '../../../../../src/main/import/bibtex/names'
import type { ParsedPaper } from '../../../../../src/main/import/parsed'
import { authors, editors, makePaper } from '../../export/paper-fixture'

function paperOf(entry: string): ParsedPaper {
  const { digests, skipped } = parseBibtex(entry, 'x.bib')
  expect(skipped).toEqual([])
  const paper = digests[0]?.papers[0]
  if (paper === undefined) throw new Error('no paper')
  return paper
}

describe('TeX as text', () => {
  it.each([
    ['{\\"o} \\"{o} \\"o \\\'{\\i} \\c{c} \\v s \\r{a} \\H{o}', 'ö ö ö í ç š å ő'],
    ["Stra{\\ss}e, {\\O}rsted, {\\L}\\'od\\'z, \\oe uvre, \\AA", 'Straße, Ørsted, Łódź, œuvre, Å'],
    ["A -- B---C ``quoted'' ~tie", 'A – B—C “quoted” tie'],
    ['\\emph{Very} {NASA} {\\em old} \\textbf{b}', 'Very NASA old b'],
    ['50\\% of R\\&D costs \\$5, \\#1, a\\_b', '50% of R&D costs $5, #1, a_b'],
    ['$x^{2} \\alpha$ and \\unknown{y}', '$x^{2} \\alpha$ and \\unknowny'],
    ["Pok\\'emon\n   over\ttwo lines", 'Pokémon over two lines']
  ])('%s', (tex, text) => {
    expect(texToText(tex)).toBe(text)
  })
})

describe('people', () => {
  const names = (value: string): unknown[] => peopleIn(value, 'author').map(({ name }) => name)

  it('are parted by and, and taken apart as BibTeX does', () => {
    expect(
      names('Ludwig van Beethoven AND {\\"O}zg{\\"u}n, Ada\n and de la Cruz, Jr, Juan')
    ).toEqual([
      { family: 'Beethoven', given: 'Ludwig', particle: 'van', suffix: '' },
      { family: 'Özgün', given: 'Ada', particle: '', suffix: '' },
      { family: 'Cruz', given: 'Juan', particle: 'de la', suffix: 'Jr' }
    ])
  })

  it('in braces are one name, and others say that the list was cut short', () => {
    expect(names('{Barnes and Noble, Inc.} and {van der Berg}, Ada and others')).toEqual([
      { literal: 'Barnes and Noble, Inc.' },
      { family: 'van der Berg', given: 'Ada', particle: '', suffix: '' },
      { literal: 'et al.' }
    ])
  })

  it('may be written by parts, as BibLaTeX has it', () => {
    expect(
      names('family=Berg, given=Ada, prefix=van der and given={Jean Paul}, family=Sartre')
    ).toEqual([
      { family: 'Berg', given: 'Ada', particle: 'van der', suffix: '' },
      { family: 'Sartre', given: 'Jean Paul', particle: '', suffix: '' }
    ])
  })
})

describe('an entry', () => {
  it('gives all that it says of its paper', () => {
    expect(
      paperOf(`@article{okafor2025looms,
        author = {Okafor, Ngozi and Berg, Ada}, title = {Looms {AND} Sheaves}, subtitle = {A Study},
        journal = {J. Weav.}, year = 2025, month = mar, volume = 3, number = {2}, pages = {10--20},
        doi = {https://doi.org/10.5555/JW.2025\\_3}, url = {https://example.org/a\\_b?x=1\\&y=2},
        keywords = {looms, sheaves, Looms}, annote = {Read \\emph{this}.}, langid = {english},
        eprint = {2501.01234v2}, archiveprefix = {arXiv}
      }`)
    ).toMatchObject({
      title: 'Looms AND Sheaves: A Study',
      citationKey: 'okafor2025looms',
      tags: ['Looms', 'sheaves'],
      note: 'Read this.',
      says: {
        ...{
          type: 'article-journal',
          issued: '2025-03',
          venue: 'J. Weav.',
          volume: '3',
          issue: '2'
        },
        ...{ pages: '10–20', language: 'en' },
        identifiers: [
          { scheme: 'doi', value: '10.5555/jw.2025_3', version: null },
          { scheme: 'arxiv', value: '2501.01234', version: 2 }
        ],
        links: [{ url: 'https://example.org/a_b?x=1&y=2' }]
      }
    })
  })

  it('of an arXiv preprint is a preprint, however it is written', () => {
    for (const entry of [
      '@misc{k, title = {T}, eprint = {2501.01234}, archiveprefix = {arXiv}}',
      '@article{k, title = {T}, journal = {arXiv preprint arXiv:2501.01234}, year = 2025}',
      '@online{k, title = {T}, url = {https://arxiv.org/abs/2501.01234}}'
    ])
      expect(paperOf(entry).says).toMatchObject({
        type: 'article',
        identifiers: [{ scheme: 'arxiv', value: '2501.01234' }]
      })
  })

  it('inherits from its book, wherever that stands, and circles do no harm', () => {
    const { digests } = parseBibtex(
      `@inproceedings{a, title = {Paper}, author = {Ono, Yoko}, crossref = {B}}
       @proceedings{b, title = {Proceedings of Looms}, year = 2024, editor = {Berg, Ada}, crossref = {a}}`,
      'x.bib'
    )
    expect(digests[0]?.papers[0]?.says).toMatchObject({
      ...{ type: 'paper-conference', venue: 'Proceedings of Looms', issued: '2024' },
      creators: [...authors('Ono, Yoko'), ...editors('Berg, Ada')]
    })
  })

  it('without a title goes by its key', () => {
    expect(paperOf('@misc{lonely, year = 1999}').title).toBe('lonely')
  })
})

describe('what Sheaf has written', () => {
  const fields: Partial<PaperFields>[] = [
    {
      ...{ type: 'article-journal', title: 'Über Straßen & 50% of $n_k$: the {Łódź} case' },
      ...{ issued: '2024-03-14', venue: 'Journal of Things & Stuff', volume: '12', issue: '3' },
      ...{ pages: '101–119', abstract: 'Costs fall by 50% — “cheap”. See #3_b.' },
      creators: authors('Ada B. Lovelace', 'van der Berg, Jan', '{Group of Many}', 'Özgün, Çelik'),
      identifiers: [{ scheme: 'doi', value: '10.5555/a_b.c', version: null }]
    },
    {
      ...{ type: 'paper-conference', title: 'A Talk', issued: '2023', venue: 'Proc. of Talks' },
      ...{ publisher: 'ACM', pages: '1–9', creators: authors('Ono, Yoko') },
      identifiers: [{ scheme: 'arxiv', value: '2301.00001', version: null }]
    },
    {
      type: 'book',
      title: 'Knots',
      issued: '1999',
      publisher: 'Loom Press',
      creators: authors('Ito, K.')
    },
    {
      type: 'thesis',
      title: 'Threads',
      issued: '2020',
      publisher: 'Weaving University',
      creators: authors('Ito, K.')
    }
  ]

  it.each(['bibtex', 'biblatex'] as const)('in %s is read as it was', (format) => {
    for (const given of fields) {
      const written = serialise([makePaper(given)], format)
      const { title, says, citationKey } = paperOf(written)
      expect(citationKey).toBe('key')
      expect(says.creators).toEqual(given.creators)
      expect(says).toMatchObject({
        ...{ type: given.type, venue: given.venue ?? '', publisher: given.publisher ?? '' },
        ...{ volume: given.volume ?? '', issue: given.issue ?? '', pages: given.pages ?? '' },
        ...{ identifiers: given.identifiers ?? [] },
        // BibTeX has no field for a day.
        issued: format === 'bibtex' ? given.issued?.slice(0, 7) : given.issued
      })
      expect(title.replace(/[{}]/g, '')).toBe(given.title?.replace(/[{}]/g, ''))
    }
  })
})
