import { z } from 'zod'

/** How entries of BibTeX and BibLaTeX are written. */
export const exportOptions = z.strictObject({
  /** Which of DOI and web address an entry bears: both, the DOI where there is one, or only the address. */
  addresses: z.enum(['both', 'doi', 'url']),
  /** Where the address of a BibTeX entry stands; styles of BibTeX's own age know no `url`. */
  bibtexUrl: z.enum(['field', 'note', 'none']),
  /** What keeps its capitals in titles of English: names and acronyms, every capital, or nothing. */
  braces: z.enum(['names', 'capitals', 'none']),
  /** Letters beyond ASCII: as each format has them (commands in BibTeX), as they are, or as commands. */
  letters: z.enum(['by-format', 'unicode', 'commands']),
  /** The entry of a preprint: `@misc` or `@online`, `@unpublished`, `@article`. */
  preprints: z.enum(['online', 'unpublished', 'article']),
  journals: z.enum(['full', 'abbreviated']),
  /** A paper that lacks what its type of entry needs: set as `@misc`, or as its type all the same. */
  incomplete: z.enum(['misc', 'as-it-is']),
  /** Comments above entries about what is missing. */
  comments: z.boolean(),
  /** The order of entries: as they are listed, by key, by author and year, newest first. */
  order: z.enum(['listed', 'key', 'author', 'newest']),
  /** Names of fields that are left out, in small letters. */
  leftOut: z.array(z.string().regex(/^[a-z][a-z0-9_-]*$/)).max(100),
  /** `@string` definitions; values equal to one of theirs are written by its name. */
  strings: z.string().max(200_000)
})
export type ExportOptions = z.infer<typeof exportOptions>

export const defaultExportOptions: ExportOptions = {
  ...{ addresses: 'both', bibtexUrl: 'field', braces: 'names', letters: 'by-format' },
  ...{ preprints: 'online', journals: 'full', incomplete: 'misc', comments: true },
  ...{ order: 'listed', leftOut: [], strings: '' }
}
