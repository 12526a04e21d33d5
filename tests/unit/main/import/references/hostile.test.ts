import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseText } from '../../../../../src/main/import/parse'
import {
  detectBetterBibtexJson,
  parseBetterBibtexJson
} from '../../../../../src/main/import/references/better-bibtex-json'
import { detectCslJson, parseCslJson } from '../../../../../src/main/import/references/csl-json'
import { detectNbib, parseNbib } from '../../../../../src/main/import/references/nbib'
import { detectRis, parseRis } from '../../../../../src/main/import/references/ris'

const seen = new Date('2026-11-23T12:00:00Z')
const readers = [
  { detect: detectRis, parse: parseRis },
  { detect: detectNbib, parse: parseNbib },
  { detect: detectCslJson, parse: parseCslJson },
  { detect: detectBetterBibtexJson, parse: parseBetterBibtexJson }
]
const head = '{"config": {}, "items": ['
const good = [
  'TY  - JOUR\nAU  - Weaver, W.\nTI  - Looms\nPY  - 2021/03/14/\nSP  - 1\nEP  - 9\nER  - \n',
  'PT J\nAU Weaver, W\n   Loom, L\nTI Looms\nPY 2021\nER\n\nEF',
  'PMID- 1\nFAU - Weaver, Wilma\nTI  - Looms\n      and more.\nDP  - 2021 Mar 14\n',
  '[\n  {"id": "a", "type": "book", "title": "Looms", "author": [{"family": "W"}]},\n  {}\n]',
  `${head}{"itemType": "book", "title": "Looms", "creators": [{"lastName": "W"}]}]}`
]

