/** Every call the renderer can make, as `noun:verb`. The preload script passes on these and no others. */
export const channels = [
  'app:started',
  'library:info',
  'library:choose-folder',
  'library:sidebar',
  'paper:list',
  'paper:rows',
  'paper:get',
  'paper:edit',
  'paper:choose',
  'paper:mark-seen',
  'paper:set-state',
  'paper:trash',
  'paper:restore',
  'paper:set-key',
  'paper:suggest-key',
  'tag:add',
  'tag:remove',
  'note:save',
  'digest:get',
  'digest:set-date',
  'import:files',
  'import:text',
  'import:choose',
  'import:sample',
  'import:cancel',
  'import:page',
  'import:fields',
  'import:correct',
  'import:set-date',
  'import:reread',
  'import:apply',
  'import:discard',
  'export:copy',
  'export:file',
  'export:drag',
  'attachment:choose',
  'attachment:open',
  'attachment:remove',
  'link:open',
  'journal:state',
  'journal:undo',
  'journal:redo',
  'settings:get',
  'settings:set'
] as const
export type Channel = (typeof channels)[number]

/** Every event the main process sends. */
export const eventNames = [
  'library:changed',
  'import:progressed',
  'import:finished',
  'command:invoked'
] as const
export type EventName = (typeof eventNames)[number]
