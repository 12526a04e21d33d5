import { describe, expect, it } from 'vitest'
import type { Paper } from '@shared/model/paper'
import { defaultExportOptions, type ExportOptions } from '@shared/model/export-options'
import { toBibtex } from '../../../../../src/main/export/bibtex'
import { parseBetterBibtexJson } from '../../../../../src/main/import/references/better-bibtex-json'
import { parseBibtex } from '../../../../../src/main/import/bibtex'
import type { ParsedPaper } from '../../../../../src/main/import/parsed'
import { authors, editors, makePaper } from '../paper-fixture'

type Dialect = 'bibtex' | 'biblatex'

/** What an import makes of a paper, as the library would give it back. */
function paperOf(parsed: ParsedPaper | undefined): Paper {
  if (parsed === undefined) throw new Error('nothing was read')
  return makePaper({
    title: parsed.title,
    ...parsed.says,
    citationKey: parsed.citationKey ?? 'k',
    extra: Object.entries(parsed.extra ?? {}).map(([name, value]) => ({ name, value }))
  })
}

function fromZotero(item: Record<string, unknown>): Paper {
  const text = JSON.stringify({ config: {}, items: [{ title: 'A title', ...item }] })
  return paperOf(parseBetterBibtexJson(text, 'x.json', new Date()).digests[0]?.papers[0])
}

function fromBib(text: string): Paper {
  return paperOf(parseBibtex(text, 'x.bib').digests[0]?.papers[0])
}

function written(paper: Paper, dialect: Dialect, part: Partial<ExportOptions> = {}): string {
  return toBibtex([paper], dialect, { ...defaultExportOptions, incomplete: 'as-it-is', ...part })
}

/** A field as it stands in the file, with its delimiters; null for none. */
function field(
  paper: Paper,
  name: string,
  dialect: Dialect,
  part: Partial<ExportOptions> = {}
): string | null {
  const line = written(paper, dialect, part)
    .split('\n')
    .find((one) => one.startsWith(`  ${name} = `))
  return line?.slice(`  ${name} = `.length).replace(/,$/, '') ?? null
}

function authorOf(lastName: string, firstName: string, dialect: Dialect = 'bibtex'): string | null {
  const creators = [{ creatorType: 'author', lastName, firstName }]
  return field(fromZotero({ itemType: 'book', creators }), 'author', dialect)
}

describe('particles', () => {
  it.each([
    ['Beauvoir', 'Simone de', '{de Beauvoir, Simone}'],
    ['"de Gaulle"', 'Charles', '{{de Gaulle}, Charles}'],
    ['"de la Mare"', 'Walter', '{{de la Mare}, Walter}'],
    ["boven d'Eert", 'Christianus', "{{boven d'Eert}, Christianus}"],
    ['Da Ponte', 'Lorenzo', '{Da Ponte, Lorenzo}'],
    ['al-Hakim', 'Tawfiq', '{{al-Hakim}, Tawfiq}'],
    ['Stein', 'Heinrich Friedrich Karl vom und zum', '{vom und zum Stein, Heinrich Friedrich Karl}']
  ])('of %s, %s are written %s', (last, first, expected) => {
    expect(authorOf(last, first)).toBe(expected)
  })
})

it('a suffix stands between family and given name', () => {
  expect(authorOf('Bennett', 'Frank G., Jr.')).toBe('{Bennett, Jr., Frank G.}')
  expect(authorOf('Stevenson', 'Adlai E.,! III', 'biblatex')).toBe('{Stevenson, III, Adlai E.}')
})

it('a corporate or single-field author is held whole, commas and “and” inside', () => {
  const of = (name: string): string | null =>
    field(
      fromZotero({ itemType: 'book', creators: [{ creatorType: 'author', name }] }),
      'author',
      'bibtex'
    )
  expect(of('OECD')).toBe('{{OECD}}')
  expect(of('Barnes and Noble, Inc.')).toBe('{{Barnes and Noble, Inc.}}')
})

it('an author without a family or a given name does no harm', () => {
  const creators = [
    { creatorType: 'author', firstName: 'Only Given' },
    { creatorType: 'author', lastName: 'Only Family' },
    { creatorType: 'author' }
  ]
  expect(field(fromZotero({ itemType: 'book', creators }), 'author', 'bibtex')).toBe(
    '{{Only Given} and {Only Family}}'
  )
})

