import { z } from 'zod'
import { paperRow } from '../../model/paper'
import { tagRule } from '../../model/tag-rule'
import { id, ids, nothing, changed, made } from './common'

const name = z.string().min(1).max(200)
const query = z.string().min(1).max(10_000)

/** Tags, rules, collections and saved searches. */
export const organise = {
  'tag:add': { input: z.strictObject({ ids, name: z.string().min(1).max(200) }), output: changed },
  'tag:remove': { input: z.strictObject({ ids, tagId: id }), output: changed },
  /** Gives a tag another name; all under it go with it. */
  'tag:rename': { input: z.strictObject({ id, name }), output: changed },
  'tag:merge': { input: z.strictObject({ ids, intoId: id }), output: changed },
  'tag:recolour': {
    input: z.strictObject({ ids, colour: z.int().min(0).max(7) }),
    output: changed
  },
  /** Deletes tags and those under them. */
  'tag:delete': { input: z.strictObject({ ids }), output: changed },
  'rule:list': { input: nothing, output: z.array(tagRule) },
  /** What a rule finds, and what it would tag now. `id` is null for one that is not there yet. */
  'rule:preview': {
    input: z.strictObject({ id: id.nullable(), query: z.string().max(10_000), tag: z.string() }),
    output: z.strictObject({ answering: z.int(), toTag: z.int(), rows: z.array(paperRow) })
  },
  /** Keeps a rule and, if it is on, applies it; gives how many papers were tagged. */
  'rule:save': {
    input: z.strictObject({ id: id.nullable(), query, tag: name, enabled: z.boolean() }),
    output: made.extend({ tagged: z.int() })
  },
  'rule:delete': { input: z.strictObject({ id }), output: changed },
  /** With papers to be put into it, if there are any. */
  'collection:create': {
    input: z.strictObject({ name, parentId: id.nullable(), ids: ids.optional() }),
    output: made
  },
  'collection:rename': { input: z.strictObject({ id, name }), output: changed },
  'collection:move': {
    input: z.strictObject({ id, parentId: id.nullable() }),
    output: changed
  },
  'collection:delete': { input: z.strictObject({ id }), output: changed },
  'collection:add': { input: z.strictObject({ ids, id }), output: changed },
  'collection:remove': { input: z.strictObject({ ids, id }), output: changed },
  'saved:create': { input: z.strictObject({ name, query }), output: made },
  'saved:edit': {
    input: z.strictObject({ id, name: name.optional(), query: query.optional() }),
    output: changed
  },
  /** Puts a saved search before another; behind all for null. */
  'saved:move': { input: z.strictObject({ id, beforeId: id.nullable() }), output: changed },
  'saved:delete': { input: z.strictObject({ id }), output: changed },
  /** How many papers each saved search finds; one that cannot be told yet is left out. */
  'saved:counts': {
    input: nothing,
    output: z.array(z.strictObject({ id, count: z.int() }))
  }
}
