import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { TrendOverview } from '@shared/model/trend'
import { defaultTrendWeights } from '@shared/model/trend-parts'
import type { Sort } from '@shared/model/view'
import type { WritableDb } from '../../../../src/main/database/handle'
import { column, scalar, sql } from '../../../../src/main/database/sql'
import { parseText } from '../../../../src/main/import/parse'
import type { ParsedFile, ParsedPaper } from '../../../../src/main/import/parsed'
import { change } from '../../../../src/main/library/journal'
import { setDigestDate } from '../../../../src/main/library/digests'
import { trashPapers } from '../../../../src/main/library/paper-changes'
import { getPapers } from '../../../../src/main/library/papers'
import { setWeights } from '../../../../src/main/library/trending'
import { listIds, viewIds } from '../../../../src/main/library/views'
import { Trends, type TrendQuery } from '../../../../src/main/trends/trends'
import { applied } from '../../support/applied'
import { newLibrary } from '../../support/library'
import { randomFrom } from '../../support/mutate'
import { plainTermCount, plainTrending } from './plain-trends'

const shared = resolve('../shared/digests')
const seen = new Date('2026-11-23T12:00:00Z')
const names = [
  'trending-papers-mar-14.txt',
  'hf-weekly-2025-03-21.txt',
  'hf-weekly-2025-03-28.txt',
  'hf-weekly-2025-04-04.txt',
  'arxiv-math-AG-new.txt',
  'arxiv-q-fin-new.txt'
]

/** A digest of made-up papers. */
function digest(
  source: string,
  date: string,
  papers: readonly (Partial<ParsedPaper> & { title: string })[],
  format = 'trending-page'
): ParsedFile {
  return {
    file: `${source} ${date}`,
    skipped: [],
    digests: [
      {
        ...{ format, source, date, dateInferred: false },
        rawText: `${source} ${date} ${papers.map(({ title }) => title).join('\n')}`,
        papers: papers.map((paper) => ({ says: {}, start: 0, end: 0, ...paper }))
      }
    ]
  }
}

function listed(
  trends: Trends,
  window: TrendQuery,
  column: Sort['column'] = 'trend',
  descending = true
): number[] {
  return [...trends.list({ kind: 'trending', ...window }, { column, descending })]
}

function titles(db: WritableDb, ids: readonly number[]): string[] {
  return getPapers(db, ids).map(({ title }) => title)
}

