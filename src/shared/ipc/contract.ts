import { z } from 'zod'
import { digest } from '../model/digest'
import { correction, importOutcome, importPlan, plannedPage } from '../model/import-plan'
import { importReport } from '../model/import-report'
import { formatNames } from '../model/kinds'
import { duplicates } from '../model/duplicates'
import { changeLabel, journalState } from '../model/journal'
import { keyPreview, keySettings, librarySettings, plannedKey } from '../model/library-settings'
import { lookupPlan } from '../model/lookup'
import { paper, paperFields, paperRow } from '../model/paper'
import { marks, searchMode } from '../model/search'
import { meaningState } from '../model/meaning'
import { referenceStyle } from '../model/reference-style'
import { relatedPaper, relatedTo } from '../model/related'
import { settings } from '../model/settings'
import { opinion } from '../model/taste'
import { sidebar, sort, view } from '../model/view'
import { completedFields } from '../query/complete'
import type { Channel } from './channels'

const id = z.int().positive()
const ids = z.array(id).min(1).max(200_000)
const nothing = z.undefined()
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const changed = z.strictObject({ label: changeLabel.nullable() })
/** Stands for a file the user dropped; only the main process knows its path. */
const fileToken = z.uuid()

const draftId = z.uuid()
const plannedAt = z.strictObject({ draftId, digest: z.int().min(0), index: z.int().min(0) })

