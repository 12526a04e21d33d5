import { beforeEach, describe, expect, it } from 'vitest'
import type { PaperFields } from '@shared/model/paper'
import { parseName } from '@shared/text/person-name'
import type { WritableDb } from '../../../../src/main/database/handle'
import { findDuplicates, tellApart } from '../../../../src/main/library/duplicates'
import { change, redo, undo } from '../../../../src/main/library/journal'
import { mergePapers } from '../../../../src/main/library/merge-papers'
import { addNote } from '../../../../src/main/library/notes'
import { suggestKey } from '../../../../src/main/library/citation-keys'
import { trashPapers } from '../../../../src/main/library/paper-changes'
import { getPapers } from '../../../../src/main/library/papers'
import { addTag } from '../../../../src/main/library/tags'
import { contentOf, insertPaper, newLibrary } from '../../support/library'

let db: WritableDb

const by = (...names: string[]): PaperFields['creators'] =>
  names.map((name) => ({ role: 'author', name: parseName(name) }))
const doi = (value: string): PaperFields['identifiers'][number] => ({
  ...{ scheme: 'doi', value },
  version: null
})
const groups = () => findDuplicates(db).groups.map(({ papers }) => papers.map(({ id }) => id))

function apart(...ids: number[]): void {
  change(db, { kind: 'apart', count: 2, name: '' }, (tx) => {
    tellApart(tx, ids)
  })
}

function merge(keep: number, ...others: number[]): void {
  change(db, { kind: 'merge', count: 2, name: '' }, (tx) => {
    mergePapers(tx, keep, others)
  })
}

beforeEach(() => {
  db = newLibrary()
})

describe('papers that may be one', () => {
  it.each<[string, Partial<PaperFields>, Partial<PaperFields>]>([
    [
      'one DOI',
      { title: 'On Cloth', identifiers: [doi('10.1/a')] },
      { title: 'On Cloth, Again', identifiers: [doi('10.1/a')] }
    ],
    ['one title', { title: 'On Cloth' }, { title: 'On cloth.' }],
    [
      'nearly one title, one first author',
      { title: 'Weaving Long Cloth on Small Looms', creators: by('Ada Weber'), issued: '2024' },
      {
        title: 'Weaving Long Cloth on Small Looms (Extended)',
        creators: by('A. Weber'),
        issued: '2025'
      }
    ]
  ])('have %s', (_what, a, b) => {
    const ids = [insertPaper(db, a), insertPaper(db, b)]
    insertPaper(db, { title: 'Something Else' })
    expect(groups()).toEqual([ids])
  })

  it.each<[string, Partial<PaperFields>, Partial<PaperFields>]>([
    [
      'other authors',
      { title: 'Editorial', creators: by('Ada Weber') },
      { title: 'Editorial', creators: by('Bo Ek') }
    ],
    ['years far apart', { title: 'Preface', issued: '1990' }, { title: 'Preface', issued: '2020' }],
    [
      'two DOIs of publishers',
      { title: 'Reply', identifiers: [doi('10.1/a')] },
      { title: 'Reply', identifiers: [doi('10.1/b')] }
    ],
    [
      'little in common but the beginning',
      { title: 'Weaving Cloth by Hand in Spring', creators: by('Ada Weber') },
      { title: 'Weaving Cloth with Machines at Night', creators: by('Ada Weber') }
    ]
  ])('are not those with %s', (_what, a, b) => {
    insertPaper(db, a)
    insertPaper(db, b)
    expect(groups()).toEqual([])
  })

  it('are no longer shown once the user said they are not the same, nor when one is in the trash', () => {
    const [a, b, c] = [1, 2, 3].map(() => insertPaper(db, { title: 'On Cloth' })) as [
      number,
      number,
      number
    ]
    expect(groups()).toEqual([[a, b, c]])
    apart(a, b)
    expect(groups()).toEqual([[a, b, c]])
    apart(c, a)
    apart(b, c)
    expect(groups()).toEqual([])
    undo(db)
    expect(groups()).toEqual([[b, c]])
    change(db, { kind: 'trash', count: 1, name: '' }, (tx) => {
      trashPapers(tx, [b])
    })
    expect(groups()).toEqual([])
  })
})

describe('a merge', () => {
  it('keeps everything that both had, and goes back and forth to the letter', () => {
    const a = insertPaper(db, { title: 'On Cloth', venue: 'Annals', identifiers: [doi('10.1/a')] })
    const b = insertPaper(db, {
      ...{ title: 'On Cloth', venue: 'Journal', issued: '2024', creators: by('Ada Weber') },
      links: [{ kind: 'code', url: 'https://example.org/code' }]
    })
    change(db, { kind: 'tag', count: 1, name: '' }, (tx) => {
      addTag(tx, [a, b], 'both')
      addTag(tx, [b], 'second')
      addNote(tx, a, 'First note.')
      addNote(tx, b, 'Second note.')
    })
    const key = getPapers(db, [b])[0]?.citationKey ?? ''
    const before = contentOf(db)
    merge(a, b)
    const [one] = getPapers(db, [a])
    expect(getPapers(db, [b])).toEqual([])
    expect(one).toMatchObject({ venue: 'Annals', issued: '2024', creators: by('Ada Weber') })
    expect(one?.tags.map(({ name }) => name)).toEqual(['both', 'second'])
    expect(one?.note.body).toBe('First note.\n\nSecond note.')
    expect(one?.links).toHaveLength(1)
    expect(one?.statements.map(({ field, text }) => [field, text])).toEqual([
      ['venue', 'Annals'],
      ['venue', 'Journal']
    ])
    expect(contentOf(db)['key_alias']).toMatchObject([{ paper_id: a, citation_key: key }])
    const after = contentOf(db)
    undo(db)
    expect(contentOf(db)).toEqual(before)
    redo(db)
    expect(contentOf(db)).toEqual(after)
  })

  it('leaves the key of the paper that is gone to nobody else', () => {
    const a = insertPaper(db, { title: 'Cloth and Loom' })
    const b = insertPaper(db, { title: 'Cloth and Loom' })
    const key = getPapers(db, [b])[0]?.citationKey ?? ''
    merge(a, b)
    const c = insertPaper(db, { title: 'Cloth and Loom' })
    expect(getPapers(db, [c])[0]?.citationKey).not.toBe(key)
    expect(suggestKey(db, c)).not.toBe(key)
  })

  it('remembers for the paper that stays what the other was told apart from', () => {
    const [a, b, c] = [1, 2, 3].map(() => insertPaper(db, { title: 'On Cloth' })) as [
      number,
      number,
      number
    ]
    apart(b, c)
    merge(a, b)
    expect(groups()).toEqual([])
    expect(contentOf(db)['distinct_papers']).toMatchObject([{ paper_id: a, other_id: c }])
  })
})
