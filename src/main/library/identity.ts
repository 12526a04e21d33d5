import type { Identifier, PaperFields } from '@shared/model/paper'
import type { PersonName } from '@shared/model/person'
import { isAndOthers } from '@shared/text/person-name'
import { fold, foldTitle } from '@shared/text/fold'
import { isPlaceholderTitle } from '@shared/text/placeholder-title'
import type { ReadableDb } from '../database/handle'
import { all, sql } from '../database/sql'
import { getPapers } from './papers'

/** The share of words that two abstracts of one paper have in common at the least. */
const sameAbstract = 0.3

/** As for abstracts, for the titles of what bears one identifier: a title may change between versions. */
const sameTitle = 0.3

/** As for abstracts, for titles that are all but the same. */
const nearlySame = 0.7

/** A preprint and its published form lie this many years apart at the most. */
const mostYears = 3

/** Identifiers that name one paper; an ISBN names a book, and so all of its chapters. */
const telling: ReadonlySet<Identifier['scheme']> = new Set(['doi', 'arxiv', 'pmid'])

/** What is known of a paper that may be in the library. */
export type Item = Pick<PaperFields, 'title'> & Partial<PaperFields>

/** A paper that the library has. */
export interface Known extends Item {
  id: number
  citationKey: string
  trashed: boolean
}

/**
 * The paper of the library that an item names. By identifier first: the same DOI, arXiv id or PubMed id,
 * unless the titles have next to nothing in common, as with an identifier that was copied wrongly. Then
 * by title, the same but for accents, capitals and punctuation, unless something else speaks against it.
 */
export function findSamePaper(db: ReadableDb, item: Item): Known | undefined {
  return byIdentifier(db, item) ?? byTitle(db, item)
}

/**
 * Whether two items that bear one identifier (`identifier`) or one title (`title`) are one paper, by all
 * else that is said of them.
 */
export function isSamePaper(a: Item, b: Item, by: 'identifier' | 'title'): boolean {
  return by === 'identifier' ? titlesAgree(a.title, b.title) : !speaksAgainst(a, b)
}

/** What two items of one paper have in common: an identifier that names it, or its title. */
export function identityKeys(item: Item): { by: 'identifier' | 'title'; key: string }[] {
  const folded = foldTitle(item.title)
  return [
    ...(item.identifiers ?? [])
      .filter(({ scheme }) => telling.has(scheme))
      .map(({ scheme, value }) => ({ by: 'identifier' as const, key: `${scheme}:${value}` })),
    ...(folded === '' ? [] : [{ by: 'title' as const, key: folded }])
  ]
}

/** Whether two titles differ in little: a subtitle, a spelling. */
export function nearlySameTitle(a: string, b: string): boolean {
  return overlap(a, b) >= nearlySame
}

function titlesAgree(a: string, b: string): boolean {
  return isPlaceholderTitle(a) || isPlaceholderTitle(b) || overlap(a, b) >= sameTitle
}

function byIdentifier(db: ReadableDb, item: Item): Known | undefined {
  for (const { scheme, value } of item.identifiers ?? []) {
    if (!telling.has(scheme)) continue
    const bearers = candidates(
      db,
      all<{ id: number }>(
        db,
        sql`SELECT i.paper_id AS id FROM identifier i JOIN paper p ON p.id = i.paper_id
            WHERE i.scheme = ${scheme} AND i.value = ${value}
            ORDER BY p.trashed_at IS NOT NULL, p.id LIMIT 20`
      )
    )
    const same = bearers.find(({ title }) => titlesAgree(title, item.title))
    if (same !== undefined) return same
  }
  return undefined
}

function byTitle(db: ReadableDb, item: Item): Known | undefined {
  const folded = foldTitle(item.title)
  if (folded === '') return undefined
  const namesakes = candidates(
    db,
    all<{ id: number }>(
      db,
      sql`SELECT id FROM paper WHERE folded_title = ${folded}
          ORDER BY trashed_at IS NOT NULL, id LIMIT 20`
    )
  )
  return namesakes.find((known) => !speaksAgainst(known, item))
}

function candidates(db: ReadableDb, rows: readonly { id: number }[]): Known[] {
  if (rows.length === 0) return []
  return getPapers(
    db,
    rows.map(({ id }) => id)
  )
}

/** What two papers of one title differ in when they are not the same: a series, an editorial, a reply. */
function speaksAgainst(a: Item, b: Item): boolean {
  return (
    abstractsDiffer(a.abstract ?? '', b.abstract ?? '') ||
    authorsDiffer(a, b) ||
    yearsDiffer(a.issued ?? '', b.issued ?? '') ||
    doisDiffer(a.identifiers ?? [], b.identifiers ?? [])
  )
}

function abstractsDiffer(a: string, b: string): boolean {
  return a !== '' && b !== '' && overlap(a, b) < sameAbstract
}

function authorsDiffer(a: Item, b: Item): boolean {
  const [left, right] = [authorsOf(a), authorsOf(b)]
  return left.size > 0 && right.size > 0 && ![...left].some((name) => right.has(name))
}

function authorsOf({ creators = [] }: Item): Set<string> {
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

/** arXiv, bioRxiv and medRxiv, Research Square, SSRN, OSF. */
function isPreprintDoi(doi: string): boolean {
  return /^10\.(48550|1101|21203|2139|31219|31234)\//.test(doi)
}

/** Words in common over words in either (Jaccard's coefficient). */
function overlap(a: string, b: string): number {
  if (a === b) return 1
  const left = words(a)
  const right = words(b)
  let common = 0
  for (const word of left) if (right.has(word)) common++
  return common / Math.max(1, left.size + right.size - common)
}

function words(text: string): Set<string> {
  return new Set(fold(text).match(/[\p{L}\p{N}]+/gu) ?? [])
}
