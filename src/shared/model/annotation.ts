import { z } from 'zod'
import { annotationColourCount, annotationKinds } from './annotation-kinds'

export const annotationKind = z.enum(annotationKinds)
export type AnnotationKind = z.infer<typeof annotationKind>

export const annotationColour = z
  .int()
  .min(0)
  .max(annotationColourCount - 1)

/**
 * A passage by its words, as the Web Annotation Data Model's TextQuoteSelector has it: the text as it
 * stands (line ends and all), with what comes before and after it.
 */
export const textQuote = z.strictObject({
  exact: z.string().min(1).max(100_000),
  prefix: z.string().max(200),
  suffix: z.string().max(200)
})
export type TextQuote = z.infer<typeof textQuote>

/**
 * The model's TextPositionSelector: UTF-16 offsets in the text of a page (`shared/text/page-text.ts`),
 * going on into that of the page after, or in the title or abstract. `end` is behind the last.
 */
const textPosition = z
  .strictObject({ start: z.int().min(0), end: z.int().min(0) })
  .refine(({ start, end }) => end >= start, 'ends before it starts')

/** Points of a page in PDF user space: 1/72 inch, from the lower left corner of the page before it is rotated. */
const length = z.number().min(-100_000).max(100_000)
export const point = z.tuple([length, length])
export type Point = z.infer<typeof point>
/** Left, bottom, right, top, in the same space. */
export const rectangle = z.tuple([length, length, length, length])
export type Rectangle = z.infer<typeof rectangle>

/** Words of the paper's own title or abstract. */
export const fieldTarget = z.strictObject({
  on: z.enum(['title', 'abstract']),
  quote: textQuote,
  position: textPosition
})
export type FieldTarget = z.infer<typeof fieldTarget>

/** A place in a PDF of the paper. */
export const pdfTarget = z.strictObject({
  on: z.literal('pdf'),
  /** Null where the file is not attached to the paper any more: it is found again with it. */
  attachmentId: z.int().positive().nullable(),
  /** Counted from 0. */
  page: z.int().min(0).max(1_000_000),
  /** The page's number as it is printed: `iv`, `412`. */
  pageLabel: z.string().max(50),
  /** Lines of a highlight or underline; the one box of an area or a text. */
  rectangles: z.array(rectangle).max(5000),
  /** Lines on the page after, where a passage runs on over the end of its page. */
  nextRectangles: z.array(rectangle).max(5000),
  /** Strokes of ink, each x, y, x, y …; */
  paths: z.array(z.array(length).min(2).max(50_000)).max(2000),
  /** Where a note is pinned. */
  point: point.nullable(),
  /** What is marked; of what marks no words, the text it stands beside. Null where the page has none. */
  quote: textQuote.nullable(),
  position: textPosition.nullable(),
  /** Where the quoted words stand that a note, an area or ink is beside; null for marked words. */
  anchor: rectangle.nullable()
})
export type PdfTarget = z.infer<typeof pdfTarget>

export const annotationTarget = z.discriminatedUnion('on', [fieldTarget, pdfTarget])
export type AnnotationTarget = z.infer<typeof annotationTarget>

const comment = z.string().max(1_000_000)
const tagName = z.string().min(1).max(200)

export const newAnnotation = z.strictObject({
  paperId: z.int().positive(),
  kind: annotationKind,
  colour: annotationColour,
  /** Markdown; of a `text`, what is written on the page. */
  comment,
  /** Names of tags of the library, made where there is none yet. */
  tags: z.array(tagName).max(100),
  target: annotationTarget
})
export type NewAnnotation = z.infer<typeof newAnnotation>

/** What is to be different of annotations; what is not named stays. */
export const annotationChanges = z.strictObject({
  /** Only marked words can be marked in another way. */
  kind: z.enum(['highlight', 'underline']).optional(),
  colour: annotationColour.optional(),
  comment: comment.optional(),
  addTags: z.array(tagName).max(100).optional(),
  /** Ids. */
  removeTags: z.array(z.int().positive()).max(100).optional(),
  /** A new place, which counts as placed. Only of one annotation at a time. */
  target: annotationTarget.optional()
})
export type AnnotationChanges = z.infer<typeof annotationChanges>

export const annotation = z.strictObject({
  id: z.int().positive(),
  paperId: z.int().positive(),
  kind: annotationKind,
  colour: annotationColour,
  comment,
  tags: z.array(z.strictObject({ id: z.int(), name: z.string(), colour: z.int() })),
  target: annotationTarget,
  /** Whether the place is right. False after the text or file changed and the words were not found in it. */
  placed: z.boolean(),
  /** Who made it, as a PDF says it came with; empty for the user. */
  author: z.string(),
  createdAt: z.string(),
  modifiedAt: z.string()
})
export type Annotation = z.infer<typeof annotation>

/** Which annotations of the whole library are wanted; an empty list of colours, tags or kinds is all of them. */
export const annotationQuery = z.strictObject({
  /** Words that are all to be in quote, comment or tags. */
  text: z.string().max(10_000),
  colours: z.array(annotationColour).max(annotationColourCount),
  /** Ids; one of them is enough. */
  tags: z.array(z.int().positive()).max(1000),
  kinds: z.array(annotationKind).max(annotationKinds.length),
  paperId: z.int().positive().nullable(),
  /** Only those whose place was lost. */
  unplaced: z.boolean()
})
export type AnnotationQuery = z.infer<typeof annotationQuery>

/** Annotations by paper, the papers in the order of their titles, the annotations in that of their places. */
export const annotationList = z.strictObject({
  ids: z.array(z.int().positive()),
  /** The papers of the list, each with how many of the ids are its. */
  papers: z.array(
    z.strictObject({
      id: z.int().positive(),
      title: z.string(),
      citationKey: z.string(),
      count: z.int().positive()
    })
  )
})
export type AnnotationList = z.infer<typeof annotationList>

/** What a paper's pane shows of its annotations. */
export const paperAnnotations = z.strictObject({
  total: z.int(),
  /** The first of them. */
  first: z.array(annotation),
  /** All that mark its title or abstract. */
  inText: z.array(annotation),
  /** How many have no place. */
  unplaced: z.int(),
  /** How many are in files that are not attached any more. */
  loose: z.int()
})
export type PaperAnnotations = z.infer<typeof paperAnnotations>
