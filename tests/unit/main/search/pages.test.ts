import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import type { WritableDb } from '../../../../src/main/database/handle'
import { readPages } from '../../../../src/main/import/pdf/read-pages'
import { addAnnotation } from '../../../../src/main/library/annotations'
import { attach, detach } from '../../../../src/main/library/attachments'
import { change, undo } from '../../../../src/main/library/journal'
import { saveNote } from '../../../../src/main/library/notes'
import { addTag } from '../../../../src/main/library/tags'
import { LibrarySearch } from '../../../../src/main/search/library-search'
import { readPageQuery } from '../../../../src/main/search/page-query'
import { insertPaper, newLibrary, temporaryFolder } from '../../support/library'
import { pdfOf } from '../../support/pdf'

const label = { kind: 'attach' as const, count: 1, name: '' }
let folder: string
let db: WritableDb
let search: LibrarySearch
let ids: Record<'glue' | 'knot' | 'braid', number>

/** Attaches a PDF with these pages to a paper, and has it searched. */
function give(paperId: number, name: string, ...pages: string[]): string {
  const sha256 = createHash('sha256').update(name).digest('hex')
  change(db, label, (tx) => {
    attach(tx, paperId, {
      ...{ name: `${name}.pdf`, mediaType: 'application/pdf', sha256, bytes: 1, path: '' }
    })
  })
  expect(search.unreadFiles()).toMatchObject([{ sha256 }])
  search.putPages(sha256, pages)
  return sha256
}

function ask(text: string, isComplete = true) {
  const { mode, total, hits, marks } = search.query({
    ...{ text, limit: 10, view: { kind: 'library' as const }, isComplete, marked: 10 }
  })
  const names = hits.map(({ id }) => Object.entries(ids).find(([, each]) => each === id)?.[0])
  return { mode, total, names, place: marks[0]?.place ?? null }
}

beforeEach(() => {
  folder = temporaryFolder()
  db = newLibrary(folder)
  ids = {
    glue: insertPaper(db, { title: 'On glue', abstract: 'Sheaves are glued.' }),
    knot: insertPaper(db, { title: 'On knots', issued: '2021' }),
    braid: insertPaper(db, { title: 'On braids', abstract: 'Studies of monodromy.' })
  }
  search = new LibrarySearch(db, join(folder, 'search'))
})

describe('annotations', () => {
  const quote = { exact: 'Sheaves', prefix: '', suffix: ' are glued.' }
  const mark = (comment: string): number | null =>
    change(db, { kind: 'annotate', count: 1, name: '' }, (tx) =>
      addAnnotation(tx, {
        ...{ paperId: ids.glue, kind: 'highlight', colour: 0, comment, tags: ['to ask'] },
        target: { on: 'abstract', quote, position: { start: 0, end: 7 } }
      })
    ).value

  it('are found by what they say, and the one that says it is the place', () => {
    mark('Nothing of note')
    const id = mark('Compare with Čech’s covers')
    expect(ask('cech cover').place).toEqual({
      ...{ kind: 'annotation', id, pageLabel: '' },
      text: 'Sheaves Compare with Čech’s covers to ask',
      marks: [
        [21, 4],
        [28, 6]
      ]
    })
    expect(ask('ask')).toMatchObject({ names: ['glue'], place: { kind: 'annotation' } })
  })

  it('are no place where the paper itself has all the words', () => {
    mark('glue')
    expect(ask('sheaves glue').place).toBeNull()
  })

  it('come after the note', () => {
    mark('covers')
    change(db, { kind: 'note', count: 1, name: '' }, (tx) =>
      saveNote(tx, { paperId: ids.glue, body: 'Which covers?', revision: 0 })
    )
    expect(ask('covers').place).toMatchObject({ kind: 'note', text: 'Which covers?' })
  })
})

