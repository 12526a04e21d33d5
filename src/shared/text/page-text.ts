import type { Point, Rectangle } from '../model/annotation'

/**
 * What pdf.js is to be asked for: `page.getTextContent(textContentOptions)`. It is what its text layer
 * shows too, so offsets in that are offsets in ours.
 */
export const textContentOptions = {
  includeMarkedContent: true,
  disableNormalization: true
} as const

/** What is read of an item of pdf.js's text; others (marked content) have no `str`. */
interface TextItem {
  str: string
  /** From text space to user space; its last two numbers are where the base line begins. */
  transform: readonly number[]
  /** Along and across the line, in points. */
  width: number
  height: number
  dir: string
  hasEOL: boolean
}

/** An item with characters, and where they are: from `start` up to `end` in the page's text. */
interface Piece {
  start: number
  end: number
  item: TextItem
}

/** The text of a page of a PDF, with the place of everything in it. */
export interface PageText {
  text: string
  pieces: readonly Piece[]
}

/**
 * The text of a page: its items as they come, a line end after each that ends a line. All offsets of
 * annotations, and the search in full texts, count in this.
 */
export function pageText(items: readonly object[]): PageText {
  const pieces: Piece[] = []
  let text = ''
  for (const each of items) {
    if (!('str' in each)) continue
    const item = each as TextItem
    if (item.str !== '')
      pieces.push({ start: text.length, end: text.length + item.str.length, item })
    text += item.hasEOL ? `${item.str}\n` : item.str
  }
  return { text, pieces }
}

/** Where the characters between two offsets stand: a rectangle for each line. */
export function rectanglesOf({ text, pieces }: PageText, start: number, end: number): Rectangle[] {
  const lines: Rectangle[] = []
  for (const piece of pieces) {
    if (piece.end <= start || piece.start >= end) continue
    const from = Math.max(start, piece.start)
    const to = Math.min(end, piece.end)
    if (text.slice(from, to).trim() === '') continue
    const box = boxOf(piece.item, from - piece.start, to - piece.start)
    const last = lines.at(-1)
    if (last && isOneLine(last, box)) lines[lines.length - 1] = around(last, box)
    else lines.push(box)
  }
  return lines
}

/** The offset of the text that is nearest to a point: below all that is above it, on its line. Null on a page without text. */
export function offsetNear({ pieces }: PageText, [x, y]: Point): number | null {
  let nearest: number | null = null
  let least = Infinity
  for (const { start, item } of pieces) {
    if (item.str.trim() === '') continue
    const [left, bottom, right, top] = boxOf(item, 0, item.str.length)
    const across = Math.max(left - x, 0, x - right)
    const along = Math.max(bottom - y, 0, y - top)
    const distance = across * across + along * along
    if (distance >= least) continue
    least = distance
    const share = right > left ? Math.min(1, Math.max(0, (x - left) / (right - left))) : 0
    nearest = start + Math.min(item.str.length - 1, Math.floor(share * item.str.length))
  }
  return nearest
}

/** The words beside a point, to find it again by: those of its line, a few dozen characters. Null on a page without text. */
export function passageNear(page: PageText, at: Point): { start: number; end: number } | null {
  const offset = offsetNear(page, at)
  if (offset === null) return null
  const lineStart = page.text.lastIndexOf('\n', offset - 1) + 1
  const lineEnd = page.text.indexOf('\n', offset)
  const start = Math.max(lineStart, offset - 32)
  const end = Math.min(lineEnd < 0 ? page.text.length : lineEnd, start + 64)
  return page.text.slice(start, end).trim() === '' ? null : { start, end }
}

/**
 * Where a passage stands that may run on from its page to the one after: offsets count on over the line
 * end that is between the texts of the two.
 */
export function passageRectangles(
  page: PageText,
  next: PageText | null,
  { start, end }: { start: number; end: number }
): { rectangles: Rectangle[]; nextRectangles: Rectangle[] } {
  const onNext = end - page.text.length - 1
  return {
    rectangles: rectanglesOf(page, start, Math.min(end, page.text.length)),
    nextRectangles: next === null || onNext <= 0 ? [] : rectanglesOf(next, 0, onNext)
  }
}

/** The passage that stands within rectangles; null for one of nothing but space. */
export function passageWithin(
  { text, pieces }: PageText,
  rectangles: readonly Rectangle[]
): { start: number; end: number } | null {
  let start = Infinity
  let end = 0
  for (const piece of pieces)
    for (let at = piece.start; at < piece.end; at++) {
      if ((text[at] ?? ' ').trim() === '') continue
      const [left, bottom, right, top] = boxOf(piece.item, at - piece.start, at - piece.start + 1)
      const x = (left + right) / 2
      const y = (bottom + top) / 2
      if (!rectangles.some((one) => one[0] <= x && x <= one[2] && one[1] <= y && y <= one[3]))
        continue
      start = Math.min(start, at)
      end = Math.max(end, at + 1)
    }
  return end > start ? { start, end } : null
}

/** How far letters reach below and above the base line, as shares of their size. */
const below = 0.22
const above = 0.8

/** Around some characters of an item; where in it a character is goes by how wide such letters are in most fonts. */
function boxOf({ str, transform, width, dir }: TextItem, from: number, to: number): Rectangle {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = transform
  const size = Math.hypot(c, d)
  const length = Math.hypot(a, b)
  const along: Point = length > 0 ? [a / length, b / length] : [1, 0]
  const up: Point = size > 0 ? [c / size, d / size] : [-along[1], along[0]]
  const whole = advance(str, 0, str.length)
  const before = whole > 0 ? (advance(str, 0, from) / whole) * width : 0
  const behind = whole > 0 ? (advance(str, 0, to) / whole) * width : width
  const [left, right] = dir === 'rtl' ? [width - behind, width - before] : [before, behind]
  const corners = [left, right].flatMap((far) =>
    [-below * size, above * size].map((high): Point => [
      x + along[0] * far + up[0] * high,
      y + along[1] * far + up[1] * high
    ])
  )
  const xs = corners.map(([one]) => one)
  const ys = corners.map(([, one]) => one)
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

/** How wide characters are, in shares of a middling one. */
function advance(text: string, from: number, to: number): number {
  let sum = 0
  for (let at = from; at < to; at++) {
    const char = text[at] ?? ''
    if (/[iljt.,:;'’!|()[\]\sfr-]/.test(char)) sum += 0.6
    else if (/[mwMW@%—]/.test(char)) sum += 1.6
    else if (/\p{Lu}/u.test(char)) sum += 1.35
    else sum += 1
  }
  return sum
}

function isOneLine(a: Rectangle, b: Rectangle): boolean {
  const shared = Math.min(a[3], b[3]) - Math.max(a[1], b[1])
  const lower = Math.min(a[3] - a[1], b[3] - b[1])
  const gap = Math.max(b[0] - a[2], a[0] - b[2])
  return shared > lower * 0.6 && gap < Math.max(a[3] - a[1], b[3] - b[1]) * 2
}

function around(a: Rectangle, b: Rectangle): Rectangle {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]
}