describe('hostile input', () => {
  const big = 5_000_000
  const inputs: readonly (readonly [name: string, text: () => string])[] = [
    ['one long line', () => 'a'.repeat(big)],
    ['one long line of blanks', () => `TY  - JOUR\nTI  - ${' '.repeat(big)}x`],
    ['one long value', () => `TY  - JOUR\nSP  - ${'1-'.repeat(big / 2)}\nSN  - ${'1'.repeat(big)}`],
    ['one long name', () => `TY  - JOUR\nTI  - A\nAU  - ${'A. '.repeat(big / 3)}`],
    ['one long address', () => `TY  - JOUR\nTI  - A\nUR  - http://${'a;'.repeat(big / 2)}`],
    ['many tags', () => `TY  - JOUR\nTI  - A\n${'KW  - a\n'.repeat(125_000)}`],
    ['many empty tags', () => 'TY  -\n'.repeat(150_000)],
    ['many records of PubMed', () => 'PMID- 1\n'.repeat(125_000)],
    ['many lines that go on', () => `PMID- 1\nTI  - A\n${'      b\n'.repeat(125_000)}`],
    ['deep brackets', () => '['.repeat(100_000)],
    ['deep brackets, closed', () => '['.repeat(100_000) + ']'.repeat(100_000)],
    ['deep braces', () => '{"a":'.repeat(100_000)],
    ['deep braces a line each', () => '[\n' + '{"a":\n'.repeat(100_000)],
    ['deep brackets in an item', () => `[{"title": ${'['.repeat(1e5)}${']'.repeat(1e5)}}]`],
    ['deep items', () => head + '{"itemType": "book", "a": '.repeat(100_000)],
    ['an open string', () => `[{"title": "${'a'.repeat(big)}`],
    ['many open strings', () => '[' + '{"\n'.repeat(300_000)],
    ['many commas', () => `[${','.repeat(big)}`],
    ['many quotation marks', () => `[${'"'.repeat(big)}`],
    ['many backslashes', () => `[{"${'\\'.repeat(big)}`],
    ['many keys', () => head + '{"title":'.repeat(200_000)],
    ['a title of tags', () => `[{"type": "book", "title": "${'<i '.repeat(big / 3)}"}]`],
    ['a note of tags', () => `${head}{"title": "a", "note": "${'<p>&amp'.repeat(big / 8)}"}]}`],
    ['many keywords', () => `[{"title": "a", "keyword": "${'a,'.repeat(big / 2)}"}]`],
    ['wrong kinds', () => '[{"title": "a", "author": {"a": 1}, "issued": [[]], "sheaf": []}]']
  ]
  it.each(inputs)('(%s) neither throws nor hangs', (_, make) => {
    const text = make()
    for (const { detect, parse } of readers) {
      const from = performance.now()
      expect(detect(text)).toBeLessThanOrEqual(1)
      parse(text, 'x', seen)
      // Linear readers take well under a second for each; quadratic ones take minutes.
      expect(performance.now() - from).toBeLessThan(8000)
    }
  })

  it('of 1 MB of different tags keeps them all', () => {
    const tags = Array.from({ length: 100_000 }, (_, at) => `KW  - tag ${at}\n`).join('')
    const { digests } = parseRis(`TY  - JOUR\nTI  - A\n${tags}ER  - `, 'x', seen)
    expect(digests[0]?.papers[0]?.tags).toHaveLength(100_000)
  })

  it('of a million lines, none of them blank, is read like a short one', () => {
    const long = 'x'.repeat(200)
    const entry = `@article{k, title = {On Looms}, abstract = {${long}\n`
    const text = `${entry}${'of cloth\n'.repeat(1_000_000)}}}`
    const { digests } = parseText(text, 'long.bib', seen)
    expect(digests.flatMap(({ papers }) => papers.map(({ title }) => title))).toEqual(['On Looms'])
  })

  it('cut off anywhere never throws, and its ranges stay inside it', () => {
    for (const text of good)
      for (let end = 0; end <= text.length; end++) readAll(text.slice(0, end))
  })

  it('changed anywhere never throws, and its ranges stay inside it', () => {
    const edit = fc.record({
      text: fc.constantFrom(...good),
      at: fc.nat(200),
      cut: fc.nat(3),
      put: fc.oneof(
        fc.constantFrom(
          '"',
          '{',
          '}',
          '[',
          ']',
          ',',
          '\\',
          '\n',
          '\r',
          '\u0000',
          'ER  - ',
          '\ud800'
        ),
        fc.string({ unit: 'binary', maxLength: 4 })
      )
    })
    fc.assert(
      fc.property(edit, ({ text, at, cut, put }) => {
        readAll(text.slice(0, at) + put + text.slice(at + cut))
      }),
      { numRuns: 1000 }
    )
  })

  it('of any JSON value never throws', () => {
    fc.assert(
      fc.property(fc.array(fc.dictionary(keys, fc.jsonValue()), { maxLength: 3 }), (items) => {
        readAll(JSON.stringify(items))
        readAll(JSON.stringify({ config: {}, items }))
      }),
      { numRuns: 500 }
    )
  })
})

const keys = fc.constantFrom(
  ...['id', 'type', 'title', 'author', 'editor', 'issued', 'number', 'note', 'keyword', 'sheaf'],
  ...['itemType', 'creators', 'date', 'extra', 'tags', 'notes', 'DOI', 'ISBN', 'url', 'URL'],
  ...['__proto__', 'constructor', 'language', 'page', 'pages']
)

function readAll(text: string): void {
  for (const { detect, parse } of readers) {
    const certainty = detect(text)
    expect(certainty >= 0 && certainty <= 1).toBe(true)
    const { digests, skipped } = parse(text, 'x', seen)
    expect(digests).toHaveLength(1)
    let from = 0
    for (const { title, start, end } of digests[0]?.papers ?? []) {
      expect(title).not.toBe('')
      expect(start >= from && start < end && end <= text.length).toBe(true)
      from = end
    }
    for (const { line, reason } of skipped)
      expect(line >= 0 && Number.isInteger(line) && reason !== '').toBe(true)
  }
}
