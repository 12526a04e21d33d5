import { z } from 'zod'

/** How often a subscription can be asked, in hours; 0 for only when the user says so. */
export const schedules = [0, 1, 3, 6, 12, 24, 168] as const

export const dailyPeriods = ['date', 'week', 'month'] as const
export const mailSecurities = ['tls', 'starttls'] as const

const words = z.string().trim().min(1).max(1000)
const webAddress = z
  .url({ protocol: /^https?$/ })
  .max(2000)
  .refine((url) => !/^https?:\/\/[^/?#]*@/i.test(url))

/** What a subscription asks, and where. */
export const subscriptionSource = z.discriminatedUnion('kind', [
  /** A feed (RSS, Atom, JSON), or a page whose papers Sheaf can read. */
  z.strictObject({ kind: z.literal('web'), url: webAddress }),
  /** arXiv's API, by a query in its own language: `cat:math.AG`. */
  z.strictObject({ kind: z.literal('arxiv'), query: words }),
  /** A site of daily papers, as Hugging Face has them: by its API or its pages, a day, week or month at a time. */
  z.strictObject({
    kind: z.literal('daily'),
    site: webAddress,
    way: z.enum(['api', 'page']),
    period: z.enum(dailyPeriods)
  }),
  /** A search at an open index. */
  z.strictObject({ kind: z.literal('openalex'), search: words }),
  z.strictObject({ kind: z.literal('crossref'), search: words }),
  /** A folder of alert mails. The password is in the system's keychain. */
  z.strictObject({
    kind: z.literal('mail'),
    host: z.string().regex(/^[A-Za-z\d](?:[A-Za-z\d.-]{0,250}[A-Za-z\d])?$/),
    port: z.int().min(1).max(65535),
    security: z.enum(mailSecurities),
    user: z.string().min(1).max(320),
    folder: z.string().min(1).max(500)
  })
])
export type SubscriptionSource = z.infer<typeof subscriptionSource>
export type SubscriptionKind = SubscriptionSource['kind']

const query = z.string().max(10_000)

/** Which papers of a subscription come in: what answers `only`, or is by people of kept papers, and not `never`. */
export const subscriptionFilter = z.strictObject({
  only: query,
  byKnown: z.boolean(),
  never: query
})
export type SubscriptionFilter = z.infer<typeof subscriptionFilter>

/** What the user says of a subscription. */
export const subscriptionFields = subscriptionFilter.extend({
  name: z.string().trim().min(1).max(200),
  source: subscriptionSource,
  every: z.literal(schedules)
})
export type SubscriptionFields = z.infer<typeof subscriptionFields>

/** One time that a subscription was asked. */
export const subscriptionRun = z.strictObject({
  at: z.string(),
  /** A sentence; empty where it went well. */
  failure: z.string(),
  /** Papers that were named for the first time, those of them that were new here, and those held back. */
  named: z.int(),
  added: z.int(),
  held: z.int()
})
export type SubscriptionRun = z.infer<typeof subscriptionRun>

/** A subscription and how it stands. */
export const subscription = subscriptionFields.extend({
  id: z.int().positive(),
  paused: z.boolean(),
  isRunning: z.boolean(),
  lastRun: subscriptionRun.nullable(),
  /** When it is asked next; null where it is not by itself. */
  nextAt: z.string().nullable(),
  /** How many papers it has named, and how many were held back. */
  named: z.int(),
  held: z.int(),
  /** Of mail: whether its password is there. */
  hasPassword: z.boolean()
})
export type Subscription = z.infer<typeof subscription>

/** Feeds that a list names. */
export const feedList = z
  .array(z.strictObject({ name: z.string().min(1).max(200), url: webAddress }))
  .max(2000)

/** What a pasted address stands for. */
export const recognised = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('source'), name: z.string(), source: subscriptionSource }),
  /** A list of feeds (OPML). */
  z.strictObject({ kind: z.literal('feeds'), feeds: feedList }),
  z.strictObject({ kind: z.literal('nothing') })
])
export type Recognised = z.infer<typeof recognised>

/** A paper that a filter held back. */
export const heldPaper = z.strictObject({
  id: z.int().positive(),
  title: z.string(),
  people: z.string(),
  cameAt: z.string(),
  /** What the filter says of it now: it is not among what it lets in, or among what it never does, or would come in. */
  why: z.enum(['only', 'never', 'passes'])
})
export type HeldPaper = z.infer<typeof heldPaper>

/** What a subscription's filter has held back, and how many older ones there are of which only names are known. */
export const heldBack = z.strictObject({ papers: z.array(heldPaper), older: z.int() })
export type HeldBack = z.infer<typeof heldBack>

/** What a filter makes of the papers that came lately. */
export const filterPreview = z.strictObject({
  of: z.int(),
  passing: z.int(),
  /** The newest of them. */
  papers: z.array(z.strictObject({ title: z.string(), passes: z.boolean() }))
})
export type FilterPreview = z.infer<typeof filterPreview>
