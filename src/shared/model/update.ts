import { z } from 'zod'

/** Who brings a Sheaf up to date that its user does not: the system's package manager, or who keeps its source. */
export const updateOwner = z.enum(['package', 'source'])
export type UpdateOwner = z.infer<typeof updateOwner>

/** What came of looking for a newer version. */
export const updateAnswer = z.discriminatedUnion('kind', [
  /** Nothing was asked: somebody else sees to it. */
  z.strictObject({ kind: z.literal('owned'), version: z.string(), owner: updateOwner }),
  /** Nothing was asked: this build knows nobody to ask. */
  z.strictObject({ kind: z.literal('nowhere'), version: z.string() }),
  z.strictObject({ kind: z.literal('newest'), version: z.string() }),
  z.strictObject({
    kind: z.literal('newer'),
    /** The one that runs. */
    version: z.string(),
    newer: z.string(),
    /** ISO 8601. */
    published: z.string(),
    /** Plain text. */
    notes: z.string(),
    /** For this machine; null where there is none. */
    file: z.strictObject({ name: z.string(), bytes: z.int() }).nullable()
  })
])
export type UpdateAnswer = z.infer<typeof updateAnswer>

/** Where a file that was downloaded and checked lies. */
export const downloaded = z.strictObject({ name: z.string(), folder: z.string() })
export type Downloaded = z.infer<typeof downloaded>
