import { z } from 'zod'
import { annotationColour, annotationKind, pdfTarget } from './annotation'
import { pageScale, readingPlace } from './reading'

/** The origins of the window and of the frame in it that shows PDFs: each hears the other only. */
export const windowOrigin = 'app://sheaf'
export const readerOrigin = 'app://reader'
export const readerAddress = `${readerOrigin}/reader/index.html`

z.config({ jitless: true })

const page = z.int().positive().max(1_000_000)
const text = z.string().max(1000)

/** How the frame is to look: it is coloured like the window, and pages as the user likes them. */
const look = z.strictObject({ theme: z.enum(['light', 'dark']), darkPages: z.boolean() })

/** Words of the window's language that stand in the frame; `{n}` is a page's number. */
const labels = z.strictObject({
  pages: text,
  page: text,
  thumbnails: text,
  preview: text,
  language: text
})

/** A place in the document, as an annotation keeps it; which file that is, the window knows. */
const place = pdfTarget.omit({ on: true, attachmentId: true, pageLabel: true })
export type Place = z.infer<typeof place>

/** An annotation as it is drawn over its page. */
const mark = place.omit({ quote: true, position: true, anchor: true }).extend({
  id: z.int().positive(),
  kind: annotationKind,
  colour: annotationColour,
  /** Of a `text`, what is written on the page; empty for others. */
  comment: z.string().max(1_000_000)
})
export type Mark = z.infer<typeof mark>

export const drawingTools = ['note', 'area', 'ink', 'text'] as const
export type DrawingTool = (typeof drawingTools)[number]

/** What the window tells the reader's frame. */
export const toReader = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('open'),
    token: z.uuid(),
    bytes: z.int().positive(),
    place: readingPlace.nullable(),
    look,
    labels
  }),
  z.strictObject({ kind: z.literal('look'), look }),
  z.strictObject({ kind: z.literal('password'), password: text }),
  z.strictObject({ kind: z.literal('focus') }),
  /** Looks for a text from here on; `step` goes from hit to hit of the same one. */
  z.strictObject({
    kind: z.literal('find'),
    query: text,
    caseSensitive: z.boolean(),
    wholeWords: z.boolean(),
    step: z.enum(['none', 'next', 'previous'])
  }),
  z.strictObject({ kind: z.literal('find-hit'), page, index: z.int().min(0) }),
  z.strictObject({ kind: z.literal('find-end') }),
  z.strictObject({ kind: z.literal('scale'), scale: pageScale }),
  /** Larger or smaller by so many steps of a tenth. */
  z.strictObject({ kind: z.literal('zoom'), steps: z.int().min(-20).max(20) }),
  z.strictObject({ kind: z.literal('rotate'), by: z.union([z.literal(90), z.literal(-90)]) }),
  /** Two pages side by side if they were not, and one below the other if they were. */
  z.strictObject({ kind: z.literal('two-pages') }),
  z.strictObject({ kind: z.literal('page'), page }),
  z.strictObject({ kind: z.literal('turn'), by: z.union([z.literal(1), z.literal(-1)]) }),
  z.strictObject({ kind: z.literal('heading'), id: z.int().min(0) }),
  z.strictObject({ kind: z.literal('history'), step: z.enum(['back', 'forward']) }),
  z.strictObject({ kind: z.literal('thumbnails'), on: z.boolean() }),
  z.strictObject({ kind: z.literal('marks'), marks: z.array(mark).max(200_000) }),
  /** Shows a mark as the chosen one, and goes to it if asked; null for none. */
  z.strictObject({
    kind: z.literal('choose'),
    id: z.int().positive().nullable(),
    isGoingThere: z.boolean()
  }),
  /** Asks for the place of the text that is selected, or else of the hit that find is at. */
  z.strictObject({ kind: z.literal('where') }),
  z.strictObject({ kind: z.literal('unselect') }),
  /** Asks to be told the view as all that was said before has left it, and then that it is settled. */
  z.strictObject({ kind: z.literal('settle') }),
  /** Takes up a tool to draw with, or puts it down. */
  z.strictObject({
    kind: z.literal('tool'),
    tool: z.enum(drawingTools).nullable(),
    colour: annotationColour
  })
])
export type ToReader = z.infer<typeof toReader>
export type ReaderLook = z.infer<typeof look>
export type ReaderLabels = z.infer<typeof labels>

