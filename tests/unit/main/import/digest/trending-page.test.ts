import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  detectTrendingPage,
  parseTrendingPage
} from '../../../../../src/main/import/digest/trending-page'
import { abstractOf, trendingPage } from '../../../support/digest-text'

const seen = new Date('2026-11-23T12:00:00Z')
const real = resolve('../shared/digests/trending-papers-mar-14.txt')
const sample = resolve('resources/samples/trending-papers.txt')

describe('a page of trending papers', () => {
  it('keeps the votes and stars that it says, whether they come before a title or behind an abstract', () => {
    const [one, two] = ['Sheaves in Practice', 'Looms of Thought']
    const behind = trendingPage([one, two])
      .replace(abstractOf(one), `${abstractOf(one)}\n\nUpvote 128\n\nGitHub 1.2k\n\n7 comments`)
      .replace(abstractOf(two), `${abstractOf(two)}\n\n1,304 upvotes`)
    const before = trendingPage([one, two])
      .replace(`${one}\n`, `Upvote 128\n\n1.2k stars\n\n${one}\n`)
      .replace(`${two}\n`, `Upvote 1,304\n\n${two}\n`)
    for (const page of [behind, before]) {
      const { digests, skipped } = parseTrendingPage(page, 'x', seen)
      expect(skipped).toEqual([])
      expect(digests[0]?.papers).toMatchObject([
        { title: one, votes: 128, stars: 1200 },
        { title: two, votes: 1304 }
      ])
      expect(digests[0]?.papers[1]).not.toHaveProperty('stars')
    }
  })

  it.skipIf(!existsSync(real))('of 14 March gives 68 papers with 18 links', () => {
    const text = readFileSync(real, 'utf8')
    expect(detectTrendingPage(text)).toBe(1)
    const { digests, skipped } = parseTrendingPage(text, 'x', seen)
    expect(skipped).toEqual([])
    expect(digests).toHaveLength(1)
    const papers = digests[0]?.papers ?? []
    expect(papers).toHaveLength(68)
    expect(digests[0]).toMatchObject({ date: '2026-03-14', dateInferred: true })
    const links = papers.flatMap(({ says }) => says.links ?? [])
    expect(links).toHaveLength(18)
    expect(links.filter(({ url }) => /[.,){}]$/.test(url))).toEqual([])
    expect(links.filter(({ kind }) => kind === 'code')).toHaveLength(13)
    expect(links.filter(({ kind }) => kind === 'project')).toHaveLength(5)
    for (const { title, says, start, end } of papers) {
      const abstract = says.abstract ?? ''
      expect(abstract.length).toBeGreaterThan(1300)
      expect(text.slice(start, end)).toMatch(title)
      expect(text.slice(start, end).endsWith(abstract)).toBe(true)
    }
  })

  it('gives every paper of the sample that ships with Sheaf', () => {
    const { digests, skipped } = parseTrendingPage(readFileSync(sample, 'utf8'), 'x', seen)
    expect(skipped).toEqual([])
    expect(digests[0]?.papers).toHaveLength(12)
    expect(digests[0]?.papers.flatMap(({ says }) => says.links)).toEqual([
      { kind: 'code', url: 'https://github.com/sheaf-sample/loomnet' },
      { kind: 'project', url: 'https://sheaf-sample.example.org/probes/' },
      { kind: 'project', url: 'https://sheaf-sample.example.org/forgetting/' },
      { kind: 'code', url: 'https://github.com/sheaf-sample/leak-guide' },
      { kind: 'code', url: 'https://github.com/sheaf-sample/admits-defeat' },
      { kind: 'project', url: 'https://sheaf-sample.example.org/plans/data' },
      { kind: 'project', url: 'https://sheaf-sample.example.org/scores/' }
    ])
  })

  it('reads the same with the line ends of Windows, a byte order mark and no blank lines', () => {
    const page = trendingPage(['Sheaves in Practice', 'Looms of Thought'])
    const expected = titles(page)
    expect(titles(page.replaceAll('\n', '\r\n'))).toEqual(expected)
    expect(titles(`\ufeff${page}`)).toEqual(expected)
    const long = ['Sheaves in Practice', `${abstractOf('Sheaves')} ${abstractOf('Practice')}`]
    const dense = ['Mar 14', ...long, 'Looms of Thought', `${abstractOf('x')} ${abstractOf('y')}`]
    expect(titles(dense.join('\n'))).toEqual(expected)
  })

  it('joins an abstract that an editor has wrapped', () => {
    const wrapped = abstractOf('wrapped sheaves').replace(/(.{1,60}) /g, '$1\n')
    const { digests } = parseTrendingPage(`A Title\n\n${wrapped}\n`, 'x', seen)
    expect(digests[0]?.papers[0]?.says.abstract).toBe(abstractOf('wrapped sheaves'))
  })

  it('takes the year from the page, else the latest that is not in the future', () => {
    const dateOf = (heading: string): unknown => {
      const { digests } = parseTrendingPage(trendingPage(['A Title'], heading), 'x', seen)
      return [digests[0]?.date, digests[0]?.dateInferred]
    }
    expect(dateOf('Mar 14')).toEqual(['2026-03-14', true])
    expect(dateOf('Nov 24')).toEqual(['2026-11-24', true])
    expect(dateOf('Dec 1')).toEqual(['2025-12-01', true])
    expect(dateOf('Feb 29')).toEqual(['2024-02-29', true])
    expect(dateOf('Fri, March 14, 2025')).toEqual(['2025-03-14', false])
    expect(dateOf('14 March 2025')).toEqual(['2025-03-14', false])
    expect(dateOf('2025-03-14')).toEqual(['2025-03-14', false])
    expect(dateOf('Feb 31')).not.toEqual(['2026-02-31', true])
  })

  it('makes a digest of each day that the page shows', () => {
    const page = `${trendingPage(['First Day'], 'Mar 14')}\nMar 13\n\nSecond Day\n\n${abstractOf('second day')}`
    const { digests } = parseTrendingPage(page, 'x', seen)
    expect(digests.map(({ date, papers }) => [date, papers[0]?.title])).toEqual([
      ['2026-03-14', 'First Day'],
      ['2026-03-13', 'Second Day']
    ])
  })

  it('tells the line that it does not understand and takes the rest', () => {
    const page = trendingPage(['First Paper', 'Second Paper', 'Third Paper']).replace(
      abstractOf('Second Paper'),
      ''
    )
    const { digests, skipped } = parseTrendingPage(page, 'page.txt', seen)
    expect(digests[0]?.papers.map(({ title }) => title)).toEqual(['First Paper', 'Third Paper'])
    expect(skipped).toEqual([
      { file: 'page.txt', line: 15, reason: expect.stringContaining('Second Paper') as string }
    ])
  })

  it('leaves out votes, buttons and other furniture between papers', () => {
    const page = trendingPage(['First Paper', 'Second Paper']).replaceAll(
      'The data is public.',
      'The data is public.\n\nUpvote\n\n128\n\nGitHub 1.2k\n\n3 comments\n\nSubmitted by ada'
    )
    expect(titles(page)).toEqual(['First Paper', 'Second Paper'])
  })

  it('is not seen in a novel, a letter, a list or code', () => {
    const paragraph = `It was late when she came home. ${'The rain had not stopped since noon. '.repeat(12)}`
    const novel = Array.from({ length: 40 }, (_, index) =>
      index % 10 === 0 ? `Chapter ${String(index / 10 + 1)}` : paragraph
    ).join('\n\n')
    const dialogue = Array.from({ length: 60 }, (_, index) =>
      index % 3 === 0 ? '“Who is there?” he asked.' : paragraph
    ).join('\n\n')
    const list = Array.from({ length: 50 }, (_, index) => `Item number ${String(index)}`).join(
      '\n\n'
    )
    const code = 'function f(x) {\n  return x + 1\n}\n\n'.repeat(30)
    for (const text of [novel, dialogue, list, code, 'Dear Ada,\n\nthank you.\n\nYours, B.'])
      expect(detectTrendingPage(text)).toBe(0)
  })
})

function titles(text: string): string[] {
  const { digests } = parseTrendingPage(text, 'x', seen)
  return digests.flatMap(({ papers }) => papers.map(({ title }) => title))
}
