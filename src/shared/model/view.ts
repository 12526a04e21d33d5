import { z } from 'zod'
import { sourceKinds } from './kinds'

/** What the list shows: a place in the sidebar. */
export const view = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum(['library', 'unread', 'starred', 'incomplete', 'updated', 'trash'])
  }),
  z.strictObject({ kind: z.literal('digest'), id: z.int() }),
  z.strictObject({ kind: z.literal('tag'), id: z.int() })
])
export type View = z.infer<typeof view>

export const sortColumns = [
  'relevance',
  'position',
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
    library: z.int(),
    unread: z.int(),
    starred: z.int(),
    incomplete: z.int(),
    updated: z.int(),
    trash: z.int()
  }),
  digests: z.array(
    z.strictObject({
      id: z.int(),
      kind: z.enum(sourceKinds),
      source: z.string(),
      date: z.string(),
      dateInferred: z.boolean(),
      count: z.int()
    })
  ),
  tags: z.array(z.strictObject({ id: z.int(), name: z.string(), colour: z.int(), count: z.int() }))
})
export type Sidebar = z.infer<typeof sidebar>