describe('what trends', () => {
  it.skipIf(!existsSync(shared))(
    'in the seed page, three weekly dumps and two arXiv listings dropped in order, is what a slow plain reference says',
    () => {
      const db = newLibrary()
      for (const name of names) {
        const text = readFileSync(join(shared, name), 'utf8')
        applied(db, [parseText(text, name, seen)])
      }
      // One row a paper, whichever digests name it.
      const folded = column<string>(db, sql`SELECT folded_title FROM paper`)
      expect(new Set(folded).size).toBe(folded.length)
      expect(folded.length).toBeGreaterThan(200)
      const trends = new Trends(db)
      for (const [window, on, from, to] of [
        ['all', '', '0000-01-01', '9999-12-31'],
        ['week', '2025-03-28', '2025-03-24', '2025-03-30'],
        ['month', '2025-03-01', '2025-03-01', '2025-03-31'],
        ['day', '2025-04-04', '2025-04-04', '2025-04-04'],
        ['week', '', '2026-03-09', '2026-03-15']
      ] as const) {
        const plain = plainTrending(db, from, to, defaultTrendWeights)
        expect(plain.length).toBeGreaterThan(0)
        expect(listed(trends, { window, on })).toEqual(plain.map(({ paper }) => paper.id))
        expect(viewIds(db, { kind: 'trending', window, on })).toHaveLength(plain.length)
      }
      const week = trends.overview({ window: 'week', on: '2025-03-28' })
      expect(week).toMatchObject({ from: '2025-03-24', to: '2025-03-30', digests: 1, papers: 50 })
      expect(week.before).toMatchObject({ from: '2025-03-17', to: '2025-03-23', papers: 50 })
      expect(week).toMatchObject({ earlier: '2025-03-21', later: '2025-04-04' })
      expect(week.rising.some(({ kind }) => kind === 'term')).toBe(true)
      const now = plainTrending(db, '2025-03-24', '2025-03-30', defaultTrendWeights)
      const before = plainTrending(db, '2025-03-17', '2025-03-23', defaultTrendWeights)
      for (const one of week.rising.filter(
        ({ kind, key }) => kind === 'term' && /^[a-z ]+$/.test(key)
      )) {
        const counts = [now, before].map((papers) =>
          plainTermCount(
            papers.map(({ paper }) => paper),
            one.key
          )
        )
        expect([one.label, one.now, one.before]).toEqual([one.label, ...counts])
        expect(one.papers).toHaveLength(one.now)
      }
    }
  )

  it('is what a slow plain reference says, whatever digests, votes and weights there are', () => {
    for (let seed = 1; seed <= 6; seed++) {
      const db = newLibrary()
      const random = randomFrom(seed)
      const pick = (n: number): number => Math.floor(random() * n)
      for (let step = 0; step < 14; step++) {
        const papers = Array.from({ length: 1 + pick(9) }, () => ({
          title: `Paper Number ${String(pick(24))} of All`,
          ...(pick(2) === 0 ? { votes: pick(500) } : {}),
          ...(pick(3) === 0 ? { stars: pick(9000) } : {})
        }))
        const date = `2026-0${String(2 + pick(2))}-${String(1 + pick(28)).padStart(2, '0')}`
        const format = pick(5) === 0 ? 'bibtex' : 'trending-page'
        applied(db, [digest(`Source ${String(pick(4))}`, date, papers, format)])
      }
      const weights = {
        ...{ sources: pick(5), rank: pick(5), recency: pick(5), votes: pick(3), stars: pick(3) },
        halfLife: 1 + pick(9)
      }
      setWeights(db, weights)
      const some = column<number>(db, sql`SELECT id FROM paper ORDER BY id LIMIT 3`)
      change(db, { kind: 'trash', count: 3, name: '' }, (tx) => {
        trashPapers(tx, some)
      })
      const trends = new Trends(db)
      for (const [window, on, from, to] of [
        ['all', '', '0000-01-01', '9999-12-31'],
        ['month', '2026-02-11', '2026-02-01', '2026-02-28'],
        ['week', '2026-03-11', '2026-03-09', '2026-03-15']
      ] as const)
        expect(listed(trends, { window, on })).toEqual(
          plainTrending(db, from, to, weights).map(({ paper }) => paper.id)
        )
    }
  })

  it('shows the parts of a score: sources, the best place, the last day, votes and stars', () => {
    const db = newLibrary()
    applied(db, [
      digest('Daily', '2026-03-09', [{ title: 'Looms' }, { title: 'Sheaves', votes: 99 }]),
      digest('Daily', '2026-03-11', [{ title: 'Sheaves', votes: 120, stars: 40 }]),
      digest('Weekly', '2026-03-13', [{ title: 'Rivers' }])
    ])
    const id = scalar<number>(db, sql`SELECT id FROM paper WHERE title = 'Sheaves'`)
    const [one] = new Trends(db).standing({ window: 'week', on: '' }, [id])
    expect(one).toMatchObject({ sources: 1, place: 1, day: '2026-03-11', age: 2 })
    expect(one).toMatchObject({ votes: 120, stars: 40 })
    expect(one?.namings.map(({ date, position, of }) => [date, position, of])).toEqual([
      ['2026-03-11', 1, 1],
      ['2026-03-09', 2, 2]
    ])
  })

  it('comes in any other order of a list too, narrowed to some papers, until the library changes', () => {
    const db = newLibrary()
    const titled = ['Looms', 'Dyes', 'Threads'].map((title) => ({ title }))
    applied(db, [digest('Daily', '2026-03-09', titled), digest('Weekly', '2026-03-10', titled)])
    const trends = new Trends(db)
    const week = { window: 'week', on: '2026-03-10' } as const
    for (const column of ['title', 'year', 'added', 'digest', 'keeping'] as const)
      for (const descending of [true, false])
        expect(listed(trends, week, column, descending)).toEqual(
          listIds(db, { kind: 'trending', ...week }, { column, descending })
        )
    const [first = 0, , third = 0] = listed(trends, week, 'title', false)
    const some = { ...week, only: [third, first] }
    expect(listed(trends, some, 'title', false)).toEqual([first, third])
    expect(listed(trends, some).toSorted()).toEqual([first, third].toSorted())
    change(db, { kind: 'trash', count: 1, name: '' }, (tx) => {
      trashPapers(tx, [first])
    })
    expect(listed(trends, some, 'title', false)).toEqual([third])
  })

  it('follows a digest whose date is set right', () => {
    const db = newLibrary()
    const { items } = applied(db, [digest('Daily', '2026-03-09', [{ title: 'Looms' }])])
    const trends = new Trends(db)
    expect(listed(trends, { window: 'day', on: '2026-03-09' })).toHaveLength(1)
    change(db, { kind: 'digest-date', count: 1, name: '' }, (tx) => {
      setDigestDate(tx, items[0]?.digestId ?? 0, '2026-03-02')
    })
    expect(listed(trends, { window: 'day', on: '2026-03-09' })).toEqual([])
    expect(trends.overview({ window: 'day', on: '2026-03-09' })).toMatchObject({
      ...{ digests: 0, papers: 0, earlier: '2026-03-02', later: '' }
    })
  })

  it('is nothing where no digest has come, and a file of references is none', () => {
    const db = newLibrary()
    applied(db, [digest('refs.bib', '2026-03-09', [{ title: 'Looms' }], 'bibtex')])
    const trends = new Trends(db)
    expect(listed(trends, { window: 'week', on: '' })).toEqual([])
    expect(trends.overview({ window: 'week', on: '' })).toMatchObject({ from: '', digests: 0 })
    expect(viewIds(db, { kind: 'trending', window: 'week', on: '' })).toEqual([])
  })
})

