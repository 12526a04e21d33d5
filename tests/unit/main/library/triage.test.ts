import { beforeEach, describe, expect, test } from 'vitest'
import type { WritableDb } from '../../../../src/main/database/handle'
import type { ParsedFile, ParsedPaper } from '../../../../src/main/import/parsed'
import { applyImport } from '../../../../src/main/import/apply'
import { findDuplicates } from '../../../../src/main/library/duplicates'
import { change, redo, undo } from '../../../../src/main/library/journal'
import { mergePapers } from '../../../../src/main/library/merge-papers'
import { trashPapers } from '../../../../src/main/library/paper-changes'
import { getPapers } from '../../../../src/main/library/papers'
import {
  decide,
  keepUndecided,
  triageState,
  undecidedOf
} from '../../../../src/main/library/triage'
import { filterIds } from '../../../../src/main/library/filters'
import { SidebarCounts } from '../../../../src/main/library/sidebar'
import { listIds } from '../../../../src/main/library/views'
import type { Decision } from '@shared/model/triage'
import type { ImportReport } from '@shared/model/import-report'
import type { View } from '@shared/model/view'
import { applied } from '../../support/applied'
import { contentOf, insertPaper, newLibrary, temporaryFolder } from '../../support/library'

let db: WritableDb

const abstractOf = (title: string): string => `${title} is what this is about, from end to end.`

function paper(title: string, version: number | null = null): ParsedPaper {
  const says = {
    abstract: abstractOf(title),
    ...(version === null
      ? {}
      : { identifiers: [{ scheme: 'arxiv' as const, value: '2601.00001', version }] })
  }
  return { title, says, start: 0, end: 1 }
}

function file(format: string, text: string, papers: ParsedPaper[]): ParsedFile {
  const digest = {
    ...{ format, source: 'Trending', date: '2026-03-14', dateInferred: false, rawText: text },
    papers
  }
  return { file: `${text}.txt`, digests: [digest], skipped: [] }
}

const digest = (text: string, ...papers: ParsedPaper[]): ParsedFile =>
  file('trending-page', text, papers)
const bibliography = (text: string, ...papers: ParsedPaper[]): ParsedFile =>
  file('bibtex', text, papers)

function take(...files: ParsedFile[]): ImportReport {
  return applied(db, files)
}

function settle(ids: readonly number[], decision: Decision): void {
  change(db, { kind: 'keep', count: ids.length, name: '' }, (tx) => {
    decide(tx, ids, decision)
  })
}

const sort = { column: 'position', descending: false } as const
const titlesIn = (view: View): string[] =>
  getPapers(db, listIds(db, view, sort)).map(({ title }) => title)
const idsOf = (report: ImportReport): number[] => report.items.map(({ paperId }) => paperId)

beforeEach(() => {
  db = newLibrary()
})

describe('the Inbox', () => {
  test('has what a digest brings until it is decided about; the library has it too', () => {
    take(digest('monday', paper('On Looms'), paper('On Dyes')))
    expect(titlesIn({ kind: 'inbox' })).toEqual(['On Looms', 'On Dyes'])
    expect(new SidebarCounts(db).content().counts).toMatchObject({
      inbox: 2,
      library: 2,
      dismissed: 0
    })
  })

  test('is passed over by files of references, and by papers that were here before there was one', () => {
    insertPaper(db, { title: 'Here Before' })
    const { items } = take(bibliography('thesis', paper('On Knots')))
    expect(items[0]?.triage).toBe('kept')
    expect(titlesIn({ kind: 'inbox' })).toEqual([])
    expect(filterIds(db, { field: 'is', value: 'kept' })).toHaveLength(2)
  })

  test('is what the user makes of it: for files too, for digests not', () => {
    const keeping = {
      ...{ folder: temporaryFolder(), attaching: 'copy' as const },
      toInbox: { digests: false, files: true }
    }
    const files = [bibliography('thesis', paper('On Knots')), digest('monday', paper('On Looms'))]
    for (const step of applyImport(db, files, keeping)) expect(step).toBeGreaterThan(0)
    expect(titlesIn({ kind: 'inbox' })).toEqual(['On Knots'])
  })

  test('is told of for each digest: how many are left, kept and dismissed', () => {
    const [a = 0, b = 0] = idsOf(
      take(digest('monday', paper('On Looms'), paper('On Dyes'), paper('On Knots')))
    )
    settle([a], 'keep')
    settle([b], 'dismiss')
    expect(new SidebarCounts(db).content().digests[0]).toMatchObject({
      left: 1,
      count: 2,
      dismissed: 1
    })
    const id = new SidebarCounts(db).content().digests[0]?.id ?? 0
    expect(titlesIn({ kind: 'inbox-digest', id })).toEqual(['On Knots'])
    expect(undecidedOf(db, id)).toHaveLength(1)
  })

  test('holds nothing that lies in the trash', () => {
    const ids = idsOf(take(digest('monday', paper('On Looms'))))
    change(db, { kind: 'trash', count: 1, name: '' }, (tx) => {
      trashPapers(tx, ids)
    })
    expect(new SidebarCounts(db).content().counts).toMatchObject({ inbox: 0, trash: 1 })
  })

  test('can come in the order of its digests, the newest first, each in its own', () => {
    take(digest('monday', paper('On Looms'), paper('On Dyes')))
    const later = digest('tuesday', paper('On Knots'), paper('On Maps'))
    if (later.digests[0]) later.digests[0].date = '2026-03-15'
    take(later)
    const ids = listIds(db, { kind: 'inbox' }, { column: 'digest', descending: true })
    const titles = getPapers(db, ids).map(({ title }) => title)
    expect(titles).toEqual(['On Knots', 'On Maps', 'On Looms', 'On Dyes'])
  })
})

