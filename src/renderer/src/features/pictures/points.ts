import { boundsOf, toMap, type Bounds, type Camera, type Point, type Size } from './camera'

/** What a point looks like: colours by number as the canvas has them (alpha, blue, green, red), and who stands out. */
export interface Look {
  background: number
  /** By number of colour; and of those that do not stand out while others do. */
  colours: Uint32Array
  faint: Uint32Array
  /** By row: the number of its colour. */
  colourOf: Uint8Array
  /** By row: 1 for those that stand out; null for all. */
  standing: Uint8Array | null
}

/** So many points share a cell on average. */
const pointsInCell = 24
const mostCells = 128

/**
 * Places of papers, sorted into cells so that what is in view, under the pointer or in a box is found without
 * looking at all of them. Points are drawn into pixels by ourselves: 100,000 take a canvas too long one by one.
 */
export class Points {
  readonly bounds: Bounds
  readonly #cells: number
  /** Cells in a unit of the map. */
  readonly #across: number
  readonly #down: number
  /** Rows by cell, and where each cell begins. */
  readonly #order: Int32Array
  readonly #starts: Int32Array
  /** Places in that order. */
  readonly #xs: Float32Array
  readonly #ys: Float32Array

  constructor(
    readonly xs: Float32Array,
    readonly ys: Float32Array
  ) {
    this.bounds = boundsOf(xs, ys)
    const count = xs.length
    this.#cells = Math.max(1, Math.min(mostCells, Math.round(Math.sqrt(count / pointsInCell))))
    const { left, right, top, bottom } = this.bounds
    this.#across = this.#cells / Math.max(right - left, 1e-9)
    this.#down = this.#cells / Math.max(bottom - top, 1e-9)
    const cellOf = new Int32Array(count)
    this.#starts = new Int32Array(this.#cells ** 2 + 1)
    for (let row = 0; row < count; row++) {
      const cell = this.#line(ys[row] ?? 0) * this.#cells + this.#column(xs[row] ?? 0)
      cellOf[row] = cell
      this.#starts[cell + 1] = (this.#starts[cell + 1] ?? 0) + 1
    }
    for (let cell = 0; cell < this.#cells ** 2; cell++)
      this.#starts[cell + 1] = (this.#starts[cell + 1] ?? 0) + (this.#starts[cell] ?? 0)
    const next = this.#starts.slice()
    this.#order = new Int32Array(count)
    this.#xs = new Float32Array(count)
    this.#ys = new Float32Array(count)
    for (let row = 0; row < count; row++) {
      const cell = cellOf[row] ?? 0
      const at = next[cell] ?? 0
      next[cell] = at + 1
      this.#order[at] = row
      this.#xs[at] = xs[row] ?? 0
      this.#ys[at] = ys[row] ?? 0
    }
  }

  get count(): number {
    return this.xs.length
  }

  /** Rows within a box of the map, which a test may narrow. */
  within(box: Bounds, isIn: (x: number, y: number) => boolean = () => true): number[] {
    const rows: number[] = []
    this.#each(box, (at, x, y) => {
      if (x >= box.left && x <= box.right && y >= box.top && y <= box.bottom && isIn(x, y))
        rows.push(this.#order[at] ?? 0)
    })
    return rows
  }

