import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { WritableDb } from '../../../../src/main/database/handle'
import { column, sql } from '../../../../src/main/database/sql'
import { parseText } from '../../../../src/main/import/parse'
import { getDigest, setDigestDate } from '../../../../src/main/library/digests'
import { change, journalState, redo, undo } from '../../../../src/main/library/journal'
import { editPaper, trashPapers } from '../../../../src/main/library/paper-changes'
import { getPapers } from '../../../../src/main/library/papers'
import { SidebarCounts } from '../../../../src/main/library/sidebar'
import { listIds } from '../../../../src/main/library/views'
import { applied } from '../../support/applied'
import { trendingPage } from '../../support/digest-text'
import { contentOf, fields, newLibrary } from '../../support/library'
import type { ImportReport } from '@shared/model/import-report'

const byTitle = { column: 'title', descending: false } as const
const seen = new Date('2026-11-23T12:00:00Z')
const real = resolve('../shared/digests/trending-papers-mar-14.txt')

function importText(db: WritableDb, text: string, file = 'page.txt'): ImportReport {
  return applied(db, [parseText(text, file, seen)])
}

function counts({ added, merged, unchanged }: ImportReport): number[] {
  return [added, merged, unchanged]
}

it('an import whose end cannot be written is taken back, and holds up no undo', () => {
  const db = newLibrary()
  importText(db, '@article{a, title = {Rivers and their Maps}}', 'first.bib')
  const before = contentOf(db)
  db.exec(`CREATE TEMP TRIGGER no_end BEFORE UPDATE OF writer ON journal_entry WHEN NEW.writer IS NULL
    BEGIN SELECT RAISE(ABORT, 'no room'); END`)
  const second = '@article{b, title = {Looms of the North}}'
  expect(() => importText(db, second, 'second.bib')).toThrow('no room')
  expect(contentOf(db)).toEqual(before)
  db.exec('DROP TRIGGER no_end')
  expect(counts(importText(db, second, 'second.bib'))).toEqual([1, 0, 0])
  undo(db)
  expect(contentOf(db)).toEqual(before)
})

