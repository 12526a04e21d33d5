import { beforeEach, describe, expect, it } from 'vitest'
import type { PaperFields } from '@shared/model/paper'
import { andOthers, parseName } from '@shared/text/person-name'
import type { WritableDb } from '../../../../src/main/database/handle'
import { parseBibtex } from '../../../../src/main/import/bibtex'
import { parseText } from '../../../../src/main/import/parse'
import { change, undo } from '../../../../src/main/library/journal'
import {
  chooseStatement,
  completePaper,
  editByUser,
  markSeen
} from '../../../../src/main/library/paper-changes'
import { getPapers } from '../../../../src/main/library/papers'
import { listIds } from '../../../../src/main/library/views'
import { applied } from '../../support/applied'
import { contentOf, fields, insertPaper, newLibrary } from '../../support/library'

let db: WritableDb
let id: number

function says(given: Partial<PaperFields>, source: string): void {
  change(db, { kind: 'import', count: 1, name: '' }, (tx) => {
    completePaper(tx, id, { title: 'On the Weaving of Sheaves', ...given }, source)
  })
}

const people = (...names: string[]): PaperFields['creators'] =>
  names.map((name) => ({ role: 'author', name: parseName(name) }))

const paper = () => {
  const [one] = getPapers(db, [id])
  if (one === undefined) throw new Error('no paper')
  return one
}
const told = () =>
  paper().statements.map(({ field, text, source, shown }) => ({ field, text, source, shown }))

beforeEach(() => {
  db = newLibrary()
  id = insertPaper(db, { venue: 'Annals of Cloth', issued: '2024' })
})

describe('two sources that differ', () => {
  it('are both kept, each with its name, and the first stays shown', () => {
    says({ venue: 'Journal of Looms' }, 'refs.bib')
    expect(paper().venue).toBe('Annals of Cloth')
    expect(told()).toEqual([
      { field: 'venue', text: 'Annals of Cloth', source: '', shown: true },
      { field: 'venue', text: 'Journal of Looms', source: 'refs.bib', shown: false }
    ])
  })

  it('can be chosen between, and back', () => {
    says({ venue: 'Journal of Looms' }, 'refs.bib')
    const before = contentOf(db)
    const other = paper().statements.find(({ shown }) => !shown)?.id ?? 0
    change(db, { kind: 'choose', count: 1, name: '' }, (tx) => {
      chooseStatement(tx, id, other)
    })
    expect(paper().venue).toBe('Journal of Looms')
    expect(told().map(({ shown }) => shown)).toEqual([false, true])
    undo(db)
    expect(contentOf(db)).toEqual(before)
  })

  it('do not touch what the user wrote, and keep what stood there before', () => {
    change(db, { kind: 'edit', count: 1, name: '' }, (tx) => {
      editByUser(tx, id, { ...fields(), venue: 'Arxiv of Cloth', issued: '2024' })
    })
    says({ venue: 'Journal of Looms', issued: '2024-05-01' }, 'refs.bib')
    expect(paper().venue).toBe('Arxiv of Cloth')
    expect(
      told()
        .filter(({ field }) => field === 'venue')
        .map(({ text }) => text)
    ).toEqual(['Annals of Cloth', 'Arxiv of Cloth', 'Journal of Looms'])
    expect(paper().issued).toBe('2024-05-01')
  })

  it.each<[string, Partial<PaperFields>, Partial<PaperFields>]>([
    ['a date with its month', { issued: '2024-03' }, { issued: '2024-03' }],
    ['the year alone', { issued: '2024' }, { issued: '2024' }],
    ['nothing at all', { venue: '' }, { venue: 'Annals of Cloth' }]
  ])('do not count as differing: %s', (_what, said, shown) => {
    says(said, 'refs.bib')
    expect(paper()).toMatchObject(shown)
    expect(told()).toEqual([])
  })

  it('are one where the same names come in another order of their parts', () => {
    says({ creators: people('Anna Weber') }, 'digest')
    const [{ name }] = people('Anna Weber') as [PaperFields['creators'][number]]
    const turned = Object.fromEntries(Object.entries(name).reverse()) as typeof name
    says({ creators: [{ name: turned, role: 'author' }] }, 'refs.bib')
    expect(told()).toEqual([])
  })

  it('show full given names before initials, and a whole list before a cut one', () => {
    says({ creators: [...people('A. Weber'), { role: 'author', name: andOthers }] }, 'alert')
    says({ creators: people('A. Weber', 'B. Spinner') }, 'digest')
    expect(paper().creators).toEqual(people('A. Weber', 'B. Spinner'))
    says({ creators: people('Anna Weber', 'Bela Spinner') }, 'refs.bib')
    expect(paper().creators).toEqual(people('Anna Weber', 'Bela Spinner'))
    says({ creators: people('A. Weber', 'B. Spinner') }, 'another')
    expect(paper().creators).toEqual(people('Anna Weber', 'Bela Spinner'))
  })

  it('show where a paper was published before where its preprint lies, with volume and pages', () => {
    id = insertPaper(db, { title: 'A Second', venue: 'arXiv preprint', volume: 'abs/2401' })
    says({ title: 'A Second', venue: 'Annals', volume: '12', type: 'article-journal' }, 'refs.bib')
    expect(paper()).toMatchObject({ venue: 'Annals', volume: '12', type: 'article-journal' })
    says({ title: 'A Second', venue: 'CoRR', volume: 'abs/2401' }, 'other.bib')
    expect(paper()).toMatchObject({ venue: 'Annals', volume: '12' })
    expect(told().map(({ text }) => text)).toContain('arXiv preprint')
  })
})

