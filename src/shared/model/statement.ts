import { z } from 'zod'

/** Fields of which sources may say different things. Lists that only grow (identifiers, links) are not among them. */
export const statedFields = [
  'title',
  'creators',
  'issued',
  'venue',
  'volume',
  'issue',
  'pages',
  'publisher',
  'type',
  'language',
  'abstract'
] as const
export type StatedField = (typeof statedFields)[number]

/** What one source says of one field of a paper. */
export const statement = z.strictObject({
  id: z.int().positive(),
  /** One of `statedFields`; `extra:name` for a field of another program. */
  field: z.string(),
  /** As the field's own value is written for a reader. */
  text: z.string(),
  /** What said so: a digest, a file, a service; empty for the user. */
  source: z.string(),
  saidAt: z.string(),
  /** Whether the paper shows this value now. */
  shown: z.boolean()
})
export type Statement = z.infer<typeof statement>

/** A field that Sheaf has no place of its own for, as it came. */
export const extraField = z.strictObject({ name: z.string(), value: z.string() })
export type ExtraField = z.infer<typeof extraField>
