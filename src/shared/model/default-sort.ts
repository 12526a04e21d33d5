import type { Sort, View } from './view'

/** How a view is ordered until the user says otherwise. */
export function defaultSort(view: View): Sort {
  return view.kind === 'digest'
    ? { column: 'position', descending: false }
    : { column: 'added', descending: true }
}
