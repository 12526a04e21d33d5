import { z } from 'zod'
import { groupings } from './groupings'
import { sourceKinds } from './kinds'
import { trendWindows } from './trend-window'

/** What the list shows: a place in the sidebar. */
export const view = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum([
      ...(['inbox', 'library', 'unread', 'starred', 'incomplete', 'updated'] as const),
      ...(['dismissed', 'trash'] as const)
    ])
  }),
  /** Papers in no collection; papers without a tag. */
  z.strictObject({ kind: z.enum(['unfiled', 'untagged']) }),
  z.strictObject({ kind: z.literal('digest'), id: z.int() }),
  /** What is still to be decided about of one digest. */
  z.strictObject({ kind: z.literal('inbox-digest'), id: z.int() }),
  /** Papers that digests of a stretch of days name: the one that `on` is in, or the newest for an empty `on`. */
  z.strictObject({
    kind: z.literal('trending'),
    window: z.enum(trendWindows),
    on: z.union([z.literal(''), z.iso.date()]),
    /** These of them only: what is behind something that rises. */
    only: z.array(z.int()).max(200_000).optional()
  }),
  /** Papers of a collection and of those in it. */
  z.strictObject({ kind: z.literal('collection'), id: z.int() }),
  /** Papers with a tag or one under it. */
  z.strictObject({ kind: z.literal('tag'), id: z.int() }),
  /** Papers with each of several tags, or one under it. */
  z.strictObject({ kind: z.literal('tags'), ids: z.array(z.int()).min(2).max(50) }),
  /** Papers that were picked in a picture, by a name that says where. */
  z.strictObject({
    kind: z.literal('papers'),
    name: z.string().max(500),
    ids: z.array(z.int()).max(200_000)
  })
])
export type View = z.infer<typeof view>

export const sortColumns = [
  'relevance',
  'position',
  'digest',
  'added',
  'title',
  'authors',
  'year',
  'venue',
  'type',
  'key',
  'read',
  'keeping',
  'trend'
] as const
export const sort = z.strictObject({
  column: z.enum(sortColumns),
  descending: z.boolean()
})
export type Sort = z.infer<typeof sort>

export const grouping = z.enum(groupings)
export type Grouping = z.infer<typeof grouping>

/** Papers of a list that belong together, and stand behind one another in it. */
export const group = z.strictObject({
  /** What they have in common; empty for those that have nothing of the kind. */
  key: z.string(),
  count: z.int()
})
export type Group = z.infer<typeof group>

/** A query under a name. */
export const savedSearch = z.strictObject({ id: z.int(), name: z.string(), query: z.string() })
export type SavedSearch = z.infer<typeof savedSearch>

export const sidebar = z.strictObject({
  counts: z.strictObject({
    /** Papers that are still to be decided about. They are among those of the library. */
    inbox: z.int(),
    library: z.int(),
    unread: z.int(),
    starred: z.int(),
    incomplete: z.int(),
    updated: z.int(),
    unfiled: z.int(),
    untagged: z.int(),
    dismissed: z.int(),
    trash: z.int()
  }),
  digests: z.array(
    z.strictObject({
      id: z.int(),
      kind: z.enum(sourceKinds),
      source: z.string(),
      date: z.string(),
      dateInferred: z.boolean(),
      /** Its papers that are in the library. */
      count: z.int(),
      /** Those of them that are still to be decided about. */
      left: z.int(),
      /** Papers of it that were dismissed, which `count` leaves out. */
      dismissed: z.int()
    })
  ),
  searches: z.array(savedSearch),
  /** Papers of one are those in it and in the collections in it. */
  collections: z.array(
    z.strictObject({
      id: z.int(),
      name: z.string(),
      parentId: z.int().nullable(),
      count: z.int()
    })
  ),
  /** By name. Papers of one are those with it and with the tags under it. */
  tags: z.array(z.strictObject({ id: z.int(), name: z.string(), colour: z.int(), count: z.int() })),
  /** What is folded in the sidebar, by the keys that the window gives. */
  folded: z.array(z.string())
})
export type Sidebar = z.infer<typeof sidebar>
