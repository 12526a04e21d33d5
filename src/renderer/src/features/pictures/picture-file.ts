import type { PictureFile } from '@shared/model/topic-map'

/** How many pixels a PNG has for each of the screen. */
const density = 2

/** A picture of the window as a file: SVG as it is, or the pixels of it. */
export async function pictureFile(
  format: PictureFile['format'],
  name: string,
  svg: string
): Promise<PictureFile> {
  if (format === 'svg') return { format, name, text: svg }
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.naturalWidth * density
    canvas.height = image.naturalHeight * density
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, 'image/png')
    })
    if (blob === null) throw new Error('The canvas gave no picture.')
    return { format, name, bytes: new Uint8Array(await blob.arrayBuffer()) }
  } finally {
    URL.revokeObjectURL(url)
  }
}

export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${String(sign.charCodeAt(0))};`)
}

/** The beginning of a file of SVG, with its title and ground. */
export function svgHead(width: number, height: number, title: string, ground: string): string {
  const size = `${String(Math.round(width))}" height="${String(Math.round(height))}`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" font-family="Inter, system-ui, sans-serif"><title>${escaped(title)}</title><rect width="100%" height="100%" fill="${ground}"/>`
}

/** What a style sheet gives the shapes of a chart. */
const styled = [
  ...['fill', 'stroke', 'stroke-width', 'stroke-linecap', 'stroke-linejoin', 'opacity'],
  ...['font-size', 'font-weight', 'text-anchor', 'dominant-baseline']
] as const

/** Charts of the window, as they look now, each at its place within `ground`: one file of SVG. */
export function svgOfCharts(ground: HTMLElement, title: string, fill: string): string {
  const charts = [...ground.querySelectorAll<SVGSVGElement>('svg[data-chart]')]
  const origin = ground.getBoundingClientRect()
  const boxes = charts.map((chart) => chart.getBoundingClientRect())
  const right = Math.max(0, ...boxes.map((box) => box.right - origin.left))
  const bottom = Math.max(0, ...boxes.map((box) => box.bottom - origin.top))
  const parts = charts.map((chart, at) => {
    const box = boxes[at] ?? origin
    const copy = chart.cloneNode(true) as SVGSVGElement
    const [own, copied] = [chart, copy].map((root) => [...root.querySelectorAll<SVGElement>('*')])
    for (const [index, element] of (own ?? []).entries()) {
      const target = copied?.[index]
      const style = getComputedStyle(element)
      for (const name of styled) target?.setAttribute(name, style.getPropertyValue(name))
      for (const name of ['class', 'style', 'role', 'tabindex', 'aria-label'])
        target?.removeAttribute(name)
    }
    const place = `translate(${(box.left - origin.left).toFixed(1)} ${(box.top - origin.top).toFixed(1)})`
    const serialiser = new XMLSerializer()
    const inner = [...copy.childNodes]
      .filter((node) => node.nodeType === Node.ELEMENT_NODE)
      .map((node) => serialiser.serializeToString(node))
    return `<g transform="${place}">${inner.join('')}</g>`
  })
  return `${svgHead(right + 12, bottom + 12, title, fill)}${parts.join('')}</svg>`
}
