import { z } from 'zod'
import {
  annotation,
  annotationChanges,
  annotationList,
  annotationQuery,
  newAnnotation,
  paperAnnotations
} from '../model/annotation'
import { archiveOutcome } from '../model/archive-outcome'
import { backup, backupList, restorePlan } from '../model/backup'
import { digest } from '../model/digest'
import { correction, importOutcome, importPlan, plannedPage } from '../model/import-plan'
import { importOrigins } from '../model/import-origins'
import { importReport } from '../model/import-report'
import { importTarget } from '../model/import-target'
import { formatNames } from '../model/kinds'
import { duplicates } from '../model/duplicates'
import { about } from '../model/about'
import { downloaded, updateAnswer } from '../model/update'
import { changeLabel, historyPage, historyStep, journalState } from '../model/journal'
import {
  bibDialect,
  bibSource,
  project,
  projectFix,
  projectSummary,
  rewritePreview
} from '../model/latex'
import { keyPreview, keySettings, librarySettings, plannedKey } from '../model/library-settings'
import { lookupPlan } from '../model/lookup'
import { paper, paperFields, paperRow } from '../model/paper'
import { marks, searchMode } from '../model/search'
import { linkTarget, noteLinks, noteVersion } from '../model/note'
import { meaningState } from '../model/meaning'
import { ownDigestFormats } from '../model/own-digest-formats'
import { openedFile, readingPlace } from '../model/reading'
import { referenceRun, referenceStyle } from '../model/reference-style'
import { relatedPaper, relatedTo } from '../model/related'
import { several, severalEdit } from '../model/several'
import { settings } from '../model/settings'
import {
  filterPreview,
  heldBack,
  feedList,
  recognised,
  subscription,
  subscriptionFields,
  subscriptionFilter,
  subscriptionRun
} from '../model/subscription'
import { tagRule } from '../model/tag-rule'
import { likeness, opinion } from '../model/taste'
import { paperFacts, pictureFile, risingTerms, spans, topicMap } from '../model/topic-map'
import { trashContent } from '../model/trash'
import { standingOf, trendOverview, trendWeights } from '../model/trend'
import { trendWindows } from '../model/trend-window'
import { decisions } from '../model/triage'
import { group, grouping, sidebar, sort, view } from '../model/view'
import { completedFields } from '../query/complete'
import { citeFormats, isCommandName } from '../text/cite-text'
import type { Channel } from './channels'

const id = z.int().positive()
const ids = z.array(id).min(1).max(200_000)
const nothing = z.undefined()
/** The change up to which all is done; 0 for none. */
const journalPoint = z.int().min(0)
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const changed = z.strictObject({ label: changeLabel.nullable() })
const made = changed.extend({ id })
const renamed = changed.extend({
  /** How many files of linked projects were changed. */
  files: z.int(),
  /** Sentences about files that were not. */
  left: z.array(z.string())
})
const name = z.string().min(1).max(200)
/** Of a file among the backups. */
const backupName = z.string().min(1).max(200)
const query = z.string().min(1).max(10_000)
/** Stands for a file the user dropped; only the main process knows its path. */
const fileToken = z.uuid()

/** How many annotations have a place now, and how many not. */
const reanchored = z.strictObject({ placed: z.int(), lost: z.int() })
const citeStyle = z.strictObject({
  format: z.enum(citeFormats),
  command: z.union([z.literal(''), z.string().refine(isCommandName)]),
  brackets: z.boolean()
})

const draftId = z.uuid()
/** The stretch of days that a day is in; that of the newest digest for an empty one. */
const trendQuery = z.strictObject({
  window: z.enum(trendWindows),
  on: z.union([z.literal(''), z.iso.date()])
})
const plannedAt = z.strictObject({ draftId, digest: z.int().min(0), index: z.int().min(0) })

