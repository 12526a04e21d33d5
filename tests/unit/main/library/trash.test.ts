import { existsSync, utimesSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { WritableDb } from '../../../../src/main/database/handle'
import { all, sql } from '../../../../src/main/database/sql'
import { attach, attachmentFile, storeContent } from '../../../../src/main/library/attachments'
import { change, journalState, undo } from '../../../../src/main/library/journal'
import { saveNote } from '../../../../src/main/library/notes'
import { trashPapers } from '../../../../src/main/library/paper-changes'
import {
  emptyTrash,
  forgetEmptied,
  removeForgottenFiles,
  trashContent
} from '../../../../src/main/library/trash'
import { contentOf, insertPaper, newLibrary, temporaryFolder } from '../../support/library'

const label = { kind: 'empty-trash', count: 1, name: '' } as const
const day = 24 * 60 * 60 * 1000

/** A library whose trash has a paper with a file of its own, and one that a paper outside has too. */
function withFiles(): {
  db: WritableDb
  folder: string
  own: string
  shared: string
} {
  const folder = temporaryFolder()
  const db = newLibrary(folder)
  const [kept, gone] = [insertPaper(db, { title: 'Kept' }), insertPaper(db, { title: 'Gone' })]
  const store = (text: string) => storeContent(folder, `${text}.pdf`, Buffer.from(text))
  change(db, { kind: 'attach', count: 1, name: '' }, (tx) => {
    attach(tx, gone, store('own'))
    attach(tx, gone, store('shared'))
    attach(tx, kept, store('shared'))
    saveNote(tx, { paperId: gone, body: 'A note.', revision: 0 })
    trashPapers(tx, [gone])
  })
  const [own = '', shared = ''] = all<{ id: number }>(
    db,
    sql`SELECT id FROM attachment WHERE paper_id = ${gone} ORDER BY id`
  ).map(({ id }) => attachmentFile(db, folder, id).path)
  const old = new Date(Date.now() - 2 * day)
  for (const file of [own, shared]) utimesSync(file, old, old)
  return { db, folder, own, shared }
}

describe('the trash', () => {
  it('tells what emptying it would lose: files that another paper has are not', () => {
    const { db } = withFiles()
    expect(trashContent(db)).toEqual({ papers: 1, notes: 1, files: 1, bytes: 3 })
  })

  it('is emptied as one change, and its files stay while that can be undone', () => {
    const { db, folder, own } = withFiles()
    const before = contentOf(db)
    change(db, label, (tx) => emptyTrash(tx))
    expect(trashContent(db).papers).toBe(0)
    expect(forgetEmptied(db, Date.now() + 29 * day)).toBe(0)
    expect(removeForgottenFiles(db, folder)).toBe(0)
    expect(existsSync(own)).toBe(true)
    undo(db)
    expect(contentOf(db)).toEqual(before)
  })

  it('is gone for good after thirty days, with those files that no other paper has', () => {
    const { db, folder, own, shared } = withFiles()
    change(db, label, (tx) => emptyTrash(tx))
    const later = insertPaper(db, { title: 'Later' })
    expect(forgetEmptied(db, Date.now() + 31 * day)).toBeGreaterThan(0)
    expect(removeForgottenFiles(db, folder)).toBe(1)
    expect([existsSync(own), existsSync(shared)]).toEqual([false, true])
    // What came afterwards can still be taken back, and nothing before it.
    expect(undo(db)).not.toBeNull()
    expect(all(db, sql`SELECT 1 FROM paper WHERE id = ${later}`)).toEqual([])
    expect(journalState(db).undo).toBeNull()
  })

  it('keeps a file that has only just come', () => {
    const { db, folder } = withFiles()
    storeContent(folder, 'new.pdf', Buffer.from('about to be attached'))
    expect(removeForgottenFiles(db, folder)).toBe(0)
    expect(removeForgottenFiles(db, folder, Date.now() + 2 * day)).toBe(1)
  })
})
