import type { PDFPageView } from 'pdfjs-dist/web/pdf_viewer.mjs'
import type { Point, Rectangle } from '@shared/model/annotation'
import { annotationRgb } from '@shared/model/annotation-colours'
import type { DrawingTool } from '@shared/model/reader-messages'
import { pageOf } from './marks'

/** What was drawn, in user space, and the point whose words it stands beside. */
export interface Shape {
  page: number
  rectangles?: Rectangle[]
  paths?: number[][]
  point?: Point
  beside: Point
}

/** A smaller area, in points, was a click. */
const leastArea = 6
/** The room that words get which are written at a click, in points. */
const textRoom = [180, 40] as const

/** Drawing on the pages: by the pointer, while a tool is taken up. */
export class Drawing {
  #tool: DrawingTool | null = null
  #colour = 0
  #from: { view: PDFPageView; points: [number, number][]; trace: SVGElement } | null = null

  constructor(
    private readonly pages: HTMLElement,
    private readonly viewOf: (number: number) => PDFPageView | undefined,
    private readonly done: (tool: DrawingTool, shape: Shape) => void
  ) {
    pages.addEventListener('pointerdown', (event) => {
      this.#begin(event)
    })
    pages.addEventListener('pointermove', (event) => {
      this.#go(event)
    })
    pages.addEventListener('pointerup', (event) => {
      this.#end(event)
    })
    pages.addEventListener('pointercancel', () => {
      this.#from?.trace.remove()
      this.#from = null
    })
  }

  get isOn(): boolean {
    return this.#tool !== null
  }

  take(tool: DrawingTool | null, colour: number): void {
    this.#tool = tool
    this.#colour = colour
    document.documentElement.dataset['tool'] = tool ?? ''
  }

  #begin(event: PointerEvent): void {
    if (this.#tool === null || event.button !== 0 || !(event.target instanceof Element)) return
    const page = event.target.closest<HTMLElement>('.page')
    const view = page === null ? undefined : this.viewOf(Number(page.dataset['pageNumber']))
    if (page === null || view === undefined) return
    event.preventDefault()
    this.pages.setPointerCapture(event.pointerId)
    const trace = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
    trace.setAttribute('class', 'trace')
    trace.append(
      document.createElementNS(
        'http://www.w3.org/2000/svg',
        this.#tool === 'ink' ? 'polyline' : 'rect'
      )
    )
    const [red = 0, green = 0, blue = 0] = annotationRgb[this.#colour] ?? []
    trace.style.color = `rgb(${red} ${green} ${blue})`
    page.append(trace)
    this.#from = { view, points: [placeOn(page, event)], trace }
  }

  #go(event: PointerEvent): void {
    if (this.#from === null) return
    const { view, points, trace } = this.#from
    const shape = trace.firstElementChild
    points.push(placeOn(view.div, event))
    if (this.#tool === 'ink') shape?.setAttribute('points', points.map(String).join(' '))
    else {
      const [x1 = 0, y1 = 0] = points[0] ?? []
      const [x2 = 0, y2 = 0] = points.at(-1) ?? []
      const sides = {
        ...{ x: Math.min(x1, x2), y: Math.min(y1, y2) },
        ...{ width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) }
      }
      for (const [name, value] of Object.entries(sides)) shape?.setAttribute(name, String(value))
    }
  }

  #end(event: PointerEvent): void {
    const tool = this.#tool
    const from = this.#from
    this.#from = null
    from?.trace.remove()
    if (tool === null || from === null) return
    const { view } = from
    const points = [...from.points, placeOn(view.div, event)].map(
      ([x, y]) => view.viewport.convertToPdfPoint(x, y) as Point
    )
    const first: Point = points[0] ?? [0, 0]
    const last: Point = points.at(-1) ?? first
    const page = pageOf(view)
    const box: Rectangle = [
      ...([Math.min(first[0], last[0]), Math.min(first[1], last[1])] as const),
      ...([Math.max(first[0], last[0]), Math.max(first[1], last[1])] as const)
    ]
    const isClick = box[2] - box[0] < leastArea && box[3] - box[1] < leastArea
    const middle: Point = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]
    if (tool === 'note') this.done(tool, { page, point: last, beside: last })
    else if (tool === 'ink' && points.length > 2)
      this.done(tool, { page, paths: [thinned(points).flat()], beside: middle })
    else if (tool === 'text' && isClick) {
      const [width, height] = textRoom
      const room: Rectangle = [first[0], first[1] - height, first[0] + width, first[1]]
      this.done(tool, { page, rectangles: [room], beside: first })
    } else if ((tool === 'text' || tool === 'area') && !isClick)
      this.done(tool, { page, rectangles: [box], beside: middle })
  }
}

/** A place on a page in its own CSS pixels. */
export function placeOn(
  page: HTMLElement,
  { clientX, clientY }: { clientX: number; clientY: number }
): [number, number] {
  const { left, top } = page.getBoundingClientRect()
  return [clientX - left, clientY - top]
}

/** Points that are a little apart, rounded to hundredths: a hand's stroke needs no more. */
function thinned(points: readonly Point[]): Point[] {
  const kept: Point[] = []
  for (const [index, [x, y]] of points.entries()) {
    const last = kept.at(-1)
    const isFar = last === undefined || Math.hypot(last[0] - x, last[1] - y) > 0.8
    if (isFar || index === points.length - 1)
      kept.push([Math.round(x * 100) / 100, Math.round(y * 100) / 100])
  }
  return kept
}
