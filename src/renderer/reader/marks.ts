import type { PDFPageView } from 'pdfjs-dist/web/pdf_viewer.mjs'
import type { Point, Rectangle } from '@shared/model/annotation'
import { annotationRgb } from '@shared/model/annotation-colours'
import type { Mark } from '@shared/model/reader-messages'

const svg = 'http://www.w3.org/2000/svg'
/** Half the side of a note's sign, in points. */
const noteSize = 9
/** How far off a stroke or a sign still counts as on it, in points. */
const reach = 5

type Viewport = PDFPageView['viewport']

/** Marks over the pages, drawn with each page and in its own space, so that they are where the words are at any size. */
export class Marks {
  #byPage = new Map<number, Mark[]>()
  #all = new Map<number, Mark>()
  #chosen: number | null = null

  /** @param views the pages that are drawn now */
  constructor(private readonly views: () => PDFPageView[]) {}

  get(id: number): Mark | undefined {
    return this.#all.get(id)
  }

  set(marks: readonly Mark[]): void {
    this.#all = new Map(marks.map((mark) => [mark.id, mark]))
    this.#byPage = new Map()
    const put = (page: number, mark: Mark): void => {
      const there = this.#byPage.get(page)
      if (there === undefined) this.#byPage.set(page, [mark])
      else there.push(mark)
    }
    for (const mark of marks) {
      put(mark.page, mark)
      if (mark.nextRectangles.length > 0) put(mark.page + 1, mark)
    }
    for (const view of this.views()) this.draw(view)
  }

  /** Shows one as chosen; null for none. */
  choose(id: number | null): void {
    this.#chosen = id
    for (const view of this.views()) this.draw(view)
  }

  draw(view: PDFPageView): void {
    const wrapper = (view.canvas as HTMLCanvasElement | null)?.parentElement
    if (!wrapper) return
    wrapper.querySelector('.marks')?.remove()
    const marks = this.#byPage.get(pageOf(view))
    if (marks === undefined) return
    const viewport = view.viewport.clone({ scale: 1 })
    const layer = make('svg', {
      class: 'marks',
      viewBox: `0 0 ${String(viewport.width)} ${String(viewport.height)}`,
      'aria-hidden': 'true'
    })
    for (const mark of marks) layer.append(this.#drawn(mark, pageOf(view), viewport))
    wrapper.append(layer)
  }

  /** The mark at a place of a page (counted from 0): of several the smallest. */
  at(page: number, place: Point): Mark | null {
    let found: Mark | null = null
    let least = Infinity
    for (const mark of this.#byPage.get(page) ?? []) {
      const size = hitSize(mark, page, place)
      if (size >= least) continue
      least = size
      found = mark
    }
    return found
  }

  #drawn(mark: Mark, page: number, viewport: Viewport): SVGElement {
    const [red, green, blue] = annotationRgb[mark.colour] ?? [181, 178, 170]
    const colour = `rgb(${String(red)} ${String(green)} ${String(blue)})`
    const chosen = mark.id === this.#chosen ? ' chosen' : ''
    const group = make('g', { class: `mark ${mark.kind}${chosen}`, 'data-id': String(mark.id) })
    group.style.color = colour
    const rectangles = page === mark.page ? mark.rectangles : mark.nextRectangles
    for (const rectangle of rectangles) {
      const { x, y, width, height } = boxIn(viewport, rectangle)
      if (mark.kind === 'underline')
        group.append(
          make('rect', { x, y: y + height - 1.6, width, height: 1.6, fill: 'currentColor' })
        )
      else if (mark.kind === 'text') {
        const holder = make('foreignObject', { x, y, width, height: Math.max(height, 14) })
        const words = document.createElement('div')
        words.textContent = mark.comment
        holder.append(words)
        group.append(holder)
      } else group.append(make('rect', { x, y, width, height, rx: 1 }))
    }
    if (page === mark.page) {
      for (const path of mark.paths)
        group.append(make('polyline', { points: pointsIn(viewport, path) }))
      if (mark.point !== null) group.append(noteSign(viewport, mark.point))
    }
    return group
  }
}

