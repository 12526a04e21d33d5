/** Where a paper stands: still to be decided about, in the library for good, or out of sight. */
export const triageStates = ['inbox', 'kept', 'dismissed'] as const
export type TriageState = (typeof triageStates)[number]

/** What the user may decide of a paper; `inbox`: to decide later. */
export const decisions = ['keep', 'dismiss', 'inbox'] as const
export type Decision = (typeof decisions)[number]

/** What keeps an undecided paper without a word, if the user wants it. */
export const keepingActs = ['star', 'tag', 'note'] as const
export type KeepingAct = (typeof keepingActs)[number]
