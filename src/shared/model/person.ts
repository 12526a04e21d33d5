import { z } from 'zod'

/**
 * A person's name in the parts that bibliographies need (as BibLaTeX's data model has them), or one
 * literal name that must never be taken apart: a company, a group, a name of one word.
 * Absent parts are empty strings. `particle` is the "van der" of "van der Berg".
 */
export const personName = z.union([
  z.strictObject({
    family: z.string().min(1),
    given: z.string(),
    particle: z.string(),
    suffix: z.string()
  }),
  z.strictObject({ literal: z.string().min(1) })
])
export type PersonName = z.infer<typeof personName>

export const creatorRole = z.enum(['author', 'editor'])

/** Somebody who made a paper, in the order the paper names them. */
export const creator = z.strictObject({ role: creatorRole, name: personName })
export type Creator = z.infer<typeof creator>
