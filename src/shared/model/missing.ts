import type { PaperType } from './paper'

/** What a citation needs and this paper lacks, in the order a reader would fill it in. */
export const missingFields = ['author', 'year', 'venue'] as const
export type MissingField = (typeof missingFields)[number]

/** Types whose citation is not complete without the name of what holds them. */
const heldTypes: readonly PaperType[] = ['article-journal', 'paper-conference', 'chapter']

/** Which fields a citation of this paper needs and does not have. */
export function missingFrom(fields: {
  type: PaperType
  creators: readonly unknown[]
  issued: string
  venue: string
}): MissingField[] {
  const missing: MissingField[] = []
  if (fields.creators.length === 0) missing.push('author')
  if (fields.issued === '') missing.push('year')
  if (fields.venue === '' && heldTypes.includes(fields.type)) missing.push('venue')
  return missing
}
