/** What the papers of a list may be put together by. */
export const groupings = [
  ...(['none', 'digest', 'added', 'year', 'venue', 'author', 'type', 'tag'] as const)
] as const
