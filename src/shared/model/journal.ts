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
  'edit-several',
  'tag',
  'untag',
  'tag-rename',
  'tag-merge',
  'tag-colour',
  'tag-delete',
  'rule',
  'rule-edit',
  'rule-delete',
  'collect',
  'uncollect',
  'collection-new',
  'collection-rename',
  'collection-move',
  'collection-delete',
  'search-new',
  'search-edit',
  'search-move',
  'search-delete',
  'star',
  'unstar',
  'read',
  'unread',
  'note',
  'restore-note',
  'trash',
  'restore',
  'empty-trash',
  'key',
  'digest-date',
  'attach',
  'detach',
  'annotate',
  'recolour',
  'annotation',
  'unannotate',
  'take-over',
  'replace-file',
  'reanchor',
  'link-project',
  'set-project',
  'unlink-project',
  'recite'
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
