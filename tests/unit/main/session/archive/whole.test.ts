import { join } from 'node:path'
import { expect, it } from 'vitest'
import { defaultLibrarySettings } from '@shared/model/library-settings'
import type { WritableDb } from '../../../../../src/main/database/handle'
import { all } from '../../../../../src/main/database/sql'
import { setLibrarySettings } from '../../../../../src/main/library/library-settings'
import { restoreArchive } from '../../../../../src/main/session/archive/restore-archive'
import { writeArchive } from '../../../../../src/main/session/archive/write-archive'
import { contentOf, newLibrary, temporaryFolder } from '../../../support/library'
import { takeSteps, type Step } from '../../../support/random-library'

/** Tables of which nothing is exported: docs/archive.md says why. */
const leftOut = [
  ...['latex_entry', 'latex_rewrite', 'latex_written', 'paper_vector', 'view_setting'],
  ...['subscription_item', 'subscription_run', 'subscription_state']
]

/** What is in every table that is exported, in no order and without the ids of its rows. */
function rowsOf(db: WritableDb): Record<string, string[]> {
  const tables: Record<string, unknown[]> = {
    ...contentOf(db),
    note_version: all(db, { text: 'SELECT * FROM note_version', values: [] })
  }
  return Object.fromEntries(
    Object.entries(tables)
      .filter(([name]) => !leftOut.includes(name))
      .map(([name, rows]) => [name, rows.map((row) => plain(name, row as object)).sort()])
  )
}

/** A row without its id where nothing names it by that; projects and subscriptions come paused. */
function plain(table: string, row: object): string {
  const isNamed = ['paper', 'digest', 'tag', 'collection', 'annotation', 'tag_rule'].includes(table)
  return JSON.stringify({
    ...row,
    ...(isNamed ? {} : { id: 0 }),
    ...(table === 'latex_project' ? { paused: 1 } : {}),
    ...(table === 'subscription' ? { paused: 1, uid: '' } : {})
  })
}

const step = (kind: Step['kind'], given: Partial<Step> = {}): Step => ({
  ...{ kind, n: 0, m: 0, text: `A ${kind}`, other: `Another ${kind}` },
  ...given
})

it('Every table that holds what the user made has something that comes back', async () => {
  const [from, to] = [temporaryFolder(), temporaryFolder()]
  const source = newLibrary(from)
  takeSteps(source, from, [
    step('paper', { n: 2, m: 2, text: 'Sheaves' }),
    step('paper', { n: 5, m: 1, text: 'Stalks' }),
    step('complete', { text: 'Sheaves, revised' }),
    step('tag', { text: 'ml/theory', m: 1 }),
    step('colour', { n: 1, m: 5 }),
    step('collection', { text: 'Thesis' }),
    step('collection', { text: 'Chapter 1', n: 1 }),
    step('collect', { n: 1 }),
    step('search'),
    step('subscribe'),
    step('rule', { other: 'ml/theory' }),
    step('untag', { m: 1 }),
    step('note', { text: '[[stalks]] first' }),
    step('note', { text: 'and then' }),
    step('mark', { m: 3 }),
    step('attach'),
    step('mark-pdf', { m: 1 }),
    step('link', { m: 1 }),
    step('inbox'),
    step('star'),
    step('read'),
    step('updated', { n: 1 }),
    step('key', { m: 7 }),
    step('apart', { m: 1 }),
    step('digest', { m: 1 }),
    step('extra'),
    step('place'),
    ...[0, 1, 2, 3].map((n) => step('project', { n, m: 1 })),
    step('trash', { n: 1 })
  ])
  setLibrarySettings(source, { ...defaultLibrarySettings, style: 'ieee' })
  const before = rowsOf(source)
  expect(Object.entries(before).filter(([, rows]) => rows.length === 0)).toEqual([])

  const { signal } = new AbortController()
  const path = join(from, 'all.zip')
  await writeArchive(from, path, { program: 'Sheaf', colourNames: [], signal })
  const target = newLibrary(to)
  await restoreArchive(target, to, path, { signal })
  expect(rowsOf(target)).toEqual(before)
})
