import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { change } from '../../../../src/main/library/journal'
import { setState } from '../../../../src/main/library/paper-changes'
import { SidebarCounts } from '../../../../src/main/library/sidebar'
import { addTag } from '../../../../src/main/library/tags'
import { readStartCache, writeStartCache } from '../../../../src/main/session/start-cache'
import { insertPaper, newLibrary, temporaryFolder } from '../../support/library'

/** A library that was closed with what is known of it kept. */
function keptLibrary() {
  const folder = temporaryFolder()
  const db = newLibrary(folder)
  const ids = [1, 2, 3].map((n) => insertPaper(db, { title: `Paper ${String(n)}` }))
  change(db, { kind: 'tag', count: 2, name: '' }, (tx) => {
    addTag(tx, ids.slice(1), 'looms')
  })
  const sidebar = new SidebarCounts(db)
  const content = sidebar.content()
  const places = sidebar.kept()
  if (places === null) throw new Error('Nothing is known of it.')
  const list = { of: 'the list', ids: Int32Array.from(ids) }
  writeStartCache(db, folder, { places, list })
  return { folder, db, ids, content, file: join(folder, 'search', 'start.cache') }
}

it('a start knows of every paper what was known when the library was closed', () => {
  const { folder, db, ids, content } = keptLibrary()
  const kept = readStartCache(db, folder)
  expect(kept?.list).toEqual({ of: 'the list', ids: Int32Array.from(ids) })
  const sidebar = new SidebarCounts(db, kept?.places)
  expect(sidebar.content()).toEqual(content)
  change(db, { kind: 'star', count: 1, name: '' }, (tx) => {
    setState(tx, ids.slice(0, 1), { starred: true })
  })
  expect(sidebar.content()).toEqual(new SidebarCounts(db).content())
  expect(sidebar.content().counts.starred).toBe(1)
})

it('what was kept of a library that has changed since is left', () => {
  const { folder, db } = keptLibrary()
  insertPaper(db)
  expect(readStartCache(db, folder)).toBeNull()
})

it('what was kept of another library of as many changes is left', () => {
  const { folder, db } = keptLibrary()
  change(db, { kind: 'import', count: 1, name: '' }, () => undefined)
  db.exec(`UPDATE journal_entry SET made_at = '2026-03-14T00:00:00.000Z'`)
  expect(readStartCache(db, folder)).toBeNull()
})

it('what is damaged, cut off or of another version is left', () => {
  const { folder, db, file } = keptLibrary()
  const whole = readFileSync(file)
  const flipped = Buffer.from(whole)
  flipped[whole.length - 1] = (whole.at(-1) ?? 0) ^ 1
  const other = Buffer.from(whole.toString('latin1').replace('"1 ', '"0 '), 'latin1')
  for (const bytes of [
    flipped,
    other,
    whole.subarray(0, -4),
    whole.subarray(0, 3),
    Buffer.alloc(0)
  ]) {
    writeFileSync(file, bytes)
    expect(readStartCache(db, folder)).toBeNull()
  }
  writeFileSync(file, whole)
  expect(readStartCache(db, folder)).not.toBeNull()
})
