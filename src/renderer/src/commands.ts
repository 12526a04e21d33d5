import { digestOf } from '@shared/model/digest-of'
import { usualSort } from './features/library/usual-sort'
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
  openPaper: () => void
}

/** Everything the user can do, in the order the palette shows it. */
export function createCommands(state: WindowState, page: Page): Command[] {
  const { needs } = words
  const { list, detail } = state
  const several = (): boolean => list.selectedCount > 1
  const some = (): boolean => list.selectedCount > 0
  const one = (): boolean => detail.paper !== null && list.selectedCount === 1
  const isStarred = (): boolean => detail.paper?.starred === true
  const isRead = (): boolean => detail.paper?.read === true
  const inTrash = (): boolean => list.view.kind === 'trash'
  const decidable = (): boolean => some() && !inTrash()
  const change = (work: (ids: number[]) => Promise<unknown>) => () => void state.change(work)
  const inTag = (): boolean => list.view.kind === 'tag'
  const isSearching = (): boolean => list.query !== ''
  const knowsMeaning = (): boolean =>
    state.meaning.state === 'ready' || state.meaning.state === 'working'
  const canUndo = (): boolean => state.journal.undoLabel !== null
  const canRedo = (): boolean => state.journal.redoLabel !== null
  /** What is asked for by commands that share it, and what it takes. */
  const reasons = new Map<Command['enabled'], string>([
    [some, needs.some],
    [one, needs.one],
    [several, needs.several],
    [decidable, needs.decidable],
    [inTag, needs.tag],
    [isSearching, needs.search],
    [knowsMeaning, needs.meaning],
    [canUndo, needs.undo],
    [canRedo, needs.redo]
  ])
  const { titles: t, groups: g } = words.commands
  const all: Command[] = [
    {
      ...{ id: 'keep', title: t.keep, group: g.triage, keys: ['y'], enabled: decidable },
      run: () => void state.decide('keep')
    },
    {
      ...{ id: 'keep-starred', title: t.keepStarred, group: g.triage, keys: ['Shift+s'] },
      enabled: decidable,
      run: () => void state.decide('keep', true)
    },
    {
      ...{ id: 'dismiss', title: t.dismiss, group: g.triage, keys: ['x'], enabled: decidable },
      run: () => void state.decide('dismiss')
    },
    {
      ...{ id: 'dismiss-rest', title: t.dismissRest, group: g.triage, keys: ['Shift+x'] },
      enabled: () => state.restOf !== null && !isSearching(),
      why: () => (isSearching() ? needs.noSearch : needs.rest),
      run: () => {
        if (state.restOf !== null) void state.dismissRest(state.restOf)
      }
    },
    {
      ...{ id: 'undecide', title: t.undecide, group: g.triage, enabled: decidable },
      run: () => void state.decide('inbox')
    },
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
      ...{ id: 'undo', title: t.undo, group: g.library, keys: ['Mod+Z'] },
      enabled: canUndo,
      run: () => void attempt(() => state.journal.undo())
    },
    {
      ...{ id: 'redo', title: t.redo, group: g.library, keys: ['Mod+Shift+Z', 'Mod+Y'] },
      enabled: canRedo,
      run: () => void attempt(() => state.journal.redo())
    },
    {
      ...{ id: 'history', title: t.history, group: g.library, keys: ['Mod+Shift+H'] },
      inFields: true,
      run: () => {
        state.overlay = { kind: 'history' }
      }
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
      ...{ id: 'open', title: t.open, group: g.move, enabled: some },
      run: page.openPaper
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
      ...{ id: 'search-all', title: t.searchAll, group: g.move },
      enabled: () => list.view.kind !== 'library',
      why: () => needs.here,
      run: () => {
        void state.show({ kind: 'library' })
        page.focusSearch()
      }
    },
    {
      ...{ id: 'clear-search', title: t.clearSearch, group: g.move, enabled: isSearching },
      run: () => {
        void attempt(() => list.search(''))
        page.focusList()
      }
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
      enabled: knowsMeaning,
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
      enabled: inTag,
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
      ...{ id: 'open-link', title: t.openLink, group: g.paper, keys: ['o'] },
      enabled: () => one() && (detail.paper?.links.length ?? 0) > 0,
      why: () => (one() ? needs.links : needs.one),
      run: () => {
        const url = detail.paper?.links[0]?.url
        if (url !== undefined) void attempt(() => call('link:open', { url }))
      }
    },
    {
      ...{ id: 'source', title: t.source, group: g.paper },
      enabled: () => one() && (detail.paper?.appearances.length ?? 0) > 0,
      why: () => (one() ? needs.digest : needs.one),
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
      ...{ id: 'tell-apart', title: t.apart, group: g.paper },
      enabled: () => several() && list.selectedCount <= 100,
      why: () => (several() ? needs.upTo100 : needs.several),
      run: change((ids) => call('paper:tell-apart', { ids }))
    },
    {
      ...{ id: 'trash', title: t.trash, group: g.paper, keys: ['#', 'Delete'] },
      enabled: () => some() && !inTrash(),
      why: () => (some() ? needs.notInTrash : needs.some),
      run: change((ids) => call('paper:trash', { ids }))
    },
    {
      ...{ id: 'restore', title: t.restore, group: g.paper, enabled: () => some() && inTrash() },
      why: () => needs.inTrash,
      run: change((ids) => call('paper:restore', { ids }))
    },
    {
      ...{ id: 'view-inbox', title: t.goTo(words.sidebar.views.inbox), group: g.view, keys: ['i'] },
      run: () => void state.show({ kind: 'inbox' })
    },
    {
      ...{ id: 'view-dismissed', title: t.goTo(words.sidebar.views.dismissed), group: g.view },
      run: () => void state.show({ kind: 'dismissed' })
    },
    ...(['library', 'unread', 'starred', 'incomplete', 'trash', 'updated'] as const).map(
      (kind, index) => ({
        ...{ id: `view-${kind}`, title: t.goTo(words.sidebar.views[kind]), group: g.view },
        keys: [`Mod+${String(index + 1)}`],
        inFields: true,
        run: () => void state.show({ kind })
      })
    ),
    ...(['digest', 'added', 'title', 'authors', 'year', 'keeping', 'position'] as const).map(
      (column): Command => ({
        ...{ id: `sort-${column}`, group: g.view },
        title: t.sortBy(words.list.sorts[column].toLowerCase()),
        ...(column === 'position'
          ? { enabled: () => digestOf(list.view) !== null, why: () => needs.inDigest }
          : {}),
        run: () => void attempt(() => list.sortBy(usualSort(column)))
      })
    ),
    {
      ...{ id: 'sort-reverse', title: t.reverse, group: g.view },
      enabled: () => list.sort.column !== 'relevance',
      why: () => needs.ranked,
      run: () =>
        void attempt(() => list.sortBy({ ...list.sort, descending: !list.sort.descending }))
    },
    ...(['system', 'light', 'dark'] as const).map((theme): Command => ({
      ...{ id: `theme-${theme}`, group: g.view },
      title: t.theme(words.tools.settings.themes[theme]),
      run: () => {
        state.preferences.change({ theme })
      }
    })),
    ...(['comfortable', 'compact'] as const).map((density): Command => ({
      ...{ id: `density-${density}`, group: g.view },
      title: t.density(words.tools.settings.densities[density]),
      run: () => {
        state.preferences.change({ density })
      }
    })),
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
  return all.map((command) => {
    const reason = reasons.get(command.enabled) ?? needs.other
    return command.enabled === undefined || command.why !== undefined
      ? command
      : { ...command, why: () => reason }
  })
}
