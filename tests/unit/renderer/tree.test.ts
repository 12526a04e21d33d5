import { describe, expect, it } from 'vitest'
import type { Sidebar } from '@shared/model/view'
import {
  moved,
  resized,
  sortedBy,
  toggled
} from '../../../src/renderer/src/features/library/columns'
import { chosen, rareTags, shownTags } from '../../../src/renderer/src/features/organise/tag-list'
import {
  collectionPath,
  takesPapers,
  treeOf
} from '../../../src/renderer/src/features/organise/tree'

const content: Sidebar = {
  counts: {
    ...{ inbox: 0, library: 3, unread: 1, starred: 0, incomplete: 0, updated: 0 },
    ...{ unfiled: 1, untagged: 2, dismissed: 0, trash: 4 }
  },
  digests: [],
  searches: [{ id: 9, name: 'To read', query: 'is:unread' }],
  collections: [
    { id: 2, name: 'Methods', parentId: 1, count: 1 },
    { id: 1, name: 'Thesis', parentId: null, count: 2 }
  ],
  tags: [
    { id: 1, name: 'ml', colour: 1, count: 3 },
    { id: 2, name: 'ml/theory', colour: 1, count: 2 },
    { id: 3, name: 'ml/theory/bounds', colour: 1, count: 1 },
    { id: 4, name: 'mlx', colour: 2, count: 1 }
  ],
  folded: []
}
const around = { view: { kind: 'library' as const }, savedCounts: new Map([[9, 1]]), projects: [] }
const lines = (folded: string[]): string[] =>
  treeOf(content, new Set(folded), around).map(({ level, label, count }) =>
    `${'-'.repeat(level)} ${label} ${count}`.trim()
  )

describe('the sidebar’s tree', () => {
  it('has tags and collections within those above them', () => {
    expect(lines([]).slice(11)).toEqual([
      ...['- Digests', '- Saved searches', '-- To read 1'],
      ...['- Collections', '-- Thesis 2', '--- Methods 1'],
      ...['- Tags', '-- ml 3', '--- theory 2', '---- bounds 1', '-- mlx 1'],
      ...['- LaTeX projects', '- Trash 4']
    ])
  })

  it('leaves out what lies in something folded', () => {
    const folded = ['section-searches', 'collection-1', 'tag-1']
    expect(lines(folded).slice(11)).toEqual([
      ...['- Digests', '- Saved searches', '- Collections', '-- Thesis 2'],
      ...['- Tags', '-- ml 3', '-- mlx 1', '- LaTeX projects', '- Trash 4']
    ])
  })

  it('names a collection with those it is in', () => {
    expect(collectionPath(content.collections, 2)).toBe('Thesis / Methods')
  })
})

describe('the tag manager', () => {
  it('finds tags by letters, orders them by papers, and picks rare ones', () => {
    expect(shownTags(content.tags, 'THEO', 'name').map(({ id }) => id)).toEqual([2, 3])
    expect(shownTags(content.tags, '', 'count').map(({ id }) => id)).toEqual([1, 2, 3, 4])
    expect([...rareTags(content.tags, 1)]).toEqual([3, 4])
  })

  it('chooses one, one more, and all between two', () => {
    const none = { ids: new Set<number>(), at: null, anchor: null }
    const order = [1, 2, 3, 4]
    const second = chosen(none, order, 2, 'only')
    expect([...chosen(second, order, 4, 'extend').ids]).toEqual([2, 3, 4])
    expect([...chosen(second, order, 4, 'toggle').ids]).toEqual([2, 4])
    expect([...chosen(second, order, 2, 'toggle').ids]).toEqual([])
  })
})

describe('the columns of the table', () => {
  const columns = [
    { column: 'title' as const, width: 300 },
    { column: 'year' as const, width: 60 }
  ]

  it('are moved, made wider within bounds, shown and hidden; one stays', () => {
    expect(moved(columns, 'year', 0).map(({ column }) => column)).toEqual(['year', 'title'])
    expect(resized(columns, 'year', 5)[1]).toEqual({ column: 'year', width: 40 })
    expect(toggled(columns, 'venue').map(({ column }) => column)).toEqual([
      'title',
      'year',
      'venue'
    ])
    expect(toggled(toggled(columns, 'year'), 'title')).toEqual([{ column: 'title', width: 300 }])
  })

  it('order the list, the other way around when clicked again', () => {
    const byTitle = sortedBy('title', { column: 'added', descending: true })
    expect(byTitle).toEqual({ column: 'title', descending: false })
    expect(sortedBy('title', byTitle ?? { column: 'added', descending: true })).toEqual({
      ...{ column: 'title', descending: true }
    })
    expect(sortedBy('tags', { column: 'added', descending: true })).toBeNull()
  })
})

describe('papers that are dragged', () => {
  const places = (view: Parameters<typeof takesPapers>[1]): string[] =>
    treeOf(content, new Set(), around).flatMap(({ target }) =>
      target.kind === 'place' && takesPapers(target, view) ? [target.place] : []
    )

  it('go to places where they are not yet', () => {
    expect(places({ kind: 'library' })).toEqual(['inbox', 'unread', 'starred', 'trash'])
    expect(places({ kind: 'inbox' })).toEqual(['library', 'unread', 'starred', 'trash'])
    expect(places({ kind: 'trash' })).toEqual(['library'])
  })

  it('go to tags and collections, those that are there and new ones', () => {
    const takes = (target: Parameters<typeof takesPapers>[0]): boolean =>
      takesPapers(target, { kind: 'library' })
    expect(takes({ kind: 'tag', id: 1 })).toBe(true)
    expect(takes({ kind: 'section', section: 'collections' })).toBe(true)
    expect(takes({ kind: 'section', section: 'searches' })).toBe(false)
    expect(takes({ kind: 'search', id: 9 })).toBe(false)
  })
})
