import type { View } from '../model/view'

/** What the window shows first. */
export const firstView: View = { kind: 'library' }

/** The calls that every window begins with: made by the preload script, so that the answers are there when the page asks. */
export const firstCalls = [
  ['settings:get', undefined],
  ['paper:list', { view: firstView, query: '', sort: null, group: null, byMeaning: false }],
  ['library:sidebar', undefined],
  ['journal:state', undefined]
] as const