/** Which page it is, counted from 0. */
export function pageOf(view: PDFPageView): number {
  return Number(view.id) - 1
}

/** The box around all of a mark that is on its first page; in user space. */
export function boxAround({ rectangles, paths, point }: Mark): Rectangle {
  const xs = rectangles.flatMap(([left, , right]) => [left, right])
  const ys = rectangles.flatMap(([, bottom, , top]) => [bottom, top])
  for (const path of paths)
    path.forEach((number, index) => {
      if (index % 2 === 0) xs.push(number)
      else ys.push(number)
    })
  if (point !== null) {
    xs.push(point[0] - noteSize, point[0] + noteSize)
    ys.push(point[1] - noteSize, point[1] + noteSize)
  }
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

function hitSize(mark: Mark, page: number, [x, y]: Point): number {
  const rectangles = page === mark.page ? mark.rectangles : mark.nextRectangles
  for (const [left, bottom, right, top] of rectangles)
    if (x >= left - 1 && x <= right + 1 && y >= bottom - 1 && y <= top + 1)
      return (right - left) * (top - bottom)
  if (page !== mark.page) return Infinity
  if (mark.point !== null && Math.hypot(mark.point[0] - x, mark.point[1] - y) < noteSize + 3)
    return 1
  for (const path of mark.paths)
    for (let at = 0; at + 3 < path.length; at += 2) {
      const [ax = 0, ay = 0, bx = 0, by = 0] = path.slice(at, at + 4)
      if (distanceTo(x, y, ax, ay, bx, by) < reach) return 2
    }
  return Infinity
}

/** From a point to a line between two others. */
function distanceTo(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const length = (bx - ax) ** 2 + (by - ay) ** 2
  const share =
    length === 0
      ? 0
      : Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length))
  return Math.hypot(x - ax - share * (bx - ax), y - ay - share * (by - ay))
}

/** Where a rectangle of user space is on a page, from its upper left corner. */
export function boxIn(
  viewport: Viewport,
  [left, bottom, right, top]: Rectangle
): { x: number; y: number; width: number; height: number } {
  const [x1 = 0, y1 = 0] = viewport.convertToViewportPoint(left, bottom) as number[]
  const [x2 = 0, y2 = 0] = viewport.convertToViewportPoint(right, top) as number[]
  return {
    ...{ x: Math.min(x1, x2), y: Math.min(y1, y2) },
    ...{ width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) }
  }
}

function pointsIn(viewport: Viewport, path: readonly number[]): string {
  const points: string[] = []
  for (let at = 0; at + 1 < path.length; at += 2)
    points.push(
      (viewport.convertToViewportPoint(path[at] ?? 0, path[at + 1] ?? 0) as number[]).join(',')
    )
  return points.join(' ')
}

/** A small sheet with a folded corner, its middle at the point. */
function noteSign(viewport: Viewport, [px, py]: Point): SVGElement {
  const [x = 0, y = 0] = viewport.convertToViewportPoint(px, py) as number[]
  const [left, top, s] = [x - noteSize, y - noteSize, 2 * noteSize]
  const sheet = make('g', { class: 'note-sign' })
  sheet.append(
    make('path', {
      d: `M${left} ${top}h${s}v${s * 0.62}l${-s * 0.38} ${s * 0.38}h${-s * 0.62}z`,
      fill: 'currentColor'
    }),
    make('path', {
      d: `M${left + s * 0.22} ${top + s * 0.32}h${s * 0.56}m${-s * 0.56} ${s * 0.24}h${s * 0.4}`,
      class: 'lines'
    })
  )
  return sheet
}

function make(name: string, attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS(svg, name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value))
  return element
}
