import { z } from 'zod'
import { digest } from '../../model/digest'
import { correction, importOutcome, importPlan, plannedPage } from '../../model/import-plan'
import { importOrigins } from '../../model/import-origins'
import { importReport } from '../../model/import-report'
import { importTarget } from '../../model/import-target'
import { formatNames } from '../../model/kinds'
import { paperFields } from '../../model/paper'
import { ownDigestFormats } from '../../model/own-digest-formats'
import {
  filterPreview,
  heldBack,
  feedList,
  recognised,
  subscription,
  subscriptionFields,
  subscriptionFilter,
  subscriptionRun
} from '../../model/subscription'
import { id, ids, nothing, changed, made, fileToken, draftId } from './common'

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const plannedAt = z.strictObject({ draftId, digest: z.int().min(0), index: z.int().min(0) })

/** Imports, digests, and subscriptions that bring them. */
export const imports = {
  'digest:get': { input: z.strictObject({ id }), output: digest },
  /** A digest of some papers, to be sent on: of the first papers, to look at; copied; or saved in a file that is asked for. Null when the user cancels that. */
  'digest:make': {
    input: z.strictObject({
      ids: ids.max(5000),
      title: z.string().trim().min(1).max(300),
      format: z.enum(ownDigestFormats),
      abstracts: z.boolean(),
      notes: z.boolean(),
      then: z.enum(['preview', 'copy', 'save'])
    }),
    output: z
      .strictObject({
        /** Empty unless it is to be looked at. */
        text: z.string(),
        /** Where it is to be seen as the page that it is; empty for what is none. */
        page: z.string(),
        file: z.strictObject({ fileName: z.string(), folder: z.string() }).nullable()
      })
      .nullable()
  },
  'digest:set-date': { input: z.strictObject({ id, date: isoDate }), output: changed },
  'import:files': {
    input: z.strictObject({
      tokens: z.array(fileToken).min(1).max(10_000),
      target: importTarget.optional()
    }),
    output: importOutcome
  },
  'import:text': {
    input: z.strictObject({
      text: z.string().max(200_000_000),
      name: z.string().max(500),
      target: importTarget.optional()
    }),
    output: importOutcome
  },
  /** Shows the open dialog; null when the user cancels it. */
  'import:choose': { input: nothing, output: importOutcome.nullable() },
  /** As `import:choose`, for what another program has written, or for a folder. */
  'import:choose-from': {
    input: z.strictObject({ from: z.enum(importOrigins) }),
    output: importOutcome.nullable()
  },
  'import:sample': { input: nothing, output: importOutcome },
  'import:cancel': { input: nothing, output: nothing },
  /** Some hundred papers of a digest of a plan, from one on. */
  'import:page': {
    input: z.strictObject({ draftId, digest: z.int().min(0), from: z.int().min(0) }),
    output: plannedPage
  },
  /** All that is known of one paper of a plan, to be corrected. */
  'import:fields': { input: plannedAt, output: paperFields },
  'import:correct': { input: plannedAt.extend(correction.shape), output: importPlan },
  'import:set-date': {
    input: z.strictObject({ draftId, digest: z.int().min(0), date: isoDate }),
    output: importPlan
  },
  /** Reads a text of a plan in another format. */
  'import:reread': {
    input: z.strictObject({ draftId, file: z.string(), format: z.enum(formatNames) }),
    output: importPlan
  },
  'import:apply': { input: z.strictObject({ draftId }), output: importReport },
  'import:discard': { input: nothing, output: nothing },
  'subscription:list': { input: nothing, output: z.array(subscription) },
  /** What a pasted address, category, query or list of feeds stands for. */
  'subscription:recognise': {
    input: z.strictObject({ text: z.string().max(2_000_000) }),
    output: recognised
  },
  /** Adds a subscription, or changes one. The password goes into the system's keychain; null: as it was. */
  'subscription:save': {
    input: z.strictObject({
      id: id.nullable(),
      fields: subscriptionFields,
      password: z.string().min(1).max(1000).nullable()
    }),
    output: made
  },
  'subscription:pause': {
    input: z.strictObject({ id, paused: z.boolean() }),
    output: changed
  },
  'subscription:remove': { input: z.strictObject({ id }), output: changed },
  /** Has these asked now, or all that are not paused; what comes of it is told by events. */
  'subscription:fetch': {
    input: z.strictObject({ ids: ids.max(5000).nullable() }),
    output: nothing
  },
  'subscription:history': { input: z.strictObject({ id }), output: z.array(subscriptionRun) },
  /** What a filter would have made of the papers that came lately. */
  'subscription:preview': {
    input: z.strictObject({ id, filter: subscriptionFilter }),
    output: filterPreview
  },
  'subscription:held': { input: z.strictObject({ id }), output: heldBack },
  /** Imports what was held back: these, or those that the filter lets in by now. */
  'subscription:take-held': {
    input: z.strictObject({ id, which: z.union([ids, z.literal('passing')]) }),
    output: changed.extend({ taken: z.int() })
  },
  'subscription:add-feeds': {
    input: z.strictObject({ feeds: feedList }),
    output: changed.extend({ added: z.int() })
  },
  /** Asks for a file with a list of feeds; null when the user cancels. */
  'subscription:choose-opml': { input: nothing, output: feedList.nullable() },
  /** Asks for a file and writes the feeds to it; null when the user cancels. */
  'subscription:export-opml': {
    input: nothing,
    output: z.strictObject({ fileName: z.string(), feeds: z.int() }).nullable()
  }
}
