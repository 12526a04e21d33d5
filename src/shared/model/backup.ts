import { z } from 'zod'

/** Why a backup was made: by itself as time went by, by the user, or before something that is hard to take back. */
export const backupReasons = [
  'automatic',
  'by-hand',
  'before-update',
  'before-emptying',
  'before-restore'
] as const
export type BackupReason = (typeof backupReasons)[number]

/** What is counted of a library. */
export const libraryCounts = z.strictObject({
  papers: z.int().min(0),
  /** Those with something in them. */
  notes: z.int().min(0),
  annotations: z.int().min(0)
})
export type LibraryCounts = z.infer<typeof libraryCounts>

/** A whole copy of the library at one moment; it was opened and checked before it got its name. */
export const backup = libraryCounts.extend({
  /** Of its file. */
  name: z.string(),
  /** The moment of the library that it holds. */
  at: z.iso.datetime(),
  reason: z.enum(backupReasons),
  bytes: z.int().min(0),
  /** The first half of the SHA-256 of the file: what was checked. */
  sum: z.string()
})
export type Backup = z.infer<typeof backup>

/** The backups of a library, the newest first. */
export const backupList = z.strictObject({
  folder: z.string(),
  backups: z.array(backup),
  /** Why the last attempt failed; empty when it did not. */
  failure: z.string()
})
export type BackupList = z.infer<typeof backupList>

/** What restoring a backup would make of the library. */
export const restorePlan = z.strictObject({
  backup,
  now: libraryCounts,
  /** Papers that are in the library and not in the backup. */
  lost: z.int().min(0),
  /** Papers that are in the backup and not in the library. */
  back: z.int().min(0),
  /** Notes of papers that stay which would read as they did then. */
  notes: z.int().min(0)
})
export type RestorePlan = z.infer<typeof restorePlan>
