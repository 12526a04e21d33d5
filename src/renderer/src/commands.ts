import { publisherProfiles } from '@shared/model/publisher-profiles'
import { call } from './lib/api'
import type { Command } from './lib/keyboard'
import { attempt } from './lib/report-error'
import { words } from './messages/words'
import type { WindowState } from './window.svelte'

/** What only the page can do: focus, and its own parts. */
export interface Page {
  focusSearch: () => void
  focusList: () => void
  openExport: () => void
}

/** Everything the user can do, in the order the palette shows it. */
export function createCommands(state: WindowState, page: Page): Command[] {
  const { list, detail } = state
  const several = (): boolean => list.selected.length > 1
  const some = (): boolean => list.selected.length > 0
  const one = (): boolean => detail.paper !== null && list.selected.length === 1
  const isStarred = (): boolean => detail.paper?.starred === true
  const isRead = (): boolean => detail.paper?.read === true
  const inTrash = (): boolean => list.view.kind === 'trash'
  const change = (work: (ids: number[]) => Promise<unknown>) => () => void state.change(work)
  const { titles: t, groups: g } = words.commands
  return [
    {
      ...{ id: 'import', title: t.import, group: g.library, keys: ['Mod+O'], inFields: true },
      run: () => void state.import(() => call('import:choose', undefined))
    },
    {
      ...{ id: 'paste', title: t.paste, group: g.library, keys: ['Mod+Shift+V', 'Mod+V'] },
      run: () => void attempt(async () => state.importText(await navigator.clipboard.readText()))
    },
    {
      ...{ id: 'sample', title: t.sample, group: g.library },
      run: () => void state.import(() => call('import:sample', undefined))
    },
    {
      ...{ id: 'export', title: t.export, group: g.library, keys: ['Mod+E'], inFields: true },
      run: () => void state.export('bibtex', list.selected.length > 1 ? list.selected : null)
    },
    {
      ...{ id: 'export-biblatex', title: t.exportBiblatex, group: g.library },
      run: () => void state.export('biblatex', list.selected.length > 1 ? list.selected : null)
    },
    {
      ...{ id: 'export-csl', title: t.exportCsl, group: g.library },
      run: () => void state.export('csl-json', list.selected.length > 1 ? list.selected : null)
    },
    {
      ...{ id: 'export-ris', title: t.exportRis, group: g.library },
      run: () => void state.export('ris', list.selected.length > 1 ? list.selected : null)
    },
    {
      ...{ id: 'export-markdown', title: t.exportMarkdown, group: g.library },
      run: () => void state.export('markdown', list.selected.length > 1 ? list.selected : null)
    },
    ...publisherProfiles.map(({ id, name, format }) => ({
      ...{ id: `export-${id}`, title: t.exportFor(name), group: g.library },
      run: () => void state.export(format, list.selected.length > 1 ? list.selected : null, id)
    })),
    {
      ...{ id: 'citing', title: t.citing, group: g.library, keys: ['Mod+Shift+,'] },
      run: () => {
        state.overlay = { kind: 'citing' }
      }
    },
    {
      ...{ id: 'undo', title: t.undo, group: g.library, keys: ['Mod+Z'] },
      enabled: () => state.journal.undoLabel !== null,
      run: () => void attempt(() => state.journal.undo())
    },
    {
      ...{ id: 'redo', title: t.redo, group: g.library, keys: ['Mod+Shift+Z', 'Mod+Y'] },
      enabled: () => state.journal.redoLabel !== null,
      run: () => void attempt(() => state.journal.redo())
    },
    {
      ...{ id: 'next', title: t.next, group: g.move, keys: ['j'] },
      run: () => {
        list.move(1)
        page.focusList()
      }
    },
    {
      ...{ id: 'previous', title: t.previous, group: g.move, keys: ['k'] },
      run: () => {
        list.move(-1)
        page.focusList()
      }
    },
    {
      ...{ id: 'select-all', title: t.selectAll, group: g.move, keys: ['Mod+A'] },
      run: () => {
        list.selectAll()
      }
    },
    {
      ...{ id: 'search', title: t.search, group: g.move, keys: ['/', 'Mod+F'], inFields: true },
      run: page.focusSearch
    },
    {
      ...{ id: 'star', title: t.star, group: g.paper, keys: ['s'], enabled: some },
      run: change((ids) => call('paper:set-state', { ids, starred: !isStarred() }))
    },
    {
      ...{ id: 'read', title: t.read, group: g.paper, keys: ['m'], enabled: some },
      run: change((ids) => call('paper:set-state', { ids, read: !isRead() }))
    },
    {
      ...{ id: 'seen', title: t.seen, group: g.paper, enabled: some },
      run: change((ids) => call('paper:mark-seen', { ids }))
    },
    {
      ...{ id: 'by-meaning', title: t.byMeaning, group: g.move, keys: ['Mod+M'], inFields: true },
      enabled: () => state.meaning.state === 'ready' || state.meaning.state === 'working',
      run: () => void attempt(() => list.rankByMeaning(!list.byMeaning))
    },
    {
      ...{ id: 'related', title: t.related, group: g.paper, keys: ['r'], enabled: some },
      run: () => {
        state.overlay = { kind: 'related', to: { kind: 'papers', ids: list.selected } }
      }
    },
    {
      ...{ id: 'related-to-view', title: t.relatedToView, group: g.view },
      enabled: () => list.view.kind === 'tag',
      run: () => {
        if (list.view.kind === 'tag')
          state.overlay = { kind: 'related', to: { kind: 'tag', id: list.view.id } }
      }
    },
    {
      ...{ id: 'related-to-text', title: t.relatedToText, group: g.view },
      run: () => {
        state.overlay = { kind: 'related', to: { kind: 'text', text: '' } }
      }
    },
    {
      ...{ id: 'tag', title: t.tag, group: g.paper, keys: ['t'], enabled: some },
      run: () => {
        state.isTagging = true
      }
    },
    {
      ...{ id: 'note', title: t.note, group: g.paper, keys: ['n'], enabled: one },
      run: () => {
        state.isNoting = true
      }
    },
    {
      ...{ id: 'edit', title: t.edit, group: g.paper, keys: ['e'], enabled: one },
      run: () => {
        state.overlay = { kind: 'edit' }
      }
    },
    {
      ...{ id: 'key', title: t.key, group: g.paper, enabled: one },
      run: () => {
        state.overlay = { kind: 'key' }
      }
    },
    {
      ...{ id: 'copy-cite', title: t.copyCite, group: g.paper, keys: ['c'], enabled: some },
      run: () => void state.copy('cite')
    },
    {
      ...{ id: 'copy-bibtex', title: t.copyBibtex, group: g.paper, keys: ['b', 'Mod+Shift+C'] },
      enabled: some,
      run: () => void state.copy('bibtex')
    },
    {
      ...{ id: 'copy-biblatex', title: t.copyBiblatex, group: g.paper, enabled: some },
      run: () => void state.copy('biblatex')
    },
    {
      ...{ id: 'copy-markdown', title: t.copyMarkdown, group: g.paper, enabled: some },
      run: () => void state.copy('markdown')
    },
    {
      ...{ id: 'references', title: t.references, group: g.paper, keys: ['f'], enabled: some },
      run: () => {
        state.overlay = { kind: 'references', ids: list.selected }
      }
    },
    {
      ...{ id: 'make-keys', title: t.makeKeys, group: g.paper, enabled: some },
      run: () => {
        state.overlay = { kind: 'make-keys', ids: list.selected }
      }
    },
    {
      ...{ id: 'open-link', title: t.openLink, group: g.paper, keys: ['o'] },
      enabled: () => one() && (detail.paper?.links.length ?? 0) > 0,
      run: () => {
        const url = detail.paper?.links[0]?.url
        if (url !== undefined) void attempt(() => call('link:open', { url }))
      }
    },
    {
      ...{ id: 'source', title: t.source, group: g.paper },
      enabled: () => one() && (detail.paper?.appearances.length ?? 0) > 0,
      run: () => {
        const digestId = detail.paper?.appearances[0]?.digestId
        if (digestId !== undefined)
          state.overlay = { kind: 'source', digestId, paperId: detail.paper?.id ?? null }
      }
    },
    {
      ...{ id: 'attach', title: t.attach, group: g.paper, enabled: one },
      run: () => {
        const paperId = detail.paper?.id
        if (paperId !== undefined) void attempt(() => call('attachment:choose', { paperId }))
      }
    },
    {
      ...{ id: 'complete', title: t.complete, group: g.paper, keys: ['l'], enabled: some },
      run: change((ids) => state.completing.ask(ids))
    },
    {
      ...{ id: 'complete-all', title: t.completeAll, group: g.library },
      run: () => void attempt(() => state.completing.askAll())
    },
    {
      ...{ id: 'duplicates', title: t.duplicates, group: g.library },
      run: () => {
        state.overlay = { kind: 'duplicates' }
      }
    },
    {
      ...{ id: 'merge', title: t.merge, group: g.paper, enabled: several },
      run: change((ids) => {
        const [first = 0] = ids
        const keep = state.list.selection.current ?? first
        return call('paper:merge', {
          groups: [{ keep, others: ids.filter((id) => id !== keep) }]
        })
      })
    },
    {
      ...{ id: 'trash', title: t.trash, group: g.paper, keys: ['#', 'Delete'] },
      enabled: () => some() && !inTrash(),
      run: change((ids) => call('paper:trash', { ids }))
    },
    {
      ...{ id: 'restore', title: t.restore, group: g.paper, enabled: () => some() && inTrash() },
      run: change((ids) => call('paper:restore', { ids }))
    },
    ...(['library', 'unread', 'starred', 'incomplete', 'trash', 'updated'] as const).map(
      (kind, index) => ({
        ...{ id: `view-${kind}`, title: t.goTo(words.sidebar.views[kind]), group: g.view },
        keys: [`Mod+${String(index + 1)}`],
        inFields: true,
        run: () => void state.show({ kind })
      })
    ),
    {
      ...{ id: 'toggle-sidebar', title: t.toggleSidebar, group: g.view, keys: ['Mod+B'] },
      inFields: true,
      run: () => {
        state.preferences.change({ sidebarShown: !state.preferences.settings.sidebarShown })
      }
    },
    {
      ...{ id: 'palette', title: t.palette, group: g.view, keys: ['Mod+K'], inFields: true },
      run: () => {
        state.overlay = { kind: 'palette' }
      }
    },
    {
      ...{ id: 'keys', title: t.keys, group: g.view, keys: ['?'] },
      run: () => {
        state.overlay = { kind: 'keys' }
      }
    },
    {
      ...{ id: 'settings', title: t.settings, group: g.view, keys: ['Mod+,'], inFields: true },
      run: () => {
        state.overlay = { kind: 'settings' }
      }
    }
  ]
}
