/** What the columns of a list that is shown as a table may say. */
export const listColumns = [
  ...(['title', 'authors', 'year', 'venue', 'tags', 'added', 'key', 'type', 'read'] as const)
] as const
export type ListColumn = (typeof listColumns)[number]
