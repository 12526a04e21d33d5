import type { Identifier, PaperFields } from '@shared/model/paper'
import type { PersonName } from '@shared/model/person'
import { isAndOthers } from '@shared/text/person-name'
import { fold } from '@shared/text/fold'
import { isPlaceholderTitle } from '@shared/text/placeholder-title'

/** The share of words that two abstracts of one paper have in common at the least. */
const sameAbstract = 0.3

/** As for abstracts, for the titles of what bears one identifier: a title may change between versions. */
const sameTitle = 0.3

/** A preprint and its published form lie this many years apart at the most. */
const mostYears = 3

/** Identifiers that name one paper; an ISBN names a book, and so all of its chapters. */
export const telling: ReadonlySet<Identifier['scheme']> = new Set(['doi', 'arxiv', 'pmid'])

/** A paper as far as it is known: its title, and whatever else. */
export type Item = Pick<PaperFields, 'title'> & Partial<PaperFields>

/** What can speak against two items of one title being the same paper. */
export type Veto = 'abstract' | 'authors' | 'year' | 'doi'

/** Whether two titles can be those of one paper, if both bear the same identifier. */
export function titlesFit(a: string, b: string): boolean {
  return isPlaceholderTitle(a) || isPlaceholderTitle(b) || overlap(a, b) >= sameTitle
}

/** What two papers of one title differ in when they are not the same (a series, an editorial, a reply); null for nothing. */
export function speaksAgainst(a: Item, b: Item): Veto | null {
  if (abstractsDiffer(a.abstract ?? '', b.abstract ?? '')) return 'abstract'
  if (authorsDiffer(a, b)) return 'authors'
  if (yearsDiffer(a.issued ?? '', b.issued ?? '')) return 'year'
  return doisDiffer(a.identifiers ?? [], b.identifiers ?? []) ? 'doi' : null
}

function abstractsDiffer(a: string, b: string): boolean {
  return a !== '' && b !== '' && overlap(a, b) < sameAbstract
}

function authorsDiffer(a: Item, b: Item): boolean {
  const [left, right] = [authorsOf(a), authorsOf(b)]
  return left.size > 0 && right.size > 0 && ![...left].some((name) => right.has(name))
}

/** The family names of the authors, folded; without "et al.". */
export function authorsOf({ creators = [] }: Item): Set<string> {
  const familyOf = (name: PersonName): string => ('family' in name ? name.family : name.literal)
  return new Set(
    creators
      .filter(({ role, name }) => role === 'author' && !isAndOthers(name))
      .map(({ name }) => fold(familyOf(name)))
  )
}

function yearsDiffer(a: string, b: string): boolean {
  return a !== '' && b !== '' && Math.abs(Number(a.slice(0, 4)) - Number(b.slice(0, 4))) > mostYears
}

/** Two DOIs of publishers; that of a preprint server is the same paper's earlier form. */
function doisDiffer(a: readonly Identifier[], b: readonly Identifier[]): boolean {
  const published = (identifiers: readonly Identifier[]): string[] =>
    identifiers
      .filter(({ scheme, value }) => scheme === 'doi' && !isPreprintDoi(value))
      .map(({ value }) => value)
  const [left, right] = [published(a), published(b)]
  return left.length > 0 && right.length > 0 && !left.some((doi) => right.includes(doi))
}

/** Whether a DOI is of arXiv, bioRxiv and medRxiv, Research Square, SSRN or OSF. */
export function isPreprintDoi(doi: string): boolean {
  return /^10\.(48550|1101|21203|2139|31219|31234)\//.test(doi)
}

/** Words in common over words in either (Jaccard's coefficient), 0 to 1. */
export function overlap(a: string, b: string): number {
  if (a === b) return 1
  const left = words(a)
  const right = words(b)
  let common = 0
  for (const word of left) if (right.has(word)) common++
  return common / Math.max(1, left.size + right.size - common)
}

/** The different words of a text, folded. */
export function words(text: string): Set<string> {
  return new Set(fold(text).match(/[\p{L}\p{N}]+/gu) ?? [])
}
