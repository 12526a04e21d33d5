import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { tick } from 'svelte'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Annotation, AnnotationList } from '@shared/model/annotation'
import { AnnotationsViewState } from '../../../src/renderer/src/features/annotations/annotations-view.svelte'
import { CommentState } from '../../../src/renderer/src/features/annotations/comment.svelte'
import AnnotationsView from '../../../src/renderer/src/features/annotations/AnnotationsView.svelte'
import MarkToolbar from '../../../src/renderer/src/features/annotations/MarkToolbar.svelte'
import PaperAnnotations from '../../../src/renderer/src/features/annotations/PaperAnnotations.svelte'
import Passage from '../../../src/renderer/src/features/annotations/Passage.svelte'
import { selectedText } from '../../../src/renderer/src/features/annotations/selected-text'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const text = 'First words of it.\n\nThe BT^2 method is *new* here.'

function annotation(id: number, passage: string, given: Partial<Annotation> = {}): Annotation {
  const start = text.indexOf(passage)
  return {
    ...{ id, paperId: 1, kind: 'highlight', colour: 2, comment: '', tags: [], placed: true },
    ...{ author: '', createdAt: '', modifiedAt: '' },
    target: {
      on: 'abstract',
      quote: { exact: passage, prefix: '', suffix: '' },
      position: { start, end: start + passage.length }
    },
    ...given
  }
}

function shown(annotations: Annotation[], onopen = vi.fn()) {
  return render(Passage, {
    props: {
      ...{ on: 'abstract', text, marks: [[20, 3]], annotations },
      ...{ onopen, onlink: vi.fn() }
    }
  }).container
}

describe('an abstract that can be marked', () => {
  it('shows what is marked, and the words that answered a search, in every paragraph', () => {
    const container = shown([annotation(1, 'words of'), annotation(2, 'method is')])
    expect([...container.querySelectorAll('.span')].map((one) => one.textContent)).toEqual([
      'words of',
      'method is'
    ])
    expect(container.querySelector('mark')?.textContent).toBe('The')
  })

  it('leaves out what has no place, and opens what is clicked on', () => {
    const onopen = vi.fn()
    const container = shown(
      [annotation(1, 'words of', { placed: false }), annotation(7, 'First')],
      onopen
    )
    const [only, ...others] = container.querySelectorAll<HTMLElement>('.span')
    expect(others).toEqual([])
    getSelection()?.removeAllRanges()
    only?.click()
    expect(onopen).toHaveBeenCalledWith(7)
  })

  it('says what is selected by offsets in the raw text, mathematics as a whole', () => {
    const container = shown([])
    const node = (of: string): Node => {
      const walker = document.createTreeWalker(container, 4)
      for (let each = walker.nextNode(); each !== null; each = walker.nextNode())
        if (each.textContent?.includes(of)) return each
      throw new Error(`no ${of}`)
    }
    const selected = (from: [Node, number], to: [Node, number]) => {
      const range = document.createRange()
      range.setStart(...from)
      range.setEnd(...to)
      const found = selectedText({
        ...{ isCollapsed: false, rangeCount: 1, getRangeAt: () => range }
      } as unknown as Selection)
      return found === null ? null : text.slice(found.start, found.end)
    }
    const first = node('First')
    expect(selected([first, 6], [first, 11])).toBe('words')
    expect(selected([node('BT'), 1], [node('2'), 1])).toBe('T^2')
    expect(selected([document.body, 0], [document.body, 1])).toBeNull()
  })
})

