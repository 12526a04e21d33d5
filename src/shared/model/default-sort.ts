import { digestOf } from './digest-of'
import type { Sort, View } from './view'

/** How a view is ordered until the user says otherwise. */
export function defaultSort(view: View): Sort {
  if (digestOf(view) !== null) return { column: 'position', descending: false }
  if (view.kind === 'trending') return { column: 'trend', descending: true }
  return { column: view.kind === 'inbox' ? 'digest' : 'added', descending: true }
}
