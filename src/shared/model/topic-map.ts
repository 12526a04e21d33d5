import { z } from 'zod'

/** Papers whose places on the map are near each other, and the words that set them apart from the others. */
export const region = z.strictObject({
  /** 0 for the few largest; those of higher levels are smaller and lie anywhere. */
  level: z.int().min(0),
  x: z.number(),
  y: z.number(),
  words: z.array(z.string())
})
export type Region = z.infer<typeof region>

/** What places are made of: the terms of titles and abstracts, or what they mean. */
export const mapSource = z.enum(['terms', 'meaning'])

/** How far the places of papers are. */
export const mapProgress = z.strictObject({
  state: z.enum(['ready', 'working', 'failed']),
  /** From 0 to 1, while it is working. */
  done: z.number()
})
export type MapProgress = z.infer<typeof mapProgress>

/** The library's papers by topic, as places on a plane. */
export const topicMap = z.strictObject({
  papers: z.instanceof(Int32Array),
  xs: z.instanceof(Float32Array),
  ys: z.instanceof(Float32Array),
  regions: z.array(region),
  of: mapSource,
  progress: mapProgress,
  /** Papers that have no words to go by. */
  wordless: z.int()
})
export type TopicMap = z.infer<typeof topicMap>

/** What pictures show of papers, by row; days are counted from 1970-01-01 in local time, 0 for none. */
export const paperFacts = z.strictObject({
  papers: z.instanceof(Int32Array),
  years: z.instanceof(Int32Array),
  /** The first digest that named it, or else when it was added. */
  arrived: z.instanceof(Int32Array),
  /** When it was decided to keep it; 0 for what came without being asked about. */
  kept: z.instanceof(Int32Array),
  read: z.instanceof(Int32Array),
  /** 1: still in the Inbox; 2: dismissed. */
  triage: z.instanceof(Uint8Array),
  /** Of its tags the one that most papers have; and the newest digest that names it; 0 for none. */
  tags: z.instanceof(Int32Array),
  digests: z.instanceof(Int32Array)
})
export type PaperFacts = z.infer<typeof paperFacts>

export const spans = ['day', 'week', 'month'] as const
/** How long a window of time is. */
export type Span = (typeof spans)[number]

/** Terms whose share of the papers rises, with how many papers had each in every window. */
export const risingTerms = z.strictObject({
  span: z.enum(spans),
  /** The first day of each window, the oldest first, and how many papers arrived in it. */
  windows: z.array(z.strictObject({ from: z.int(), papers: z.int() })),
  terms: z.array(z.strictObject({ word: z.string(), counts: z.array(z.int()) }))
})
export type RisingTerms = z.infer<typeof risingTerms>

/** No picture is larger, in bytes. */
const largest = 100_000_000

/** A picture as a file. `name` is what the user is offered, without ending. */
export const pictureFile = z.discriminatedUnion('format', [
  z.strictObject({
    format: z.literal('svg'),
    name: z.string().min(1).max(100),
    text: z.string().startsWith('<svg').max(largest)
  }),
  z.strictObject({
    format: z.literal('png'),
    name: z.string().min(1).max(100),
    bytes: z.instanceof(Uint8Array).refine(({ length }) => length <= largest)
  })
])
export type PictureFile = z.infer<typeof pictureFile>
