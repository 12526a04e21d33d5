import type { View } from '@shared/model/view'
import { asksForDismissed } from '@shared/query/asks-for-dismissed'
import { parseQuery } from '@shared/query/parse'

/** Where a text is to be searched for: what asks for dismissed papers means those, which the library leaves out. */
export function widened(view: View, text: string): View {
  if (view.kind !== 'library' || !/dismissed/i.test(text)) return view
  return asksForDismissed(parseQuery(text, { today: '2000-01-01' })) ? { kind: 'dismissed' } : view
}
