import type { Annotation, PdfTarget, Point, Rectangle } from '@shared/model/annotation'
import { passageNear, passageRectangles, rectanglesOf, type PageText } from '@shared/text/page-text'
import { quoteAt } from '@shared/text/quote'
import { QuotableText, type Found } from '../library/quotable-text'
import type { DocumentText } from './document-text'

/** An annotation of a PDF whose place is looked for in another. */
export type Anchored = Pick<Annotation, 'id'> & { target: PdfTarget }

/** New places, and those whose words are not there any more. */
export interface Reanchored {
  placed: { id: number; target: PdfTarget }[]
  lost: number[]
}

/** What is about the same is looked for so far from its old place, in characters, before elsewhere: some pages. */
const reach = 10_000

/**
 * Finds the places of annotations in a PDF that has come in place of theirs, by their words. What marks no
 * words moves with those beside it; in a PDF without text it stays where it was.
 * @param former the file they were made in, if it is still there
 */
export function reanchor(
  annotations: readonly Anchored[],
  now: DocumentText,
  former: DocumentText | null
): Reanchored {
  const text = new QuotableText(now.text)
  const result: Reanchored = { placed: [], lost: [] }
  for (const { id, target } of annotations) {
    const next = placeIn(now, text, beside(target, former))
    if (next === null) result.lost.push(id)
    else result.placed.push({ id, target: next })
  }
  return result
}

/** With words to go by: for what has none, those of the former file that stand beside it. */
function beside(target: PdfTarget, former: DocumentText | null): PdfTarget {
  const page = former?.pages[target.page]
  if (target.quote !== null || page === undefined) return target
  const at = cornerOf(target)
  const near = at === null ? null : passageNear(page, at)
  return near === null ? target : { ...target, ...besideWords(page, near) }
}

/** What a mark that is of no words goes by: the words beside it, and where those stand. */
export function besideWords(
  page: PageText,
  { start, end }: { start: number; end: number }
): Pick<PdfTarget, 'quote' | 'position' | 'anchor'> {
  return {
    quote: quoteAt(page.text, start, end),
    position: { start, end },
    anchor: rectanglesOf(page, start, end)[0] ?? null
  }
}

/** The upper left corner of what is drawn. */
export function cornerOf({ point, rectangles, paths }: PdfTarget): Point | null {
  if (point !== null) return point
  const [box] = rectangles
  if (box !== undefined) return [box[0], box[3]]
  const all = paths.flat()
  const xs = all.filter((_, index) => index % 2 === 0)
  const ys = all.filter((_, index) => index % 2 === 1)
  if (xs.length === 0) return null
  const min = (list: number[]): number => list.reduce((a, b) => Math.min(a, b))
  return [min(xs), -min(ys.map((y) => -y))]
}

function placeIn(now: DocumentText, text: QuotableText, target: PdfTarget): PdfTarget | null {
  const { quote, position, page } = target
  if (quote === null) return now.text.trim() === '' && page < now.pages.length ? target : null
  const pageStart = now.starts[Math.min(page, now.starts.length - 1)] ?? 0
  const found = text.find(quote, pageStart + (position?.start ?? 0), reach)
  if (found === null) return null
  return target.anchor === null ? passageAt(now, found, target) : movedTo(now, found, target)
}

function passageAt(now: DocumentText, found: Found, target: PdfTarget): PdfTarget | null {
  const { index, page, position } = onPage(now, found)
  if (page === undefined) return null
  const shapes = passageRectangles(page, now.pages[index + 1] ?? null, position)
  if (shapes.rectangles.length === 0) return null
  const quote = quoteAt(now.text, found.start, found.end)
  return { ...target, page: index, pageLabel: now.labels[index] ?? '', position, quote, ...shapes }
}

function movedTo(now: DocumentText, found: Found, target: PdfTarget): PdfTarget | null {
  const { index, page, position } = onPage(now, found)
  const anchor =
    page === undefined ? undefined : rectanglesOf(page, position.start, position.end)[0]
  if (anchor === undefined || target.anchor === null) return null
  const [dx, dy] = [anchor[0] - target.anchor[0], anchor[3] - target.anchor[3]]
  const move = ([left, bottom, right, top]: Rectangle): Rectangle => [
    ...([left + dx, bottom + dy] as const),
    ...([right + dx, top + dy] as const)
  ]
  return {
    ...target,
    ...{ page: index, pageLabel: now.labels[index] ?? '', position, anchor },
    quote: quoteAt(now.text, found.start, found.end),
    rectangles: target.rectangles.map(move),
    paths: target.paths.map((path) => path.map((each, at) => each + (at % 2 === 0 ? dx : dy))),
    point: target.point === null ? null : [target.point[0] + dx, target.point[1] + dy]
  }
}

/** Which page a passage begins on, and its offsets there. */
function onPage(
  { pages, starts }: DocumentText,
  { start, end }: Found
): { index: number; page: PageText | undefined; position: { start: number; end: number } } {
  let index = starts.findLastIndex((each) => each <= start)
  index = Math.max(0, index)
  const from = starts[index] ?? 0
  return { index, page: pages[index], position: { start: start - from, end: end - from } }
}
