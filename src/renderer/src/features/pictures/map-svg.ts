import { toScreen, type Camera, type Size } from './camera'
import type { Category, Colouring } from './colouring'
import type { PlacedLabel } from './labels'
import { colourOf, css, faded, tokenColour } from './palette'
import { escaped, svgHead } from './picture-file'
import { radiusFor, viewOf, type Points } from './points'

/** The map as it is in view, as a file of SVG: points by colour, labels over them, the legend below. */
export function svgOfMap(
  points: Points,
  { camera, size, labels }: { camera: Camera; size: Size; labels: readonly PlacedLabel[] },
  { of, categories }: Colouring,
  standing: Uint8Array | null,
  title: string
): string {
  const ground = tokenColour('--raised')
  const rows = points.within(viewOf(camera, size))
  const paths = new Map<string, string[]>()
  const shades = categories.map(({ colour }) => colourOf(colour))
  const plain = tokenColour('--accent')
  for (const row of rows) {
    const shade = shades[of[row] ?? 0] ?? plain
    const colour = css(standing === null || standing[row] === 1 ? shade : faded(shade, ground))
    const [x, y] = toScreen(camera, size, [points.xs[row] ?? 0, points.ys[row] ?? 0])
    const path = paths.get(colour)
    const dot = `M${x.toFixed(1)} ${y.toFixed(1)}h0`
    if (path === undefined) paths.set(colour, [dot])
    else path.push(dot)
  }
  const diameter = (2 * radiusFor(rows.length)).toFixed(1)
  const dots = [...paths].map(
    ([colour, path]) =>
      `<path d="${path.join('')}" stroke="${colour}" stroke-width="${diameter}" stroke-linecap="round" stroke-opacity="0.82" fill="none"/>`
  )
  const ink = css(tokenColour('--ink'))
  const texts = labels.map(
    ({ topic, x, y }) =>
      `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-size="12.5" font-weight="600" text-anchor="middle" dominant-baseline="central" fill="${ink}" stroke="${css(ground)}" stroke-width="4" stroke-linejoin="round" paint-order="stroke">${escaped(topic.name)}</text>`
  )
  const legend = legendOf(categories, size)
  const head = svgHead(size.width, size.height + legend.height, title, css(ground))
  return `${head}${dots.join('')}${texts.join('')}${legend.text}</svg>`
}

const line = 20
/** What a letter takes at most, on average, in pixels. */
const letter = 7

function legendOf(categories: readonly Category[], size: Size): { text: string; height: number } {
  const ink = css(tokenColour('--ink-2'))
  let [x, y] = [16, size.height + line]
  const parts = categories
    .filter(({ count }) => count > 0)
    .map(({ label, colour }) => {
      const width = 24 + label.length * letter
      if (x + width > size.width && x > 16) [x, y] = [16, y + line]
      const part = `<circle cx="${String(x)}" cy="${String(y)}" r="5" fill="${css(colourOf(colour))}"/><text x="${String(x + 10)}" y="${String(y)}" font-size="12" dominant-baseline="central" fill="${ink}">${escaped(label)}</text>`
      x += width
      return part
    })
  return { text: parts.join(''), height: parts.length === 0 ? 0 : y - size.height + line }
}
