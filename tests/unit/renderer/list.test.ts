import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ListState } from '../../../src/renderer/src/features/library/list.svelte'

/** The ids of each view, by its kind; answers come when a test lets them. */
let views: Record<string, number[]>
let rows: { id: number; triage: string; trashed: boolean }[]
let waiting: (() => void)[]
let groups: { key: string; count: number }[]
const sort = { column: 'added', descending: true } as const
let list: ListState

interface Asked {
  view: { kind: string }
  sort?: { column: string; descending: boolean } | null
}

function answer(channel: string, input: Asked): Promise<unknown> {
  const ids = channel === 'paper:list' ? (views[input.view.kind] ?? []) : []
  const value =
    channel === 'paper:list'
      ? {
          ids,
          rows: [],
          mode: 'none',
          marks: [],
          elsewhere: 0,
          sort: input.sort ?? sort,
          group: 'none',
          groups
        }
      : channel === 'paper:rows'
        ? rows
        : []
  return new Promise((resolve) => {
    waiting.push(() => {
      resolve({ ok: true, value })
    })
  })
}

async function settle<T>(work: Promise<T>): Promise<T> {
  while (waiting.length > 0) {
    waiting.shift()?.()
    await new Promise((done) => setTimeout(done))
  }
  return work
}

beforeEach(() => {
  waiting = []
  groups = []
  rows = []
  vi.stubGlobal('window', { sheaf: { call: answer } })
  list = new ListState()
})

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('the list', () => {
  it('begins a new view at its first paper, also when the library changes while it is fetched', async () => {
    views = { library: [], digest: [5, 6] }
    await settle(list.show({ kind: 'library' }))
    const shown = list.show({ kind: 'digest', id: 1 })
    const changed = list.changed([5, 6])
    await settle(Promise.all([shown, changed]))
    expect(list.ids).toEqual([5, 6])
    expect(list.selected).toEqual([5])
  })

  it('stays at the paper it is at when others come', async () => {
    views = { library: [1, 2] }
    await settle(list.show({ kind: 'library' }))
    list.select(2)
    views = { library: [3, 1, 2] }
    await settle(list.changed([3]))
    expect(list.selected).toEqual([2])
  })

  it('is whole again at once when the search is emptied, unless anything changed meanwhile', async () => {
    views = { library: [1, 2, 3] }
    await settle(list.show({ kind: 'library' }))
    views = { library: [3] }
    await settle(list.search('three'))
    expect(list.ids).toEqual([3])
    await list.search('')
    expect(list.ids).toEqual([1, 2, 3])
    expect(list.query).toBe('')
    await settle(list.search('three'))
    await settle(list.changed([2]))
    views = { library: [1, 3] }
    await settle(list.search(''))
    expect(list.ids).toEqual([1, 3])
  })

  it('lets a decided paper go before the library says so, and no late answer brings it back', async () => {
    views = { inbox: [1, 2, 3] }
    await settle(list.show({ kind: 'inbox' }))
    const late = list.changed([9])
    list.leave([1])
    expect(list.ids).toEqual([2, 3])
    expect(list.selected).toEqual([2])
    await settle(late)
    expect(list.ids).toEqual([2, 3])
    views = { inbox: [2, 3] }
    list.settled([1])
    await settle(list.changed([1]))
    expect(list.ids).toEqual([2, 3])
    views = { inbox: [1, 2, 3] }
    await settle(list.changed([1]))
    expect(list.ids).toEqual([1, 2, 3])
    expect(list.selected).toEqual([2])
  })

  it('holds what was kept under the cursor until the cursor moves', async () => {
    views = { inbox: [1, 2, 3] }
    await settle(list.show({ kind: 'inbox' }))
    list.select(2)
    views = { inbox: [1, 3] }
    rows = [{ id: 2, triage: 'kept', trashed: false }]
    await settle(list.changed([2]))
    expect(list.ids).toEqual([1, 2, 3])
    list.move(1)
    expect(list.ids).toEqual([1, 3])
    expect(list.selected).toEqual([3])
  })

  it('does not hold what went to the trash', async () => {
    views = { inbox: [1, 2, 3] }
    await settle(list.show({ kind: 'inbox' }))
    views = { inbox: [2, 3] }
    rows = [{ id: 1, triage: 'inbox', trashed: true }]
    await settle(list.changed([1]))
    expect(list.ids).toEqual([2, 3])
  })

  it('keeps the order of a ranking while it is gone through', async () => {
    views = { inbox: [3, 1, 2] }
    await settle(list.show({ kind: 'inbox' }))
    await settle(list.sortBy({ column: 'keeping', descending: true }))
    views = { inbox: [2, 4, 1] }
    list.leave([3])
    list.settled([3])
    await settle(list.changed([3]))
    expect(list.ids).toEqual([1, 2, 4])
    // One that an undo brings back comes where it is ranked.
    views = { inbox: [3, 2, 4, 1] }
    await settle(list.changed([3]))
    expect(list.ids).toEqual([3, 1, 2, 4])
  })

  it('begins at the first paper of a library that was empty', async () => {
    views = { library: [] }
    await settle(list.show({ kind: 'library' }))
    views = { library: [7, 8] }
    await settle(list.changed(null))
    expect(list.selected).toEqual([7])
  })

  it('passes over the headings of groups, stops at folded ones, and goes from group to group', async () => {
    views = { library: [1, 2, 3, 4, 5] }
    groups = [
      { key: '2026', count: 2 },
      { key: '2025', count: 2 },
      { key: '', count: 1 }
    ]
    await settle(list.show({ kind: 'library' }))
    expect(list.items).toEqual([-1, 1, 2, -2, 3, 4, -3, 5])
    list.move(2)
    expect(list.selected).toEqual([3])
    list.fold(1)
    expect(list.items).toEqual([-1, 1, 2, -2, -3, 5])
    expect(list.heading).toBe(1)
    list.move(1)
    expect([list.heading, list.selected]).toEqual([null, [5]])
    list.move(-1)
    expect(list.heading).toBe(1)
    list.moveGroup(-1)
    expect([list.heading, list.selected]).toEqual([null, [1]])
    list.selectAll()
    expect(list.selected).toEqual([1, 2, 5])
    list.select(4)
    expect([list.isFolded(1), list.selected]).toEqual([false, [4]])
    list.toHeading()
    list.move(1)
    expect(list.selected).toEqual([3])
  })
})