describe('a comment that is written', () => {
  it('is saved when one stops for a moment, and at once when it is left', async () => {
    vi.useFakeTimers()
    const sent: unknown[] = []
    vi.stubGlobal('sheaf', {
      call: (_channel: string, input: unknown) => {
        sent.push(input)
        return Promise.resolve({ ok: true, value: { label: null } })
      }
    })
    const comment = new CommentState(3, '', vi.fn())
    comment.write('Wh')
    comment.write('Why')
    expect(comment.isSaved).toBe(false)
    await vi.advanceTimersByTimeAsync(1000)
    expect(sent).toEqual([{ ids: [3], changes: { comment: 'Why' } }])
    comment.write('Why?')
    await comment.flush()
    expect(sent).toHaveLength(2)
    expect(comment.isSaved).toBe(true)
  })

  it('is not taken for saved when it could not be', async () => {
    vi.stubGlobal('sheaf', {
      call: () =>
        Promise.resolve({ ok: false, error: { code: 'disk-full', message: 'Full', detail: '' } })
    })
    const fail = vi.fn()
    const comment = new CommentState(3, '', fail)
    comment.write('Why')
    await comment.flush()
    expect(comment.isSaved).toBe(false)
    expect(fail).toHaveBeenCalledOnce()
  })
})

describe('the view of all annotations', () => {
  const list: AnnotationList = {
    ids: [5, 9, 2],
    papers: [
      { id: 1, title: 'Abel', citationKey: 'abel', count: 2 },
      { id: 4, title: 'Zariski', citationKey: 'zariski', count: 1 }
    ]
  }
  function stubbed(lists: AnnotationList[]): AnnotationsViewState {
    vi.stubGlobal('sheaf', {
      call: (channel: string, input: { ids?: number[] }) =>
        Promise.resolve({
          ok: true,
          value:
            channel === 'annotation:query'
              ? lists.shift()
              : (input.ids ?? []).map((id) => annotation(id, 'First'))
        })
    })
    return new AnnotationsViewState()
  }

  it('has a row for each paper, above its annotations', async () => {
    const view = stubbed([list])
    await view.ask({ text: 'x' })
    expect(view.rows.map(({ kind, id }) => `${kind} ${String(id)}`)).toEqual([
      ...['paper 1', 'annotation 5', 'annotation 9', 'paper 4', 'annotation 2']
    ])
    expect(view.query.text).toBe('x')
    expect(view.current).toBe(5)
    view.move(Infinity)
    expect(view.current).toBe(2)
    view.move(-1)
    expect(view.current).toBe(9)
  })

  it('goes to the next one when the current is gone', async () => {
    const view = stubbed([list, { ids: [5, 2], papers: list.papers }])
    await view.ask({})
    view.move(1)
    await view.refresh()
    expect(view.current).toBe(2)
  })
})

const colourNames = ['', '', '', 'Doubt', '', '', '', '']

describe('the toolbar over selected text', () => {
  async function selecting(isPlacing = false) {
    shown([])
    const onmark = vi.fn()
    const onplace = vi.fn()
    const texts = { title: 'A title', abstract: text }
    render(MarkToolbar, { props: { texts, colourNames, isPlacing, onmark, onplace } })
    const words = document.querySelector('[data-start="0"]')?.firstElementChild ?? null
    const node = document
      .createTreeWalker(words ?? document.querySelector('[data-start="0"]') ?? document, 4)
      .nextNode()
    if (node === null) throw new Error('no text')
    const range = document.createRange()
    range.setStart(node, 5)
    range.setEnd(node, 12)
    vi.stubGlobal('getSelection', () => ({
      ...{ isCollapsed: false, rangeCount: 1, getRangeAt: () => range },
      removeAllRanges: vi.fn()
    }))
    document.dispatchEvent(new Event('selectionchange'))
    await tick()
    return { onmark, onplace }
  }

  it('marks by a click or a digit, without the spaces around the words', async () => {
    const { onmark } = await selecting()
    expect(screen.getByRole('button', { name: 'Highlight: Doubt (4)' })).not.toBeNull()
    await fireEvent.keyDown(document.body, { key: '4' })
    expect(onmark).toHaveBeenCalledWith({
      ...{ kind: 'highlight', colour: 3, isCommenting: false },
      target: {
        on: 'abstract',
        quote: { exact: 'words', prefix: 'First ', suffix: ' of it.\n\nThe BT^2 method is *new' },
        position: { start: 6, end: 11 }
      }
    })
    await tick()
    expect(screen.queryByRole('toolbar')).toBeNull()
  })

  it('comments at once with Enter', async () => {
    const { onmark } = await selecting()
    await fireEvent.keyDown(document.body, { key: 'Enter' })
    expect(onmark).toHaveBeenCalledWith(expect.objectContaining({ isCommenting: true }))
  })

  it('gives a place to what has lost its own', async () => {
    const { onmark, onplace } = await selecting(true)
    await fireEvent.click(screen.getByRole('button', { name: 'Place it here' }))
    expect(onplace).toHaveBeenCalledWith(
      expect.objectContaining({ position: { start: 6, end: 11 } })
    )
    expect(onmark).not.toHaveBeenCalled()
  })
})