it('letters that stay together in an initial are one to BibTeX', () => {
  expect(authorOf('Dupont', 'Ph\u0097ilippe')).toBe('{Dupont, {\\relax Ph}ilippe}')
})

it('a compound family name keeps its hyphen', () => {
  expect(authorOf('Stephens-Davidowitz', 'Noah')).toBe('{Stephens-Davidowitz, Noah}')
})

it('a no-break space is a tie, a thin one a thin one', () => {
  const paper = makePaper({
    creators: [{ role: 'author', name: { literal: 'JTC\u00A01/SC\u00A022' } }]
  })
  expect(field(paper, 'author', 'bibtex')).toBe('{{JTC~1/SC~22}}')
  expect(
    field(makePaper({ venue: 'A\u2009B', type: 'article-journal' }), 'journal', 'bibtex')
  ).toBe('{A{\\,}B}')
})

it('accents are commands in braces that swallow no blank', () => {
  expect(authorOf('Rønnow', 'Micha\u0142')).toBe('{R{\\o}nnow, Micha{\\l}}')
  expect(authorOf('Čapek', 'Nöme')).toBe('{{\\v C}apek, N{\\"o}me}')
  expect(authorOf('Nguyễn', 'Văn')).toMatch(/^\{Nguy.*n, V\{\\u a\}n\}$/)
  expect(field(makePaper({ title: 'Size in µm and μ' }), 'title', 'bibtex')).toBe(
    '{Size in {$\\mu$}m and {$\\mu$}}'
  )
})

it('BibTeX has commands and BibLaTeX letters, or what the user wants', () => {
  expect(authorOf('Čapek', 'Karel', 'biblatex')).toBe('{Čapek, Karel}')
  const paper = makePaper({ creators: authors('Karel Čapek') })
  expect(field(paper, 'author', 'bibtex', { letters: 'unicode' })).toBe('{Čapek, Karel}')
  expect(field(paper, 'author', 'biblatex', { letters: 'commands' })).toBe('{{\\v C}apek, Karel}')
})

describe('capitals in titles', () => {
  const title = (raw: string, part: Partial<ExportOptions> = {}, item = {}): string | null =>
    field(fromZotero({ itemType: 'journalArticle', title: raw, ...item }), 'title', 'bibtex', part)

  it('of acronyms and names are held, also behind a colon', () => {
    expect(title('The fall of BV Master in action')).toBe('{The fall of {BV} {Master} in action}')
    expect(title('Modelling: IBM at work')).toBe('{Modelling: {IBM} at work}')
    expect(title('A 3D model of word_Net')).toContain('{3D}')
  })
  it('are all held where the user wants it, or none', () => {
    expect(title('Uses and gratifications: A paradigm', { braces: 'capitals' })).toBe(
      '{Uses and gratifications: {A} paradigm}'
    )
    expect(title('On IBM', { braces: 'none' })).toBe('{On IBM}')
  })
  it('are left alone in German and other languages', () => {
    expect(title('Über das Wesen der Dinge', {}, { language: 'de' })).toBe(
      '{{{\\"U}ber das Wesen der Dinge}}'
    )
    expect(
      field(
        fromZotero({ itemType: 'book', title: 'Das Wesen', language: 'de' }),
        'title',
        'biblatex'
      )
    ).toBe('{Das Wesen}')
  })
  it('are held where the source says so', () => {
    expect(title('<span class="nocase">Snow White</span> again')).toBe('{{{Snow White}} again}')
  })
  it('inside a command are held by a brace around it', () => {
    expect(title('The <i>IBM</i> years')).toBe('{The {{\\emph{IBM}}} years}')
    expect(title('The <i>physical</i> years')).toBe('{The {\\emph{physical}} years}')
  })
})

