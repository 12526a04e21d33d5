import { z } from 'zod'
import { annotationKinds } from './annotation-kinds'
import { bibDialect } from './latex'
import { librarySettings } from './library-settings'
import { identifier, link, paperFields, paperType } from './paper'
import { creator, creatorRole } from './person'
import { pageRotation } from './reading'
import { schedules, subscriptionSource } from './subscription'
import { triageStates } from './triage'

/*
 * `library.json` of an exported library, as docs/archive.md describes it: everything that the user made or that was
 * imported. Papers are named by their citation keys, tags by their names, files by the SHA-256 of what is in them.
 * Limits that hold where the user types do not hold here: what a library has comes out, and in again.
 */

export const archiveFormat = 'sheaf-library'
/** Rises when a reader of the former version would lose something. */
export const archiveVersion = 1

const text = z.string()
const key = z.string().min(1)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
/** A point in time, as `Date.toISOString` writes it. */
const time = z.string()
const path = z.string().min(1)

const quote = z.strictObject({ exact: text, prefix: text, suffix: text })
const position = z.strictObject({ start: z.int().min(0), end: z.int().min(0) })
const box = z.tuple([z.number(), z.number(), z.number(), z.number()])

const archivedTarget = z.discriminatedUnion('on', [
  z.strictObject({ on: z.enum(['title', 'abstract']), quote, position }),
  z.strictObject({
    on: z.literal('pdf'),
    sha256,
    page: z.int().min(0),
    pageLabel: text,
    rectangles: z.array(box),
    nextRectangles: z.array(box),
    paths: z.array(z.array(z.number())),
    point: z.tuple([z.number(), z.number()]).nullable(),
    anchor: box.nullable(),
    quote: quote.nullable(),
    position: position.nullable()
  })
])

const archivedAnnotation = z.strictObject({
  kind: z.enum(annotationKinds),
  colour: z.int(),
  comment: text,
  tags: z.array(text),
  placed: z.boolean(),
  author: text,
  /** Which it was in the PDF that it came with; empty for the user's own. */
  origin: text,
  createdAt: time,
  modifiedAt: time,
  target: archivedTarget
})
export type ArchivedAnnotation = z.infer<typeof archivedAnnotation>

const archivedAttachment = z.strictObject({
  name: z.string().min(1),
  mediaType: text,
  sha256,
  bytes: z.int().min(0),
  addedAt: time,
  /** Where a file lies that is linked, not copied; empty for a copy. */
  linkedTo: text,
  /** Its place in the archive; null where it was missing. */
  file: path.nullable()
})
export type ArchivedAttachment = z.infer<typeof archivedAttachment>

/** A text that a note had: whole, or what stands between the first `head` and the last `tail` units of the one before. */
const archivedNoteVersion = z.strictObject({
  savedAt: time,
  keeps: z.strictObject({ head: z.int().min(0), tail: z.int().min(0) }).nullable(),
  text
})
export type ArchivedNoteVersion = z.infer<typeof archivedNoteVersion>

/** What a source says of a field: a text, or people. */
const statedValue = z.union([
  text,
  z.array(
    z.strictObject({
      role: creatorRole,
      name: z.union([
        z.strictObject({ family: text, given: text, particle: text, suffix: text }),
        z.strictObject({ literal: text })
      ])
    })
  )
])

export const archivedPaper = z.strictObject({
  key,
  aliases: z.array(key),
  type: paperType,
  title: paperFields.shape.title,
  creators: z.array(creator),
  issued: paperFields.shape.issued,
  venue: text,
  volume: text,
  issue: text,
  pages: text,
  publisher: text,
  language: text,
  abstract: text,
  identifiers: z.array(identifier),
  links: z.array(link),
  extra: z.array(z.strictObject({ name: text, value: text })),
  /** What sources say of fields; `value` is as the field's own. */
  statements: z.array(
    z.strictObject({
      field: text,
      value: statedValue,
      source: text,
      chosen: z.boolean(),
      saidAt: time
    })
  ),
  tags: z.array(text),
  starred: z.boolean(),
  readAt: time.nullable(),
  trashedAt: time.nullable(),
  addedAt: time,
  modifiedAt: time,
  updatedAt: time.nullable(),
  triage: z
    .strictObject({ state: z.enum(triageStates), returned: z.boolean(), since: time })
    .nullable(),
  note: z.strictObject({ body: text, revision: z.int().min(0), savedAt: time }).nullable(),
  noteHistory: z.array(archivedNoteVersion),
  annotations: z.array(archivedAnnotation),
  attachments: z.array(archivedAttachment)
})
export type ArchivedPaper = z.infer<typeof archivedPaper>

