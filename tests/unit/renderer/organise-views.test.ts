import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/svelte'
import { tick, type Component } from 'svelte'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Sidebar, View } from '@shared/model/view'
import EditSeveral from '../../../src/renderer/src/features/edit/EditSeveral.svelte'
import LayoutButton from '../../../src/renderer/src/features/library/LayoutButton.svelte'
import TableHead from '../../../src/renderer/src/features/library/TableHead.svelte'
import RuleManager from '../../../src/renderer/src/features/organise/RuleManager.svelte'
import { SidebarState } from '../../../src/renderer/src/features/organise/sidebar.svelte'
import SidebarView from '../../../src/renderer/src/features/organise/SidebarView.svelte'
import TagManager from '../../../src/renderer/src/features/organise/TagManager.svelte'
import Chooser from '../../../src/renderer/src/ui/Chooser.svelte'
import Frame from '../support/Frame.svelte'
import NameDialog from '../../../src/renderer/src/ui/NameDialog.svelte'

const content: Sidebar = {
  counts: {
    ...{ inbox: 0, library: 3, unread: 1, starred: 0, incomplete: 0, updated: 0 },
    ...{ unfiled: 1, untagged: 2, dismissed: 0, trash: 4 }
  },
  digests: [],
  searches: [{ id: 9, name: 'To read', query: 'is:unread' }],
  collections: [{ id: 1, name: 'Thesis', parentId: null, count: 2 }],
  tags: [
    { id: 1, name: 'ml', colour: 1, count: 3 },
    { id: 2, name: 'ml/theory', colour: 1, count: 2 },
    { id: 4, name: 'rare', colour: 2, count: 1 }
  ],
  folded: []
}

/** What the main process was asked. */
let asked: [string, unknown][]
const answers: Record<string, unknown> = {
  'library:sidebar': content,
  'saved:counts': [{ id: 9, count: 1 }],
  'rule:list': [{ id: 3, query: 'looms', tagId: 1, tag: 'ml', colour: 1, enabled: true }],
  'rule:preview': { answering: 3, toTag: 2, rows: [] },
  'rule:save': { label: null, id: 4, tagged: 2 },
  'paper:several': {
    ...{ papers: 2, starred: 1, read: 2 },
    fields: { type: 'article', venue: null, language: 'en', year: '2024' },
    tags: [{ id: 1, name: 'ml', colour: 1, count: 1 }],
    collections: []
  }
}

/** Renders a dialog in a window around it. */
function open(part: Component<never>, props: object): void {
  render(Frame, { props: { part, props } })
}

beforeEach(() => {
  asked = []
  vi.stubGlobal('sheaf', {
    platform: 'linux',
    call: (channel: string, input: unknown) => {
      asked.push([channel, input])
      return Promise.resolve({ ok: true, value: answers[channel] ?? { label: null } })
    },
    on: () => () => undefined
  })
  HTMLDialogElement.prototype.showModal = function () {
    this.setAttribute('open', '')
  }
})

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function wasAsked(channel: string): unknown {
  return asked.findLast(([name]) => name === channel)?.[1]
}

describe('the sidebar', () => {
  async function shown(view: { view?: View; openSearch?: number } = {}) {
    const sidebar = new SidebarState()
    await sidebar.refresh()
    const handlers = {
      ...{ onopen: vi.fn(), onrename: vi.fn(), ondelete: vi.fn(), ondroppapers: vi.fn() },
      ...{ onmenu: vi.fn(() => []), ondropplace: vi.fn(() => []) }
    }
    render(SidebarView, {
      ...{
        sidebar,
        view: { kind: 'library' as const },
        openSearch: null,
        isAnnotations: false,
        bringing: null,
        isBringing: false,
        projects: []
      },
      ...handlers,
      ...view
    })
    return { sidebar, ...handlers, tree: screen.getByRole('tree') }
  }

  it('is gone through, folded, opened, renamed and emptied by key', async () => {
    const { tree, onopen, onrename, ondelete } = await shown()
    const item = (name: RegExp): HTMLElement => screen.getByRole('treeitem', { name })
    expect(item(/^Library/).tabIndex).toBe(0)
    item(/^ml/).focus()
    await fireEvent.click(item(/^ml/))
    expect(onopen).toHaveBeenLastCalledWith({ kind: 'tag', id: 1 }, false)
    await fireEvent.keyDown(tree, { key: 'ArrowLeft' })
    expect(screen.queryByRole('treeitem', { name: /theory/ })).toBeNull()
    expect(wasAsked('view:fold')).toEqual({ folded: ['tag-1'] })
    await fireEvent.keyDown(tree, { key: 'ArrowRight' })
    await fireEvent.keyDown(tree, { key: 'ArrowDown' })
    await fireEvent.keyDown(tree, { key: 'Enter', ctrlKey: true })
    expect(onopen).toHaveBeenLastCalledWith({ kind: 'tag', id: 2 }, true)
    await fireEvent.keyDown(tree, { key: 'F2' })
    const field = screen.getByRole<HTMLInputElement>('textbox')
    expect(field.value).toBe('ml/theory')
    await fireEvent.input(field, { target: { value: 'ml/bounds' } })
    await fireEvent.keyDown(field, { key: 'Enter' })
    expect(onrename).toHaveBeenCalledExactlyOnceWith({ kind: 'tag', id: 2 }, 'ml/bounds')
    await fireEvent.keyDown(tree, { key: 'Delete' })
    expect(ondelete).toHaveBeenCalledWith({ kind: 'tag', id: 2 })
    await fireEvent.keyDown(tree, { key: 'ArrowLeft' })
    await fireEvent.keyDown(tree, { key: 'ArrowLeft' })
    expect(screen.queryByRole('treeitem', { name: /theory/ })).toBeNull()
    item(/^Thesis/).focus()
    await fireEvent.keyDown(tree, { key: 'Delete' })
    expect(ondelete).toHaveBeenLastCalledWith({ kind: 'collection', id: 1 })
    item(/^Library/).focus()
    await fireEvent.keyDown(tree, { key: 'Delete' })
    expect(ondelete).toHaveBeenCalledTimes(2)
  })

  it('marks all tags on view, and the saved search that is open', async () => {
    await shown({ view: { kind: 'tags', ids: [1, 4] } })
    const marked = screen.getAllByRole('treeitem', { selected: true }).map((each) => each.id)
    expect(marked).toEqual(['place-tag-1', 'place-tag-4'])
    cleanup()
    await shown({ openSearch: 9 })
    expect(screen.getAllByRole('treeitem', { selected: true }).map((each) => each.id)).toEqual([
      'place-search-9'
    ])
  })
})

