/** Where a user's papers may be, who begins with Sheaf. */
export const importOrigins = ['zotero', 'jabref', 'mendeley', 'folder'] as const
export type ImportOrigin = (typeof importOrigins)[number]
