import { z } from 'zod'

/** A tag that a paper might have. */
export const tagSuggestion = z.strictObject({
  tagId: z.int().positive(),
  name: z.string(),
  colour: z.int(),
  /** From 0 to 1. */
  likelihood: z.number(),
  /** The words that decide it, as they stand in the paper: of papers that have the tag, or of its own name. */
  words: z.array(z.string()),
  /** `learnt` from papers that have the tag; `named`: the paper has its name in it. */
  from: z.enum(['learnt', 'named'])
})
export type TagSuggestion = z.infer<typeof tagSuggestion>

/** How likely a paper is to be kept, from 0 to 1. */
export const likeness = z.strictObject({ id: z.int().positive(), likelihood: z.number() })
export type Likeness = z.infer<typeof likeness>

/** What the user would make of a paper, going by what was done with others. */
export const opinion = z.strictObject({
  tags: z.array(tagSuggestion),
  /** How likely it is to be kept; null where too little was kept yet. */
  keeping: z
    .strictObject({
      likelihood: z.number(),
      /** The words that speak for it, and those that speak against it. */
      words: z.array(z.string()),
      against: z.array(z.string())
    })
    .nullable()
})
export type Opinion = z.infer<typeof opinion>