  /** The row that is nearest to a place, if one is near enough. */
  nearest([x, y]: Point, reach: number): number | null {
    let [best, least] = [-1, reach * reach]
    const box = {
      left: x - reach,
      right: x + reach,
      top: y - reach,
      bottom: y + reach
    }
    this.#each(box, (at, px, py) => {
      const distance = (px - x) ** 2 + (py - y) ** 2
      if (distance >= least) return
      least = distance
      best = this.#order[at] ?? -1
    })
    return best === -1 ? null : best
  }

  /** How many points are in view, by whole cells. */
  inView(camera: Camera, size: Size): number {
    let count = 0
    this.#eachCell(viewOf(camera, size), (from, to) => {
      count += to - from
    })
    return count
  }

  /**
   * Draws points into pixels, the background first; into a part of them, if one is given. Sizes are in pixels of the
   * picture; of `every` points one is drawn. Those that stand out lie above the others.
   */
  draw(
    pixels: Uint32Array,
    size: Size,
    camera: Camera,
    look: Look,
    {
      radius,
      every,
      part = { left: 0, top: 0, right: size.width, bottom: size.height }
    }: { radius: number; every: number; part?: Bounds }
  ): void {
    for (let line = part.top; line < part.bottom; line++)
      pixels.fill(look.background, line * size.width + part.left, line * size.width + part.right)
    const dot = dotOf(radius)
    if (look.standing === null) this.#pass(pixels, size, part, camera, look, dot, every, null)
    else {
      this.#pass(pixels, size, part, camera, look, dot, every, 0)
      this.#pass(pixels, size, part, camera, look, dotOf(radius + 0.6), every, 1)
    }
  }

  #pass(
    pixels: Uint32Array,
    size: Size,
    part: Bounds,
    camera: Camera,
    { colours, faint, colourOf, standing }: Look,
    { shares, side }: Dot,
    every: number,
    which: 0 | 1 | null
  ): void {
    const { width, height } = size
    const half = side >> 1
    const palette = which === 0 ? faint : colours
    const [right, down] = [
      width / 2 - camera.x * camera.scale,
      height / 2 - camera.y * camera.scale
    ]
    const [before, above] = toMap(camera, size, [part.left - side, part.top - side])
    const [behind, below] = toMap(camera, size, [part.right + side, part.bottom + side])
    this.#eachCell({ left: before, top: above, right: behind, bottom: below }, (from, to) => {
      for (let at = from; at < to; at++) {
        if (every > 1 && at % every !== 0) continue
        const row = this.#order[at] ?? 0
        if (which !== null && standing?.[row] !== which) continue
        const left = Math.round((this.#xs[at] ?? 0) * camera.scale + right) - half
        const top = Math.round((this.#ys[at] ?? 0) * camera.scale + down) - half
        const colour = palette[colourOf[row] ?? 0] ?? 0
        // What of the dot is in the part that is drawn.
        const [first, last] = [Math.max(0, part.left - left), Math.min(side, part.right - left)]
        const lowest = Math.min(side, part.bottom - top)
        for (let y = Math.max(0, part.top - top); y < lowest; y++) {
          const [line, share] = [(top + y) * width + left, y * side]
          for (let x = first; x < last; x++) {
            const amount = shares[share + x] ?? 0
            if (amount === 0) continue
            pixels[line + x] = mixed(pixels[line + x] ?? 0, colour, amount)
          }
        }
      }
    })
  }

  #column(x: number): number {
    const column = Math.floor((x - this.bounds.left) * this.#across)
    return Math.max(0, Math.min(this.#cells - 1, column))
  }

  #line(y: number): number {
    const line = Math.floor((y - this.bounds.top) * this.#down)
    return Math.max(0, Math.min(this.#cells - 1, line))
  }

  #each(box: Bounds, visit: (at: number, x: number, y: number) => void): void {
    this.#eachCell(box, (from, to) => {
      for (let at = from; at < to; at++) visit(at, this.#xs[at] ?? 0, this.#ys[at] ?? 0)
    })
  }

  #eachCell({ left, right, top, bottom }: Bounds, visit: (from: number, to: number) => void): void {
    const first = this.#column(left)
    const last = this.#column(right)
    const lowest = this.#line(bottom)
    for (let line = this.#line(top); line <= lowest; line++)
      visit(
        this.#starts[line * this.#cells + first] ?? 0,
        this.#starts[line * this.#cells + last + 1] ?? 0
      )
  }
}

/** The part of the map that is in view, and so many pixels around it. */
export function viewOf(camera: Camera, size: Size, around = 0): Bounds {
  const [left, top] = toMap(camera, size, [-around, -around])
  const [right, bottom] = toMap(camera, size, [size.width + around, size.height + around])
  return { left, top, right, bottom }
}

/** How large points are drawn where so many are in view, in CSS pixels. */
export function radiusFor(inView: number): number {
  return Math.max(1, Math.min(4, 4.2 - Math.log10(Math.max(1, inView)) * 0.62))
}

/** Whether a place is inside a line that ends where it begins, by how often a ray crosses it. */
export function isInside(line: readonly Point[], x: number, y: number): boolean {
  let inside = false
  for (let at = 0, before = line.length - 1; at < line.length; before = at++) {
    const [ax = 0, ay = 0] = line[at] ?? []
    const [bx = 0, by = 0] = line[before] ?? []
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  }
  return inside
}

interface Dot {
  /** How much of each pixel it covers, from 0 to 255, line by line. */
  shares: Uint8Array
  side: number
}

const dots = new Map<number, Dot>()
/** A dot lets some of what is under it through, so that many on one spot are more than one. */
const opacity = 0.82

function dotOf(wanted: number): Dot {
  const radius = Math.round(wanted * 4) / 4
  const known = dots.get(radius)
  if (known !== undefined) return known
  const side = 2 * Math.ceil(radius - 0.5) + 1
  const middle = (side - 1) / 2
  const shares = new Uint8Array(side * side)
  for (let at = 0; at < shares.length; at++) {
    const away = Math.hypot((at % side) - middle, Math.floor(at / side) - middle)
    shares[at] = Math.round(255 * opacity * Math.max(0, Math.min(1, radius - away + 0.5)))
  }
  const made = { shares, side }
  dots.set(radius, made)
  return made
}

/** One colour over another, two channels at a time. */
function mixed(under: number, over: number, amount: number): number {
  const rest = 256 - amount
  const even = (((under & 0xff00ff) * rest + (over & 0xff00ff) * amount) >>> 8) & 0xff00ff
  const odd = ((((under >>> 8) & 0xff) * rest + ((over >>> 8) & 0xff) * amount) >>> 8) & 0xff
  return (0xff000000 | even | (odd << 8)) >>> 0
}
