import { z } from 'zod'

/** What the papers of an import are filed under: where in the sidebar they were dropped. */
export const importTarget = z.strictObject({
  kind: z.enum(['tag', 'collection']),
  id: z.int().min(1)
})
export type ImportTarget = z.infer<typeof importTarget>

/** Where the papers of an import are filed: what it is called, null where it is gone by then. */
export const filedUnder = z.strictObject({
  kind: importTarget.shape.kind,
  name: z.string().nullable()
})
export type FiledUnder = z.infer<typeof filedUnder>
