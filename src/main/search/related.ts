import type { Reason, RelatedTo } from '@shared/model/related'
import { fold } from '@shared/text/fold'
import type { ReadableDb } from '../database/handle'
import { column, sql } from '../database/sql'
import { isDismissed } from '../library/triage'
import { searchDocuments } from './documents'
import type { SearchDocument } from './document'
import { best } from './executor'
import { fuse, type SearchIndex } from './search-index'
import type { Vectors } from './vectors'

/** A paper that is related to others. */
export interface Related {
  id: number
  score: number
  why: Reason
}

export interface RelatedQuery {
  to: RelatedTo
  /** Papers that are not what is wanted: what is theirs alone counts less, and they are left out. */
  lessLike: readonly number[]
  limit: number
  /** What a text means, where that is known. */
  meaning: Float32Array | null
}

/** Of a tag or a selection so many papers, the newest, stand for all. */
const mostSeeds = 200
/** How much of an unwanted paper's words is taken off (Rocchio, with the usual weights). */
const unwanted = 0.5
/** A person in common adds so much of the best score; further ones add nothing. */
const personWeight = 0.1
const mostReasons = 5
/** More candidates than are wanted, since a person in common lifts some. */
const candidates = 3

/** Papers among those `within` that are like others or like a text, and why. */
export function relatedPapers(
  db: ReadableDb,
  index: SearchIndex,
  vectors: Vectors,
  within: Uint8Array,
  { to, lessLike, limit, meaning }: RelatedQuery
): Related[] {
  const seedIds = seedsOf(db, to)
  const seeds = searchDocuments(db, seedIds.slice(-mostSeeds))
  const terms = termsOf(index, to.kind === 'text' ? [to.text] : seeds.map(textOf))
  const others = searchDocuments(db, lessLike)
  for (const [term, times] of termsOf(index, others.map(textOf)))
    terms.set(term, Math.max(0, (terms.get(term) ?? 0) - unwanted * times))
  const left = within.slice()
  for (const id of [...seedIds, ...lessLike]) if (id < left.length) left[id] = 0
  const meant = meaning ?? vectors.meanOf(seedIds.slice(-mostSeeds))
  const near = meant === null ? null : vectors.nearness(away(meant, vectors.meanOf(lessLike)), left)
  const found = fuse(index.rankAlike(terms, left), near)
  const ids = best(found, limit * candidates)
  const scores = new Map(ids.map((id) => [id, found.scores[id] ?? 0]))
  const most = scores.get(ids[0] ?? 0) ?? 0
  const weights = new Map(index.tellingTerms(terms).map(({ term, weight }) => [term, weight]))
  const people = new Map(seeds.flatMap(peopleOf))
  const venues = new Set(seeds.map(({ venue }) => fold(venue)).filter((venue) => venue !== ''))
  return searchDocuments(db, ids)
    .map((paper) => {
      const shared = peopleOf(paper).flatMap(([key, name]) => (people.has(key) ? [name] : []))
      const lift = shared.length > 0 ? personWeight * most : 0
      return {
        ...{ id: paper.id, score: (scores.get(paper.id) ?? 0) + lift },
        why: {
          terms: sharedTerms(index, paper, weights),
          people: shared.slice(0, mostReasons),
          venue: venues.has(fold(paper.venue)) ? paper.venue : '',
          nearness: near?.get(paper.id) ?? null
        }
      }
    })
    .sort((a, b) => b.score - a.score || b.id - a.id)
    .slice(0, limit)
}

/** A meaning, away from one that is not wanted. */
function away(meaning: Float32Array, other: Float32Array | null): Float32Array {
  if (other === null) return meaning
  const [length, otherLength] = [Math.hypot(...meaning) || 1, Math.hypot(...other) || 1]
  return meaning.map((value, at) => value / length - (unwanted * (other[at] ?? 0)) / otherLength)
}

function seedsOf(db: ReadableDb, to: RelatedTo): readonly number[] {
  if (to.kind === 'papers') return to.ids
  if (to.kind === 'text') return []
  return column<number>(
    db,
    sql`SELECT pt.paper_id FROM paper_tag pt JOIN paper p ON p.id = pt.paper_id
        WHERE pt.tag_id = ${to.id} AND p.trashed_at IS NULL AND NOT ${isDismissed}
        ORDER BY pt.paper_id`
  )
}

/** Terms of texts, each with how often it stands in one of them on average. */
function termsOf(index: SearchIndex, texts: readonly string[]): Map<number, number> {
  const sum = new Map<number, number>()
  for (const text of texts)
    for (const [term, times] of index.termsOf(withoutAddresses(text)))
      sum.set(term, (sum.get(term) ?? 0) + times / texts.length)
  return sum
}

/** No paper is about the words of an address. */
function withoutAddresses(text: string): string {
  return text.replace(/https?:\/\/\S+/gi, ' ')
}

function textOf({ title, abstract }: SearchDocument): string {
  return `${title}\n${abstract}`
}

/** The words a paper shares that count most, as they first stand in it. */
function sharedTerms(
  index: SearchIndex,
  paper: SearchDocument,
  weights: ReadonlyMap<number, number>
): string[] {
  const words = new Map<number, string>()
  const counts = index.termsOf(withoutAddresses(textOf(paper)), (term, word) => {
    if (!words.has(term)) words.set(term, word)
  })
  return [...counts]
    .map(([term, times]) => ({ term, worth: ((weights.get(term) ?? 0) * times) / (times + 1) }))
    .filter(({ term, worth }) => worth > 0 && /\p{L}{2}/u.test(words.get(term) ?? ''))
    .sort((a, b) => b.worth - a.worth)
    .slice(0, mostReasons)
    .map(({ term }) => words.get(term) ?? '')
}

/** The people of a paper: family name and first letter of the given one, and the name in full. */
function peopleOf({ people }: SearchDocument): [key: string, name: string][] {
  return people
    .split('; ')
    .filter((name) => name !== '')
    .map((name) => {
      const words = fold(name).split(' ')
      return [`${words.at(-1) ?? ''} ${words[0]?.[0] ?? ''}`, name]
    })
}
