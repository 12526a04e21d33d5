/** How long a stretch of days is looked at. */
export const trendWindows = ['day', 'week', 'month', 'all'] as const
export type TrendWindow = (typeof trendWindows)[number]

/** A stretch of days, both ends in it: `2026-03-09` to `2026-03-15`. */
export interface Span {
  from: string
  to: string
}

const dayMs = 86_400_000

/** The day, the week from Monday to Sunday, or the month of the calendar that a day is in. */
export function spanOf(window: TrendWindow, day: string): Span {
  if (window === 'all') return { from: '0000-01-01', to: '9999-12-31' }
  if (window === 'day') return { from: day, to: day }
  const date = dateOf(day)
  if (window === 'month') {
    const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0))
    return { from: `${day.slice(0, 7)}-01`, to: dayOf(last) }
  }
  const from = addDays(day, -((date.getUTCDay() + 6) % 7))
  return { from, to: addDays(from, 6) }
}

/** The window next to one, before it (-1) or after it (1); null where there is no other. */
export function neighbour(window: TrendWindow, span: Span, step: -1 | 1): Span | null {
  if (window === 'all') return null
  return spanOf(window, step < 0 ? addDays(span.from, -1) : addDays(span.to, 1))
}

export function addDays(day: string, days: number): string {
  return dayOf(new Date(dateOf(day).getTime() + days * dayMs))
}

/** How many days one day is after another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((dateOf(to).getTime() - dateOf(from).getTime()) / dayMs)
}

function dateOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10)
}
