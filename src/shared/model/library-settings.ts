import { z } from 'zod'
import { standardPattern } from '../keys/make'
import { longestPattern } from '../keys/parse'
import { defaultExportOptions, exportOptions } from './export-options'

/** How a library's citation keys are made. */
export const keySettings = z.strictObject({
  pattern: z.string().min(1).max(longestPattern),
  /** What is put behind a key that is taken. */
  clashes: z.enum(['letters', 'numbers'])
})
export type KeySettings = z.infer<typeof keySettings>

/** Choices that belong to a library: the same in its window and on the command line. */
export const librarySettings = z.strictObject({
  keys: keySettings,
  exporting: exportOptions,
  /** The style that references are formatted in, by its name among the shipped ones or the user's. */
  style: z.string().max(300)
})
export type LibrarySettings = z.infer<typeof librarySettings>

export const defaultLibrarySettings: LibrarySettings = {
  keys: { pattern: standardPattern, clashes: 'letters' },
  exporting: defaultExportOptions,
  style: 'apa'
}

/** A key that a pattern would make, beside the one a paper has. */
export const plannedKey = z.strictObject({
  id: z.int(),
  title: z.string(),
  from: z.string(),
  to: z.string()
})
export type PlannedKey = z.infer<typeof plannedKey>

/** What a pattern makes of some papers, or what is wrong with it and where. */
export const keyPreview = z.strictObject({
  error: z.strictObject({ message: z.string(), start: z.int(), end: z.int() }).nullable(),
  keys: z.array(plannedKey)
})
export type KeyPreview = z.infer<typeof keyPreview>
