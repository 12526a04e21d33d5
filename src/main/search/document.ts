/** What search knows of a paper. Texts are the stored (raw) ones: marks refer to them. */
export interface SearchDocument {
  id: number
  title: string
  abstract: string
  /** The language of both, as a code or a name; empty if it is not known. */
  language: string
  /** Names of authors and editors, in any order and with any punctuation. */
  people: string
  venue: string
  year: string
  tags: string[]
  /** The note, and words and comments of annotations. */
  note: string
  /** Sources and dates of the digests the paper was seen in. */
  digests: string
  /** Citation key, DOI, arXiv id …: each is found whole and by its beginning. */
  identifiers: string[]
}
