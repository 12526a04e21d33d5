import { z } from 'zod'
import { paperType } from './paper'

/** Fields that can be set for many papers at once. */
export const severalFields = ['type', 'venue', 'language', 'year'] as const
export type SeveralField = (typeof severalFields)[number]

const shared = z.string().nullable()

/** What several papers have in common. */
export const several = z.strictObject({
  papers: z.int(),
  /** How many of them are. */
  starred: z.int(),
  read: z.int(),
  /** Null where they differ. */
  fields: z.strictObject({ type: shared, venue: shared, language: shared, year: shared }),
  /** Tags and collections that any of them has, with how many of them do. */
  tags: z.array(z.strictObject({ id: z.int(), name: z.string(), colour: z.int(), count: z.int() })),
  collections: z.array(z.strictObject({ id: z.int(), name: z.string(), count: z.int() }))
})
export type Several = z.infer<typeof several>

/** What is to become of several papers; what is left out stays as it is with each. */
export const severalEdit = z.strictObject({
  fields: z
    .strictObject({
      type: paperType,
      venue: z.string().max(2000),
      language: z.string().max(100),
      /** Four digits, or empty. */
      year: z.string().regex(/^(\d{4})?$/)
    })
    .partial(),
  starred: z.boolean().optional(),
  read: z.boolean().optional(),
  addTags: z.array(z.string().min(1).max(200)).max(200),
  removeTags: z.array(z.int()).max(1000),
  addTo: z.array(z.int()).max(1000),
  removeFrom: z.array(z.int()).max(1000)
})
export type SeveralEdit = z.infer<typeof severalEdit>
