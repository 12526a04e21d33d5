import { describe, expect, it } from 'vitest'
import type { PaperFields } from '@shared/model/paper'
import { change } from '../../../../src/main/library/journal'
import { findSamePaper } from '../../../../src/main/library/identity'
import { completePaper, trashPapers } from '../../../../src/main/library/paper-changes'
import { getPapers } from '../../../../src/main/library/papers'
import { insertPaper, newLibrary } from '../../support/library'

const by = (...families: string[]): PaperFields['creators'] =>
  families.map((family) => ({
    role: 'author',
    name: { family, given: 'Ada', particle: '', suffix: '' }
  }))
const doi = (value: string): PaperFields['identifiers'][number] => ({
  ...{ scheme: 'doi', value, version: null }
})
const arxiv = (
  value: string,
  version: number | null = null
): PaperFields['identifiers'][number] => ({
  ...{ scheme: 'arxiv', value, version }
})
const title = 'On the Weaving of Sheaves'

/** Whether a library that holds one paper takes another for the same. */
function isSame(known: Partial<PaperFields>, item: Partial<PaperFields>): boolean {
  const db = newLibrary()
  const id = insertPaper(db, { title, ...known })
  return findSamePaper(db, { title, ...item })?.id === id
}

describe('a paper is known again', () => {
  it('by its DOI or arXiv id in any version, whatever became of its title', () => {
    const now = { title: 'On Weaving Sheaves of Many Colours' }
    expect(isSame({ identifiers: [doi('10.1/a')] }, { ...now, identifiers: [doi('10.1/a')] })).toBe(
      true
    )
    expect(
      isSame(
        { identifiers: [arxiv('2401.00001', 1)] },
        { ...now, identifiers: [arxiv('2401.00001', 3)] }
      )
    ).toBe(true)
  })

  it('by its title, its authors and its year', () => {
    expect(isSame({}, { title: 'ON THE WEAVING OF SHEAVES.' })).toBe(true)
    expect(isSame({ creators: by('Ono', 'Berg') }, { creators: by('BERG') })).toBe(true)
    expect(isSame({ issued: '2023-11' }, { issued: '2025' })).toBe(true)
  })

  it('as the published form of a preprint', () => {
    expect(
      isSame(
        { identifiers: [doi('10.48550/arxiv.2401.00001'), arxiv('2401.00001')], issued: '2024' },
        { identifiers: [doi('10.1145/77')], issued: '2025', venue: 'Journal of Sheaves' }
      )
    ).toBe(true)
  })

  it('rather in the library than in the trash', () => {
    const db = newLibrary()
    const old = insertPaper(db, { title })
    change(db, { kind: 'trash', count: 1, name: '' }, (tx) => {
      trashPapers(tx, [old])
    })
    expect(findSamePaper(db, { title })).toMatchObject({ id: old, trashed: true })
    const live = insertPaper(db, { title })
    expect(findSamePaper(db, { title })).toMatchObject({ id: live, trashed: false })
  })
})

describe('a paper is not taken for another', () => {
  it('that has its title, but other authors, a far year, another DOI or another abstract', () => {
    expect(isSame({ creators: by('Ono') }, { creators: by('Berg') })).toBe(false)
    expect(isSame({ issued: '1998' }, { issued: '2025' })).toBe(false)
    expect(isSame({ identifiers: [doi('10.1/a')] }, { identifiers: [doi('10.1/b')] })).toBe(false)
    expect(
      isSame({ abstract: 'We weave cloth by hand.' }, { abstract: 'Octopuses change colour.' })
    ).toBe(false)
  })

  it('by an identifier that was copied wrongly', () => {
    const identifiers = [doi('10.1145/nnnnnnn.nnnnnnn')]
    expect(isSame({ identifiers }, { title: 'Quantum Error Correction', identifiers })).toBe(false)
  })

  it('because both are chapters of one book', () => {
    const identifiers: PaperFields['identifiers'] = [
      { scheme: 'isbn', value: '9780000000002', version: null }
    ]
    expect(isSame({ identifiers }, { title: 'On the Weaving of Looms', identifiers })).toBe(false)
  })
})

describe('what another source says', () => {
  it('fills gaps and adds to lists, and leaves what is there', () => {
    const db = newLibrary()
    const id = insertPaper(db, {
      title,
      abstract: 'As it was.',
      identifiers: [arxiv('2401.00001', 2)]
    })
    change(db, { kind: 'import', count: 0, name: '' }, (tx) => {
      completePaper(
        tx,
        id,
        {
          ...{
            title: 'Sheaves, as Others Call Them',
            type: 'article-journal',
            abstract: 'Another.',
            issued: '2025',
            venue: 'Sheaves'
          },
          creators: by('Ono'),
          identifiers: [arxiv('2401.00001', 1), doi('10.1/a')],
          links: [{ kind: 'code', url: 'https://github.com/a/b' }]
        },
        'refs.bib'
      )
    })
    expect(getPapers(db, [id])[0]).toMatchObject({
      ...{ title, type: 'article-journal', abstract: 'As it was.', issued: '2025' },
      ...{ venue: 'Sheaves', creators: by('Ono') },
      identifiers: [arxiv('2401.00001', 2), doi('10.1/a')],
      links: [{ kind: 'code', url: 'https://github.com/a/b' }]
    })
  })

  it('gives a title to a paper known by its identifier alone, and names to a list cut short', () => {
    const db = newLibrary()
    const cut = [...by('Ono'), { role: 'author' as const, name: { literal: 'et al.' } }]
    const id = insertPaper(db, {
      title: 'arXiv:2401.00001',
      creators: cut,
      identifiers: [arxiv('2401.00001', null)]
    })
    const said = {
      title,
      identifiers: [arxiv('2401.00001', 1)],
      creators: [...by('Ono'), ...by('Abe')]
    }
    expect(findSamePaper(db, said)?.id).toBe(id)
    change(db, { kind: 'import', count: 0, name: '' }, (tx) => {
      completePaper(tx, id, said, 'alert')
    })
    expect(getPapers(db, [id])[0]).toMatchObject({ title, creators: said.creators })
  })
})
