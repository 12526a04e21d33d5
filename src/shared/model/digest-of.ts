import type { View } from './view'

/** The digest that a view is of; null for none. */
export function digestOf(view: View): number | null {
  return view.kind === 'digest' || view.kind === 'inbox-digest' ? view.id : null
}
