import type { Identifier, Paper, PaperType } from '@shared/model/paper'
import { paperTypes } from '@shared/model/kinds'
import type { PersonName } from '@shared/model/person'
import { makePaper } from './paper-fixture'

/** What would read or write a file, or break out of a field, if it became TeX. */
const hostile = [
  '\\input{canary}',
  '\\include{canary}',
  '\\openin5=canary.tex',
  '\\immediate\\openout7=pwned.txt',
  '\\write18{touch pwned}',
  '\\csname input\\endcsname{canary}',
  '^^5cinput{canary}',
  '\\catcode`\\@=0 @input{canary}',
  '}} @preamble{"\\input{canary}"} @misc{x, title={{',
  '"} @string{a = "\\input{canary}"}',
  '\\def\\x{\\x}\\x',
  '\\loop\\iftrue\\repeat',
  '\\bye',
  '\\end{document}',
  '\\begin{verbatim}',
  '\\verb|x',
  '{\\bf',
  '}',
  '{{{',
  '$$\\frac{',
  '$\\input{canary}$',
  '%',
  '# & _ ~ ^ \\',
  '\\',
  '\\\\[9999pt]',
  '\\href{x}{\\input{canary}}',
  '\\url{\\input{canary}}',
  '@misc{a, b',
  '@comment{',
  '\u0000\u0007\u001b',
  '\u202e\u2066right\u2069',
  '\ud800 lone',
  '<script>\\input{canary}</script>',
  '<i>\\input{canary}</i>',
  '$x^{2}$ and $5',
  'and others',
  ' and , and ',
  'ﬁ „Größe“ Ω ≤ é ñ 𝔄 🎉'
]
const ordinary = 'deep Learning for the BERT of Gaussian processes: A U-Net approach in 3D'.split(
  ' '
)
const fieldNames = [
  ...['series', 'edition', 'note', 'location', 'type', 'howpublished', 'organization', 'title'],
  ...[
    'subtitle',
    'date',
    'origdate',
    'urldate',
    'eventdate',
    'pubstate',
    'translator',
    'editortype'
  ],
  ...['eprintclass', 'eprint', 'eprinttype', 'entrytype', 'shortjournal', 'seriesnumber', 'doi'],
  ...[
    'url',
    'ids',
    'crossref',
    'xref',
    'execute',
    'options',
    'mytool-rank',
    'annotation',
    'untitled'
  ]
]
const entries = [
  '',
  'inbook',
  'proceedings',
  'manual',
  'unpublished',
  'video',
  'patent',
  '\\input{canary}'
]

/** Records with hostile text in every field, the same for the same seed. */
export function hostileRecords(count: number, seed: number): Paper[] {
  let state = seed >>> 0
  const random = (below: number): number => {
    // Mulberry32 (Tommy Ettinger, public domain).
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
  const pick = <T>(list: readonly T[]): T => list[random(list.length)] as T
  const text = (): string =>
    Array.from({ length: random(5) }, () =>
      random(3) === 0 ? pick(hostile) : pick(ordinary)
    ).join(' ')
  const part = (): string => text().trim() || 'x'
  const name = (): PersonName =>
    random(4) === 0
      ? { literal: part() }
      : {
          family: part(),
          given: text(),
          particle: random(3) === 0 ? text() : '',
          suffix: random(5) === 0 ? text() : ''
        }
  const identifiers = (): Identifier[] =>
    (['doi', 'arxiv', 'pmid', 'isbn'] as const)
      .filter(() => random(4) === 0)
      .map((scheme) => ({
        scheme,
        value: random(2) === 0 ? part() : '10.1000/x_y%20',
        version: null
      }))
  return Array.from({ length: count }, (_, at) =>
    makePaper({
      id: at + 1,
      citationKey: `k${String(at)}`,
      type: pick(paperTypes as readonly PaperType[]),
      title: part(),
      abstract: text(),
      issued: pick(['', '2020', '2020-03', '2020-02-31', '1999-99']),
      ...{ venue: text(), volume: text(), issue: text(), pages: text(), publisher: text() },
      language: pick(['', 'en', 'de', 'fr', '\\input{canary}']),
      creators: Array.from({ length: random(4) }, () => ({
        role: random(4) === 0 ? ('editor' as const) : ('author' as const),
        name: name()
      })),
      identifiers: identifiers(),
      links:
        random(2) === 0 ? [{ kind: 'paper', url: `https://example.org/${pick(hostile)}` }] : [],
      tags: random(3) === 0 ? [{ id: 1, name: part(), colour: 0 }] : [],
      aliases: random(8) === 0 ? [`old${String(at)}`, pick(hostile)] : [],
      extra: [
        ...new Map(
          Array.from({ length: random(4) }, () => {
            const field = pick(fieldNames)
            return [field, field === 'entrytype' ? pick(entries) : part()] as const
          })
        )
      ].map(([field, value]) => ({ name: field, value }))
    })
  )
}
