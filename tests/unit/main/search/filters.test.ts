import { beforeEach, describe, expect, test } from 'vitest'
import type { WritableDb } from '../../../../src/main/database/handle'
import {
  addToCollection,
  createCollection,
  moveCollection
} from '../../../../src/main/library/collections'
import { addAnnotation } from '../../../../src/main/library/annotations'
import { change, undo } from '../../../../src/main/library/journal'
import { setCitationKey } from '../../../../src/main/library/citation-keys'
import { setState, trashPapers } from '../../../../src/main/library/paper-changes'
import { addTag } from '../../../../src/main/library/tags'
import { LibrarySearch } from '../../../../src/main/search/library-search'
import { insertPaper, newLibrary } from '../../support/library'

const label = { kind: 'edit' as const, count: 1, name: '' }
let db: WritableDb
let search: LibrarySearch
let ids: Record<'graph' | 'tree' | 'forest', number>

function names(text: string): string[] {
  const { hits } = search.query({ text, limit: 10, view: { kind: 'library' }, isComplete: true })
  const found = new Set(hits.map(({ id }) => id))
  return Object.entries(ids).flatMap(([name, id]) => (found.has(id) ? [name] : []))
}

beforeEach(() => {
  db = newLibrary()
  const venue = 'Journal of Leaves'
  const creators = [
    { role: 'author' as const, name: { family: 'Li', given: 'Wei', particle: '', suffix: '' } }
  ]
  ids = {
    graph: insertPaper(db, {
      ...{ title: 'Graph', issued: '2019-05-01', abstract: 'Of nodes.', creators, venue },
      ...{ identifiers: [{ scheme: 'doi', value: '10.5555/g', version: null }] },
      links: [{ kind: 'code', url: 'https://example.org/g' }]
    }),
    tree: insertPaper(db, { title: 'Tree', issued: '2023', type: 'thesis', creators }),
    forest: insertPaper(db, { title: 'Forest' })
  }
  change(db, label, (tx) => {
    setCitationKey(tx, ids.tree, 'li2023tree')
    setState(tx, [ids.tree], { starred: true, read: true })
    addTag(tx, [ids.graph], 'machine learning')
    addTag(tx, [ids.tree], 'ML/theory')
    addTag(tx, [ids.forest], 'mlops')
  })
  search = new LibrarySearch(db, null)
})

describe('a filter', () => {
  test.each([
    ['is:starred', ['tree']],
    ['is:unread', ['graph', 'forest']],
    ['is:incomplete', ['forest']],
    ['has:abstract', ['graph']],
    ['has:code has:doi has:author', ['graph']],
    ['-has:author', ['forest']],
    ['has:pdf', []],
    ['year:2019', ['graph']],
    ['year:2020..', ['tree']],
    ['year:..2020', ['graph']],
    ['-year:2019', ['tree', 'forest']],
    ['added:today', ['graph', 'tree', 'forest']],
    ['added:..2020', []],
    ['added:2020.. tree', ['tree']],
    ['type:thesis', ['tree']],
    ['key:li2023', ['tree']],
    ['key:*TREE', ['tree']],
    ['key:100%', []],
    ['tag:ml', ['tree']],
    ['tag:"machine learning"', ['graph']],
    ['tag:mach', ['graph']],
    ['tag:(mlops or ml/theory)', ['tree', 'forest']],
    ['author:li -tag:ml', ['graph']],
    ['(is:starred or tag:mlops) -type:thesis', ['forest']]
  ])('%s', (text, expected) => {
    expect(names(text)).toEqual(expected)
  })

  test('follows every change at once, and its undoing', () => {
    expect(names('is:starred')).toEqual(['tree'])
    change(db, label, (tx) => {
      setState(tx, [ids.forest], { starred: true })
    })
    expect(names('is:starred')).toEqual(['tree', 'forest'])
    undo(db)
    expect(names('is:starred')).toEqual(['tree'])
    change(db, label, (tx) => {
      addTag(tx, [ids.forest], 'mach')
    })
    expect(names('tag:mach')).toEqual(['forest'])
    change(db, label, (tx) => {
      trashPapers(tx, [ids.tree])
    })
    expect(names('year:2020..')).toEqual([])
    expect(search.query({ text: 'is:starred', limit: 9, view: { kind: 'trash' } }).total).toBe(1)
  })

  test('finds more papers than are ever ranked', () => {
    const { isRanked, all, total } = search.query({
      ...{ text: 'is:unread', limit: 1, view: { kind: 'library' } }
    })
    expect({ isRanked, total, all: [...all].sort() }).toEqual({
      ...{ isRanked: false, total: 2 },
      all: [ids.graph, ids.forest]
    })
  })
})

describe('collections', () => {
  test('are asked for by name, with those in them, also when they have been moved', () => {
    const [thesis, methods] = change(db, label, (tx) => {
      const outer = createCollection(tx, { name: 'Thesis', parentId: null })
      const inner = createCollection(tx, { name: 'Methods', parentId: outer })
      addToCollection(tx, [ids.graph], outer)
      addToCollection(tx, [ids.tree], inner)
      return [outer, inner]
    }).value as [number, number]
    const inThesis = (): number[] => {
      const view = { kind: 'collection', id: thesis } as const
      return [...search.query({ text: '-zzz', limit: 10, view, all: true }).all].sort()
    }
    expect(names('in:thesis')).toEqual(['graph', 'tree'])
    expect(names('in:"Thesis/Methods"')).toEqual(['tree'])
    expect(names('collection:methods')).toEqual(['tree'])
    expect(names('-has:collection')).toEqual(['forest'])
    expect(inThesis()).toHaveLength(2)
    change(db, label, (tx) => {
      moveCollection(tx, methods, null)
    })
    expect(names('in:thesis')).toEqual(['graph'])
    expect(inThesis()).toEqual([ids.graph])
    expect(search.complete('in', 'me')).toEqual(['Methods'])
  })
})

describe('completion', () => {
  test.each([
    ['author', 'l', ['Wei Li']],
    ['author', 'wei l', ['Wei Li']],
    ['author', '', []],
    ['author', '" or (', []],
    ['venue', 'leav', ['Journal of Leaves']],
    ['tag', 'm', ['machine learning', 'ML', 'ML/theory', 'mlops']],
    ['tag', 'the', ['ML/theory']],
    ['digest', '', []],
    ['key', 'LI2023', ['li2023tree']],
    ['key', '%', []]
  ] as const)('of %s:%s is %j', (field, typed, expected) => {
    expect(search.complete(field, typed).sort()).toEqual([...expected].sort())
  })
})

describe('what is annotated', () => {
  const annotate = (): void => {
    change(db, label, (tx) => {
      addAnnotation(tx, {
        ...{
          paperId: ids.graph,
          kind: 'highlight',
          colour: 0,
          comment: 'Dubious',
          tags: ['shaky']
        },
        target: {
          on: 'abstract',
          quote: { exact: 'Of\nnodes', prefix: '', suffix: '.' },
          position: { start: 0, end: 8 }
        }
      })
    })
  }

  test.each(['has:annotation', 'note:dubious', 'note:nodes', 'shaky', 'note:"of nodes"'])(
    'is found by %s, until it is undone',
    (text) => {
      expect(names(text)).toEqual([])
      annotate()
      expect(names(text)).toEqual(['graph'])
      undo(db)
      expect(names(text)).toEqual([])
    }
  )
})
