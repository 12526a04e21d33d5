import { digestOf } from '@shared/model/digest-of'
import type { FoundPlace } from '@shared/model/search'
import { publisherProfiles } from '@shared/model/publisher-profiles'
import { call } from './lib/api'
import type { Command } from './lib/keyboard'
import { attempt } from './lib/report-error'
import { words } from './messages/words'
import { readerCommands, type ReaderPage } from './reader-commands'
import { pictureCommands } from './picture-commands'
import { trendCommands } from './trend-commands'
import { groupings } from '@shared/model/groupings'
import { listColumns } from '@shared/model/columns'
import { toggled } from './features/library/columns'
import { usualSort } from './features/library/usual-sort'
import type { Shelves } from './shelves'
import type { WindowState } from './window.svelte'

/** What only the page can do: focus, and its own parts. */
export interface Page extends ReaderPage {
  focusSearch: () => void
  focusList: () => void
  /** Has the field of the note that is being written take the keys again. */
  focusNote: () => void
  focusSidebar: () => void
  openExport: () => void
  /** Puts the keys into the abstract, with its first sentence selected. */
  markAbstract: () => void
  openPaper: () => void
  focusPicture: () => void
}

/** Everything the user can do, in the order the palette shows it. */
export function createCommands(state: WindowState, shelves: Shelves, page: Page): Command[] {
  const { needs } = words
  const { list, detail, preferences } = state
  // Where annotations are on view, no paper is: what is selected there stays as it is.
  const several = (): boolean => !state.isAnnotations && list.selectedCount > 1
  const some = (): boolean => !state.isAnnotations && list.selectedCount > 0
  const one = (): boolean =>
    !state.isAnnotations && detail.paper !== null && list.selectedCount === 1
  const pdf = (): number | undefined =>
    one()
      ? detail.paper?.attachments.find(({ mediaType }) => mediaType === 'application/pdf')?.id
      : undefined
  const ofPdf = (work: (attachmentId: number) => unknown) => ({
    enabled: () => pdf() !== undefined,
    why: () => needs.pdf,
    run: () => {
      const id = pdf()
      if (id !== undefined) void work(id)
    }
  })
  const placeOf = (): FoundPlace | null => list.marksOf(list.selection.current ?? 0)?.place ?? null
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
  const { commands: o, layout } = words.organise
  const sortedBy = [
    ...(['digest', 'added', 'title', 'authors', 'year', 'venue', 'type', 'key'] as const),
    ...(['read', 'keeping', 'position'] as const)
  ] as const
  const named = (): boolean => {
    const kind = shelves.current?.kind
    return kind === 'tag' || kind === 'collection' || kind === 'search'
  }
  const movable = (): boolean => {
    const kind = shelves.current?.kind
    return kind === 'tag' || kind === 'collection'
  }
  const onPlace = (work: (place: NonNullable<Shelves['current']>) => void) => () => {
    const place = shelves.current
    if (place !== null) work(place)
  }
  const isGrouped = (): boolean => list.groups.length > 0
  reasons.set(named, needs.place).set(movable, needs.movable).set(isGrouped, needs.grouped)
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
      run: () => void state.export('bibtex', list.selectedCount > 1 ? list.selected : null)
    },
    {
      ...{ id: 'export-biblatex', title: t.exportBiblatex, group: g.library },
      run: () => void state.export('biblatex', list.selectedCount > 1 ? list.selected : null)
    },
    {
      ...{ id: 'export-csl', title: t.exportCsl, group: g.library },
      run: () => void state.export('csl-json', list.selectedCount > 1 ? list.selected : null)
    },
    {
      ...{ id: 'export-ris', title: t.exportRis, group: g.library },
      run: () => void state.export('ris', list.selectedCount > 1 ? list.selected : null)
    },
    {
      ...{ id: 'export-markdown', title: t.exportMarkdown, group: g.library },
      run: () => void state.export('markdown', list.selectedCount > 1 ? list.selected : null)
    },
    ...publisherProfiles.map(({ id, name, format }) => ({
      ...{ id: `export-${id}`, title: t.exportFor(name), group: g.library },
      run: () => void state.export(format, list.selectedCount > 1 ? list.selected : null, id)
    })),
    {
      ...{ id: 'make-digest', title: words.sending.command, group: g.library },
      run: () => {
        state.overlay = { kind: 'make-digest', first: several() ? 'selection' : 'view' }
      }
    },
    {
      ...{ id: 'export-everything', title: t.exportEverything, group: g.library },
      run: () => void state.exportEverything()
    },
    {
      ...{ id: 'open-archive', title: t.openArchive, group: g.library },
      run: () => void state.openArchive()
    },
    {
      ...{ id: 'citing', title: t.citing, group: g.library, keys: ['Mod+Shift+,'] },
      run: () => {
        state.overlay = { kind: 'citing' }
      }
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
    ...readerCommands(state, page),
    {
      ...{ id: 'history', title: t.history, group: g.library, keys: ['Mod+Shift+H'] },
      inFields: true,
      run: () => {
        state.overlay = { kind: 'history' }
      }
    },
    {
      ...{ id: 'backups', title: t.backups, group: g.library },
      run: () => {
        state.overlay = { kind: 'backups' }
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
      run: () => {
        state.reader.show(null)
        page.focusSearch()
      }
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
      ...{ id: 'place', title: t.place, group: g.move, keys: ['g'] },
      enabled: () => placeOf() !== null,
      why: () => needs.words,
      run: () => {
        const [id] = list.selected
        const place = placeOf()
        if (id !== undefined && place !== null) void state.openPlace(id, place)
      }
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
      ...{
        id: 'edit-several',
        title: o.editSeveral,
        group: g.paper,
        keys: ['e'],
        enabled: several
      },
      run: () => {
        state.overlay = { kind: 'several', ids: list.selected }
      }
    },
    {
      ...{ id: 'collect', title: o.collect, group: g.paper, keys: ['f'], enabled: some },
      run: () => {
        shelves.collect(list.selected)
      }
    },
    {
      ...{ id: 'uncollect', title: o.uncollect, group: g.paper, keys: ['Shift+f'], enabled: some },
      run: () => {
        shelves.uncollect(list.selected)
      }
    },
    {
      ...{ id: 'uncollect-here', title: o.uncollectHere, group: g.paper, keys: ['Backspace'] },
      enabled: () => some() && list.view.kind === 'collection',
      why: () => needs.inCollection,
      run: change(async (ids) => {
        if (list.view.kind === 'collection')
          await call('collection:remove', { ids, id: list.view.id })
      })
    },
    {
      ...{ id: 'note', title: t.note, group: g.paper, keys: ['n'], enabled: one },
      run: () => {
        state.isNoting = true
        page.focusNote()
      }
    },
    {
      ...{ id: 'note-wide', title: t.noteWide, group: g.paper, keys: ['Shift+n'], enabled: one },
      run: () => {
        state.overlay = { kind: 'writing' }
      }
    },
    {
      ...{ id: 'note-history', title: t.noteHistory, group: g.paper, keys: ['Shift+h'] },
      enabled: () => one() && state.note.savedAt !== '',
      why: () => (one() ? needs.note : needs.one),
      run: () => void state.showNoteHistory()
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
      ...{ id: 'cite', title: t.cite, group: g.latex, keys: ['Mod+Shift+K'], inFields: true },
      run: () => {
        state.overlay = { kind: 'cite', style: state.citeStyle, isWaiting: false }
      }
    },
    {
      ...{ id: 'cite-selected', title: t.citeSelected, group: g.latex, keys: ['Shift+c'] },
      enabled: () => some() && state.preferences.settings.editor !== 'system',
      why: () => (some() ? needs.editor : needs.some),
      run: change((ids) => state.cite(ids, state.citeStyle, true))
    },
    {
      ...{ id: 'link-folder', title: t.linkFolder, group: g.latex, keys: ['Mod+L'] },
      run: () => void state.link('folder')
    },
    {
      ...{ id: 'link-file', title: t.linkFile, group: g.latex },
      run: () => void state.link('file')
    },
    {
      ...{ id: 'write-all', title: t.writeAll, group: g.latex },
      enabled: () => state.projects.list.length > 0,
      why: () => needs.projects,
      run: () => void attempt(() => call('project:write-all', undefined))
    },
    ...state.projects.list.map(({ id, name }, index) => ({
      ...{ id: `project-${String(id)}`, title: t.project(name), group: g.latex },
      ...(index < 9 ? { keys: [`Alt+${String(index + 1)}`] } : {}),
      run: () => {
        state.overlay = { kind: 'project' as const, id }
      }
    })),
    {
      ...{ id: 'copy-link', title: t.copyLink, group: g.paper, enabled: some },
      run: () => void state.copy('link')
    },
    {
      ...{ id: 'copy-list', title: t.copyList, group: g.paper, enabled: some },
      run: () => void state.copy('markdown')
    },
    {
      ...{
        id: 'references',
        title: t.references,
        group: g.paper,
        keys: ['Mod+Shift+F'],
        enabled: some
      },
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
      ...{ id: 'mark', title: t.mark, group: g.paper, keys: ['v'] },
      enabled: () => one() && detail.paper?.abstract !== '',
      why: () => (one() ? needs.abstract : needs.one),
      run: page.markAbstract
    },
    {
      ...{ id: 'take-over', title: t.takeOver, group: g.paper },
      ...ofPdf((id) => state.takeOver(id))
    },
    {
      ...{ id: 'replace-file', title: t.replaceFile, group: g.paper },
      ...ofPdf((id) => state.replaceAttachment(id))
    },
    {
      ...{ id: 'write-pdf', title: t.writePdf, group: g.paper },
      ...ofPdf((id) => state.writeAnnotations(id))
    },
    {
      ...{ id: 'copy-markdown', title: t.copyMarkdown, group: g.paper },
      enabled: () => state.isAnnotations || some(),
      why: () => needs.some,
      run: () => void state.exportAnnotations('clipboard')
    },
    {
      ...{ id: 'save-markdown', title: t.saveMarkdown, group: g.paper },
      enabled: () => state.isAnnotations || some(),
      why: () => needs.some,
      run: () => void state.exportAnnotations('file')
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
    ...trendCommands(state),
    ...(['unfiled', 'untagged'] as const).map((kind) => ({
      ...{ id: `view-${kind}`, title: t.goTo(words.sidebar.views[kind]), group: g.view },
      run: () => void state.show({ kind })
    })),
    ...(['library', 'unread', 'starred', 'incomplete', 'trash', 'updated'] as const).map(
      (kind, index) => ({
        ...{ id: `view-${kind}`, title: t.goTo(words.sidebar.views[kind]), group: g.view },
        keys: [`Mod+${String(index + 1)}`],
        inFields: true,
        run: () => {
          page.focusList()
          void state.show({ kind })
        }
      })
    ),
    ...sortedBy.map((column): Command => ({
      ...{ id: `sort-${column}`, group: g.view },
      title: t.sortBy(words.list.sorts[column].toLowerCase()),
      ...(column === 'position'
        ? { enabled: () => digestOf(list.view) !== null, why: () => needs.inDigest }
        : {}),
      run: () => void attempt(() => list.sortBy(usualSort(column)))
    })),
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
      ...{ id: 'new-collection', title: o.newCollection, group: g.library, keys: ['Mod+Shift+N'] },
      inFields: true,
      run: () => {
        shelves.newCollection(null)
      }
    },
    {
      ...{ id: 'save-search', title: o.saveSearch, group: g.library, keys: ['Mod+Shift+S'] },
      enabled: () => list.query.trim() !== '',
      why: () => needs.search,
      inFields: true,
      run: () => {
        shelves.saveSearch()
      }
    },
    {
      ...{ id: 'update-search', title: o.updateSearch, group: g.library, keys: ['Mod+S'] },
      enabled: () => shelves.isSearchChanged,
      why: () => needs.changedSearch,
      inFields: true,
      run: () => {
        shelves.updateSearch()
      }
    },
    {
      ...{ id: 'rename-place', title: o.renamePlace, group: g.library, enabled: named },
      run: onPlace((place) => {
        shelves.askRename(place)
      })
    },
    {
      ...{ id: 'move-place', title: o.movePlace, group: g.library, enabled: movable },
      run: onPlace((place) => {
        shelves.move(place)
      })
    },
    {
      ...{ id: 'merge-tag', title: o.mergeTag, group: g.library },
      enabled: () => shelves.current?.kind === 'tag',
      why: () => needs.tag,
      run: onPlace((place) => {
        if (place.kind === 'tag') shelves.merge([place.id])
      })
    },
    {
      ...{ id: 'delete-place', title: o.deletePlace, group: g.library, enabled: named },
      run: onPlace((place) => {
        shelves.delete(place)
      })
    },
    {
      ...{ id: 'manage-tags', title: o.manageTags, group: g.library, keys: ['Mod+Shift+T'] },
      run: () => {
        state.overlay = { kind: 'tags' }
      }
    },
    {
      ...{ id: 'manage-rules', title: o.manageRules, group: g.library },
      run: () => {
        state.overlay = { kind: 'rules', tag: '' }
      }
    },
    {
      ...{ id: 'empty-trash', title: o.emptyTrash, group: g.library },
      run: () => {
        shelves.askEmptyTrash()
      }
    },
    {
      ...{ id: 'restore-all', title: o.restoreAll, group: g.library },
      run: () => {
        shelves.restoreAll()
      }
    },
    {
      ...{ id: 'focus-sidebar', title: o.focusSidebar, group: g.move, keys: ['Mod+Shift+B'] },
      inFields: true,
      run: page.focusSidebar
    },
    {
      ...{ id: 'next-group', title: layout.nextGroup, group: g.move, keys: ['Alt+ArrowDown'] },
      enabled: isGrouped,
      run: () => {
        list.moveGroup(1)
        page.focusList()
      }
    },
    {
      ...{ id: 'previous-group', title: layout.previousGroup, group: g.move },
      ...{ keys: ['Alt+ArrowUp'], enabled: isGrouped },
      run: () => {
        list.moveGroup(-1)
        page.focusList()
      }
    },
    ...([true, false] as const).map((folded) => ({
      id: folded ? 'fold-groups' : 'unfold-groups',
      ...{ title: folded ? layout.foldAll : layout.unfoldAll, group: g.view, enabled: isGrouped },
      run: () => {
        list.foldAll(folded)
      }
    })),
    ...groupings.map((by) => ({
      ...{ id: `group-by-${by}`, group: g.view },
      title: layout.groupByCommand(layout.groupings[by]),
      run: () => void attempt(() => list.groupBy(by))
    })),
    {
      ...{ id: 'toggle-table', title: layout.toggleTable, group: g.view, keys: ['Mod+Shift+L'] },
      inFields: true,
      run: () => {
        const { listForm } = preferences.settings
        preferences.change({ listForm: listForm === 'rows' ? 'table' : 'rows' })
      }
    },
    ...listColumns.map((column) => ({
      ...{ id: `column-${column}`, group: g.view },
      title: layout.columnCommand(layout.columnNames[column]),
      enabled: () => preferences.settings.listForm === 'table',
      why: () => needs.table,
      run: () => {
        preferences.change({ columns: toggled(preferences.settings.columns, column) })
      }
    })),
    {
      ...{ id: 'annotations', title: t.annotations, group: g.view, keys: ['Mod+Shift+A'] },
      inFields: true,
      run: () => void state.showAnnotations()
    },
    ...pictureCommands(state, shelves, page),
    {
      ...{ id: 'subscriptions', title: t.subscriptions, group: g.view },
      run: () => {
        state.overlay = { kind: 'subscriptions' }
      }
    },
    {
      ...{ id: 'fetch-all', title: t.fetchAll, group: g.library },
      run: () => void attempt(() => call('subscription:fetch', { ids: null }))
    },
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
    },
    {
      ...{ id: 'check-updates', title: t.checkUpdates, group: g.view },
      run: () => {
        state.overlay = { kind: 'updates' }
      }
    },
    {
      ...{ id: 'about', title: t.about, group: g.view },
      run: () => {
        state.overlay = { kind: 'about' }
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
