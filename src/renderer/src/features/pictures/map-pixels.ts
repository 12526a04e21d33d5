import type { Bounds, Camera, Size } from './camera'
import type { Look, Points } from './points'

/** How points are drawn: how large, in pixels of the picture, and of how many one. */
interface Manner {
  radius: number
  every: number
}

/**
 * The pixels that a map is drawn into, and what part of it they show. Where that is only moved, they are moved too,
 * and what comes into view is all that is drawn.
 */
export class MapPixels {
  #shown: { points: Points; look: Look; camera: Camera; manner: Manner } | null = null

  constructor(
    private readonly pixels: Uint32Array,
    private readonly size: Size
  ) {}

  /** Draws all that is in view; the scale is in pixels of the picture. */
  draw(points: Points, camera: Camera, look: Look, manner: Manner): void {
    points.draw(this.pixels, this.size, camera, look, manner)
    this.#shown = { points, look, camera, manner }
  }

  /** Moves what was drawn to another part of the map, to the nearest pixel; false where it has to be drawn. */
  move(points: Points, camera: Camera, look: Look): boolean {
    const { pixels, size } = this
    const { width, height } = size
    const shown = this.#shown
    if (shown?.points !== points || shown.look !== look || shown.camera.scale !== camera.scale)
      return false
    const { scale } = camera
    const right = Math.round((shown.camera.x - camera.x) * scale)
    const down = Math.round((shown.camera.y - camera.y) * scale)
    if (Math.abs(right) >= width || Math.abs(down) >= height) return false
    const by = down * width + right
    if (by > 0) pixels.copyWithin(by, 0, pixels.length - by)
    else if (by < 0) pixels.copyWithin(0, -by)
    const now = { x: shown.camera.x - right / scale, y: shown.camera.y - down / scale, scale }
    const whole = { left: 0, top: 0, right: width, bottom: height }
    const bare: Bounds[] = [
      right > 0 ? { ...whole, right } : { ...whole, left: width + right },
      down > 0 ? { ...whole, bottom: down } : { ...whole, top: height + down }
    ]
    for (const part of bare)
      if (part.left < part.right && part.top < part.bottom)
        points.draw(pixels, size, now, look, { ...shown.manner, part })
    this.#shown = { ...shown, camera: now }
    return true
  }
}
