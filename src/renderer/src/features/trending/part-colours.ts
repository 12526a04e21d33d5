import type { TrendPart } from '@shared/model/trend-parts'

/** What a part of a score is drawn in, wherever it is. */
export const partColours: Readonly<Record<TrendPart, string>> = {
  sources: 'var(--pen-2)',
  rank: 'var(--pen-1)',
  recency: 'var(--pen-0)',
  votes: 'var(--pen-3)',
  stars: 'var(--pen-4)'
}
