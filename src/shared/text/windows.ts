import type { Span } from '../model/topic-map'

const dayMs = 86_400_000
/** 1970-01-01 was a Thursday; weeks begin on Monday. */
const thursday = 3

/** The first day of the window that a day is in; days are counted from 1970-01-01. */
export function windowStart(day: number, span: Span): number {
  if (span === 'day') return day
  if (span === 'week') return day - ((((day + thursday) % 7) + 7) % 7)
  const date = new Date(day * dayMs)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1) / dayMs
}

/** The first day of the window so many windows later. */
export function windowAfter(start: number, span: Span, steps = 1): number {
  if (span === 'day') return start + steps
  if (span === 'week') return start + 7 * steps
  const date = new Date(start * dayMs)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + steps, 1) / dayMs
}

/** How long windows are so that not many more than `most` of them reach from one day to another. */
export function fittingSpan(from: number, to: number, most: number): Span {
  const days = to - from + 1
  if (days <= most) return 'day'
  return days <= 7 * most ? 'week' : 'month'
}

/** `2026-05-21` for a day counted from 1970-01-01. */
export function isoDay(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10)
}
