import { beforeEach, describe, expect, test } from 'vitest'
import type { Opinion } from '@shared/model/taste'
import type { WritableDb } from '../../../../src/main/database/handle'
import { change, undo } from '../../../../src/main/library/journal'
import { trashPapers } from '../../../../src/main/library/paper-changes'
import { decide } from '../../../../src/main/library/triage'
import { addTag } from '../../../../src/main/library/tags'
import { LibrarySearch } from '../../../../src/main/search/library-search'
import { insertPaper, newLibrary } from '../../support/library'

const label = { kind: 'tag' as const, count: 1, name: '' }
let db: WritableDb
let search: LibrarySearch
let graphs: number[]
let bread: number[]
let nextGraph: number
let nextBread: number

const graphPaper = (at: number) => ({
  title: `Message passing ${String(at)}`,
  abstract: `Graphs with nodes and edges, number ${String(at)}, of networks.`
})
const breadPaper = (at: number) => ({
  title: `Baking ${String(at)}`,
  abstract: `Flour and water and an oven, number ${String(at)}, for loaves.`
})

function tag(ids: readonly number[], name: string): void {
  change(db, label, (tx) => {
    addTag(tx, ids, name)
  })
}

const named = ({ tags }: Opinion): [string, string][] => tags.map(({ name, from }) => [name, from])

beforeEach(() => {
  db = newLibrary()
  graphs = [1, 2, 3, 4, 5].map((at) => insertPaper(db, graphPaper(at)))
  bread = [1, 2, 3, 4, 5].map((at) => insertPaper(db, breadPaper(at)))
  nextGraph = insertPaper(db, graphPaper(6))
  nextBread = insertPaper(db, breadPaper(6))
  search = new LibrarySearch(db, null)
})

describe('a tag is suggested', () => {
  test('that papers like this one have, with the words that decide it', async () => {
    tag(graphs, 'theory')
    tag(bread, 'kitchen')
    const opinion = await search.opinion(nextGraph)
    expect(named(opinion)).toEqual([['theory', 'learnt']])
    const words = ['message', 'passing', 'graphs', 'nodes', 'edges', 'networks']
    for (const word of opinion.tags[0]?.words ?? []) expect(words).toContain(word)
    expect(named(await search.opinion(nextBread))).toEqual([['kitchen', 'learnt']])
  })

  test('by its name alone, while there are too few papers to learn from', async () => {
    tag([bread[0] ?? 0], 'message-passing')
    tag([bread[0] ?? 0], 'quantum')
    expect(await search.opinion(nextGraph)).toMatchObject({
      tags: [{ name: 'message-passing', from: 'named', words: ['message', 'passing'] }],
      keeping: null
    })
    expect(named(await search.opinion(nextBread))).toEqual([])
  })

  test('no more once the paper has it, and again when that is undone', async () => {
    tag(graphs, 'theory')
    tag(bread, 'kitchen')
    tag([nextGraph], 'theory')
    expect(named(await search.opinion(nextGraph))).toEqual([])
    undo(db)
    expect(named(await search.opinion(nextGraph))).toEqual([['theory', 'learnt']])
  })

  test('by what is tagged now', async () => {
    tag(graphs.slice(0, 3), 'later')
    await search.opinion(nextBread)
    tag(bread, 'later')
    for (let at = 10; at < 13; at++) tag([insertPaper(db, breadPaper(at))], 'later')
    expect(named(await search.opinion(nextBread))).toEqual([['later', 'learnt']])
  })
})

describe('papers come in the order of what is kept', () => {
  test('the likeliest first, and what was thrown away last', () => {
    expect(search.byKeeping({ kind: 'library' })).toBeNull()
    tag(graphs, 'theory')
    change(db, label, (tx) => {
      trashPapers(tx, bread.slice(0, 4))
    })
    const order = search.byKeeping({ kind: 'library' }) ?? []
    expect(order).toHaveLength(8)
    expect(order.indexOf(nextGraph)).toBeLessThan(order.indexOf(nextBread))
    expect(order.slice(-2).sort()).toEqual([bread[4], nextBread].sort())
  })

  test('what was kept by a word counts for it, and what was dismissed against it', () => {
    const decideAbout = (ids: readonly number[], decision: 'keep' | 'dismiss' | 'inbox'): void => {
      change(db, { kind: 'keep', count: ids.length, name: '' }, (tx) => {
        decide(tx, ids, decision)
      })
    }
    decideAbout([...graphs, ...bread, nextGraph, nextBread], 'inbox')
    expect(search.byKeeping({ kind: 'inbox' })).toBeNull()
    decideAbout(bread, 'keep')
    decideAbout(graphs, 'dismiss')
    expect(search.byKeeping({ kind: 'inbox' })).toEqual([nextBread, nextGraph])
    const likeness = new Map(
      search.likeness([nextBread, nextGraph]).map(({ id, likelihood }) => [id, likelihood])
    )
    expect(likeness.get(nextBread)).toBeGreaterThan(0.65)
    expect(likeness.get(nextGraph)).toBeLessThan(0.35)
  })

  test('and a paper tells what speaks against it', async () => {
    tag(bread, 'kitchen')
    change(db, label, (tx) => {
      decide(tx, graphs, 'dismiss')
    })
    const { keeping } = await search.opinion(nextGraph)
    const words = ['message', 'passing', 'graphs', 'nodes', 'edges', 'networks']
    expect(keeping?.against.length).toBeGreaterThan(0)
    for (const word of keeping?.against ?? []) expect(words).toContain(word)
  })

  test('and a paper tells why', async () => {
    tag(graphs, 'theory')
    const { keeping } = await search.opinion(nextGraph)
    expect(keeping?.likelihood).toBeGreaterThan(0.65)
    expect(keeping?.words.length).toBeGreaterThan(0)
  })
})