describe('what is dismissed', () => {
  test('is out of sight everywhere but in its own place', () => {
    const ids = idsOf(take(digest('monday', paper('On Looms'), paper('On Dyes'))))
    settle(ids.slice(0, 1), 'dismiss')
    const digestId = new SidebarCounts(db).content().digests[0]?.id ?? 0
    for (const view of [
      { kind: 'inbox' },
      { kind: 'library' },
      { kind: 'unread' },
      { kind: 'incomplete' },
      { kind: 'digest', id: digestId }
    ] as const)
      expect(titlesIn(view), view.kind).toEqual(['On Dyes'])
    expect(titlesIn({ kind: 'dismissed' })).toEqual(['On Looms'])
    expect(new SidebarCounts(db).content().counts).toMatchObject({
      inbox: 1,
      library: 1,
      unread: 1,
      dismissed: 1
    })
  })

  test('stays away when another digest names it, and the report says so', () => {
    settle(idsOf(take(digest('monday', paper('On Looms')))), 'dismiss')
    const report = take(digest('tuesday', paper('On Looms'), paper('On Dyes')))
    expect(report).toMatchObject({ added: 1, dismissed: 1 })
    expect(report.items.map(({ triage }) => triage)).toEqual(['dismissed', 'inbox'])
    expect(titlesIn({ kind: 'library' })).toEqual(['On Dyes'])
    expect(take(digest('monday', paper('On Looms')))).toMatchObject({ unchanged: 1, dismissed: 1 })
  })

  test('comes back when the user brings it in a file of their own', () => {
    settle(idsOf(take(digest('monday', paper('On Looms')))), 'dismiss')
    const report = take(bibliography('thesis', paper('On Looms')))
    expect(report).toMatchObject({ merged: 1, dismissed: 0 })
    expect(titlesIn({ kind: 'library' })).toEqual(['On Looms'])
    undo(db)
    expect(titlesIn({ kind: 'dismissed' })).toEqual(['On Looms'])
  })

  test('is restored to the library, and each step is undone and done again', () => {
    const ids = idsOf(take(digest('monday', paper('On Looms'))))
    const before = contentOf(db)
    settle(ids, 'dismiss')
    const dismissed = contentOf(db)
    settle(ids, 'keep')
    expect(titlesIn({ kind: 'library' })).toEqual(['On Looms'])
    undo(db)
    expect(contentOf(db)).toEqual(dismissed)
    undo(db)
    expect(contentOf(db)).toEqual(before)
    redo(db)
    expect(contentOf(db)).toEqual(dismissed)
  })

  test('is no duplicate of anything', () => {
    const [a] = [insertPaper(db, { title: 'On Looms' }), insertPaper(db, { title: 'On Looms' })]
    expect(findDuplicates(db).total).toBe(1)
    settle([a], 'dismiss')
    expect(findDuplicates(db).total).toBe(0)
  })
})

describe('a newer version', () => {
  const withVersion = (text: string, version: number): ParsedFile =>
    digest(text, paper('On Looms', version))

  test('of a kept paper brings it back into the Inbox, marked', () => {
    const ids = idsOf(take(withVersion('monday', 1)))
    settle(ids, 'keep')
    take(withVersion('friday', 2))
    expect(titlesIn({ kind: 'inbox' })).toEqual(['On Looms'])
    expect(titlesIn({ kind: 'updated' })).toEqual(['On Looms'])
  })

  test('that is dismissed leaves the paper in the library, as seen', () => {
    const ids = idsOf(take(withVersion('monday', 1)))
    settle(ids, 'keep')
    take(withVersion('friday', 2))
    settle(ids, 'dismiss')
    expect(titlesIn({ kind: 'library' })).toEqual(['On Looms'])
    expect(new SidebarCounts(db).content().counts).toMatchObject({
      inbox: 0,
      updated: 0,
      dismissed: 0
    })
  })

  test('of a dismissed paper changes nothing about that', () => {
    const ids = idsOf(take(withVersion('monday', 1)))
    settle(ids, 'dismiss')
    take(withVersion('friday', 2))
    expect(triageState(db, ids[0] ?? 0)).toBe('dismissed')
  })
})

test('what is starred or tagged can be kept with it: only what is undecided', () => {
  const [a = 0, b = 0] = idsOf(take(digest('monday', paper('On Looms'), paper('On Dyes'))))
  settle([b], 'dismiss')
  const { value } = change(db, { kind: 'star', count: 2, name: '' }, (tx) =>
    keepUndecided(tx, [a, b])
  )
  expect(value).toBe(1)
  expect([triageState(db, a), triageState(db, b)]).toEqual(['kept', 'dismissed'])
})

test('of two papers made one, the better decision holds', () => {
  const [a = 0, b = 0, c = 0] = idsOf(
    take(digest('monday', paper('On Looms'), paper('On Dyes'), paper('On Knots')))
  )
  settle([a], 'dismiss')
  settle([c], 'keep')
  change(db, { kind: 'merge', count: 2, name: '' }, (tx) => {
    mergePapers(tx, a, [b])
  })
  expect(triageState(db, a)).toBe('inbox')
  change(db, { kind: 'merge', count: 2, name: '' }, (tx) => {
    mergePapers(tx, a, [c])
  })
  expect(triageState(db, a)).toBe('kept')
})
