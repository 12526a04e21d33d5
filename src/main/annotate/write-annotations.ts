import {
  PDF,
  PdfArray,
  PdfDict,
  PdfName,
  PdfNumber,
  PdfRef,
  PdfString,
  type PdfObject
} from '@libpdf/core'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import type { Annotation, AnnotationKind, PdfTarget } from '@shared/model/annotation'
import { annotationRgb } from '@shared/model/annotation-colours'
import { appearanceOf, fontSize, partsOf, strokeWidth, type Part } from './appearance'
import type { FoundAnnotation } from './read-annotations'

/** An annotation of a PDF as it goes into a copy. */
export type Written = Pick<
  Annotation,
  'id' | 'kind' | 'colour' | 'comment' | 'createdAt' | 'modifiedAt'
> & {
  target: PdfTarget
  author: string
  /** What it is about, in a word or two: what its colour means to the user, its tags. */
  subject: string
  /** Of one taken over from the file: which it is there. Empty for others. */
  origin: string
}

const subtypes: Readonly<Record<AnnotationKind, string>> = {
  ...{ highlight: 'Highlight', underline: 'Underline', note: 'Text', area: 'Square' },
  ...{ ink: 'Ink', text: 'FreeText' }
}

/**
 * A copy of a PDF with annotations that other viewers show (ISO 32000-2, 12.5.6). What was in the file
 * stays as it is where its form allows, and they are put behind it. One that came with the file is there
 * once, as it is now.
 * @param held what the file came with
 * @throws AppError `unsupported` for a file that nothing can be added to
 */
export async function writeAnnotations(
  bytes: Uint8Array,
  name: string,
  annotations: readonly Written[],
  held: readonly FoundAnnotation[]
): Promise<Uint8Array> {
  try {
    const pdf = await PDF.load(bytes)
    const resolve = (ref: PdfRef): PdfObject | null => pdf.getObject(ref)
    const former = new Map(held.map((one) => [one.origin, one]))
    for (const annotation of annotations) {
      const there = former.get(annotation.origin)
      if (there?.kind === annotation.kind && there.comment === annotation.comment) continue
      for (const [index, part] of partsOf(annotation.kind, annotation.target).entries()) {
        const page = pdf.getPage(part.page)
        if (page === null) continue
        const dict = dictOf(annotation, part, index)
        const colour = dict.getArray('C')?.toArray() ?? []
        const drawing = appearanceOf(
          annotation.kind,
          part,
          colour.map((each) => (each instanceof PdfNumber ? each.value : 0)),
          annotation.comment
        )
        dict.set('AP', new PdfDict([['N', pdf.register(drawing)]]))
        dict.set('P', page.ref)
        const listed = page.dict.getArray('Annots', resolve)?.toArray() ?? []
        const kept = listed.filter(
          (one) => !(one instanceof PdfRef) || `${String(one.objectNumber)}R` !== there?.objectId
        )
        page.dict.set('Annots', PdfArray.of(...kept, pdf.register(dict)))
      }
    }
    return await pdf.save({ incremental: pdf.canSaveIncrementally() === null })
  } catch (error) {
    throw new AppError('unsupported', words.annotations.notWritten(name), {
      cause: error,
      detail: String(error)
    })
  }
}

function dictOf(annotation: Written, part: Part, index: number): PdfDict {
  const { id, kind, colour, comment, author, subject, createdAt, modifiedAt } = annotation
  const list = (each: readonly number[]): PdfArray =>
    PdfArray.of(...each.map((one) => PdfNumber.of(Number(one.toFixed(3)))))
  const rgb = annotationRgb[colour] ?? [0, 0, 0]
  const dict = new PdfDict([
    ['Type', PdfName.of('Annot')],
    ['Subtype', PdfName.of(subtypes[kind])],
    ['Rect', list(part.bounds)],
    // One that runs on over its page says what it has to say on the first.
    ['Contents', PdfString.fromString(index === 0 ? comment : '')],
    ['NM', PdfString.fromString(`sheaf-${String(id)}-${String(index)}`)],
    ['CreationDate', PdfString.fromString(dateOf(createdAt))],
    ['M', PdfString.fromString(dateOf(modifiedAt))],
    ['C', list(rgb.map((each) => each / 255))],
    // It is printed.
    ['F', PdfNumber.of(4)]
  ])
  if (author !== '') dict.set('T', PdfString.fromString(author))
  if (subject !== '') dict.set('Subj', PdfString.fromString(subject))
  const corners = part.boxes.flatMap(([left, bottom, right, top]) => [
    ...[left, top, right, top, left, bottom, right, bottom]
  ])
  const width = new PdfDict([['W', PdfNumber.of(strokeWidth)]])
  const own: Partial<Record<AnnotationKind, [string, PdfObject][]>> = {
    highlight: [['QuadPoints', list(corners)]],
    underline: [['QuadPoints', list(corners)]],
    note: [['Name', PdfName.of('Comment')]],
    area: [['BS', width]],
    ink: [
      ['BS', width],
      ['InkList', PdfArray.of(...part.paths.map(list))]
    ],
    text: [['DA', PdfString.fromString(`/Helv ${String(fontSize)} Tf 0 g`)]]
  }
  for (const [key, value] of own[kind] ?? []) dict.set(key, value)
  return dict
}

/** ISO 8601 as PDF writes it. */
function dateOf(iso: string): string {
  return `D:${iso.replace(/\D/g, '').slice(0, 14).padEnd(14, '0')}Z`
}
