import { z } from 'zod'
import { appearance } from './paper'
import { risingKinds } from './trend-parts'
import { trendWindows } from './trend-window'

/** What each part of a paper's score counts for. */
export const trendWeights = z.strictObject({
  /** For each source that names it. */
  sources: z.number().min(0).max(100),
  /** For the best place it has in a digest. */
  rank: z.number().min(0).max(100),
  /** For how lately it was named. */
  recency: z.number().min(0).max(100),
  votes: z.number().min(0).max(100),
  stars: z.number().min(0).max(100),
  /** Days after which lateness counts half. */
  halfLife: z.number().min(0.25).max(365)
})
export type TrendWeights = z.infer<typeof trendWeights>

/** How digests of a window name a paper. */
export const standing = z.strictObject({
  id: z.int(),
  /** How many sources name it, each once. */
  sources: z.int(),
  /** The best place it has, from 1. */
  place: z.int(),
  /** The last day it was named on, and how many days before the end of what the window holds that is. */
  day: z.string(),
  age: z.int(),
  /** The most that a digest says; null where none says any. */
  votes: z.int().nullable(),
  stars: z.int().nullable()
})
export type Standing = z.infer<typeof standing>

/** A paper's standing, with the digests that name it in the window. */
export const standingOf = standing.extend({ namings: z.array(appearance) })

/** Something more papers of a window have than of the one before. */
export const rising = z.strictObject({
  kind: z.enum(risingKinds),
  /** Goes by this among its kind. */
  key: z.string(),
  label: z.string(),
  /** How many papers have it, now and before. */
  now: z.int(),
  before: z.int(),
  /** How many times as large its share of the papers is now, estimated with half a paper more on either side. */
  factor: z.number(),
  /** How many standard errors the logarithm of that is above nothing. */
  significance: z.number(),
  /** The papers of the window that have it. */
  papers: z.array(z.int())
})
export type Rising = z.infer<typeof rising>

const span = z.strictObject({ from: z.string(), to: z.string() })

/** What is to be known of a window beside its papers. */
export const trendOverview = z.strictObject({
  window: z.enum(trendWindows),
  /** Its first and last day; both empty where no digest has ever come. */
  ...span.shape,
  /** The last day of it on which a digest came; empty for none. */
  last: z.string(),
  digests: z.int(),
  papers: z.int(),
  /** The window before it; null for one that has none. */
  before: span.extend({ digests: z.int(), papers: z.int() }).nullable(),
  /** The last day of a digest before this window, and the first after it; empty for none. */
  earlier: z.string(),
  later: z.string(),
  weights: trendWeights,
  rising: z.array(rising)
})
export type TrendOverview = z.infer<typeof trendOverview>
