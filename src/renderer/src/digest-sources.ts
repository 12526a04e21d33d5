import type { View } from '@shared/model/view'
import { collectionPath } from './features/organise/tree'
import type { DigestSource } from './features/sending/digest-source'
import { call } from './lib/api'
import { words } from './messages/words'
import type { WindowState } from './window.svelte'

/** What a digest of one's own can be made of: the selection, what is on view, days, and every place with papers. */
export function digestSources(state: WindowState, title: string): DigestSource[] {
  const { list, sidebar } = state
  const { sources: s } = words.sending
  const { selected, ids, view, query } = list
  const of = (key: string, label: string, from: View, text = ''): DigestSource => ({
    ...{ key, label, title: label },
    load: () => idsOf(from, text)
  })
  const content = sidebar.content
  const here = ids.slice()
  return [
    ...(selected.length > 1
      ? [
          {
            ...{ key: 'selection', label: s.selection(selected.length), title },
            load: () => Promise.resolve(selected)
          }
        ]
      : []),
    {
      ...{ key: 'view', label: s.view(title), title: query === '' ? title : query },
      // As they stand in the list; what ranks them may leave some out.
      load: () => (query === '' ? Promise.resolve(here) : idsOf(view, query))
    },
    ...(['week', 'month'] as const).map((window) =>
      of(window, s.days[window], { kind: 'trending', window, on: '' })
    ),
    of('starred', words.sidebar.views.starred, { kind: 'starred' }),
    ...(content?.searches ?? []).map(({ id, name, query: text }) =>
      of(`search-${String(id)}`, name, { kind: 'library' }, text)
    ),
    ...(content?.collections ?? []).map(({ id }) =>
      of(`collection-${String(id)}`, collectionPath(content?.collections ?? [], id), {
        ...{ kind: 'collection', id }
      })
    ),
    ...(content?.tags ?? []).map(({ id, name }) =>
      of(`tag-${String(id)}`, s.tag(name), { kind: 'tag', id })
    )
  ]
}

async function idsOf(view: View, query: string): Promise<number[]> {
  const sort = query === '' ? null : ({ column: 'digest', descending: true } as const)
  const found = await call('paper:list', { view, query, sort, group: 'none', byMeaning: false })
  return found.ids
}
