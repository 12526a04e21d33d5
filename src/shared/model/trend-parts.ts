/** What a paper's score is the sum of. */
export const trendParts = ['sources', 'rank', 'recency', 'votes', 'stars'] as const
export type TrendPart = (typeof trendParts)[number]

/** What each counts for until the user says otherwise. */
export const defaultTrendWeights: Record<TrendPart | 'halfLife', number> = {
  ...{ sources: 3, rank: 2, recency: 1, votes: 1, stars: 0.5 },
  halfLife: 7
}

/** What may rise. */
export const risingKinds = ['term', 'person', 'venue', 'repository'] as const
export type RisingKind = (typeof risingKinds)[number]