describe('the tag manager', () => {
  it('finds, chooses, colours, renames and deletes', async () => {
    const ondeleted = vi.fn()
    open(TagManager, {
      ...{ tags: content.tags, onmerge: vi.fn(), onrule: vi.fn(), onshow: vi.fn() },
      ...{ ondeleted, onclose: vi.fn() }
    })
    const list = screen.getByRole('listbox')
    await fireEvent.keyDown(list, { key: 'ArrowDown' })
    await fireEvent.keyDown(list, { key: 'ArrowDown', shiftKey: true })
    await fireEvent.click(screen.getByRole('button', { name: 'Gold' }))
    expect(wasAsked('tag:recolour')).toEqual({ ids: [1, 2], colour: 6 })
    await fireEvent.keyDown(list, { key: 'End' })
    await fireEvent.keyDown(list, { key: 'F2' })
    const field = within(list).getByRole('textbox')
    await fireEvent.input(field, { target: { value: 'seldom' } })
    await fireEvent.keyDown(field, { key: 'Enter' })
    expect(wasAsked('tag:rename')).toEqual({ id: 4, name: 'seldom' })
    await fireEvent.click(screen.getByRole('button', { name: 'Select' }))
    await fireEvent.keyDown(list, { key: 'Delete' })
    expect(wasAsked('tag:delete')).toEqual({ ids: [4] })
    await waitFor(() => {
      expect(ondeleted).toHaveBeenCalledWith(1)
    })
  })
})

describe('the rules', () => {
  it('are previewed while they are written, saved, and turned off', async () => {
    const onsaved = vi.fn()
    open(RuleManager, {
      ...{ tag: '', query: 'graphs', tags: content.tags, version: 0, onsaved, onclose: vi.fn() }
    })
    await screen.findByText('looms')
    await fireEvent.click(screen.getByRole('checkbox'))
    expect(wasAsked('rule:save')).toEqual({ id: 3, query: 'looms', tag: 'ml', enabled: false })
    await fireEvent.click(screen.getByRole('button', { name: 'New rule' }))
    const query = screen.getByRole<HTMLInputElement>('textbox', { name: /search/ })
    expect(query.value).toBe('graphs')
    await fireEvent.input(query, { target: { value: 'graphs -survey' } })
    await fireEvent.input(screen.getByLabelText('get this tag'), { target: { value: 'ml/graphs' } })
    await screen.findByText('3 papers answer this now; 2 would get the tag.')
    expect(wasAsked('rule:preview')).toEqual({
      id: null,
      query: 'graphs -survey',
      tag: 'ml/graphs'
    })
    await fireEvent.submit(query.closest('form') ?? query)
    await waitFor(() => {
      expect(onsaved).toHaveBeenCalledWith(2, 'ml/graphs')
    })
  })
})