describe('importing a digest', () => {
  it.skipIf(!existsSync(real))('adds 68 papers, and the same file again adds none', () => {
    const db = newLibrary()
    const text = readFileSync(real, 'utf8')
    expect(counts(importText(db, text))).toEqual([68, 0, 0])
    const content = contentOf(db)
    const again = importText(db, text)
    expect(counts(again)).toEqual([0, 0, 68])
    expect(again.entryId).toBeNull()
    expect(contentOf(db)).toEqual(content)
    const keys = getPapers(
      db,
      listIds(db, { kind: 'library' }, { column: 'added', descending: true })
    )
    expect(new Set(keys.map(({ citationKey }) => citationKey.toLowerCase())).size).toBe(68)
  })

  it('keeps the raw text, and each paper’s part of it', () => {
    const db = newLibrary()
    const page = trendingPage(['First Paper', 'Second Paper'])
    const { items } = importText(db, page)
    const digest = getDigest(db, items[0]?.digestId ?? 0)
    expect(digest.rawText).toBe(page)
    expect(digest).toMatchObject({
      source: 'Trending papers',
      fileName: 'page.txt',
      dateInferred: true
    })
    for (const { start, end, title } of digest.appearances)
      expect(page.slice(start, end)).toMatch(new RegExp(`^${title}`))
  })

  it('is undone whole by one undo, and redone', () => {
    const db = newLibrary()
    const empty = contentOf(db)
    importText(db, trendingPage(['First Paper', 'Second Paper', 'Third Paper']))
    const full = contentOf(db)
    expect(journalState(db).undo).toEqual({ kind: 'import', count: 3, name: 'page.txt' })
    undo(db)
    expect(contentOf(db)).toEqual(empty)
    redo(db)
    expect(contentOf(db)).toEqual(full)
  })

  it('knows a paper that another digest names, whatever its accents and capitals', () => {
    const db = newLibrary()
    importText(db, trendingPage(['Poincaré’s Sheaves: A Study', 'Other Paper']))
    const later = importText(
      db,
      trendingPage(['POINCARE’S SHEAVES — a study'], 'Mar 15'),
      'later.txt'
    )
    expect(counts(later)).toEqual([0, 1, 0])
    const paper = getPapers(db, [later.items[0]?.paperId ?? 0])[0]
    expect(paper?.appearances.map(({ date, position, of }) => [date, position, of])).toEqual([
      ['2026-03-15', 1, 1],
      ['2026-03-14', 1, 2]
    ])
  })

  it('keeps two papers of one title apart when their abstracts speak of different things', () => {
    const db = newLibrary()
    importText(db, trendingPage(['Introduction to Everything']))
    const other = `Mar 15\n\nIntroduction to Everything\n\nMarine biologists observed cephalopods underneath Antarctic ice shelves. Camouflage behaviour differs between juvenile octopuses. Neither predators nor currents explain our measurements.\n\nSecond Title Here\n\nMarine biologists observed cephalopods again. Camouflage differs, too. Nothing else changed between measurements.`
    expect(counts(importText(db, other))).toEqual([2, 0, 0])
  })

  it('names one paper twice in a digest without counting it twice', () => {
    const db = newLibrary()
    expect(
      counts(importText(db, trendingPage(['Same Paper', 'Other Paper', 'Same Paper'])))
    ).toEqual([2, 0, 1])
  })

  it('finds its papers again after they were renamed or thrown away', () => {
    const db = newLibrary()
    const page = trendingPage(['First Paper', 'Second Paper'])
    const { items } = importText(db, page)
    const [first = 0, second = 0] = items.map(({ paperId }) => paperId)
    change(db, { kind: 'edit', count: 1, name: '' }, (tx) => {
      editPaper(tx, first, fields({ title: 'Quite Another Title' }))
      trashPapers(tx, [second])
    })
    const again = importText(db, page)
    expect(counts(again)).toEqual([0, 0, 2])
    expect(again.items.map(({ trashed }) => trashed)).toEqual([false, true])
    expect(new SidebarCounts(db).content().counts).toMatchObject({ library: 1, trash: 1 })
  })

  it('shows a date that was inferred as such until the user has set it', () => {
    const db = newLibrary()
    const { items } = importText(db, trendingPage(['First Paper', 'Second Paper']))
    const id = items[0]?.digestId ?? 0
    expect(new SidebarCounts(db).content().digests).toMatchObject([
      { date: '2026-03-14', dateInferred: true, count: 2 }
    ])
    const set = (date: string): void => {
      change(db, { kind: 'digest-date', count: 1, name: date }, (tx) => {
        setDigestDate(tx, id, date)
      })
    }
    expect(() => {
      set('2025-02-30')
    }).toThrow('2025-02-30 is not a day of the calendar.')
    set('2025-03-14')
    expect(new SidebarCounts(db).content().digests).toMatchObject([
      { date: '2025-03-14', dateInferred: false }
    ])
  })

  it('never puts a NUL into the library', () => {
    const db = newLibrary()
    const { items } = importText(db, trendingPage(['First Paper', 'Second Paper']))
    change(db, { kind: 'edit', count: 1, name: '' }, (tx) => {
      editPaper(tx, items[0]?.paperId ?? 0, fields({ title: 'Ti\0tle', abstract: 'a\0b' }))
    })
    expect(
      column(
        db,
        sql`SELECT title || abstract FROM paper WHERE instr(title || abstract, char(0)) > 0`
      )
    ).toEqual([])
    expect(getPapers(db, [items[0]?.paperId ?? 0])[0]?.title).toBe('Title')
  })

  it('takes names and tags of nothing but NUL for none, and text that speaks of NUL for text', () => {
    const db = newLibrary()
    const authors = [{ literal: '\0' }, { family: '\0', given: 'a' }, { family: 'Weaver' }]
    const text = JSON.stringify([
      { type: 'book', title: 'Looms', author: authors, keyword: '\0', DOI: '10.1/\0' },
      { type: 'book', title: 'On \\u0000 and \\ud800', abstract: 'A\0 \\u0000.' },
      { type: 'book', title: '\0' }
    ])
    const { added, skipped } = importText(db, text)
    expect(added).toBe(2)
    expect(skipped).toHaveLength(1)
    const [looms, on] = getPapers(db, listIds(db, { kind: 'library' }, byTitle))
    expect(looms?.creators.map(({ name }) => 'family' in name && name.family)).toEqual(['Weaver'])
    expect(looms?.tags).toEqual([])
    expect([on?.title, on?.abstract]).toEqual(['On \\u0000 and \\ud800', 'A \\u0000.'])
  })
})
