import { z } from 'zod'
import { sourceKinds } from './kinds'

/** What the list shows: a place in the sidebar. */
export const view = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum([
      ...(['inbox', 'library', 'unread', 'starred', 'incomplete', 'updated'] as const),
      ...(['dismissed', 'trash'] as const)
    ])
  }),
  z.strictObject({ kind: z.literal('digest'), id: z.int() }),
  /** What is still to be decided about of one digest. */
  z.strictObject({ kind: z.literal('inbox-digest'), id: z.int() }),
  z.strictObject({ kind: z.literal('tag'), id: z.int() })
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
  'keeping'
] as const
export const sort = z.strictObject({
  column: z.enum(sortColumns),
  descending: z.boolean()
})
export type Sort = z.infer<typeof sort>

export const sidebar = z.strictObject({
  counts: z.strictObject({
    /** Papers that are still to be decided about. They are among those of the library. */
    inbox: z.int(),
    library: z.int(),
    unread: z.int(),
    starred: z.int(),
    incomplete: z.int(),
    updated: z.int(),
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
  tags: z.array(z.strictObject({ id: z.int(), name: z.string(), colour: z.int(), count: z.int() }))
})
export type Sidebar = z.infer<typeof sidebar>
