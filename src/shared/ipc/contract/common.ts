import { z } from 'zod'
import { changeLabel } from '../../model/journal'

// What the parts of the contract have in common.

export const id = z.int().positive()
export const ids = z.array(id).min(1).max(200_000)
export const nothing = z.undefined()
export const changed = z.strictObject({ label: changeLabel.nullable() })
export const made = changed.extend({ id })
/** Stands for a file the user dropped; only the main process knows its path. */
export const fileToken = z.uuid()
/** How many annotations have a place now, and how many not. */
export const reanchored = z.strictObject({ placed: z.int(), lost: z.int() })
export const draftId = z.uuid()
