import { z } from 'zod'
import { identifierSchemes, linkKinds, paperTypes } from './kinds'
import { creator } from './person'
import { extraField, statement } from './statement'
import { triageStates } from './triage'

export const paperType = z.enum(paperTypes)
export type PaperType = z.infer<typeof paperType>

/** `value` is normal form: a DOI folded to lower case, an arXiv id without its version. */
export const identifier = z.strictObject({
  scheme: z.enum(identifierSchemes),
  value: z.string().min(1),
  /** arXiv's version number; null where none was given. */
  version: z.int().positive().nullable()
})
export type Identifier = z.infer<typeof identifier>

export const linkKind = z.enum(linkKinds)
export type LinkKind = z.infer<typeof linkKind>

export const link = z.strictObject({ kind: linkKind, url: z.string() })
export type Link = z.infer<typeof link>

/** What the user can edit of a paper. Absent text is an empty string. */
export const paperFields = z.strictObject({
  type: paperType,
  title: z.string().min(1),
  abstract: z.string(),
  /** EDTF level 0: `2026`, `2026-03` or `2026-03-14`; empty where unknown. */
  issued: z.string().regex(/^(\d{4}(-\d{2}(-\d{2})?)?)?$/),
  /** Journal, proceedings or book that holds it. */
  venue: z.string(),
  volume: z.string(),
  issue: z.string(),
  pages: z.string(),
  publisher: z.string(),
  /** BCP 47 tag; empty where unknown. */
  language: z.string(),
  creators: z.array(creator).max(5000),
  identifiers: z.array(identifier).max(50),
  links: z.array(link).max(200)
})
export type PaperFields = z.infer<typeof paperFields>

/** Where a paper was seen: one digest, and its place there (counted from 1). */
export const appearance = z.strictObject({
  digestId: z.int(),
  source: z.string(),
  /** `2026-03-14`; empty where the digest has no date. */
  date: z.string(),
  dateInferred: z.boolean(),
  position: z.int(),
  /** How many papers that digest named. */
  of: z.int()
})
export type Appearance = z.infer<typeof appearance>

export const attachment = z.strictObject({
  id: z.int(),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.int()
})
export type Attachment = z.infer<typeof attachment>

/** A paper with everything the library holds of it: what an exporter or the detail view needs. */
export const paper = paperFields.extend({
  id: z.int().positive(),
  citationKey: z.string(),
  starred: z.boolean(),
  read: z.boolean(),
  trashed: z.boolean(),
  triage: z.enum(triageStates),
  addedAt: z.string(),
  modifiedAt: z.string(),
  tags: z.array(z.strictObject({ id: z.int(), name: z.string(), colour: z.int() })),
  /** Those that it is in itself. */
  collections: z.array(z.strictObject({ id: z.int(), name: z.string() })),
  note: z.strictObject({ body: z.string(), revision: z.int(), savedAt: z.string() }),
  appearances: z.array(appearance),
  attachments: z.array(attachment),
  /** When a source told of a newer version that the user has not seen yet; null otherwise. */
  updatedAt: z.string().nullable(),
  /** Citation keys that it had before. */
  aliases: z.array(z.string()),
  /** Fields of other programs. */
  extra: z.array(extraField),
  /** What sources say of fields where they say different things. */
  statements: z.array(statement)
})
export type Paper = z.infer<typeof paper>

/** Of a paper what its entry in a `.bib` is written of. */
export type CitedPaper = Pick<
  Paper,
  | ('id' | 'citationKey' | 'type' | 'title' | 'abstract' | 'issued' | 'venue' | 'volume' | 'issue')
  | ('pages' | 'publisher' | 'language' | 'creators' | 'identifiers' | 'links' | 'tags')
  | ('aliases' | 'extra')
>

/** One row of the list. */
export const paperRow = z.strictObject({
  id: z.int(),
  title: z.string(),
  /** Family names, at most three, then "et al."; empty where unknown. */
  authors: z.string(),
  year: z.string(),
  venue: z.string(),
  citationKey: z.string(),
  starred: z.boolean(),
  read: z.boolean(),
  trashed: z.boolean(),
  /** When it was moved to the trash; null elsewhere. */
  trashedAt: z.string().nullable(),
  type: paperType,
  addedAt: z.string(),
  triage: z.enum(triageStates),
  /** A newer version has come that the user has not seen yet. */
  updated: z.boolean(),
  incomplete: z.boolean(),
  hasNote: z.boolean(),
  hasAttachment: z.boolean(),
  linkKinds: z.array(linkKind),
  /** Of one that is to be decided about: the digests that named it, by their sources, the first first. */
  namedBy: z.array(z.string()),
  tags: z.array(z.strictObject({ id: z.int(), name: z.string(), colour: z.int() })),
  /** Place in the digest on view; null in other views. */
  position: z.int().nullable()
})
export type PaperRow = z.infer<typeof paperRow>
