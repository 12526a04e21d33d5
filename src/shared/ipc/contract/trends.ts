import { z } from 'zod'
import { paperFacts, pictureFile, risingTerms, spans, topicMap } from '../../model/topic-map'
import { standingOf, trendOverview, trendWeights } from '../../model/trend'
import { trendWindows } from '../../model/trend-window'
import { id, nothing } from './common'

/** The stretch of days that a day is in; that of the newest digest for an empty one. */
const trendQuery = z.strictObject({
  window: z.enum(trendWindows),
  on: z.union([z.literal(''), z.iso.date()])
})

/** What trends, and pictures of the library. */
export const trends = {
  /** What is to be known of a stretch of days beside its papers: digests, what rises, its neighbours. */
  'trend:overview': { input: trendQuery, output: trendOverview },
  /** How the digests of a stretch of days name some papers; those that they do not name are left out. */
  'trend:standing': {
    input: trendQuery.extend({ ids: z.array(id).max(500) }),
    output: z.array(standingOf)
  },
  /** What the parts of a score count for from now on; null for as they come. */
  'trend:weigh': { input: trendWeights.nullable(), output: nothing },
  /** Where papers lie by topic, as far as that is known; what is missing is made then. */
  'picture:map': { input: nothing, output: topicMap },
  /** What pictures show of papers. */
  'picture:facts': { input: nothing, output: paperFacts },
  /** Has all papers laid out anew. */
  'picture:lay-out': { input: nothing, output: nothing },
  'picture:rising': {
    input: z.strictObject({ span: z.enum(spans).nullable() }),
    output: risingTerms
  },
  /** Papers that have a word, in any of its forms, in their title or abstract. */
  'picture:with-word': {
    input: z.strictObject({ word: z.string().min(1).max(200) }),
    output: z.array(id)
  },
  /** Writes a picture to a file that is asked for; null when the user cancels. */
  'picture:save': {
    input: pictureFile,
    output: z.strictObject({ fileName: z.string() }).nullable()
  }
}
