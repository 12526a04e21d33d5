import { z } from 'zod'

/** A package that is a part of Sheaf, and the licence it comes under. */
export const licence = z.strictObject({
  name: z.string(),
  version: z.string(),
  /** As SPDX writes it, where the package does. */
  licence: z.string(),
  /** Of its own files; empty where it brings none. */
  text: z.string()
})
export type Licence = z.infer<typeof licence>

/** What this program is, and what it is made of. */
export const about = z.strictObject({
  version: z.string(),
  electron: z.string(),
  chromium: z.string(),
  licences: z.array(licence)
})
export type About = z.infer<typeof about>