/** A schema for what goes in and one for what comes out, for every channel. Everything else about IPC is derived from this object. */
export const contract = {
  /** The list is on screen and answers to keys: tells the main process how long the start took. Answers how many imports were cut off by a crash and taken back. */
  'app:started': { input: nothing, output: z.strictObject({ takenBack: z.int() }) },
  'app:about': { input: nothing, output: about },
  /** Asks whether there is a newer version, where anybody is to be asked; only when the user has said so. */
  'update:check': { input: nothing, output: updateAnswer },
  /** Downloads what was found, checks it, and shows it in its folder. */
  'update:download': { input: nothing, output: downloaded },
  'update:stop': { input: nothing, output: nothing },
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
  /** Remembers how a view is ordered and grouped. */
  'view:arrange': { input: z.strictObject({ view, sort, group: grouping }), output: nothing },
  /** Remembers what is folded in the sidebar. */
  'view:fold': {
    input: z.strictObject({ folded: z.array(z.string().max(100)).max(20_000) }),
    output: nothing
  },
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
  /** What is to be known of a stretch of days beside its papers: digests, what rises, its neighbours. */
  'trend:overview': { input: trendQuery, output: trendOverview },
  /** How the digests of a stretch of days name some papers; those that they do not name are left out. */
  'trend:standing': {
    input: trendQuery.extend({ ids: z.array(id).max(500) }),
    output: z.array(standingOf)
  },
  /** What the parts of a score count for from now on; null for as they come. */
  'trend:weigh': { input: trendWeights.nullable(), output: nothing },
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
  'backup:list': { input: nothing, output: backupList },
  /** Makes a backup now. */
  'backup:make': { input: nothing, output: backupList },
  /** What restoring a backup would make of the library. */
  'backup:plan': { input: z.strictObject({ name: backupName }), output: restorePlan },
  /** Puts a backup in the place of the library. Answers the backup that takes this back; null for none. */
  'backup:restore': {
    input: z.strictObject({ name: backupName }),
    output: z.strictObject({ before: backup.nullable() })
  },
  /** What emptying the trash would lose. */
  'trash:content': { input: nothing, output: trashContent },
  'trash:empty': { input: nothing, output: changed },
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
  },
  /** `revision` is the one the edit started from: a note that changed meanwhile is a `conflict`. Gives the new revision. */
  'note:save': {
    input: z.strictObject({ paperId: id, body: z.string().max(20_000_000), revision: z.int() }),
    output: z.strictObject({ revision: z.int(), savedAt: z.string() })
  },
  /** A paper's annotations in the order of their places: all, those in one of its files, or on some pages of that. */
  'annotation:list': {
    input: z.strictObject({
      paperId: id,
      /** Null for all that the paper has, those of files that are not attached any more too. */
      attachmentId: id.nullable(),
      /** First and last, counted from 0; null for all. */
      pages: z.tuple([z.int().min(0), z.int().min(0)]).nullable()
    }),
    output: z.array(annotation)
  },
  /** What a paper's pane shows of its annotations, in one call. */
  'annotation:of-paper': { input: z.strictObject({ paperId: id }), output: paperAnnotations },
  /** In the order of the ids; those that are gone are left out. */
  'annotation:get': {
    input: z.strictObject({ ids: z.array(id).max(500) }),
    output: z.array(annotation)
  },
  'annotation:add': {
    input: z.strictObject({ annotations: z.array(newAnnotation).min(1).max(1000) }),
    output: changed.extend({ ids: z.array(id) })
  },
  'annotation:change': {
    input: z.strictObject({ ids, changes: annotationChanges }),
    output: changed
  },
  'annotation:remove': { input: z.strictObject({ ids }), output: changed },
  /** Annotations of the whole library; what lies in the trash is left out. */
  'annotation:query': { input: annotationQuery, output: annotationList },
  /** Where a paper's note leads, and which notes lead to it. */
  'note:links': { input: z.strictObject({ paperId: id }), output: noteLinks },
  /** Papers that a link may mean of which this much is typed. */
  'note:targets': {
    input: z.strictObject({ typed: z.string().max(200) }),
    output: z.array(linkTarget)
  },
  /** The paper that has this citation key or had it before; null for none. */
  'note:find-paper': { input: z.strictObject({ key: z.string().max(500) }), output: id.nullable() },
  /** What a paper's note was, the newest first. */
  'note:versions': { input: z.strictObject({ paperId: id }), output: z.array(noteVersion) },
  'note:version': { input: z.strictObject({ paperId: id, versionId: id }), output: z.string() },
  /** Gives a note the text of a version again. */
  'note:restore': { input: z.strictObject({ paperId: id, versionId: id }), output: changed },
  /** Adds what a PDF itself came with; `known` had been added before. */
  'annotation:take-over': {
    input: z.strictObject({ attachmentId: id }),
    output: changed.extend({ added: z.int(), known: z.int() })
  },
  /** Looks in a PDF for what has no place: in it, or in a file that is not attached any more. */
  'annotation:reanchor': {
    input: z.strictObject({ attachmentId: id }),
    output: changed.extend(reanchored.shape)
  },
  /** Annotations as Markdown, on the clipboard or in a file that is asked for; null when the user cancels it. */
  'annotation:markdown': {
    input: z.strictObject({
      of: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('papers'), ids }),
        z.strictObject({ kind: z.literal('query'), query: annotationQuery })
      ]),
      to: z.enum(['clipboard', 'file'])
    }),
    output: z.strictObject({ annotations: z.int(), fileName: z.string() }).nullable()
  },
  /** Writes a copy of a PDF with its annotations in it; null when the user cancels it. `left` have no place. */
  'annotation:pdf': {
    input: z.strictObject({ attachmentId: id }),
    output: z.strictObject({ annotations: z.int(), left: z.int(), fileName: z.string() }).nullable()
  },
  /** Linked LaTeX projects, as the sidebar shows them. */
  'project:list': { input: nothing, output: z.array(projectSummary) },
  'project:get': { input: z.strictObject({ id }), output: project },
  /** Asks for a folder or a `.tex`, and links it; null when the user cancels it. */
  'project:link': {
    input: z.strictObject({ kind: z.enum(['folder', 'file']) }),
    output: z.strictObject({ id }).nullable()
  },
  'project:set': {
    input: z.strictObject({
      id,
      dialect: bibDialect.optional(),
      source: bibSource.optional(),
      paused: z.boolean().optional(),
      /** One of the project's candidates. */
      bib: z.string().max(4000).optional()
    }),
    output: changed
  },
  /** Asks for the `.bib` to keep. */
  'project:choose-bib': { input: z.strictObject({ id }), output: changed },
  'project:unlink': { input: z.strictObject({ id }), output: changed },
  /** Brings a `.bib` up to date now; makes it anew if it is gone. */
  'project:write': { input: z.strictObject({ id }), output: nothing },
  'project:write-all': { input: nothing, output: nothing },
  'project:fix': { input: z.strictObject({ id, fix: projectFix }), output: nothing },
  /** Opens a file of a project at a place, in the user's editor. */
  'project:open': {
    input: z.strictObject({
      id,
      file: z.string().max(4000),
      line: z.int().min(0),
      column: z.int().min(0)
    }),
    output: nothing
  },
  /** Where linked projects cite a paper, and what would stand there with another key. */
  'project:preview-key': {
    input: z.strictObject({ paperId: id, key: z.string().max(200) }),
    output: rewritePreview
  },
  /** Where linked projects cite papers, and what would stand there were their keys made anew. */
  'project:preview-keys': {
    input: z.strictObject({ ids: ids.max(20_000) }),
    output: rewritePreview
  },
  /** Cites papers: to whoever asked, else to the clipboard, and with `push` into the user's editor. Gives the text. */
  'cite:done': {
    input: z.strictObject({ ids, style: citeStyle, push: z.boolean() }),
    output: z.string()
  },
  /** The user thought better of it. */
  'cite:cancel': { input: nothing, output: nothing },
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
  },
  /** Asks services on the Internet about papers; answers when all are asked, or it is stopped. Only if the user's settings allow it. */
  'lookup:run': { input: z.strictObject({ ids }), output: lookupPlan },
  'lookup:stop': { input: nothing, output: nothing },
  /** Gives these papers of a look-up what was found. */
  'lookup:apply': { input: z.strictObject({ draftId, ids }), output: changed },
  'lookup:discard': { input: nothing, output: nothing },
  /** Puts papers in a format, or `\cite{…}` of them, on the clipboard; gives the text. */
  'export:copy': {
    input: z.strictObject({
      ids,
      format: z.enum(['bibtex', 'biblatex', 'markdown', 'cite', 'link'])
    }),
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
    /** None for copying. */
    output: z.strictObject({ entries: z.array(z.array(referenceRun)) })
  },
  /** Starts dragging a `.bib` file of these papers out of the window. */
  'export:drag': { input: z.strictObject({ ids }), output: nothing },
  /** Asks for a file and exports the whole library to it; null when the user cancels that. */
  'archive:export': { input: nothing, output: archiveOutcome.nullable() },
  /** Asks for an exported library and opens it: in the present library if that is empty, else in a folder that is asked for. Null when the user cancels either. */
  'archive:open': { input: nothing, output: archiveOutcome.nullable() },
  /** Stops an export or opening that runs. */
  'archive:cancel': { input: nothing, output: nothing },
  'attachment:choose': { input: z.strictObject({ paperId: id }), output: changed },
  'attachment:open': { input: z.strictObject({ id }), output: nothing },
  /** Asks for a file to put in the place of another, and finds its annotations in that; null when the user cancels it. */
  'attachment:replace': {
    input: z.strictObject({ id }),
    output: changed.extend(reanchored.shape).nullable()
  },
  /** Takes note of what a linked file has become, if it is another one now, and finds its annotations in that. */
  'attachment:refresh': {
    input: z.strictObject({ id }),
    output: changed.extend(reanchored.shape)
  },
  'attachment:remove': { input: z.strictObject({ id }), output: changed },
  /** Hands a PDF of a paper out to the reader's frame, under a token, until it is closed. */
  'reader:open': { input: z.strictObject({ attachmentId: id }), output: openedFile },
  'reader:close': { input: z.strictObject({ token: fileToken }), output: nothing },
  /** Where the user is in a PDF: there it opens again. Not a change that could be undone. */
  'reader:remember': {
    input: z.strictObject({ token: fileToken, place: readingPlace }),
    output: nothing
  },
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
  },
  'link:open': { input: z.strictObject({ url: z.string().max(10_000) }), output: nothing },
  'journal:state': { input: nothing, output: journalState },
  'journal:undo': { input: nothing, output: changed },
  'journal:redo': { input: nothing, output: changed },
  /** Changes, the newest first, from one on: at most a page of them. */
  'journal:history': {
    input: z.strictObject({ from: z.int().min(0), limit: z.int().min(1).max(500) }),
    output: historyPage
  },
  /** What `journal:step` would do. */
  'journal:preview': { input: z.strictObject({ to: journalPoint }), output: historyStep },
  /**
   * Takes back, or makes again, all changes up to a point, in their order. Answers how many; fewer than
   * there are when it was stopped, and then the library is as it was after the last of them.
   */
  'journal:step': {
    input: z.strictObject({ to: journalPoint }),
    output: z.strictObject({ done: z.int(), of: z.int() })
  },
  'journal:stop': { input: nothing, output: nothing },
  'settings:get': { input: nothing, output: settings },
  'settings:set': { input: settings.partial(), output: settings }
} satisfies Record<Channel, { input: z.ZodType; output: z.ZodType }>

export type Contract = typeof contract
export type Input<C extends Channel> = z.infer<Contract[C]['input']>
export type Output<C extends Channel> = z.infer<Contract[C]['output']>

/** One function for each channel; a missing one does not compile. */
export type Handlers = { [C in Channel]: (input: Input<C>) => Output<C> | Promise<Output<C>> }
