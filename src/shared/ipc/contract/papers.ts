import { z } from 'zod'
import { duplicates } from '../../model/duplicates'
import { plannedKey } from '../../model/library-settings'
import { lookupPlan } from '../../model/lookup'
import { paper, paperFields, paperRow } from '../../model/paper'
import { marks, searchMode } from '../../model/search'
import { meaningState } from '../../model/meaning'
import { relatedPaper, relatedTo } from '../../model/related'
import { several, severalEdit } from '../../model/several'
import { likeness, opinion } from '../../model/taste'
import { decisions } from '../../model/triage'
import { group, grouping, sort, view } from '../../model/view'
import { completedFields } from '../../query/complete'
import { id, ids, nothing, changed, draftId } from './common'

const renamed = changed.extend({
  /** How many files of linked projects were changed. */
  files: z.int(),
  /** Sentences about files that were not. */
  left: z.array(z.string())
})

/** Papers: lists of them, each of them, their state, search and what is known of taste and meaning. */
export const papers = {
  /** Ids of a view's papers in order, narrowed to those that answer `query`. Marks are for the first rows. */
  'paper:list': {
    input: z.strictObject({
      ...{ view, query: z.string().max(100_000) },
      /** Null: as it is remembered for the view. */
      sort: sort.nullable(),
      group: grouping.nullable(),
      /** Whether papers are ranked by what the query means too. */
      byMeaning: z.boolean()
    }),
    output: z.strictObject({
      ids: z.array(id),
      /** How they are ordered and grouped. */
      sort,
      group: grouping,
      /** The groups, in the order of the ids; none where they are not grouped. */
      groups: z.array(group),
      /** How many papers answer; more than `ids` where only the most relevant are given. */
      total: z.int(),
      /** Papers that changed so much lately that they are not found yet as they are now. */
      pending: z.int(),
      /** The first rows, so that they need no call of their own. */
      rows: z.array(paperRow),
      mode: searchMode,
      /** Papers elsewhere in the library that answer the query, when none here does. */
      elsewhere: z.int(),
      marks: z.array(marks.extend({ id }))
    })
  },
  'paper:rows': {
    input: z.strictObject({ ids: z.array(id).max(500), digestId: id.nullable() }),
    output: z.array(paperRow)
  },
  /** Where the words of a query stand in some papers; those in which they do not are left out. */
  'paper:marks': {
    input: z.strictObject({ query: z.string().max(100_000), ids: z.array(id).max(500) }),
    output: z.array(marks.extend({ id }))
  },
  /** Values of a field of queries that begin as typed, those of most papers first. */
  'search:complete': {
    input: z.strictObject({ field: z.enum(completedFields), typed: z.string().max(200) }),
    output: z.array(z.string())
  },
  /** What the user would make of a paper, going by what was done with others. */
  'paper:opinion': { input: z.strictObject({ id }), output: opinion },
  /** How likely papers are to be kept, going by what was; none where too little was kept yet. */
  'paper:likeness': {
    input: z.strictObject({ ids: z.array(id).max(500) }),
    output: z.array(likeness)
  },
  /** How far Sheaf is in learning what papers mean. */
  'meaning:state': { input: nothing, output: meaningState },
  /** Papers of the library that are like others or like a text, the likest first. */
  'paper:related': {
    input: z.strictObject({
      to: relatedTo,
      lessLike: z.array(id).max(500),
      limit: z.int().min(1).max(200)
    }),
    output: z.array(relatedPaper)
  },
  'paper:get': { input: z.strictObject({ id }), output: paper },
  'paper:edit': { input: z.strictObject({ id, fields: paperFields }), output: changed },
  /** Shows what one source says of a field in place of what another does. */
  'paper:choose': { input: z.strictObject({ id, statementId: id }), output: changed },
  /** Papers that may be one. */
  'paper:duplicates': { input: nothing, output: duplicates },
  /** Makes the papers of each group one: the one to keep. */
  'paper:merge': {
    input: z.strictObject({
      groups: z
        .array(z.strictObject({ keep: id, others: ids }))
        .min(1)
        .max(1000)
    }),
    output: changed
  },
  /** These papers are not the same, whatever they look like. */
  'paper:tell-apart': {
    input: z.strictObject({ ids: z.array(id).min(2).max(100) }),
    output: changed
  },
  /** Newer versions of these papers have been seen. */
  'paper:mark-seen': { input: z.strictObject({ ids }), output: changed },
  'paper:set-state': {
    input: z.strictObject({ ids, starred: z.boolean().optional(), read: z.boolean().optional() }),
    output: changed
  },
  /** What several papers have in common. */
  'paper:several': { input: z.strictObject({ ids }), output: several },
  'paper:edit-several': { input: z.strictObject({ ids, edit: severalEdit }), output: changed },
  'paper:trash': { input: z.strictObject({ ids }), output: changed },
  'paper:restore': { input: z.strictObject({ ids }), output: changed },
  /** Keeps papers, dismisses them, or puts them back into the Inbox; with `star` they are starred too. */
  'triage:decide': {
    input: z.strictObject({ ids, decision: z.enum(decisions), star: z.boolean() }),
    output: changed
  },
  /** Dismisses all of a digest that is still to be decided about. */
  'triage:dismiss-rest': { input: z.strictObject({ digestId: id }), output: changed },
  /** With `rewrite`, every file of linked projects that cites the former key is changed too. */
  'paper:set-key': {
    input: z.strictObject({ id, key: z.string().max(200), rewrite: z.boolean() }),
    output: renamed
  },
  /** The key Sheaf would give this paper now, unique in the library. */
  'paper:suggest-key': { input: z.strictObject({ id }), output: z.string() },
  /** The keys that papers would get if they were made anew. */
  'paper:plan-keys': {
    input: z.strictObject({ ids: ids.max(20_000) }),
    output: z.array(plannedKey)
  },
  /** `rewrite` as for `paper:set-key`. */
  'paper:make-keys': {
    input: z.strictObject({ ids: ids.max(20_000), rewrite: z.boolean() }),
    output: renamed
  },
  /** Asks services on the Internet about papers; answers when all are asked, or it is stopped. Only if the user's settings allow it. */
  'lookup:run': { input: z.strictObject({ ids }), output: lookupPlan },
  'lookup:stop': { input: nothing, output: nothing },
  /** Gives these papers of a look-up what was found. */
  'lookup:apply': { input: z.strictObject({ draftId, ids }), output: changed },
  'lookup:discard': { input: nothing, output: nothing }
}
