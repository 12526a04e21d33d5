import type { PaperFacts, Span } from '@shared/model/topic-map'
import { fittingSpan, windowAfter, windowStart } from '@shared/text/windows'

export const happenings = ['arrived', 'kept', 'read'] as const
export type Happening = (typeof happenings)[number]

/** A window of time, and what happened in it. */
export interface Bin {
  /** Its first day, from 1970-01-01. */
  from: number
  arrived: number
  kept: number
  read: number
}

/** Bars that fit beside one another. */
const comfortable = 60
/** More of them nobody looks through: the older ones are left out. */
const most = 600

/** How long windows are so that all that happened fits. */
export function spanOf(facts: PaperFacts): Span {
  const { first, last } = reach(facts)
  return fittingSpan(first, last, comfortable)
}

/** What happened in each window from the first to the last that has anything. */
export function binsOf(facts: PaperFacts, span: Span): Bin[] {
  const { first, last } = reach(facts)
  if (last === 0) return []
  const bins: Bin[] = []
  let start = windowStart(last, span)
  const oldest = windowStart(first, span)
  for (; start >= oldest && bins.length < most; start = windowAfter(start, span, -1))
    bins.unshift({ from: start, arrived: 0, kept: 0, read: 0 })
  const byStart = new Map(bins.map((bin) => [bin.from, bin]))
  for (const what of happenings)
    for (const day of facts[what]) {
      const bin = day === 0 ? undefined : byStart.get(windowStart(day, span))
      if (bin !== undefined) bin[what]++
    }
  return bins
}

/** Papers that any of some things happened to from one day up to, but not, another. */
export function papersBetween(
  facts: PaperFacts,
  from: number,
  to: number,
  what: readonly Happening[] = happenings
): number[] {
  return [...facts.papers].filter((_, row) =>
    what.some((one) => {
      const day = facts[one][row] ?? 0
      return day >= from && day < to
    })
  )
}

function reach(facts: PaperFacts): { first: number; last: number } {
  let [first, last] = [Infinity, 0]
  for (const what of happenings)
    for (const day of facts[what])
      if (day > 0) {
        if (day < first) first = day
        if (day > last) last = day
      }
  return { first: last === 0 ? 0 : first, last }
}

/** Round numbers from 0 to at least `highest`, at most five of them. */
export function ticks(highest: number): number[] {
  const rough = Math.max(1, highest) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = Math.max(1, ([1, 2, 5, 10].find((n) => n * power >= rough) ?? 10) * power)
  const count = Math.ceil(Math.max(1, highest) / step)
  return Array.from({ length: count + 1 }, (_, at) => at * step)
}
