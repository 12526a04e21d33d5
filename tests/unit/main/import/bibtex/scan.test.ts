import fc from 'fast-check'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { detectBibtex, parseBibtex } from '../../../../../src/main/import/bibtex'
import { scanBibtex } from '../../../../../src/main/import/bibtex/scan'
import { trendingPage } from '../../../support/digest-text'

const shared = ['bib', 'bbt-export'].map((folder) => resolve('../shared/refs', folder))

function fieldsOf(text: string): Record<string, string> {
  const { entries, problems } = scanBibtex(text)
  expect(problems).toEqual([])
  return Object.fromEntries(entries[0]?.fields ?? [])
}

describe('the scanner of BibTeX', () => {
  it('reads values in braces, in quotes, numbers, and pieces joined', () => {
    expect(
      fieldsOf(
        '@string{ j = "Journal of " # {Looms} }\n@article{k, a = {x {y} z}, b = "p {"} q", C = 12, d = j # " B", month = mar }'
      )
    ).toEqual({ a: 'x {y} z', b: 'p {"} q', c: '12', d: 'Journal of Looms B', month: 'March' })
  })

  it('reads parentheses, Windows line ends, comments, and what lacks or has too many commas', () => {
    expect(fieldsOf('\ufeff@misc(k,\r\n a = {1}\r\n b = {2},, % why\r\n c = {3},\r\n)')).toEqual({
      ...{ a: '1', b: '2', c: '3' }
    })
    expect(fieldsOf('@misc{ , a = {1}}')).toEqual({ a: '1' })
    expect(
      scanBibtex('% @misc{x}\nmail me@home{now} @comment{@misc{a}} @preamble{"x"}').entries
    ).toHaveLength(1)
  })

  it('keeps the first of two values of a field', () => {
    expect(fieldsOf('@misc{k, a = {1}, A = {2}}')).toEqual({ a: '1' })
  })

  it('tells of a broken entry with its line, and keeps every one beside it', () => {
    const text = [
      '@misc{one, title = {First}}',
      '@misc{two, title = {Second',
      '@misc{three, title = {Third}}',
      '@misc{four, title {Fourth}}',
      '@misc{five, title = foo # }',
      '@misc{six, title = {Sixth}}',
      '@misc{seven, title = {Seventh}'
    ].join('\n')
    const { entries, problems } = scanBibtex(text)
    expect(entries.map(({ key }) => key)).toEqual(['one', 'three', 'six'])
    expect(problems.map(({ line }) => line)).toEqual([2, 4, 5, 5, 7])
    expect(problems[0]?.reason).toBe('two: a “}” is missing.')
    expect(problems[1]?.reason).toBe('four: the field title has no “=” before “{Fourth}}”.')
    expect(problems[2]?.reason).toBe(
      'five: the abbreviation foo is not defined; its name was kept.'
    )
  })

  it('takes linear time and little stack on hostile text', () => {
    for (const text of [
      '@misc{a, t = ' + '{'.repeat(1_000_000),
      '@'.repeat(1_000_000),
      '@a{x,y={\n'.repeat(100_000),
      '@misc{a, t = {' + '{}'.repeat(500_000) + '}}',
      `@misc{a, t = {${'x'.repeat(5_000_000)}}}`,
      '@string{a = a # a}\n'.repeat(50_000)
    ]) {
      const started = performance.now()
      scanBibtex(text)
      // Quadratic time would be minutes.
      expect(performance.now() - started).toBeLessThan(10_000)
    }
  })

  it('never throws, whatever is done to a file', () => {
    const text =
      '@string{j = "J"}\n@article{k, author = {A and B}, title = {{T} \\"o}, journal = j}\n'.repeat(
        4
      )
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(40), fc.string({ maxLength: 6 }), (at, cut, put) => {
        const mutated = text.slice(0, at) + put + text.slice(at + cut)
        parseBibtex(mutated, 'x.bib')
        expect(detectBibtex(mutated)).toBeLessThanOrEqual(1)
      }),
      { numRuns: 2000 }
    )
  })
})

describe('files of references', () => {
  it('are known by what is in them', () => {
    expect(detectBibtex('% my papers\n@article{k, title = {T}}')).toBe(1)
    for (const text of ['', 'Write to me@home{now}.', trendingPage(['One', 'Two']), '@misc'])
      expect(detectBibtex(text)).toBeLessThan(0.5)
  })

  it.skipIf(!shared.every(existsSync))('that others wrote give every entry', () => {
    let files = 0
    for (const folder of shared)
      for (const name of readdirSync(folder).filter((each) =>
        /\.(bib|bibtex|biblatex)$/.test(each)
      )) {
        const text = readFileSync(join(folder, name), 'utf8')
        const heads = text.match(/^[ \t\ufeff]*@\s*[A-Za-z]+\s*[{(]/gm) ?? []
        const papers = heads.filter(
          (head) => !/@\s*(string|comment|preamble|set|xdata)/i.test(head)
        )
        const { digests, skipped } = parseBibtex(text, name)
        expect([name, digests[0]?.papers.length ?? 0]).toEqual([name, papers.length])
        expect(skipped.filter(({ reason }) => !reason.includes('abbreviation'))).toEqual([])
        files++
      }
    expect(files).toBeGreaterThan(100)
  })
})