describe('editing several papers', () => {
  it('sends what was touched and nothing else', async () => {
    const onclose = vi.fn()
    open(EditSeveral, { ids: [1, 2], collections: [{ id: 5, name: 'Thesis' }], onclose })
    const starred = await screen.findByRole<HTMLInputElement>('checkbox', { name: /Starred/ })
    expect(starred.indeterminate).toBe(true)
    const ml = screen.getByRole<HTMLInputElement>('checkbox', { name: /^ml/ })
    const states = [] as unknown[]
    for (let turn = 0; turn < 3; turn++) {
      await fireEvent.click(ml)
      await tick()
      states.push([ml.checked, ml.indeterminate])
    }
    expect(states).toEqual([
      [true, false],
      [false, false],
      [false, true]
    ])
    await fireEvent.click(screen.getByRole('checkbox', { name: /Thesis/ }))
    await fireEvent.input(screen.getByLabelText('Year'), { target: { value: '2025' } })
    await fireEvent.click(screen.getByRole('button', { name: 'Change 2 papers' }))
    await fireEvent.submit(ml.closest('form') ?? ml)
    await waitFor(() => {
      expect(onclose).toHaveBeenCalled()
    })
    expect(wasAsked('paper:edit-several')).toEqual({
      ids: [1, 2],
      edit: {
        fields: { year: '2025' },
        ...{ addTags: [], removeTags: [], addTo: [5], removeFrom: [] }
      }
    })
  })
})

describe('the list’s layout', () => {
  const columns = [
    { column: 'title' as const, width: 300 },
    { column: 'year' as const, width: 60 }
  ]

  it('is chosen from a menu', async () => {
    const [onlayout, ongroup] = [vi.fn(), vi.fn()]
    render(LayoutButton, {
      ...{ group: 'none', layout: { listForm: 'table', columns }, onlayout, ongroup },
      onfold: vi.fn()
    })
    await fireEvent.click(screen.getByRole('button', { name: 'View options' }))
    await fireEvent.click(screen.getByRole('menuitemradio', { name: 'Venue' }))
    expect(ongroup).toHaveBeenCalledWith('venue')
    await fireEvent.click(screen.getByRole('menuitemcheckbox', { name: 'Year' }))
    expect(onlayout).toHaveBeenCalledWith({ columns: [columns[0]] })
    await fireEvent.click(screen.getByRole('menuitemradio', { name: 'Two lines' }))
    expect(onlayout).toHaveBeenCalledWith({ listForm: 'rows' })
  })

  it('has heads that sort, move and resize by key', async () => {
    const [onsort, onchange] = [vi.fn(), vi.fn()]
    render(TableHead, {
      ...{ columns, sort: { column: 'year', descending: true }, onsort, onchange }
    })
    const year = screen.getByRole('columnheader', { name: 'Year' })
    expect(year.getAttribute('aria-sort')).toBe('descending')
    await fireEvent.click(within(year).getByRole('button'))
    expect(onsort).toHaveBeenCalledWith({ column: 'year', descending: false })
    await fireEvent.keyDown(within(year).getByRole('button'), { key: 'ArrowLeft', altKey: true })
    expect(onchange).toHaveBeenLastCalledWith([columns[1], columns[0]])
    await fireEvent.keyDown(within(year).getByRole('button'), { key: 'ArrowRight', shiftKey: true })
    expect(onchange).toHaveBeenLastCalledWith([columns[0], { column: 'year', width: 76 }])
  })
})

describe('choosing and naming', () => {
  it('offers to make what nothing is called', async () => {
    const onchoose = vi.fn()
    open(Chooser, {
      ...{ title: 'Add', label: 'Find', nothing: 'Nothing', onchoose, onclose: vi.fn() },
      choices: [{ key: '1', label: 'Thesis', hint: '', colour: null }],
      makeNew: (name: string) => `New “${name}”`,
      found: String
    })
    const field = screen.getByRole('combobox')
    await fireEvent.input(field, { target: { value: 'the' } })
    expect(screen.getAllByRole('option').map((each) => each.textContent.trim())).toEqual([
      'Thesis',
      'New “the”'
    ])
    await fireEvent.keyDown(field, { key: 'Enter' })
    expect(onchoose).toHaveBeenLastCalledWith('1', 'the')
    await fireEvent.keyDown(field, { key: 'ArrowDown' })
    await fireEvent.keyDown(field, { key: 'Enter' })
    expect(onchoose).toHaveBeenLastCalledWith(null, 'the')
  })

  it('says what is wrong with a name, and stays', async () => {
    const onclose = vi.fn()
    open(NameDialog, {
      ...{ title: 'New', label: 'Name', help: '', initial: 'A', confirm: 'Create', onclose },
      save: (name: string) =>
        name === 'A' ? Promise.reject(new Error('taken')) : Promise.resolve(),
      wordsFor: (error: unknown) => (error as Error).message
    })
    const field = screen.getByRole('textbox')
    await fireEvent.submit(field.closest('form') ?? field)
    await screen.findByText('taken')
    expect(onclose).not.toHaveBeenCalled()
    await fireEvent.input(field, { target: { value: 'B' } })
    await fireEvent.submit(field.closest('form') ?? field)
    await waitFor(() => {
      expect(onclose).toHaveBeenCalled()
    })
  })
})
