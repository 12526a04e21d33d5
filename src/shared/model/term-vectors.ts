/** Which terms stand how often in the titles and abstracts of papers: a row for each paper, behind one another. */
export interface TermVectors {
  /** By row: the paper. */
  papers: Int32Array
  /** By row: where its entries begin; one more for the end. */
  starts: Int32Array
  terms: Int32Array
  counts: Uint8Array
  /** By term: the word that most papers have of it. */
  words: string[]
}
