import { beforeEach, describe, expect, test } from 'vitest'
import type { WritableDb } from '../../../../src/main/database/handle'
import { change } from '../../../../src/main/library/journal'
import { setCitationKey } from '../../../../src/main/library/citation-keys'
import { trashPapers } from '../../../../src/main/library/paper-changes'
import { paperWithKey } from '../../../../src/main/library/papers'
import { addTag } from '../../../../src/main/library/tags'
import { all, run, sql } from '../../../../src/main/database/sql'
import { LibrarySearch } from '../../../../src/main/search/library-search'
import { insertPaper, newLibrary } from '../../support/library'

const label = { kind: 'edit' as const, count: 1, name: '' }
const by = (family: string, given: string) => ({
  ...{ role: 'author' as const },
  name: { family, given, particle: '', suffix: '' }
})
let db: WritableDb
let search: LibrarySearch
let graph: number
let gossip: number
let mail: number
let oven: number

beforeEach(() => {
  db = newLibrary()
  graph = insertPaper(db, {
    ...{ title: 'Message passing on graphs', abstract: 'Graph networks pass messages.' },
    ...{ creators: [by('Li', 'Wei')], venue: 'Journal of Graphs' }
  })
  gossip = insertPaper(db, {
    ...{ title: 'Gossip in graphs', abstract: 'How messages spread in a graph.' },
    ...{ creators: [by('Li', 'W.')], venue: 'Journal of graphs' }
  })
  mail = insertPaper(db, { title: 'Delivering messages', abstract: 'Messages by mail, on paper.' })
  oven = insertPaper(db, { title: 'Baking bread', abstract: 'Flour and water.' })
  search = new LibrarySearch(db, null)
})

const related = (to: Parameters<typeof search.related>[0]['to'], lessLike: number[] = []) =>
  search.related({ to, lessLike, limit: 10, meaning: null })
const ids = (...args: Parameters<typeof related>): number[] => related(...args).map(({ id }) => id)

describe('related papers', () => {
  test('of a paper are those that share its words, with the reasons', () => {
    const [first, second, ...others] = related({ kind: 'papers', ids: [graph] })
    expect(first).toMatchObject({
      id: gossip,
      why: { people: ['W. Li'], venue: 'Journal of graphs' }
    })
    expect(first?.why.terms.slice(0, 2).sort()).toEqual(['graphs', 'messages'])
    expect(second).toMatchObject({ id: mail, why: { people: [], venue: '' } })
    expect(others).toEqual([])
  })

  test('of several papers and of a tag are like all of them, and none of them', () => {
    expect(ids({ kind: 'papers', ids: [graph, mail] })).toEqual([gossip])
    change(db, label, (tx) => {
      addTag(tx, [graph, gossip], 'networks')
    })
    const [tag] = all<{ id: number }>(db, sql`SELECT id FROM tag`)
    expect(ids({ kind: 'tag', id: tag?.id ?? 0 })).toEqual([mail])
  })

  test('of a text are those that share its words', () => {
    expect(ids({ kind: 'text', text: 'We bake loaves of bread.' })).toEqual([oven])
    expect(ids({ kind: 'text', text: '' })).toEqual([])
  })

  test('are less like what is not wanted', () => {
    const to = { kind: 'text' as const, text: 'Graphs, and bread' }
    expect(ids(to).sort()).toEqual([graph, gossip, oven])
    expect(ids(to, [gossip])).toEqual([oven])
  })

  test('are not in the trash', () => {
    change(db, label, (tx) => {
      trashPapers(tx, [gossip])
    })
    expect(ids({ kind: 'papers', ids: [graph] })).toEqual([mail])
  })

  test('can be asked for by a former citation key', () => {
    change(db, label, (tx) => {
      run(tx, sql`INSERT INTO key_alias (paper_id, citation_key) VALUES (${oven}, 'bread')`)
      setCitationKey(tx, oven, 'loaf')
    })
    expect([paperWithKey(db, 'bread'), paperWithKey(db, 'LOAF')]).toEqual([oven, oven])
    expect(search.query({ text: 'key:bread', limit: 1, view: null }).total).toBe(1)
  })
})
