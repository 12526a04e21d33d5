import type { Marks, Ranges } from '@shared/model/search'
import type { Field } from './fields'
import type { Plan } from './plan'
import type { Statistics } from './statistics'
import type { Match } from './tier'

export interface Scored {
  match: Match
  score: number
}

/** The words of a query that a document has, a bit each. */
export function wordsIn(match: Match, plan: Plan): number {
  let words = 0
  for (const term in match.terms) words |= plan.roleOf(term).words
  return words
}

/** How well a document answers: the sum of what each term in each field weighs. */
export function score(match: Match, plan: Plan, statistics: Statistics): number {
  let sum = 0
  for (const term in match.terms) {
    const weight = plan.roleOf(term).weight * statistics.rarity(term)
    const found = match.terms[term]
    for (const field in found) {
      const frequency = found[field as Field]?.position.length ?? 0
      sum += weight * statistics.density(match.id, field as Field, frequency)
    }
  }
  return sum
}

/** The best first; of equals, the paper that came last. */
export function rank(scored: Scored[], limit: number): Scored[] {
  return scored
    .sort((a, b) => b.score - a.score || b.match.id - a.match.id)
    .slice(0, Math.max(0, limit))
}

/** Where the words that answered stand in title and abstract. */
export function marksOf(match: Match): Marks {
  const title: Ranges = []
  const abstract: Ranges = []
  for (const found of Object.values(match.terms)) {
    title.push(...(found.title?.position ?? []))
    abstract.push(...(found.abstract?.position ?? []))
  }
  return { title: merge(title), abstract: merge(abstract) }
}

/** Ranges in rising order, those that overlap or touch as one. */
function merge(ranges: Ranges): Ranges {
  const merged: Ranges = []
  for (const [start, length] of ranges.sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1)
    if (last && start <= last[0] + last[1]) last[1] = Math.max(last[1], start + length - last[0])
    else merged.push([start, length])
  }
  return merged
}
