/** What part of the map is looked at: the middle, and how many pixels a unit of the map is. */
export interface Camera {
  x: number
  y: number
  scale: number
}

/** In CSS pixels. */
export interface Size {
  width: number
  height: number
}

export interface Bounds {
  left: number
  top: number
  right: number
  bottom: number
}

export type Point = [x: number, y: number]

/** What is free around the papers when all are in view, in pixels. */
const margin = 28
/** How much closer than all in view one can come. */
const closest = 60

/** The bounds of places; of none, a square about the middle. */
export function boundsOf(xs: Float32Array, ys: Float32Array): Bounds {
  if (xs.length === 0) return { left: -1, top: -1, right: 1, bottom: 1 }
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let at = 0; at < xs.length; at++) {
    const [x, y] = [xs[at] ?? 0, ys[at] ?? 0]
    if (x < left) left = x
    if (x > right) right = x
    if (y < top) top = y
    if (y > bottom) bottom = y
  }
  return { left, top, right, bottom }
}

/** All papers in view. */
export function fitted({ left, top, right, bottom }: Bounds, { width, height }: Size): Camera {
  const wide = Math.max(right - left, 0.01)
  const high = Math.max(bottom - top, 0.01)
  const scale = Math.max(0.01, Math.min((width - 2 * margin) / wide, (height - 2 * margin) / high))
  return { x: (left + right) / 2, y: (top + bottom) / 2, scale }
}

export function toScreen({ x, y, scale }: Camera, { width, height }: Size, at: Point): Point {
  return [(at[0] - x) * scale + width / 2, (at[1] - y) * scale + height / 2]
}

export function toMap({ x, y, scale }: Camera, { width, height }: Size, at: Point): Point {
  return [(at[0] - width / 2) / scale + x, (at[1] - height / 2) / scale + y]
}

/** Moved by pixels of the screen. */
export function panned(camera: Camera, dx: number, dy: number): Camera {
  return { ...camera, x: camera.x - dx / camera.scale, y: camera.y - dy / camera.scale }
}

/** Closer by a factor, what is under a pixel staying there; never much beyond all in view. */
export function zoomed(camera: Camera, size: Size, fit: Camera, factor: number, at: Point): Camera {
  const scale = Math.max(fit.scale / 2, Math.min(fit.scale * closest, camera.scale * factor))
  const [x, y] = toMap(camera, size, at)
  const [dx, dy] = [at[0] - size.width / 2, at[1] - size.height / 2]
  return { x: x - dx / scale, y: y - dy / scale, scale }
}
