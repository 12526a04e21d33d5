import { z } from 'zod'

/** A text that a paper's note had. */
export const noteVersion = z.strictObject({
  id: z.int(),
  savedAt: z.string(),
  /** In UTF-16 code units. */
  length: z.int()
})
export type NoteVersion = z.infer<typeof noteVersion>

/** A paper that a note may link to. */
export const linkTarget = z.strictObject({
  id: z.int(),
  citationKey: z.string(),
  title: z.string(),
  authors: z.string(),
  year: z.string()
})
export type LinkTarget = z.infer<typeof linkTarget>

/** How a paper's note and those of others hang together. */
export const noteLinks = z.strictObject({
  /** Papers that the note names, each by the key that is written there. */
  targets: z.array(z.strictObject({ key: z.string(), id: z.int(), title: z.string() })),
  /** Papers whose notes name this one, with what stands around it there. */
  mentions: z.array(
    z.strictObject({ id: z.int(), citationKey: z.string(), title: z.string(), excerpt: z.string() })
  )
})
export type NoteLinks = z.infer<typeof noteLinks>
