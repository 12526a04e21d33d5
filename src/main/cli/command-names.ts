/** What `sheaf` can be told to do without a window. */
export const commandNames = [
  'import',
  'list',
  'search',
  'related',
  'export',
  'cite',
  'help'
] as const