/** A schema for what goes in and one for what comes out, for every channel. Everything else about IPC is derived from this object. */
export const contract = {
  /** The list is on screen and answers to keys: tells the main process how long the start took. Answers how many imports were cut off by a crash and taken back. */
  'app:started': { input: nothing, output: z.strictObject({ takenBack: z.int() }) },
  'library:info': {
    input: nothing,
    output: z.strictObject({
      folder: z.string(),
      file: z.string(),
      papers: z.int(),
      bytes: z.int()
    })
  },
  /** Asks for a folder, then moves this library there or opens the one that is there. False: the user thought better of it. */
  'library:choose-folder': { input: nothing, output: z.boolean() },
  /** The folder whose new files are imported by themselves; empty for none. */
  'library:watched': { input: nothing, output: z.string() },
  /** Asks for that folder. */
  'library:watch': { input: nothing, output: z.string() },
  'library:unwatch': { input: nothing, output: z.string() },
  'library:sidebar': { input: nothing, output: sidebar },
  /** Choices that belong to this library. */
  'library:settings': { input: nothing, output: librarySettings },
  'library:set': { input: librarySettings.partial(), output: librarySettings },
  /** What a pattern for keys makes of some papers of the library. */
  'library:preview-keys': {
    input: keySettings.extend({ pattern: z.string().max(5000) }),
    output: keyPreview
  },
  /** Ids of a view's papers in order, narrowed to those that answer `query`. Marks are for the first rows. */
  'paper:list': {
    input: z.strictObject({
      ...{ view, query: z.string().max(100_000), sort },
      /** Whether papers are ranked by what the query means too. */
      byMeaning: z.boolean()
    }),
    output: z.strictObject({
      ids: z.array(id),
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
  'paper:trash': { input: z.strictObject({ ids }), output: changed },
  'paper:restore': { input: z.strictObject({ ids }), output: changed },
  'paper:set-key': { input: z.strictObject({ id, key: z.string().max(200) }), output: changed },
  /** The key Sheaf would give this paper now, unique in the library. */
  'paper:suggest-key': { input: z.strictObject({ id }), output: z.string() },
  /** The keys that papers would get if they were made anew. */
  'paper:plan-keys': {
    input: z.strictObject({ ids: ids.max(20_000) }),
    output: z.array(plannedKey)
  },
  'paper:make-keys': { input: z.strictObject({ ids: ids.max(20_000) }), output: changed },
  'tag:add': { input: z.strictObject({ ids, name: z.string().min(1).max(200) }), output: changed },
  'tag:remove': { input: z.strictObject({ ids, tagId: id }), output: changed },
  /** `revision` is the one the edit started from: a note that changed meanwhile is a `conflict`. Gives the new revision. */
  'note:save': {
    input: z.strictObject({ paperId: id, body: z.string().max(20_000_000), revision: z.int() }),
    output: z.strictObject({ revision: z.int(), savedAt: z.string() })
  },
  'digest:get': { input: z.strictObject({ id }), output: digest },
  'digest:set-date': { input: z.strictObject({ id, date: isoDate }), output: changed },
  'import:files': {
    input: z.strictObject({ tokens: z.array(fileToken).min(1).max(10_000) }),
    output: importOutcome
  },
  'import:text': {
    input: z.strictObject({ text: z.string().max(200_000_000), name: z.string().max(500) }),
    output: importOutcome
  },
  /** Shows the open dialog; null when the user cancels it. */
  'import:choose': { input: nothing, output: importOutcome.nullable() },
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
  /** Asks services on the Internet about papers; answers when all are asked, or it is stopped. Only if the user's settings allow it. */
  'lookup:run': { input: z.strictObject({ ids }), output: lookupPlan },
  'lookup:stop': { input: nothing, output: nothing },
  /** Gives these papers of a look-up what was found. */
  'lookup:apply': { input: z.strictObject({ draftId, ids }), output: changed },
  'lookup:discard': { input: nothing, output: nothing },
  /** Puts papers in a format, or `\cite{…}` of them, on the clipboard; gives the text. */
  'export:copy': {
    input: z.strictObject({ ids, format: z.enum(['bibtex', 'biblatex', 'markdown', 'cite']) }),
    output: z.string()
  },
  /** Shows the save dialog and writes; null when the user cancels it. Without ids: the whole library. */
  'export:file': {
    input: z.strictObject({
      ids: ids.nullable(),
      format: z.enum(['bibtex', 'biblatex', 'csl-json', 'ris', 'markdown']),
      /** A publisher whose wishes go before the library's own choices. */
      profile: z.string().max(100).optional()
    }),
    output: z.strictObject({ fileName: z.string(), folder: z.string(), papers: z.int() }).nullable()
  },
  /** Styles that references can be formatted in. */
  'export:styles': { input: nothing, output: z.array(referenceStyle) },
  /** Asks for a file of CSL and keeps it with the library; null when the user cancels. */
  'export:add-style': { input: nothing, output: referenceStyle.nullable() },
  /** Formatted references: shown (of the first papers), or put on the clipboard. */
  'export:reference': {
    input: z.strictObject({
      ids: ids.max(5000),
      style: z.string().max(300),
      then: z.enum(['show', 'copy-text', 'copy-html'])
    }),
    output: z.strictObject({ entries: z.array(z.string()), of: z.int() })
  },
  /** Starts dragging a `.bib` file of these papers out of the window. */
  'export:drag': { input: z.strictObject({ ids }), output: nothing },
  'attachment:choose': { input: z.strictObject({ paperId: id }), output: changed },
  'attachment:open': { input: z.strictObject({ id }), output: nothing },
  'attachment:remove': { input: z.strictObject({ id }), output: changed },
  'link:open': { input: z.strictObject({ url: z.string().max(10_000) }), output: nothing },
  'journal:state': { input: nothing, output: journalState },
  'journal:undo': { input: nothing, output: changed },
  'journal:redo': { input: nothing, output: changed },
  'settings:get': { input: nothing, output: settings },
  'settings:set': { input: settings.partial(), output: settings }
} satisfies Record<Channel, { input: z.ZodType; output: z.ZodType }>

export type Contract = typeof contract
export type Input<C extends Channel> = z.infer<Contract[C]['input']>
export type Output<C extends Channel> = z.infer<Contract[C]['output']>

/** One function for each channel; a missing one does not compile. */
export type Handlers = { [C in Channel]: (input: Input<C>) => Output<C> | Promise<Output<C>> }
