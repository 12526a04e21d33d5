import { z } from 'zod'
import {
  annotation,
  annotationChanges,
  annotationList,
  annotationQuery,
  newAnnotation,
  paperAnnotations
} from '../../model/annotation'
import { linkTarget, noteLinks, noteVersion } from '../../model/note'
import { id, ids, changed, reanchored } from './common'

/** Notes and annotations. */
export const notes = {
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
  }
}
