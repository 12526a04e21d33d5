/** Types of paper, by their names in CSL 1.0.2; `article` is a preprint there. */
export const paperTypes = [
  'article-journal',
  'paper-conference',
  'article',
  'book',
  'chapter',
  'thesis',
  'report',
  'dataset',
  'software',
  'webpage',
  'document'
] as const

export const identifierSchemes = ['doi', 'arxiv', 'pmid', 'isbn', 'other'] as const

export const linkKinds = ['paper', 'pdf', 'code', 'project', 'data'] as const

/** Formats of text that an import reads, as the user may say one. */
export const formatNames = [
  'trending-page',
  'daily-papers',
  'daily-papers-page',
  'paper-dump',
  'arxiv-mailing',
  'arxiv-listing',
  'feed',
  'json-feed',
  'opml',
  'scholar-alert',
  'semantic-scholar-alert',
  'paper-links',
  'bibtex',
  'ris',
  'nbib',
  'csl-json',
  'better-bibtex-json',
  'endnote-xml',
  'pubmed-xml',
  'sheaf-digest',
  'sheaf-digest-text'
] as const
export type FormatName = (typeof formatNames)[number]

/** A digest names papers of a day; a file of references holds somebody's papers, and has no date. */
export const sourceKinds = ['digest', 'file'] as const