it('mathematics and raised letters stay, with braces balanced', () => {
  const title = (raw: string): string | null => field(makePaper({ title: raw }), 'title', 'bibtex')
  expect(title('<sup>31</sup>P NMR')).toMatch(/^\{\{\$\^\{31\}\$\}/)
  expect(title('The $\\nu^2$ rule')).toBe('{The {$\\nu^{2}$} rule}')
  expect(title('On ⟨x⟩')).toContain('\\langle')
  expect(title('A } brace')).toBe('{A {\\textbraceright} brace}')
})

it('HTML becomes commands of faces, whatever is wrong with it', () => {
  const title = (raw: string, dialect: Dialect): string | null =>
    field(fromZotero({ itemType: 'book', title: raw, language: 'fr' }), 'title', dialect)
  expect(title('un <i>chat</i>', 'biblatex')).toBe('{un \\mkbibemph{chat}}')
  expect(title('un <b>chat</b> <span style="small-caps">noir</span>', 'bibtex')).toBe(
    '{{un \\textbf{chat} \\textsc{noir}}}'
  )
  expect(title('un <i>chat', 'biblatex')).toBe('{un \\mkbibemph{chat}}')
  expect(title('un &nbsp; chat', 'biblatex')).toBe('{un \\&nbsp; chat}')
})

it('signs of TeX in text are escaped', () => {
  const venue = (text: string): string | null =>
    field(makePaper({ type: 'article-journal', venue: text }), 'journal', 'bibtex')
  expect(venue('Taylor & Francis')).toBe('{Taylor \\& Francis}')
  expect(venue('$620 billion, 5% #1')).toBe('{\\$620 billion, 5\\% \\#1}')
  expect(venue('page_views')).toBe('{page\\_views}')
  expect(venue('~ ^ \\ { }')).toBe(
    '{{\\textasciitilde} {\\textasciicircum} {\\textbackslash} {\\textbraceleft} {\\textbraceright}}'
  )
})

it('verbatim fields are not escaped', () => {
  const paper = makePaper({
    identifiers: [{ scheme: 'doi', value: '10.1007/3-540-48515-5_8', version: null }],
    links: [{ kind: 'paper', url: 'https://example.org/a%20b_c#d' }]
  })
  expect(field(paper, 'doi', 'bibtex')).toBe('{10.1007/3-540-48515-5_8}')
  expect(field(paper, 'url', 'biblatex')).toBe('{https://example.org/a%20b_c#d}')
})

it('DOI and address are written as the user wants them', () => {
  const paper = makePaper({
    identifiers: [{ scheme: 'doi', value: '10.1/x', version: null }],
    links: [{ kind: 'paper', url: 'https://example.org/a' }]
  })
  const both = (part: Partial<ExportOptions>): (string | null)[] =>
    ['doi', 'url'].map((name) => field(paper, name, 'bibtex', part))
  expect(both({ addresses: 'both' })).toEqual(['{10.1/x}', '{https://example.org/a}'])
  expect(both({ addresses: 'doi' })).toEqual(['{10.1/x}', null])
  expect(both({ addresses: 'url' })).toEqual([null, '{https://example.org/a}'])
  expect(both({ bibtexUrl: 'none' })).toEqual(['{10.1/x}', null])
  expect(field(paper, 'note', 'bibtex', { bibtexUrl: 'note' })).toBe('{https://example.org/a}')
})

it.each([
  ['199u', '{199X}'],
  ['1273?~', '{1273%}'],
  ['2019-21', '{2019-21}'],
  ['Summer 2019', '{2019-22}'],
  ['2018/2020', '{2018/2020}'],
  ['2018/open', '{2018/}'],
  ['circa 1850', '{1850~}'],
  ['44 BC', '{-0043}'],
  ['2016-03-31T06:39:36.06636Z', '{2016-03-31T06:39:36}'],
  ['March/April 2019', '{2019-03/2019-04}'],
  ['[1890] 1990', '{1990}']
])('the date %s is %s to BibLaTeX', (date, expected) => {
  expect(field(fromZotero({ itemType: 'book', date }), 'date', 'biblatex')).toBe(expected)
})

it('a date that is none stops nothing', () => {
  const paper = fromZotero({ itemType: 'book', date: 'Forthcoming' })
  expect(field(paper, 'pubstate', 'biblatex')).toBe('{forthcoming}')
  expect(field(paper, 'year', 'bibtex')).toBe('{Forthcoming}')
})

it('a month is a bare macro, and no season is one', () => {
  const month = (date: string): string | null =>
    field(fromZotero({ itemType: 'book', date }), 'month', 'bibtex')
  expect(month('2019-07')).toBe('jul')
  expect(month('30-Mar-2020')).toBe('mar')
  expect(month('Summer 2019')).toBeNull()
})

it('BibTeX has year and month, BibLaTeX a date, and the original’s', () => {
  const paper = fromZotero({ itemType: 'book', date: '1990-05', extra: 'Original Date: 1890' })
  expect(['year', 'month'].map((name) => field(paper, name, 'bibtex'))).toEqual(['{1990}', 'may'])
  expect(['date', 'origdate'].map((name) => field(paper, name, 'biblatex'))).toEqual([
    '{1990-05}',
    '{1890}'
  ])
  expect(field(fromZotero({ itemType: 'book', date: '199u' }), 'year', 'bibtex')).toBe('{1990s}')
})

it('ranges have two hyphens, article numbers none', () => {
  const paper = makePaper({
    pages: '420–424',
    volume: '3–4',
    issue: '5-6',
    type: 'article-journal'
  })
  expect(['pages', 'volume', 'number'].map((name) => field(paper, name, 'bibtex'))).toEqual([
    '{420--424}',
    '{3--4}',
    '{5--6}'
  ])
  expect(field(makePaper({ pages: 'e1007226' }), 'pages', 'bibtex')).toBe('{e1007226}')
})

it('editors are kept beside authors, and other roles with them', () => {
  const creators = [
    { creatorType: 'author', lastName: 'Rosengren', firstName: 'Karl' },
    { creatorType: 'editor', lastName: 'Blumler', firstName: 'Jay' },
    { creatorType: 'translator', lastName: 'Katz', firstName: 'Elihu' },
    { creatorType: 'seriesEditor', lastName: 'Klein', firstName: 'Ann' }
  ]
  const paper = fromZotero({ itemType: 'bookSection', bookTitle: 'A book', creators })
  expect(
    ['author', 'editor', 'translator', 'editorb'].map((name) => field(paper, name, 'biblatex'))
  ).toEqual(['{Rosengren, Karl}', '{Blumler, Jay}', '{Katz, Elihu}', '{Klein, Ann}'])
  expect(written(paper, 'bibtex')).toMatch(/^@incollection/m)
  expect(
    written(
      makePaper({ type: 'book', creators: editors('A B'), issued: '2001', publisher: 'P' }),
      'bibtex'
    )
  ).toMatch(/^@book/m)
})

it('types of works are the entries that fit', () => {
  const entry = (item: Record<string, unknown>, dialect: Dialect): string | undefined =>
    /@(\w+)/.exec(written(fromZotero(item), dialect))?.[1]
  expect(entry({ itemType: 'thesis', type: 'PhD thesis' }, 'bibtex')).toBe('phdthesis')
  expect(entry({ itemType: 'thesis', type: "Master's thesis" }, 'bibtex')).toBe('mastersthesis')
  expect(entry({ itemType: 'dataset' }, 'biblatex')).toBe('dataset')
  expect(entry({ itemType: 'computerProgram' }, 'biblatex')).toBe('software')
  expect(entry({ itemType: 'webpage' }, 'bibtex')).toBe('misc')
  expect(entry({ itemType: 'manuscript' }, 'biblatex')).toBe('unpublished')
  expect(field(fromZotero({ itemType: 'report', reportNumber: 'w8524' }), 'number', 'bibtex')).toBe(
    '{w8524}'
  )
  const page = fromZotero({ itemType: 'webpage', url: 'https://example.org/a_b' })
  expect(field(page, 'howpublished', 'bibtex')).toBe('{https://example.org/a\\_b}')
})

describe('arXiv', () => {
  const paper = fromZotero({
    itemType: 'journalArticle',
    publicationTitle: 'Annals of Cloth',
    extra: 'arXiv:2112.02029 [hep-ex]'
  })
  it('numbers are kept on the published form', () => {
    expect(
      ['eprint', 'archiveprefix', 'primaryclass'].map((name) => field(paper, name, 'bibtex'))
    ).toEqual(['{2112.02029}', '{arXiv}', '{hep-ex}'])
    expect(
      ['eprint', 'eprinttype', 'eprintclass'].map((name) => field(paper, name, 'biblatex'))
    ).toEqual(['{2112.02029}', '{arxiv}', '{hep-ex}'])
  })
  it('is no journal', () => {
    const preprint = fromZotero({
      itemType: 'journalArticle',
      publicationTitle: 'arXiv:hep-th/9901001 [hep-th]'
    })
    expect(field(preprint, 'journal', 'bibtex')).toBeNull()
    expect(field(preprint, 'eprint', 'bibtex')).toBe('{hep-th/9901001}')
  })
  it('preprints have the entry that the user chose', () => {
    const preprint = makePaper({
      identifiers: [{ scheme: 'arxiv', value: '2112.02029', version: 2 }]
    })
    const entry = (preprints: ExportOptions['preprints']): string | undefined =>
      /@(\w+)/.exec(written(preprint, 'biblatex', { preprints }))?.[1]
    expect(entry('online')).toBe('online')
    expect(entry('unpublished')).toBe('unpublished')
  })
  it('gives way to PubMed and the Handle system where there is none', () => {
    expect(
      field(
        fromZotero({ itemType: 'journalArticle', extra: 'PMID: 24038744' }),
        'eprinttype',
        'biblatex'
      )
    ).toBe('{pubmed}')
    expect(
      field(
        fromZotero({ itemType: 'thesis', url: 'https://hdl.handle.net/2123/31137' }),
        'eprint',
        'biblatex'
      )
    ).toBe('{2123/31137}')
  })
})

it('old keys are ids to BibLaTeX', () => {
  const paper = makePaper({ citationKey: 'new', aliases: ['old', 'older'] })
  expect(field(paper, 'ids', 'biblatex')).toBe('{old,older}')
  expect(field(paper, 'ids', 'bibtex')).toBeNull()
})

it('values that equal an abbreviation of the user’s are written by its name', () => {
  const strings = '@string{tog = "ACM Transactions on Graphics"}'
  const paper = makePaper({ type: 'article-journal', venue: 'ACM Transactions on Graphics' })
  expect(field(paper, 'journal', 'bibtex', { strings })).toBe('tog')
  expect(written(paper, 'bibtex', { strings, comments: false })).toMatch(
    /^@string\{tog = \{ACM Transactions on Graphics\}\}\n\n@/
  )
  expect(written(makePaper(), 'bibtex', { strings })).not.toContain('@string')
  expect(written(paper, 'bibtex', { strings: '@string{tog = "\\input{x}"}' })).not.toContain(
    'input'
  )
})

it('fields that Sheaf does not know go round untouched', () => {
  const bib =
    '@inbook{k, title = {A {Noisy} {\\emph{Title}}}, subtitle = {Part Two}, author = {Doe, Jane}, year = 1999, pages = {3--9}, mytool-rank = {A+}, series = {LNCS \\& more}, address = {Paris}, date = {2019/2020}}'
  const paper = fromBib(bib)
  expect(written(paper, 'bibtex')).toMatch(/^@inbook\{k,/m)
  expect(field(paper, 'title', 'biblatex')).toBe('{A {Noisy} {\\emph{Title}}}')
  expect(field(paper, 'subtitle', 'biblatex')).toBe('{Part Two}')
  expect(field(paper, 'title', 'bibtex')).toBe('{A {Noisy} {\\emph{Title}}: Part Two}')
  expect(field(paper, 'mytool-rank', 'bibtex')).toBe('{A+}')
  expect(field(paper, 'series', 'bibtex')).toBe('{LNCS \\& more}')
  expect(field(paper, 'address', 'bibtex')).toBe('{Paris}')
  expect(field(paper, 'location', 'biblatex')).toBe('{Paris}')
  expect(field(paper, 'date', 'biblatex')).toBe('{2019/2020}')
})

it('a list of authors that its source cut short says so, and none is cut silently', () => {
  const paper = fromBib('@article{k, title = {T}, author = {Doe, Jane and others}}')
  expect(field(paper, 'author', 'bibtex')).toBe('{Doe, Jane and others}')
})

it('the same papers always make the same file', () => {
  const papers = [makePaper({ citationKey: 'b' }), makePaper({ citationKey: 'a' })]
  expect(toBibtex(papers, 'biblatex')).toBe(toBibtex(papers, 'biblatex'))
})

it('a work without a title gets none made up', () => {
  const creators = [{ creatorType: 'author', lastName: 'Doe', firstName: 'Jane' }]
  const paper = fromZotero({ title: '', itemType: 'book', creators })
  expect(paper.title).toBe('Untitled, by Jane Doe')
  expect(field(paper, 'title', 'bibtex')).toBeNull()
})
