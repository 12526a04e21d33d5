import { z } from 'zod'

/** How large a page is shown: by the room there is for it, or by a factor (1: as large as on paper). */
export const pageScale = z.union([z.enum(['page-width', 'page-fit']), z.number().min(0.05).max(20)])
export type PageScale = z.infer<typeof pageScale>

export const pageRotation = z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)])

/** Where the user is in a PDF, and how it is shown. */
export const readingPlace = z.strictObject({
  /** Counted from 1. */
  page: z.int().positive().max(1_000_000),
  /** The upper left corner of what is seen, in PDF user space of the page before it is rotated. */
  x: z.number().min(-1e6).max(1e6),
  y: z.number().min(-1e6).max(1e6),
  scale: pageScale,
  /** Clockwise, in degrees, on top of the page's own. */
  rotation: pageRotation,
  /** Whether two pages stand side by side. */
  twoPages: z.boolean()
})
export type ReadingPlace = z.infer<typeof readingPlace>

/** A PDF that the reader may show. */
export const openedFile = z.strictObject({
  /** Stands for the file in the reader's frame; good until it is closed. */
  token: z.uuid(),
  name: z.string(),
  bytes: z.int(),
  paperId: z.int().positive(),
  /** Where the user left it; null for a file that was never open. */
  place: readingPlace.nullable()
})
export type OpenedFile = z.infer<typeof openedFile>
