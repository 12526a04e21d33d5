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
  const former = selection.rangeCount > 0 ? selection.getRangeAt(0).cloneRange() : null
  const [direction, unit] = step
  if (!event.shiftKey && direction === 'forward') selection.collapseToEnd()
  else if (!event.shiftKey) selection.collapseToStart()
  selection.modify('extend', direction, unit)
  const isInside = passage.contains(selection.anchorNode) && passage.contains(selection.focusNode)
  if ((!isInside || selection.isCollapsed) && former !== null) {
    selection.removeAllRanges()
    selection.addRange(former)
  }
  return true
}

/** Puts the keys into a passage: its first sentence is selected. */
export function beginSelection(passage: HTMLElement): void {
  const selection = getSelection()
  passage.focus()
  selection?.collapse(passage, 0)
  selection?.modify('extend', 'forward', 'sentence')
}