describe('the text of PDFs', () => {
  it('is searched by the page, where no paper has the words itself', () => {
    give(ids.knot, 'knots', 'Alexander wrote a polynomial.', 'The Seifert\nsurface of a trefoil.')
    expect(ask('seifert surfaces')).toEqual({
      ...{ mode: 'pages', total: 1, names: ['knot'] },
      place: {
        ...{ kind: 'page', page: 2, pages: 1, attachmentId: expect.any(Number) as number },
        text: 'The Seifert surface of a trefoil.',
        marks: [
          [4, 7],
          [12, 7]
        ]
      }
    })
    // On different pages.
    expect(ask('alexander trefoil')).toMatchObject({ total: 0 })
  })

  it('comes behind papers that have the words themselves', () => {
    give(ids.knot, 'knots', 'The study of monodromy.', 'More on monodromy.')
    expect(ask('monodromy')).toMatchObject({ mode: 'all', total: 2, names: ['braid', 'knot'] })
    expect(ask('study monodromy')).toMatchObject({ names: ['braid', 'knot'] })
  })

  it('is found while it is typed, from the third letter on', () => {
    give(ids.knot, 'knots', 'The Seifert surface.')
    for (const text of ['sei', 'seifer', 'seifert s', 'seifert sur', '"seifert su'])
      expect([text, ask(text, false).names]).toEqual([text, text === 'seifert s' ? [] : ['knot']])
  })

  it('holds to phrases, filters and what must not be there', () => {
    give(ids.knot, 'knots', 'The Seifert surface of Émile Gödel.')
    give(ids.glue, 'glue', 'A surface by Seifert.')
    change(db, { ...label, kind: 'tag' }, (tx) => {
      addTag(tx, [ids.glue], 'later')
    })
    expect(ask('"seifert surface"').names).toEqual(['knot'])
    expect(ask('seifert tag:later').names).toEqual(['glue'])
    expect(ask('seifert -tag:later').names).toEqual(['knot'])
    expect(ask('seifert year:2021').names).toEqual(['knot'])
    expect(ask('seifert title:knots').names).toEqual(['knot'])
    expect(ask('emile goedel').names).toEqual(['knot'])
    expect(ask('seifert or nothing').total).toBe(0)
  })

  it('goes with its file, and comes back with it', () => {
    give(ids.knot, 'knots', 'The Seifert surface.')
    const [attached] = db.prepare('SELECT id FROM attachment').all() as { id: number }[]
    const id = attached?.id ?? 0
    change(db, { ...label, kind: 'detach' }, (tx) => {
      detach(tx, id)
    })
    expect(ask('seifert').total).toBe(0)
    undo(db)
    expect(ask('seifert').names).toEqual(['knot'])
  })

  it('is kept from start to start, and made anew where its file is spoilt', async () => {
    give(ids.knot, 'knots', 'The Seifert surface.')
    // The index has something to write into the same folder.
    await search.catchUp()
    await search.close()
    expect(readdirSync(join(folder, 'search'))).toContain('index.json')
    search = new LibrarySearch(db, join(folder, 'search'))
    expect(search.unreadFiles()).toEqual([])
    expect(ask('seifert').names).toEqual(['knot'])
    await search.close()
    for (const end of ['-wal', '-shm'])
      rmSync(join(folder, 'search', `pages.sqlite${end}`), { force: true })
    writeFileSync(join(folder, 'search', 'pages.sqlite'), 'no database'.repeat(1000))
    search = new LibrarySearch(db, join(folder, 'search'))
    expect(search.unreadFiles()).toHaveLength(1)
    expect(ask('glue').names).toEqual(['glue'])
  })

  it('never makes a typed text an error', () => {
    give(ids.knot, 'knots', 'The "Seifert" surface AND NOT (nothing) * of c++.')
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.boolean(), (text, isOpen) => {
        ask(text, !isOpen)
        readPageQuery(text, { today: '2026-05-21', isComplete: !isOpen })
      }),
      { numRuns: 300 }
    )
    for (const text of [
      '"',
      '""" OR',
      'NOT seifert',
      'NEAR(a b)',
      'words:seifert',
      '^seifert',
      'c++'
    ])
      ask(text, false)
    expect(ask('c++ seifert').names).toEqual(['knot'])
  })
})

describe('a note', () => {
  it('is shown where it, and not the paper’s own words, has what was looked for', () => {
    const body = `${'Before this. '.repeat(20)}\n\nAsk Emmy about the ascending chain condition.`
    change(db, { ...label, kind: 'note' }, (tx) => {
      saveNote(tx, { paperId: ids.glue, body, revision: 0 })
    })
    const { names, place } = ask('ascending chains')
    expect(names).toEqual(['glue'])
    expect(place).toMatchObject({
      kind: 'note',
      text: expect.stringContaining('about the ascending chain condition.') as string
    })
    const shown = place?.marks.map(([start, length]) => place.text.slice(start, start + length))
    expect(shown).toEqual(['ascending', 'chain'])
    expect(ask('glued').place).toBeNull()
  })
})

describe('reading a PDF’s pages', () => {
  it('gives the text of each, words parted at the end of a line made whole', async () => {
    const page = pdfOf([
      { text: 'A topo-', size: 10, x: 72, y: 700 },
      { text: 'logical remark', size: 10, x: 72, y: 686 }
    ])
    expect(await readPages(page, 'topo.pdf')).toEqual([
      expect.stringContaining('topological remark')
    ])
  })
})
