import type { AnnotationKind, PdfTarget, Rectangle } from '@shared/model/annotation'
import { layoutText, PdfArray, PdfDict, PdfName, PdfNumber, PdfStream } from '@libpdf/core'

/** What of an annotation is on one page. */
export interface Part {
  page: number
  /** Lines of a passage, or the one box of an area, text or note. */
  boxes: readonly Rectangle[]
  /** Strokes of ink, each x, y, x, y … */
  paths: readonly (readonly number[])[]
  /** Around all of it. */
  bounds: Rectangle
}

export const strokeWidth = 1.5
export const fontSize = 11
const noteSize = 20

/** What stands on each page; a passage may run on to the next. */
export function partsOf(kind: AnnotationKind, target: PdfTarget): Part[] {
  const { page, point, paths, rectangles, nextRectangles } = target
  if (kind === 'note' && point !== null) {
    const [x, y] = point
    const box: Rectangle = [x, y - noteSize, x + noteSize, y]
    return [{ page, boxes: [box], paths: [], bounds: box }]
  }
  if (kind === 'ink') {
    const dots = paths.flatMap((path): Rectangle[] => {
      const points: Rectangle[] = []
      for (let at = 0; at + 1 < path.length; at += 2) {
        const [x = 0, y = 0] = path.slice(at, at + 2)
        points.push([x - strokeWidth, y - strokeWidth, x + strokeWidth, y + strokeWidth])
      }
      return points
    })
    return dots.length === 0 ? [] : [{ page, boxes: [], paths, bounds: around(dots) }]
  }
  return [
    { page, boxes: rectangles },
    { page: page + 1, boxes: nextRectangles }
  ]
    .filter(({ boxes }) => boxes.length > 0)
    .map((part) => ({ ...part, paths: [], bounds: around(part.boxes) }))
}

function around(boxes: readonly Rectangle[]): Rectangle {
  return boxes.reduce(([left, bottom, right, top], one) => [
    Math.min(left, one[0]),
    Math.min(bottom, one[1]),
    Math.max(right, one[2]),
    Math.max(top, one[3])
  ])
}

/** How an annotation is drawn, as a form (ISO 32000-2, 12.5.5): viewers that draw none themselves show it so. */
export function appearanceOf(
  kind: AnnotationKind,
  { boxes, paths, bounds }: Part,
  colour: readonly number[],
  text: string
): PdfStream {
  const paint = colour.map(decimal).join(' ')
  const draw: Record<AnnotationKind, () => string> = {
    highlight: () => `/G gs ${paint} rg ${boxes.map((box) => `${boxOf(box)} re f`).join(' ')}`,
    underline: () =>
      `${paint} RG ${decimal(strokeWidth)} w ${boxes
        .map(
          ([left, bottom, right]) => `${line(left, bottom + 1)} m ${line(right, bottom + 1)} l S`
        )
        .join(' ')}`,
    area: () =>
      `${paint} RG ${decimal(strokeWidth)} w ${boxes.map((box) => `${boxOf(inner(box))} re S`).join(' ')}`,
    ink: () => `${paint} RG ${decimal(strokeWidth)} w 1 J 1 j ${paths.map(stroke).join(' ')}`,
    note: () => boxes.map((box) => noteOf(box, paint)).join(' '),
    text: () => boxes.map((box) => textOf(box, text)).join(' ')
  }
  const multiply = new PdfDict([
    ['Type', PdfName.of('ExtGState')],
    ['BM', PdfName.of('Multiply')],
    ['ca', PdfNumber.of(0.6)]
  ])
  const font = new PdfDict([
    ['Type', PdfName.of('Font')],
    ['Subtype', PdfName.of('Type1')],
    ['BaseFont', PdfName.of('Helvetica')],
    ['Encoding', PdfName.of('WinAnsiEncoding')]
  ])
  const resources = new PdfDict([
    ...(kind === 'highlight'
      ? ([['ExtGState', new PdfDict([['G', multiply]])]] as [string, PdfDict][])
      : []),
    ...(kind === 'text' ? ([['Font', new PdfDict([['Helv', font]])]] as [string, PdfDict][]) : [])
  ])
  const form: [string, PdfName | PdfArray | PdfDict][] = [
    ['Type', PdfName.of('XObject')],
    ['Subtype', PdfName.of('Form')],
    ['BBox', PdfArray.of(...bounds.map((each) => PdfNumber.of(each)))],
    ['Resources', resources]
  ]
  return new PdfStream(form, Buffer.from(`q ${draw[kind]()} Q`, 'latin1'))
}

function noteOf([left, bottom, right, top]: Rectangle, paint: string): string {
  const lines = [0.7, 0.5, 0.3].map((share) => {
    const y = bottom + (top - bottom) * share
    return `${line(left + 4, y)} m ${line(right - 4, y)} l S`
  })
  return `${paint} rg 0.3 0.3 0.3 RG 0.8 w ${boxOf(inner([left, bottom, right, top]))} re B ${lines.join(' ')}`
}

/** Words as far as the Latin letters of a standard font go; viewers write others in fonts of their own. */
function textOf([left, bottom, right, top]: Rectangle, text: string): string {
  const { lines } = layoutText(text, 'Helvetica', fontSize, right - left - 4, fontSize * 1.2)
  const written = lines.map(({ text: words }) => `(${escaped(words)}) Tj T*`)
  return `${boxOf([left, bottom, right, top])} re W n BT /Helv ${decimal(fontSize)} Tf 0 g ${decimal(fontSize * 1.2)} TL ${line(left + 2, top - fontSize - 1)} Td ${written.join(' ')} ET`
}

function escaped(words: string): string {
  return words
    .normalize('NFC')
    .replace(/[^\x20-\x7e\xa0-\xff]/g, '?')
    .replace(/[\\()]/g, '\\$&')
}

/** A smooth enough line through points, as straight pieces. */
function stroke(path: readonly number[]): string {
  const [x = 0, y = 0] = path
  const rest: string[] = []
  for (let at = 2; at + 1 < path.length; at += 2)
    rest.push(`${line(path[at] ?? 0, path[at + 1] ?? 0)} l`)
  return `${line(x, y)} m ${rest.length === 0 ? `${line(x, y)} l` : rest.join(' ')} S`
}

function inner([left, bottom, right, top]: Rectangle): Rectangle {
  const by = strokeWidth / 2
  return [left + by, bottom + by, right - by, top - by]
}

function boxOf([left, bottom, right, top]: Rectangle): string {
  return `${line(left, bottom)} ${line(right - left, top - bottom)}`
}

function line(x: number, y: number): string {
  return `${decimal(x)} ${decimal(y)}`
}

/** PDF knows no exponents. */
function decimal(value: number): string {
  return String(Number(value.toFixed(3)))
}