describe('the annotations of a paper', () => {
  function listed(annotations: Annotation[], given = {}) {
    const onreanchor = vi.fn()
    const content = { ...{ total: annotations.length, first: annotations, inText: [] }, ...given }
    render(PaperAnnotations, {
      props: {
        content: { unplaced: 0, loose: 0, ...content },
        attachments: [{ id: 8, name: 'a.pdf', mediaType: 'application/pdf', bytes: 1 }],
        ...{ colourNames, knownTags: [], editing: null, placing: null },
        ...{ onopen: vi.fn(), onmore: vi.fn(), onunplaced: vi.fn(), onreanchor, onlink: vi.fn() }
      }
    })
    return { onreanchor }
  }

  it('are read with place, colour and comment', async () => {
    listed([annotation(1, 'words of', { comment: 'Why *this*', colour: 3 })])
    const item = screen.getByRole('listitem', { name: 'Highlight, Abstract' })
    expect(item.textContent).toContain('words of')
    expect(item.textContent).toContain('Doubt')
    await waitFor(() => {
      expect(item.textContent).toContain('Why this')
    })
  })

  it('tell which have lost their place, and look for them in a PDF', async () => {
    const { onreanchor } = listed([annotation(1, 'words of', { placed: false })], { unplaced: 1 })
    expect(screen.getByText(/1 could not be placed/)).not.toBeNull()
    await fireEvent.click(screen.getByRole('button', { name: 'Look in a.pdf' }))
    expect(onreanchor).toHaveBeenCalledWith(8)
  })

  it('are deleted and edited by keys', async () => {
    const sent: unknown[] = []
    vi.stubGlobal('sheaf', {
      call: (channel: string, input: unknown) => {
        sent.push([channel, input])
        return Promise.resolve({ ok: true, value: { label: null } })
      }
    })
    listed([annotation(1, 'words of')])
    const item = screen.getByRole('listitem')
    await fireEvent.keyDown(item, { key: 'e' })
    expect(screen.getByRole('textbox', { name: 'Comment' })).not.toBeNull()
    await fireEvent.keyDown(screen.getByRole('textbox', { name: 'Comment' }), { key: 'Escape' })
    expect(screen.queryByRole('textbox', { name: 'Comment' })).toBeNull()
    await fireEvent.keyDown(item, { key: 'Delete' })
    expect(sent).toContainEqual(['annotation:remove', { ids: [1] }])
  })
})

describe('the page of all annotations', () => {
  it('searches as one types, and says how many there are', async () => {
    const asked: unknown[] = []
    vi.stubGlobal('sheaf', {
      call: (channel: string, input: unknown) => {
        if (channel === 'annotation:query') asked.push(input)
        const value = channel === 'annotation:query' ? { ids: [], papers: [] } : []
        return Promise.resolve({ ok: true, value })
      }
    })
    render(AnnotationsView, {
      props: {
        ...{ view: new AnnotationsViewState(), version: 0, colourNames, tags: [] },
        ...{ onopen: vi.fn(), onexport: vi.fn(), onclose: vi.fn(), onlink: vi.fn() }
      }
    })
    await fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'glue' } })
    await fireEvent.click(screen.getByRole('button', { name: 'Doubt' }))
    expect(asked.at(-1)).toMatchObject({ text: 'glue', colours: [3] })
    await screen.findByText('No annotation is like that')
  })
})
