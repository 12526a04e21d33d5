import { createHash } from 'node:crypto'
import type { AnnotationKind, PdfTarget, Rectangle } from '@shared/model/annotation'
import { nearestColour } from '@shared/model/annotation-colours'
import {
  pageText,
  passageNear,
  passageWithin,
  textContentOptions,
  type PageText
} from '@shared/text/page-text'
import { quoteAt } from '@shared/text/quote'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { besideWords, cornerOf } from './reanchor'

/** An annotation that a PDF came with. */
export interface FoundAnnotation {
  kind: AnnotationKind
  colour: number
  comment: string
  author: string
  /** ISO 8601; empty where the PDF does not say. */
  createdAt: string
  modifiedAt: string
  /** Tells it from others of the file, whatever else in that changes. */
  origin: string
  /** Number of its object in the file, as `12R`. */
  objectId: string
  target: PdfTarget
}

/** What pdf.js says of an annotation, as far as it is read here. */
interface PdfjsAnnotation {
  id: string
  subtype: string
  rect: number[]
  color: ArrayLike<number> | null
  contentsObj?: { str: string }
  titleObj?: { str: string }
  creationDate?: string | null
  modificationDate?: string | null
  quadPoints?: ArrayLike<number> | null
  inkLists?: ArrayLike<number>[]
  vertices?: ArrayLike<number> | null
  lineCoordinates?: ArrayLike<number>
  inReplyTo?: string
  textContent?: string[]
}

const kinds: Readonly<Record<string, AnnotationKind>> = {
  ...{ Highlight: 'highlight', Underline: 'underline', Squiggly: 'underline' },
  ...{ StrikeOut: 'underline', Text: 'note', FreeText: 'text', Ink: 'ink', Line: 'ink' },
  ...{ PolyLine: 'ink', Polygon: 'area', Square: 'area', Circle: 'area' }
}

/** The annotations of a PDF that are of a kind Sheaf has; replies to one are part of its comment. */
export async function readAnnotations(document: PDFDocumentProxy): Promise<FoundAnnotation[]> {
  const labels = await document.getPageLabels()
  const found: FoundAnnotation[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const annotations = (await page.getAnnotations()) as PdfjsAnnotation[]
    const known = annotations.filter(({ subtype, inReplyTo }) => subtype in kinds && !inReplyTo)
    if (known.length > 0) {
      const text = pageText((await page.getTextContent(textContentOptions)).items)
      const place = { page: number - 1, pageLabel: labels?.[number - 1] ?? String(number) }
      for (const one of known) {
        const replies = annotations.filter(({ inReplyTo }) => inReplyTo === one.id)
        found.push(...read(one, replies, text, place))
      }
    }
    page.cleanup()
  }
  return found
}

function read(
  one: PdfjsAnnotation,
  replies: readonly PdfjsAnnotation[],
  text: PageText,
  place: { page: number; pageLabel: string }
): FoundAnnotation[] {
  const kind = kinds[one.subtype]
  if (kind === undefined) return []
  const target = targetOf(kind, one, text, place)
  if (target === null) return []
  const own = one.contentsObj?.str ?? ''
  const written = own === '' && kind === 'text' ? (one.textContent ?? []).join('\n') : own
  const comment = [written, ...replies.map(({ contentsObj }) => contentsObj?.str ?? '')]
    .map((each) => each.replaceAll('\0', '').replace(/\r\n?/g, '\n').trim())
    .filter((each) => each !== '')
    .join('\n\n')
  const [red = 255, green = 213, blue = 74] = Array.from(one.color ?? [])
  const created = dateOf(one.creationDate)
  const told = [one.subtype, place.page, one.rect.map(Math.round), own, one.creationDate ?? '']
  return [
    {
      ...{ kind, comment, target, objectId: one.id, createdAt: created },
      author: (one.titleObj?.str ?? '').slice(0, 200),
      colour: nearestColour([red, green, blue]),
      modifiedAt: dateOf(one.modificationDate) || created,
      origin: createHash('sha256').update(JSON.stringify(told)).digest('hex').slice(0, 32)
    }
  ]
}

function targetOf(
  kind: AnnotationKind,
  one: PdfjsAnnotation,
  text: PageText,
  place: { page: number; pageLabel: string }
): PdfTarget | null {
  const [left = 0, bottom = 0, right = 0, top = 0] = one.rect
  const nothing: PdfTarget = {
    ...{ on: 'pdf', attachmentId: null, ...place, rectangles: [], nextRectangles: [] },
    ...{ paths: [], point: null, quote: null, position: null, anchor: null }
  }
  if (kind === 'highlight' || kind === 'underline') {
    const rectangles = quadsOf(Array.from(one.quadPoints ?? []))
    if (rectangles.length === 0) rectangles.push([left, bottom, right, top])
    const position = passageWithin(text, rectangles)
    const quote = position === null ? null : quoteAt(text.text, position.start, position.end)
    return { ...nothing, rectangles, quote, position: quote === null ? null : position }
  }
  const target = { ...nothing }
  if (kind === 'note') target.point = [left, top]
  else if (kind === 'ink') {
    const strokes = one.inkLists ?? [one.vertices ?? one.lineCoordinates ?? []]
    target.paths = strokes.map((each) => Array.from(each)).filter((path) => path.length >= 2)
    if (target.paths.length === 0) return null
  } else target.rectangles = [[left, bottom, right, top]]
  const at = cornerOf(target)
  const near = at === null ? null : passageNear(text, at)
  return near === null ? target : { ...target, ...besideWords(text, near) }
}

/** Of each four corners, eight numbers, what is around them. */
function quadsOf(numbers: readonly number[]): Rectangle[] {
  return Array.from({ length: Math.floor(numbers.length / 8) }, (_, index) => {
    const quad = numbers.slice(index * 8, index * 8 + 8)
    const xs = quad.filter((_each, at) => at % 2 === 0)
    const ys = quad.filter((_each, at) => at % 2 === 1)
    return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
  })
}

/** A date as PDF writes it, `D:20260314092600+01'00'`, as ISO 8601; empty for anything else. */
function dateOf(text: string | null | undefined): string {
  const parts =
    /^(?:D:)?(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?(Z|[+-]\d{2})?'?(\d{2})?/.exec(
      text ?? ''
    )
  if (parts === null) return ''
  const [, year = '', month = '01', day = '01', hour = '00', minute = '00', second = '00'] = parts
  const zone = parts[7] === undefined || parts[7] === 'Z' ? 'Z' : `${parts[7]}:${parts[8] ?? '00'}`
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`)
  return Number.isNaN(time) ? '' : new Date(time).toISOString()
}
