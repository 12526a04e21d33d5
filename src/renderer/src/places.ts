import { plainText } from '@shared/text/residue'
import { collectionPath } from './features/organise/tree'
import { call } from './lib/api'
import type { Command } from './lib/keyboard'
import { attempt } from './lib/report-error'
import { words } from './messages/words'
import type { WindowState } from './window.svelte'

/** Commands that follow from what the library has: its digests and tags, and what the current paper has. */
export function placesOf(state: WindowState): Command[] {
  const { titles: t, groups: g } = words.commands
  const { content } = state.sidebar
  const show = (id: string, title: string, view: Parameters<WindowState['show']>[0]): Command => ({
    ...{ id, title, group: g.view },
    run: () => void state.show(view)
  })
  const digests = content?.digests ?? []
  return [
    ...digests
      .filter(({ left }) => left > 0)
      .map(({ id, source, date }) =>
        show(`inbox-digest-${String(id)}`, t.decideOn(words.sidebar.source(source, date)), {
          kind: 'inbox-digest',
          id
        })
      ),
    ...digests.map(({ id, source, date }) =>
      show(`digest-${String(id)}`, t.goTo(words.sidebar.source(source, date)), {
        kind: 'digest',
        id
      })
    ),
    ...(content?.tags ?? []).map(({ id, name }) =>
      show(`tag-${String(id)}`, t.goToTag(name), { kind: 'tag', id })
    ),
    ...(content?.collections ?? []).map(({ id }) =>
      show(`collection-${String(id)}`, t.goTo(collectionPath(content?.collections ?? [], id)), {
        kind: 'collection',
        id
      })
    ),
    ...(content?.searches ?? []).map(({ id, name }) => ({
      ...{ id: `search-${String(id)}`, title: t.goTo(name), group: g.view },
      run: () => void state.openSaved(id)
    })),
    ...ofPaper(state)
  ]
}

/** What can be done to parts of the paper on view. */
function ofPaper({ detail, list }: WindowState): Command[] {
  const { paper } = detail
  if (paper === null || list.selectedCount !== 1) return []
  const { titles: t, groups: g } = words.commands
  const { id: paperId } = paper
  const make = (id: string, title: string, work: () => Promise<unknown>): Command => ({
    ...{ id, title, group: g.paper },
    run: () => void attempt(work)
  })
  return [
    ...paper.links.map(({ kind, url }, at) =>
      make(`link-${String(at)}`, t.openThe(words.linkKinds[kind], url), () =>
        call('link:open', { url })
      )
    ),
    ...paper.attachments.flatMap(({ id, name }) => [
      make(`attachment-${String(id)}`, t.openFile(name), () => call('attachment:open', { id })),
      make(`detach-${String(id)}`, words.detail.attachments.remove(name), () =>
        call('attachment:remove', { id })
      )
    ]),
    ...paper.tags.map(({ id, name }) =>
      make(`untag-${String(id)}`, words.detail.tags.remove(name), () =>
        call('tag:remove', { ids: [paperId], tagId: id })
      )
    ),
    ...paper.statements
      .filter(({ shown, field, text }) => !shown && !field.startsWith('extra:') && text !== '')
      .map(({ id, field, text }) =>
        make(
          `choose-${String(id)}`,
          words.detail.statements.useWhat(words.detail.statements.field(field), plainText(text)),
          () => call('paper:choose', { id: paperId, statementId: id })
        )
      )
  ]
}
