import { expect, test } from 'vitest'
import type { PaperFacts } from '@shared/model/topic-map'
import type { ParsedFile } from '../../../../src/main/import/parsed'
import { change } from '../../../../src/main/library/journal'
import { paperFacts } from '../../../../src/main/library/paper-facts'
import { setState, trashPapers } from '../../../../src/main/library/paper-changes'
import { addTag } from '../../../../src/main/library/tags'
import { decide } from '../../../../src/main/library/triage'
import { listIds, viewIds } from '../../../../src/main/library/views'
import { applied } from '../../support/applied'
import { insertPaper, newLibrary } from '../../support/library'

const day = (date: string): number => Date.parse(date) / 86_400_000
const today = (): number => day(new Date().toLocaleDateString('sv'))

function digest(date: string, ...titles: string[]): ParsedFile {
  const papers = titles.map((title) => ({ title, says: {}, start: 0, end: 1 }))
  const rawText = `${date} ${titles.join()}`
  const one = { format: 'trending-page', source: 'Trending', date, dateInferred: false, rawText }
  return { file: `${date}.txt`, digests: [{ ...one, papers }], skipped: [] }
}

test('pictures know when a paper arrived, was kept and was read, and what it is of', () => {
  const db = newLibrary()
  const alone = insertPaper(db, { title: 'Alone', issued: '2019-04' })
  const { items } = applied(db, [
    digest('2026-05-02', 'Looms', 'Rivers'),
    digest('2026-05-05', 'Looms')
  ])
  const idOf = (title: string): number => items.find((one) => one.title === title)?.paperId ?? 0
  const [looms, rivers] = [idOf('Looms'), idOf('Rivers')]
  change(db, { kind: 'keep', count: 1, name: '' }, (tx) => {
    decide(tx, [looms], 'keep', '2026-05-06T12:00:00.000Z')
    setState(tx, [looms], { read: true })
    addTag(tx, [looms, rivers, alone], 'all')
    addTag(tx, [looms], 'textiles')
  })
  const facts = paperFacts(db)
  const of = (id: number): Partial<Record<keyof PaperFacts, number>> => {
    const row = facts.papers.indexOf(id)
    return Object.fromEntries(
      Object.entries(facts).map(([name, values]) => [name, values[row] ?? 0])
    )
  }
  // The first digest says when, the newest which; of its tags the one that most papers have.
  expect(of(looms)).toMatchObject({
    arrived: day('2026-05-02'),
    kept: day('2026-05-06'),
    read: today()
  })
  expect(of(looms)).toMatchObject({ triage: 0, digests: 2, tags: of(alone).tags })
  expect(of(rivers)).toMatchObject({ kept: 0, read: 0, triage: 1, digests: 1 })
  expect(of(alone)).toMatchObject({ arrived: today(), years: 2019, triage: 0, digests: 0 })

  change(db, { kind: 'trash', count: 1, name: '' }, (tx) => {
    trashPapers(tx, [rivers])
    decide(tx, [looms], 'dismiss')
  })
  expect([...paperFacts(db).papers]).toEqual([alone, looms])
  // What was picked is listed though it is dismissed, not what is in the trash.
  const view = { kind: 'papers' as const, name: 'picked', ids: [looms, rivers] }
  expect(viewIds(db, view)).toEqual([looms])
  expect(listIds(db, view, { column: 'title', descending: false })).toEqual([looms])
})