/** One line of a PDF's outline. */
const heading = z.strictObject({
  id: z.int().min(0),
  title: text,
  /** 1 for the topmost. */
  level: z.int().min(1).max(50)
})
export type Heading = z.infer<typeof heading>

/** A place where the text that is looked for stands, with what is around it. */
const hit = z.strictObject({
  page,
  /** Counted from 0 on its page. */
  index: z.int().min(0),
  before: text,
  exact: text,
  after: text
})
export type Hit = z.infer<typeof hit>

export const readerFailures = ['damaged', 'gone', 'unexpected'] as const

/** A box in the frame's CSS pixels. */
const box = z.strictObject({
  ...{ left: z.number(), top: z.number() },
  ...{ right: z.number(), bottom: z.number() }
})
export type Box = z.infer<typeof box>

/**
 * What the reader's frame tells the window. The frame shows what strangers made: nothing here can do
 * more than the user sees happen.
 */
export const fromReader = z.discriminatedUnion('kind', [
  /** Its script is there, and waits for a file. */
  z.strictObject({ kind: z.literal('ready') }),
  /** It has done all it was told before it was asked to settle, and has told its view. */
  z.strictObject({ kind: z.literal('settled') }),
  z.strictObject({
    kind: z.literal('opened'),
    pages: page,
    /** The numbers that are printed on the pages, where they are others than 1, 2, 3. */
    pageLabels: z.array(text).max(1_000_000).nullable()
  }),
  z.strictObject({ kind: z.literal('outline'), headings: z.array(heading).max(20_000) }),
  /** The first page, or the one where the user was, is on the screen. */
  z.strictObject({ kind: z.literal('painted') }),
  z.strictObject({
    kind: z.literal('view'),
    place: readingPlace,
    /** The page that is on view, of several the one that was gone to. */
    page,
    /** How large it is, whatever that follows from. */
    factor: z.number().min(0).max(100),
    canGoBack: z.boolean(),
    canGoForward: z.boolean()
  }),
  z.strictObject({
    kind: z.literal('found'),
    /** Counted from 1; 0 for none. */
    current: z.int().min(0),
    total: z.int().min(0),
    state: z.enum(['found', 'wrapped', 'none', 'pending'])
  }),
  z.strictObject({ kind: z.literal('hits'), hits: z.array(hit).max(1000) }),
  /** The file is locked; `isWrong` where the password that was given does not open it. */
  z.strictObject({ kind: z.literal('locked'), isWrong: z.boolean() }),
  z.strictObject({ kind: z.literal('failed'), why: z.enum(readerFailures) }),
  /** A key that the frame has no use for, written as the window writes its keys. */
  z.strictObject({ kind: z.literal('key'), key: z.string().min(1).max(40) }),
  z.strictObject({ kind: z.literal('link'), url: z.string().max(10_000) }),
  /** Something from elsewhere is held over it. What that is, and where it goes, is the window's alone. */
  z.strictObject({ kind: z.literal('held-over') }),
  /** Where the text is that the user has selected; null for none. */
  z.strictObject({ kind: z.literal('selected'), box: box.nullable() }),
  /** The answer to `where`; null for nowhere. */
  z.strictObject({ kind: z.literal('here'), place: place.nullable() }),
  /** Something was drawn with the tool that was taken up. */
  z.strictObject({ kind: z.literal('drawn'), tool: z.enum(drawingTools), place }),
  /** The user has clicked a mark, or beside all. */
  z.strictObject({ kind: z.literal('picked'), id: z.int().positive().nullable() }),
  /** Where the chosen mark is on the screen now; null while it is not. */
  z.strictObject({ kind: z.literal('chosen-at'), box: box.nullable() })
])
export type FromReader = z.infer<typeof fromReader>
