import { z } from 'zod'
import {
  bibDialect,
  bibSource,
  project,
  projectFix,
  projectSummary,
  rewritePreview
} from '../../model/latex'
import { referenceRun, referenceStyle } from '../../model/reference-style'
import { citeFormats, isCommandName } from '../../text/cite-text'
import { id, ids, nothing, changed } from './common'

const citeStyle = z.strictObject({
  format: z.enum(citeFormats),
  command: z.union([z.literal(''), z.string().refine(isCommandName)]),
  brackets: z.boolean()
})

/** Linked LaTeX projects, citing, and what is exported. */
export const latex = {
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
  'export:drag': { input: z.strictObject({ ids }), output: nothing }
}
