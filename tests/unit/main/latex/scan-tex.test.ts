import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scanAux, scanBcf } from '../../../../src/main/latex/tex/scan-aux'
import { scanTex } from '../../../../src/main/latex/tex/scan-tex'

const none = new Map<string, never>()

function keys(text: string): string[] {
  return scanTex(text, none).citations.map(({ key }) => key)
}

describe('what a text cites', () => {
  it.each([
    ['\\cite{a}', ['a']],
    ['\\cite[see][12]{a,b , c}', ['a', 'b', 'c']],
    ['\\citep*[see][p.~5]{a}', ['a']],
    ['\\Citet{a} \\citealp{b} \\citeyearpar{c} \\citeauthor*{d}', ['a', 'b', 'c', 'd']],
    [
      '\\autocite{a}\\Parencite{b}\\footcite[3]{c}\\textcite{d}\\supercite{e}',
      ['a', 'b', 'c', 'd', 'e']
    ],
    ['\\autocites(see)(end)[1]{a}[2]{b}{c} text {d}', ['a', 'b', 'c']],
    ['\\cites{a}{b}. {no}', ['a', 'b']],
    ['\\volcite{2}[12]{a} \\Volcite[x]{1}{b}', ['a', 'b']],
    ['\\nocite{*}', ['*']],
    ['\\fullcite{a}\\citetitle{b}\\citefield{c}{title}', ['a', 'b', 'c']],
    ['\\textcquote[12]{a}{words} \\foreigntextcquote{german}{b}{Worte}', ['a', 'b']],
    ['\\cite\n  {a}', ['a']],
    ['\\cite{a, % not this, comma\n b}', ['a', 'b']],
    ['\\cite[see \\cite{inner}]{outer}', ['inner', 'outer']],
    ['\\cite<2>{beamer}', ['beamer']],
    ['\\shortcite{a}\\citeA{b}\\onlinecite{c}', ['a', 'b', 'c']]
  ])('%s', (text, expected) => {
    expect(keys(text)).toEqual(expected)
  })

  it.each([
    '% \\cite{a}',
    'text % \\cite{a}\n',
    '\\\\% \\cite{a}',
    '\\verb|\\cite{a}| \\verb*+\\cite{b}+',
    '\\begin{verbatim}\n\\cite{a}\n\\end{verbatim}',
    '\\begin{lstlisting}[language=TeX]\n\\cite{a}\n\\end{lstlisting}',
    '\\lstinline{\\cite{a}} \\mintinline{tex}|\\cite{b}|',
    '\\begin{comment}\\cite{a}\\end{comment}',
    '\\iffalse \\cite{a} \\ifx\\a\\b \\cite{b} \\fi \\cite{c} \\fi',
    '\\end{document} \\cite{a}',
    '\\citestyle{authoryear} \\citetext{plain} \\recite{a} \\setcitestyle{b}',
    '\\newcommand{\\see}[1]{see \\cite{#1}}',
    '\\cite{unclosed',
    '\\cite[unclosed{a}'
  ])('is nothing in: %s', (text) => {
    expect(keys(text)).toEqual([])
  })

  it.each([
    ['behind a percent sign that is one', '50\\% \\cite{a}', ['a']],
    [
      'in the other half of what is left out',
      '\\iffalse \\cite{a} \\else \\cite{b} \\fi \\cite{c}',
      ['b', 'c']
    ],
    ['behind verbatim text', '\\begin{verbatim}x\\end{verbatim}\\cite{a}', ['a']]
  ])('goes on %s', (_what, text, expected) => {
    expect(keys(text)).toEqual(expected)
  })

  it.each([
    '\\newcommand{\\see}[1]{see \\cite{#1}}',
    '\\newcommand\\see[2][]{\\citep[#1]{#2}}',
    '\\renewcommand*{\\see}[1]{\\textcite{#1}}',
    '\\NewDocumentCommand{\\see}{o m}{\\IfNoValueTF{#1}{\\cite{#2}}{\\cite[#1]{#2}}}',
    '\\def\\see#1{\\cite{#1}}',
    '\\let\\see=\\cite',
    '\\newcommand{\\see}{\\parencite}',
    '\\DeclareCiteCommand{\\see}{}{}{}{}'
  ])('is known where the user has a command for it: %s', (definition) => {
    expect(keys(`${definition}\nas \\see{a,b} says`)).toEqual(['a', 'b'])
  })

  it('is known through commands that stand before others, and those of multibib', () => {
    expect(keys('\\newcommand{\\see}[2]{#1 \\cite{#2}} \\see{words}{a}')).toEqual(['a'])
    expect(keys('\\newcites{Sec}{Secondary} \\citeSec{a} \\nociteSec{b}')).toEqual(['a', 'b'])
  })

  it('has its line and column', () => {
    const [first, second] = scanTex('a\r\nb \\cite{one,\n  two}', none).citations
    expect(first).toMatchObject({ key: 'one', line: 2, column: 9 })
    expect(second).toMatchObject({ key: 'two', line: 3, column: 3 })
  })

  it('stands at its offsets, whatever the text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '\\cite',
        '\\autocites',
        '{',
        '}',
        '[',
        ']',
        '%',
        '\n',
        ',',
        '\\',
        'key1',
        '\\verb|',
        '\\begin{verbatim}',
        '\\iffalse',
        '\\fi',
        '\\newcommand',
        '#1'
      ),
      fc.string({ maxLength: 5 })
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('')
        for (const { key, start, end } of scanTex(text, none).citations)
          expect(text.slice(start, end)).toBe(key)
      }),
      { numRuns: 300 }
    )
  })
})

describe('what a text takes in', () => {
  it('finds files, packages and bibliographies', () => {
    const scanned = scanTex(
      `\\documentclass{article}\\usepackage[x]{biblatex,mine}
       \\addbibresource[label=a]{refs.bib}\\addbibresource[location=remote]{https://example.org/a.bib}
       \\input{intro}\\input chapters/two
       \\include{three}\\subfile{four.tex}\\import{five/}{six}\\subimport{seven}{eight}`,
      none
    )
    expect(scanned.isRoot).toBe(true)
    expect(scanned.usesBiblatex).toBe(true)
    expect(scanned.bibs.map(({ path }) => path)).toEqual(['refs.bib'])
    const tex = scanned.inclusions.filter(({ extension }) => extension === '.tex')
    expect(tex.map(({ path }) => path)).toEqual([
      ...['intro', 'chapters/two', 'three', 'four.tex', 'five/six', 'seven/eight']
    ])
    expect(scanTex('\\bibliography{one, two.bib}', none).bibs).toMatchObject([
      { path: 'one.bib', line: 1, column: 15 },
      { path: 'two.bib' }
    ])
  })
})

describe('what a run of LaTeX says was cited', () => {
  it('is read from a .aux, of BibTeX and of BibLaTeX', () => {
    const text =
      '\\relax\n\\citation{a,b}\n\\citation{a}\n\\abx@aux@cite{0}{c}\n\\bibdata{main-blx,refs}\n'
    expect(scanAux(text)).toEqual({ keys: ['a', 'b', 'c'], bibs: ['refs.bib'] })
  })

  it('is read from a .bcf', () => {
    const text =
      '<bcf:citekey order="1">a&amp;b</bcf:citekey><bcf:datasource type="file">refs.bib</bcf:datasource>'
    expect(scanBcf(text)).toEqual({ keys: ['a&b'], bibs: ['refs.bib'] })
  })
})
