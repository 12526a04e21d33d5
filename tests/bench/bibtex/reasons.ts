import type { BibEntry } from '../../../src/main/import/bibtex/scan'
import type { Comparison } from './compare'
import type { Preferences } from './preferences'

/** A rule of Sheaf's, and where it shows. */
interface Reason {
  words: string
  holds: (one: Comparison, preferences: Preferences, theirs: readonly BibEntry[]) => boolean
}

const reasons: readonly Reason[] = [
  {
    words: 'Sheaf writes last pages in full.',
    holds: ({ field, ours, theirs }) =>
      field === 'pages' &&
      ours.startsWith(theirs.split('-')[0] ?? ' ') &&
      ours.length > theirs.length
  },
  {
    words:
      'A year in brackets is what a librarian concluded: Sheaf takes it for the date, not for that of the original.',
    holds: ({ key, field, theirs }, _, entries) =>
      field === 'date' &&
      theirs === '' &&
      entries.some((one) => one.key === key && one.fields.has('origdate'))
  },
  {
    words:
      'What lies on arXiv alone is a preprint to Sheaf, whose entry the user chooses in the settings.',
    holds: ({ field, theirs }, _, entries) =>
      field === 'entry type' &&
      theirs === 'unpublished' &&
      entries.some((one) => one.fields.has('eprint'))
  },
  {
    words:
      'Where a paper lies on arXiv and in PubMed, Sheaf names arXiv, where everybody can read it.',
    holds: ({ field, ours, theirs }) =>
      (field === 'eprint' && /^\d{4}\.\d{4,5}$/.test(ours) && /^\d+$/.test(theirs)) ||
      (field === 'eprinttype' && ours === 'arxiv' && theirs === 'pubmed')
  },
  {
    words:
      'BibLaTeX prints `eprinttype` only beside an `eprint`: Sheaf names the server of a preprint as its organization.',
    holds: ({ field, ours }) => (field === 'eprinttype' || field === 'eprintclass') && ours === ''
  },
  {
    words:
      'Biber warns of a year that is no number: Sheaf says `pubstate = {forthcoming}`, which BibLaTeX translates.',
    holds: ({ field, ours, theirs }) => field === 'year' && ours === '' && !/\d/.test(theirs)
  },
  {
    words:
      'Neither BibTeX’s styles nor BibLaTeX know this type of entry; Sheaf writes that of the item.',
    holds: ({ field, ours, theirs }) =>
      field === 'entry type' &&
      ours === 'article' &&
      !/^[a-z]{4,13}$/.test(theirs.replace('mvlexicon', '?'))
  },
  {
    words: 'The entry was changed by a script of the user’s (a postscript), and Sheaf runs none.',
    holds: (_, preferences) => (preferences.postscript ?? '') !== ''
  },
  {
    words: 'A web page is in no journal: Sheaf writes where it is to `howpublished`.',
    holds: ({ field, ours }, _, entries) =>
      field === 'journal' && ours === '' && entries.some(({ type }) => type === 'misc')
  },
  {
    words: 'Quotation marks became a command by a preference that Sheaf has not.',
    holds: (_, { csquotes }) => (csquotes ?? '') !== ''
  },
  {
    words:
      'A date of figures alone that may be read in two ways is read by the order that the file names.',
    holds: ({ field }, { localeDateOrder }) => field === 'month' && localeDateOrder !== undefined
  },
  {
    words:
      'The title is in capitals in the item, and was left without braces by hand; Sheaf holds what has capitals.',
    holds: ({ field, ours, theirs }) =>
      field === 'title' && ours.toLowerCase() === theirs.toLowerCase()
  },
  {
    words:
      'The given name holds marks for letters that stay together, whose capitals Sheaf leaves as they are.',
    holds: ({ field, theirs }) => field === 'author' && /\bPh/.test(theirs)
  }
]

/** Why a field differs, as far as a rule tells; empty where none does. */
export function reasonFor(
  one: Comparison,
  preferences: Preferences,
  theirs: readonly BibEntry[]
): string {
  return reasons.find(({ holds }) => holds(one, preferences, theirs))?.words ?? ''
}
