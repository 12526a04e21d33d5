import { z } from 'zod'

/** Every kind of change the journal knows by name. The words for each are in the message catalogue. */
export const changeKinds = [
  'import',
  'edit',
  'complete',
  'choose',
  'merge',
  'apart',
  'seen',
  'tag',
  'untag',
  'star',
  'unstar',
  'read',
  'unread',
  'note',
  'trash',
  'restore',
  'key',
  'keys',
  'digest-date',
  'attach',
  'detach'
] as const

/** What one undoable change was: its kind, how many papers it touched, and the name it concerns (a tag, a file, a title). */
export const changeLabel = z.strictObject({
  kind: z.enum(changeKinds),
  count: z.int(),
  name: z.string()
})
export type ChangeLabel = z.infer<typeof changeLabel>

/** The next change that undo would take back and that redo would make again. */
export const journalState = z.strictObject({
  undo: changeLabel.nullable(),
  redo: changeLabel.nullable()
})
export type JournalState = z.infer<typeof journalState>
