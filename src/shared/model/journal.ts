import { z } from 'zod'

/** Every kind of change the journal knows by name. The words for each are in the message catalogue. */
export const changeKinds = [
  'import',
  'open-archive',
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
  'keep',
  'dismiss',
  'undecide',
  'key',
  'keys',
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
  'recite',
  'remove-entry',
  'subscribe',
  'set-subscription',
  'pause-subscription',
  'resume-subscription',
  'unsubscribe'
] as const

/** What one undoable change was: its kind, how many papers it touched, and the name it concerns (a tag, a file, a title). */
export const changeLabel = z.strictObject({
  kind: z.enum(changeKinds),
  count: z.int(),
  name: z.string()
})
export type ChangeLabel = z.infer<typeof changeLabel>

/** A change as the history tells it. `gone`: it was undone, and something else was done then. */
export const historyEntry = z.strictObject({
  id: z.int().positive(),
  label: changeLabel,
  madeAt: z.string(),
  state: z.enum(['done', 'undone', 'gone'])
})
export type HistoryEntry = z.infer<typeof historyEntry>

/** Some of the history, and all there is to know of the whole. */
export const historyPage = z.strictObject({
  entries: z.array(historyEntry),
  /** How many changes there are. */
  total: z.int(),
  /** The newest change that is done; 0 for none. */
  at: z.int()
})
export type HistoryPage = z.infer<typeof historyPage>

/** What stepping to a point of the history would do: how many changes, by kind, and how many papers those were of. */
export const historyStep = z.strictObject({
  direction: z.enum(['back', 'forward', 'none']),
  changes: z.int(),
  kinds: z.array(z.strictObject({ kind: z.enum(changeKinds), changes: z.int(), papers: z.int() }))
})
export type HistoryStep = z.infer<typeof historyStep>

/** The next change that undo would take back and that redo would make again. */
export const journalState = z.strictObject({
  undo: changeLabel.nullable(),
  redo: changeLabel.nullable()
})
export type JournalState = z.infer<typeof journalState>
