import type { Standing, TrendWeights } from './trend'
import { trendParts, type TrendPart } from './trend-parts'

/**
 * What each part of a paper's standing adds to its score, before it is weighed:
 * - `sources`: one for each source that names it;
 * - `rank`: 1 / log2(1 + place), the discount that DCG gives a place: 1 for the first, ½ for the third;
 * - `recency`: 2^(-age / half-life), so 1 for the last day and ½ a half-life before;
 * - `votes`, `stars`: log10(1 + count), so 1 for nine, 2 for 99; nothing where no digest says any.
 */
export function partsOf(standing: Standing, { halfLife }: TrendWeights): Record<TrendPart, number> {
  return {
    sources: standing.sources,
    rank: 1 / Math.log2(1 + standing.place),
    recency: 2 ** (-standing.age / halfLife),
    votes: Math.log10(1 + (standing.votes ?? 0)),
    stars: Math.log10(1 + (standing.stars ?? 0))
  }
}

/** The sum of a paper's parts, each times its weight. */
export function scoreOf(standing: Standing, weights: TrendWeights): number {
  const parts = partsOf(standing, weights)
  return trendParts.reduce((sum, part) => sum + weights[part] * parts[part], 0)
}
