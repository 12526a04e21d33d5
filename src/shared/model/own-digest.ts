import { z } from 'zod'
import { paperFields } from './paper'

/** A paper of such a digest, with all that whoever gets it is to have. */
const ownDigestPaper = paperFields.extend({
  citationKey: z.string().max(200),
  /** Markdown; empty for none, or where notes are not to be sent. */
  note: z.string()
})
export type OwnDigestPaper = z.infer<typeof ownDigestPaper>

/** Some papers as a page to send on. */
export interface OwnDigest {
  title: string
  /** The day it was made: `2026-03-14`. */
  date: string
  papers: OwnDigestPaper[]
}

/** What tells a block of data of such a digest from any other. */
export const ownDigestKind = 'sheaf-digest'

/** A digest as data, so that it is read back letter for letter. What a later Sheaf adds is passed over. */
export const ownDigestData = z.object({
  kind: z.literal(ownDigestKind),
  title: z.string(),
  date: z.union([z.literal(''), z.iso.date()]),
  papers: z.array(z.unknown()).max(100_000)
})

/** One paper of it, read leniently: what is missing is empty. */
export const ownDigestEntry = z.object({
  ...ownDigestPaper.partial().shape,
  title: z.string().min(1)
})
export type OwnDigestEntry = z.infer<typeof ownDigestEntry>
