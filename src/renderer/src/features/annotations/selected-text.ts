/** What of a passage is selected, by offsets in its raw text, and where that is in the window. */
export interface SelectedText {
  on: 'title' | 'abstract'
  start: number
  end: number
  box: DOMRect
}

/** The text that is selected in a passage that can be marked; null for nothing, or for more than one passage. */
export function selectedText(selection: Selection | null): SelectedText | null {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const around = range.commonAncestorContainer
  const element = around instanceof Element ? around : around.parentElement
  const passage = element?.closest<HTMLElement>('[data-passage]')
  const on = passage?.dataset['passage']
  if (!passage || (on !== 'title' && on !== 'abstract')) return null
  const pieces = [...passage.querySelectorAll<HTMLElement>('[data-start]')].filter((piece) =>
    range.intersectsNode(piece)
  )
  const offsets = pieces.flatMap((piece) => partOf(piece, range))
  const start = Math.min(...offsets.map(([from]) => from))
  const end = Math.max(...offsets.map(([, to]) => to))
  return end > start ? { on, start, end, box: range.getBoundingClientRect() } : null
}

/** What of one piece is selected; one that is not shown letter for letter is so as a whole. */
function partOf(piece: HTMLElement, range: Range): [number, number][] {
  const start = Number(piece.dataset['start'])
  const end = Number(piece.dataset['end'])
  const isPlain = piece.dataset['plain'] === 'true'
  const shown = piece.textContent.length
  const holds = (node: Node): boolean => node instanceof Text && piece.contains(node)
  const from = holds(range.startContainer) ? range.startOffset : 0
  const to = holds(range.endContainer) ? range.endOffset : shown
  if (to <= from) return []
  return [isPlain ? [start + from, start + to] : [start, end]]
}

/** Moves what is selected to the next word or sentence, or makes it longer by one. */
export function moveSelection(event: KeyboardEvent, passage: HTMLElement): boolean {
  const steps: Record<string, ['forward' | 'backward', 'word' | 'sentence']> = {
    ArrowRight: ['forward', 'word'],
    ArrowLeft: ['backward', 'word'],
    ArrowDown: ['forward', 'sentence'],
    ArrowUp: ['backward', 'sentence']
  }
  const step = steps[event.key]
  const selection = getSelection()
  if (step === undefined || selection === null || event.ctrlKey || event.altKey || event.metaKey)
    return false
  const [direction, unit] = step
  const text = passage.textContent
  const [start, end] = offsetsOf(selection, passage)
  const parts = [...new Intl.Segmenter(undefined, { granularity: unit }).segment(text)]
    .filter(({ segment }) => /[\p{L}\p{N}]/u.test(segment))
    .map(({ index, segment }) => [index, index + segment.trimEnd().length] as const)
  // Where the keys are: its end when it grew, else the next part behind it or before it.
  const next =
    direction === 'forward'
      ? parts.find(([from, to]) => (event.shiftKey ? to > end : from >= end))
      : parts.findLast(([from, to]) => (event.shiftKey ? to < end && from >= start : to <= start))
  if (next === undefined) return true
  const [from, to] = event.shiftKey ? [start, next[1]] : next
  select(selection, passage, from, to)
  return true
}

/** What is selected, by offsets in what a passage shows. */
function offsetsOf(selection: Selection, passage: HTMLElement): [number, number] {
  if (selection.rangeCount === 0) return [0, 0]
  const range = selection.getRangeAt(0)
  const before = document.createRange()
  before.setStart(passage, 0)
  before.setEnd(range.startContainer, range.startOffset)
  const start = before.toString().length
  return [start, start + range.toString().length]
}

function select(selection: Selection, passage: HTMLElement, from: number, to: number): void {
  const walker = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  let at = 0
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const { length } = node.textContent ?? ''
    if (from >= at && from < at + length) range.setStart(node, from - at)
    if (to > at && to <= at + length) range.setEnd(node, to - at)
    at += length
  }
  selection.removeAllRanges()
  selection.addRange(range)
}

/** Puts the keys into a passage: its first sentence is selected. */
export function beginSelection(passage: HTMLElement): void {
  passage.focus()
  getSelection()?.collapse(passage, 0)
  moveSelection(new KeyboardEvent('keydown', { key: 'ArrowDown' }), passage)
}