describe('fields of other programs', () => {
  const entry = (extra: string): string =>
    `@article{weber24, title = {Cloth and {Sheaf}}, author = {Weber, Anna}, journal = {Annals}, year = 2024, ${extra}}`
  const load = (extra: string, file: string): void => {
    applied(db, [{ file, ...parseBibtex(entry(extra), file) }])
    id = listIds(db, { kind: 'library' }, { column: 'added', descending: true })[0] ?? 0
  }

  it('are kept as they came, TeX and all', () => {
    load('series = {Studies in {\\"U}bung}, mytool-rank = {A+}', 'a.bib')
    expect(paper().extra).toEqual([
      { name: 'title', value: 'Cloth and {Sheaf}' },
      { name: 'series', value: 'Studies in {\\"U}bung' },
      { name: 'mytool-rank', value: 'A+' }
    ])
  })

  it('are kept from every source where they differ', () => {
    load('series = {One}', 'a.bib')
    load('series = {Two}, edition = {2}', 'b.bib')
    expect(paper().extra).toEqual([
      { name: 'title', value: 'Cloth and {Sheaf}' },
      { name: 'series', value: 'One' },
      { name: 'edition', value: '2' }
    ])
    expect(told()).toContainEqual({
      ...{ field: 'extra:series', text: 'Two', source: 'b.bib', shown: false }
    })
  })

  it('hold what made no sense as a DOI or a date', () => {
    load('doi = {to appear}', 'a.bib')
    expect(paper().extra).toContainEqual({ name: 'doi', value: 'to appear' })
  })
})

describe('a newer version', () => {
  const page = (version: number): string =>
    `@article{a, title = {Cloth and Sheaf}, author = {Weber, Anna}, eprint = {2401.00001v${String(version)}}, archiveprefix = {arXiv}}`
  const load = (version: number): void => {
    const text = page(version)
    applied(db, [parseText(text, `v${String(version)}.bib`, new Date())])
    id = listIds(db, { kind: 'library' }, { column: 'added', descending: true })[0] ?? 0
  }

  it('marks the paper until it was seen', () => {
    load(1)
    expect(paper().updatedAt).toBeNull()
    load(2)
    expect(paper().updatedAt).not.toBeNull()
    expect(paper().identifiers[0]?.version).toBe(2)
    expect(listIds(db, { kind: 'updated' }, { column: 'added', descending: true })).toEqual([id])
    change(db, { kind: 'seen', count: 1, name: '' }, (tx) => {
      markSeen(tx, [id])
    })
    expect(paper().updatedAt).toBeNull()
    load(1)
    expect(paper().updatedAt).toBeNull()
    expect(paper().identifiers[0]?.version).toBe(2)
  })
})
