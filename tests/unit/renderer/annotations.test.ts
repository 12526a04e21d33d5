import { cleanup, render } from '@testing-library/svelte'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Annotation, AnnotationList } from '@shared/model/annotation'
import { AnnotationsViewState } from '../../../src/renderer/src/features/annotations/annotations-view.svelte'
import { CommentState } from '../../../src/renderer/src/features/annotations/comment.svelte'
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
