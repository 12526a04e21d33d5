import type { View } from '@shared/model/view'
import { asksForDismissed } from '@shared/query/asks-for-dismissed'
import { parseQuery } from '@shared/query/parse'

/**
 * Where a text is to be searched for. What asks for dismissed papers means those, which the library leaves
 * out; and in the Inbox of a digest its papers are found whether they are decided about or not, so that
 * what was kept a moment ago is not as if it had never come.
 */
export function widened(view: View, text: string): View {
  if (text.trim() === '') return view
  if (view.kind === 'inbox-digest') return { kind: 'digest', id: view.id }
  if (view.kind !== 'library' || !/dismissed/i.test(text)) return view
  return asksForDismissed(parseQuery(text, { today: '2000-01-01' })) ? { kind: 'dismissed' } : view
}