const archivedDigest = z.strictObject({
  format: text,
  source: text,
  fileName: text,
  date: text,
  dateInferred: z.boolean(),
  contentHash: text,
  importedAt: time,
  /** Where in the archive its text is. */
  text: path,
  papers: z.array(
    z.strictObject({
      ...{ key, position: z.int(), start: z.int().min(0), end: z.int().min(0) },
      votes: z.int().min(0).optional(),
      stars: z.int().min(0).optional()
    })
  )
})
export type ArchivedDigest = z.infer<typeof archivedDigest>

export interface ArchivedCollection {
  name: string
  papers: string[]
  collections: ArchivedCollection[]
}
const archivedCollection: z.ZodType<ArchivedCollection> = z.strictObject({
  name: z.string().min(1),
  papers: z.array(key),
  get collections() {
    return z.array(archivedCollection)
  }
})

/** The library without its papers and digests, which are looked at one by one. */
export const archivedShelves = z.strictObject({
  settings: librarySettings.partial(),
  tags: z.array(z.strictObject({ name: z.string().min(1), colour: z.int() })),
  collections: z.array(archivedCollection),
  savedSearches: z.array(z.strictObject({ name: z.string().min(1), query: text })),
  rules: z.array(
    z.strictObject({
      query: text,
      tag: text,
      enabled: z.boolean(),
      /** Papers that the user took the tag off again. */
      exceptions: z.array(key)
    })
  ),
  /** Pairs of papers that the user said are not the same. */
  toldApart: z.array(z.tuple([key, key])),
  readingPlaces: z.array(
    z.strictObject({
      ...{ sha256, page: z.int().positive(), x: z.number(), y: z.number() },
      /** `page-width`, `page-fit`, or a factor. */
      scale: z.string().regex(/^(page-width|page-fit|\d+(\.\d+)?)$/),
      ...{ rotation: pageRotation, twoPages: z.boolean() }
    })
  ),
  projects: z.array(
    z.strictObject({
      path,
      bib: text,
      dialect: bibDialect,
      source: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.enum(['cited', 'library']) }),
        z.strictObject({ kind: z.literal('tag'), tag: text }),
        /** The collection's name, behind those of the collections it is in. */
        z.strictObject({ kind: z.literal('collection'), path: z.array(text).min(1) }),
        z.strictObject({ kind: z.literal('search'), search: text })
      ]),
      linkedAt: time
    })
  ),
  /** Libraries exported before there were any have none. */
  subscriptions: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        source: subscriptionSource,
        /** Hours from one time to the next; 0 for only when the user says so. */
        every: z.literal(schedules),
        only: text,
        byKnown: z.boolean(),
        never: text,
        addedAt: time
      })
    )
    .default([])
})
export type ArchivedShelves = z.infer<typeof archivedShelves>

export const archivedLibrary = archivedShelves.extend({
  format: z.literal(archiveFormat),
  version: z.literal(archiveVersion),
  papers: z.array(archivedPaper),
  digests: z.array(archivedDigest)
})
export type ArchivedLibrary = z.infer<typeof archivedLibrary>

/** `manifest.json`: what an archive is, and every other file in it. */
export const archiveManifest = z.strictObject({
  format: z.literal(archiveFormat),
  version: z.literal(archiveVersion),
  /** What wrote it: `Sheaf 0.1.0`. */
  program: text,
  exportedAt: time,
  papers: z.int().min(0),
  files: z.array(z.strictObject({ path, bytes: z.int().min(0), sha256 }))
})
export type ArchiveManifest = z.infer<typeof archiveManifest>