describe('what rises', () => {
  const paper = (title: string, abstract: string, given: ParsedPaper['says'] = {}) => ({
    title,
    says: { abstract, language: 'en', ...given }
  })
  const woven = (n: number) =>
    paper(`Loom ${String(n)}`, 'This is of weaving graphs, and it is here.', {
      venue: 'Annals of Looms',
      creators: [
        { role: 'author', name: { family: 'Ono', given: 'Ada', particle: '', suffix: '' } }
      ],
      links: [{ kind: 'code', url: `https://github.com/ono/loom/tree/main/${String(n)}` }]
    })
  const other = (n: number) => paper(`River ${String(n)}`, 'This is of a river, and it is here.')
  const many = (count: number, make: (n: number) => ReturnType<typeof paper>) =>
    Array.from({ length: count }, (_, n) => make(n))

  function risingOf(now: ReturnType<typeof paper>[], before: ReturnType<typeof paper>[]) {
    const db = newLibrary()
    applied(db, [digest('Daily', '2026-03-04', before), digest('Daily', '2026-03-11', now)])
    const { rising }: TrendOverview = new Trends(db).overview({ window: 'week', on: '' })
    return { db, rising }
  }

  it('is told with its numbers, now and before, and the papers that show it', () => {
    const { db, rising } = risingOf(
      [...many(5, woven), ...many(5, (n) => other(n))],
      many(10, (n) => other(n + 20))
    )
    const of = (kind: string) => rising.filter((one) => one.kind === kind)
    expect(of('person')).toMatchObject([{ label: 'Ada Ono', now: 5, before: 0 }])
    expect(of('venue')).toMatchObject([{ label: 'Annals of Looms', now: 5, before: 0 }])
    expect(of('repository')).toMatchObject([{ label: 'github.com/ono/loom', now: 5, before: 0 }])
    const [term] = of('term')
    expect(term).toMatchObject({ label: 'weaving graphs', now: 5, before: 0 })
    expect(titles(db, term?.papers ?? [])).toEqual(many(5, woven).map(({ title }) => title))
    // Stop words, and what is as it was, do not rise.
    for (const stop of ['of', 'this', 'here'])
      expect(of('term').map(({ label }) => label)).not.toContain(stop)
  })

  it('is never infinitely much: one paper against none is no rise at all', () => {
    const { rising } = risingOf([woven(1), other(1)], [other(2), other(3)])
    expect(rising).toEqual([])
    const more = risingOf(
      many(4, woven),
      many(4, (n) => other(n))
    )
    for (const { factor } of more.rising) expect(factor).toBeLessThan(20)
  })

  it('is not told where there was no digest before', () => {
    const db = newLibrary()
    applied(db, [digest('Daily', '2026-03-11', many(5, woven))])
    expect(new Trends(db).overview({ window: 'week', on: '' })).toMatchObject({
      ...{ papers: 5, rising: [] },
      before: { digests: 0, papers: 0 }
    })
  })
})
