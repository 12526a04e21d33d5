import type { Sort, View } from './view'

/** What the papers of a list may be put together by. */
export const groupings = [
  ...(['none', 'digest', 'added', 'year', 'venue', 'author', 'type', 'tag'] as const)
] as const

/** How a view is ordered until the user says otherwise. */
export function defaultSort(view: View): Sort {
  return view.kind === 'digest'
    ? { column: 'position', descending: false }
    : { column: 'added', descending: true }
}
