import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import { destinationOf, resolveTarget, type Target } from './links'

/** How long the pointer rests on a link before the place it leads to is shown, in milliseconds. */
const patience = 250
/** Points of the target's page that are shown: from a little above it on. */
const above = 4
const mostHeight = 150
const scale = 1.15

/** A small card with the place that a link within the document leads to, such as the cited reference. */
export class Preview {
  #timer: ReturnType<typeof setTimeout> | undefined
  #link: HTMLAnchorElement | null = null

  constructor(
    private readonly card: HTMLElement,
    pages: HTMLElement,
    private readonly pdf: () => PDFDocumentProxy | null
  ) {
    const over = (event: Event): void => {
      const link = linkAt(event.target)
      if (link === this.#link) return
      this.hide()
      if (link === null) return
      this.#link = link
      this.#timer = setTimeout(() => void this.#show(link), patience)
    }
    pages.addEventListener('pointerover', over)
    pages.addEventListener('focusin', over)
    pages.addEventListener('focusout', () => {
      this.hide()
    })
    pages.addEventListener('pointerleave', () => {
      this.hide()
    })
    pages.addEventListener('scroll', () => {
      this.hide()
    })
    pages.addEventListener('click', () => {
      this.hide()
    })
  }

  get isShown(): boolean {
    return !this.card.hidden
  }

  hide(): void {
    clearTimeout(this.#timer)
    this.#link?.removeAttribute('aria-describedby')
    this.#link = null
    this.card.hidden = true
  }

  async #show(link: HTMLAnchorElement): Promise<void> {
    const pdf = this.pdf()
    const destination = destinationOf(link)
    if (pdf === null || destination === null) return
    const target = await resolveTarget(pdf, destination)
    if (target === null) return
    const page = await pdf.getPage(target.page)
    const area = await areaOf(page, target)
    const canvas = await drawn(page, area)
    const said = document.createElement('span')
    said.className = 'said'
    said.textContent = area.text
    if (this.#link !== link) return
    this.card.replaceChildren(canvas, said)
    link.setAttribute('aria-describedby', this.card.id)
    this.card.hidden = false
    this.#place(link)
  }

  /** Below the link, or above it where there is no room. */
  #place(link: HTMLElement): void {
    const at = link.getBoundingClientRect()
    const { offsetWidth: width, offsetHeight: height } = this.card
    const room = (this.card.offsetParent ?? document.body).getBoundingClientRect()
    const left = Math.min(
      Math.max(8, at.left - room.left - 24),
      Math.max(8, room.width - width - 16)
    )
    const below = at.bottom - room.top + 6
    const fits = below + height < room.height
    this.card.style.left = `${String(left)}px`
    this.card.style.top = `${String(fits ? below : Math.max(4, at.top - room.top - height - 6))}px`
  }
}

function linkAt(target: EventTarget | null): HTMLAnchorElement | null {
  const link = target instanceof Element ? target.closest('a') : null
  return link !== null && destinationOf(link) !== null ? link : null
}

/** Part of a page, in points of its viewport at scale 1, and the words in it. */
interface Area {
  left: number
  top: number
  width: number
  height: number
  text: string
}

/** One line of text: its place on the page, in points from the page's upper left corner. */
interface Line {
  left: number
  right: number
  top: number
  bottom: number
  text: string
}

/**
 * What belongs to a target: the lines from it on, in its column, to the first that begins as the first
 * does or stands far below it. A target that has no text is shown by its surroundings.
 */
async function areaOf(page: PDFPageProxy, target: Target): Promise<Area> {
  const viewport = page.getViewport({ scale: 1 })
  const [x = 0, y = 0] = viewport.convertToViewportPoint(
    target.x ?? page.view[0] ?? 0,
    target.y ?? page.view[3] ?? 0
  ) as number[]
  const lines = (await linesOf(page)).filter(({ bottom, right }) => bottom > y + 1 && right > x - 2)
  const first = lines.find(({ left }) => left < x + viewport.width / 3)
  if (first === undefined || first.top > y + mostHeight)
    return { left: 0, top: y - above, width: viewport.width, height: mostHeight, text: '' }
  const mine = [first]
  for (const line of lines.slice(lines.indexOf(first) + 1)) {
    const last = mine.at(-1) ?? first
    const height = last.bottom - last.top
    if (line.left > first.left + viewport.width / 2.2 || line.top < last.top - height) continue
    if (line.top - last.bottom > height * 1.1 || line.bottom - first.top > mostHeight) break
    if (startsAnew(line.text) || (mine.length > 1 && line.left < last.left - 3)) break
    mine.push(line)
  }
  const left = Math.min(...mine.map((line) => line.left)) - 8
  const right = Math.max(...mine.map((line) => line.right)) + 8
  const top = first.top - above
  const bottom = Math.max(...mine.map((line) => line.bottom)) + above
  return {
    left: Math.max(0, left),
    top: Math.max(0, top),
    width: Math.min(viewport.width, right) - Math.max(0, left),
    height: bottom - Math.max(0, top),
    text: mine.map((line) => line.text).join(' ')
  }
}

/** Whether a line begins as the next entry of a numbered list of references does. */
function startsAnew(text: string): boolean {
  return /^(\[[^\]]{1,12}\]|\(\d{1,3}\)|\d{1,3}\.)\s/.test(text)
}

/** The lines of a page, in the order of its text. */
async function linesOf(page: PDFPageProxy): Promise<Line[]> {
  const viewport = page.getViewport({ scale: 1 })
  const { items } = await page.getTextContent()
  const lines: Line[] = []
  let line: Line | null = null
  for (const item of items) {
    if (!('str' in item)) continue
    const [, , , , e = 0, f = 0] = item.transform as number[]
    const [x = 0, y = 0] = viewport.convertToViewportPoint(e, f) as number[]
    const height = item.height || 10
    if (item.str !== '') {
      const isSame: boolean =
        line !== null && Math.abs(line.bottom - height * 0.2 - y) < height / 2 && x > line.left
      if (line !== null && isSame) {
        line.text += item.str
        line.right = Math.max(line.right, x + item.width)
        line.top = Math.min(line.top, y - height)
      } else {
        line = {
          left: x,
          right: x + item.width,
          top: y - height,
          bottom: y + height * 0.2,
          text: item.str
        }
        lines.push(line)
      }
    }
    if (item.hasEOL) line = null
  }
  return lines
}

async function drawn(page: PDFPageProxy, area: Area): Promise<HTMLCanvasElement> {
  const ratio = scale * devicePixelRatio
  const viewport = page.getViewport({
    scale: ratio,
    offsetX: -area.left * ratio,
    offsetY: -area.top * ratio
  })
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(area.width * ratio)
  canvas.height = Math.round(area.height * ratio)
  canvas.style.width = `${String(area.width * scale)}px`
  canvas.setAttribute('role', 'presentation')
  await page.render({ canvas, viewport }).promise
  return canvas
}
