import type { PDFPageView } from 'pdfjs-dist/web/pdf_viewer.mjs'

/** Where an image stands on a page, as shares of its width and height. */
interface Box {
  left: number
  top: number
  width: number
  height: number
}

/** An image that is most of the page is the page: a scan, to be darkened with the rest. */
const mostOfPage = 0.8
/** Smaller than this share of the page's width it is a sign, not a figure. */
const leastWidth = 0.02

/** How each page was turned when its images were noted. */
const turnedThen = new WeakMap<PDFPageView, number>()

/**
 * Puts the images of a drawn page over it as they were drawn: pages are darkened by a filter on their
 * canvas, which a photograph is to be spared. `styles.css` shows them on dark pages only.
 */
export function spareFigures(view: PDFPageView): void {
  const canvas = view.canvas as HTMLCanvasElement | null
  const wrapper = canvas?.parentElement
  if (!canvas || !wrapper) return
  for (const former of wrapper.querySelectorAll('.figure')) former.remove()
  for (const box of figuresOf(view)) {
    const copy = document.createElement('canvas')
    // Whole pixels of it only: those at its edges have the page's white in them.
    const [x, y] = [Math.ceil(box.left * canvas.width), Math.ceil(box.top * canvas.height)]
    const [right, bottom] = [box.left + box.width, box.top + box.height]
    copy.width = Math.max(1, Math.floor(right * canvas.width) - x - 1)
    copy.height = Math.max(1, Math.floor(bottom * canvas.height) - y - 1)
    copy.className = 'figure'
    copy.setAttribute('role', 'presentation')
    copy.style.left = `${String((100 * x) / canvas.width)}%`
    copy.style.top = `${String((100 * y) / canvas.height)}%`
    copy.style.width = `${String((100 * copy.width) / canvas.width)}%`
    copy.style.height = `${String((100 * copy.height) / canvas.height)}%`
    copy
      .getContext('2d')
      ?.drawImage(canvas, x, y, copy.width, copy.height, 0, 0, copy.width, copy.height)
    wrapper.append(copy)
  }
}

function figuresOf(view: PDFPageView): Box[] {
  const coordinates = view.imageCoordinates as ArrayLike<number> | null
  if (coordinates === null) return []
  const turned = view.viewport.rotation
  const then = turnedThen.get(view) ?? turned
  turnedThen.set(view, then)
  const boxes: Box[] = []
  for (let at = 0; at + 5 < coordinates.length; at += 6) {
    const numbers = Array.from({ length: 6 }, (_, index) => coordinates[at + index] ?? 0)
    // Three corners; the fourth is opposite the first of them.
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = numbers
    const corners = [
      [x1, y1],
      [x2, y2],
      [x3, y3],
      [x2 + x3 - x1, y2 + y3 - y1]
    ].map(([x = 0, y = 0]) => turn(x, y, (((turned - then) % 360) + 360) % 360))
    const within = (value: number): number => Math.min(1, Math.max(0, value))
    const [left, right] = range(corners.map(([x]) => within(x)))
    const [top, bottom] = range(corners.map(([, y]) => within(y)))
    const box = { left, top, width: right - left, height: bottom - top }
    if (box.width >= leastWidth && box.height > 0.005 && box.width * box.height < mostOfPage)
      boxes.push(box)
  }
  return boxes
}

function range(values: number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)]
}

/** A place on a page that is turned clockwise by so many degrees. */
function turn(x: number, y: number, degrees: number): [number, number] {
  if (degrees === 90) return [1 - y, x]
  if (degrees === 180) return [1 - x, 1 - y]
  if (degrees === 270) return [y, 1 - x]
  return [x, y]
}
