import { annotationColourCount } from '@shared/model/annotation-kinds'
import { firstPdf } from './features/reader/reader.svelte'
import type { TabState } from './features/reader/tab.svelte'
import { call } from './lib/api'
import type { Command } from './lib/keyboard'
import { attempt } from './lib/report-error'
import { words } from './messages/words'
import type { WindowState } from './window.svelte'

/** What only the page can do for the reader. */
export interface ReaderPage {
  findInPdf: () => void
  focusPageNumber: () => void
}

/** What can be done with the PDFs of papers, in the order the palette shows it. */
export function readerCommands(state: WindowState, page: ReaderPage): Command[] {
  const { reader, detail, list, preferences } = state
  const t = words.reader.commands
  const { group } = t
  const { needs } = words
  const pdf = (): boolean =>
    list.selectedCount === 1 && firstPdf(detail.paper?.attachments ?? []) !== undefined
  const isShown = (): boolean => reader.active?.status === 'shown'
  const isOpen = (): boolean => reader.active !== null
  /** A command for the PDF on view. */
  const on = (
    what: { id: string; title: string; keys?: string[]; inFields?: boolean },
    run: (tab: TabState) => void,
    enabled: (tab: TabState) => boolean = () => true,
    why = needs.nowhere
  ): Command => ({
    ...what,
    group,
    enabled: () => isShown() && reader.active !== null && enabled(reader.active),
    why: () => (isShown() ? why : needs.reader),
    run: () => {
      if (reader.active !== null) run(reader.active)
    }
  })
  const highlightIn = (colour: number): string =>
    t.highlightIn(words.annotations.colour(preferences.settings.annotationColours, colour))
  const mark =
    (kind: 'highlight' | 'underline', colour?: number, isWriting = false) =>
    (tab: TabState): void => {
      void attempt(() => tab.marks.mark(kind, colour, isWriting))
    }
  const toggle = (name: 'listBesideShown' | 'besideShown') => () => {
    preferences.change({ [name]: !preferences.settings[name] })
  }
  return [
    {
      ...{ id: 'reader-open', title: t.open, group, keys: ['o'], enabled: pdf },
      why: () => needs.pdf,
      run: () => void state.read()
    },
    {
      ...{ id: 'reader-open-elsewhere', title: t.openElsewhere, group, keys: ['Shift+o'] },
      enabled: () => pdf() || isOpen(),
      why: () => needs.pdf,
      run: () => {
        const id = reader.active?.attachmentId ?? firstPdf(detail.paper?.attachments ?? [])?.id
        if (id !== undefined) void attempt(() => call('attachment:open', { id }))
      }
    },
    {
      ...{ id: 'reader-reopen', title: t.reopen, group, keys: ['p'] },
      enabled: () => !isOpen() && reader.former !== undefined,
      why: () => needs.reader,
      run: () => void state.showTab(reader.former ?? null)
    },
    {
      ...{ id: 'reader-leave', title: t.leave, group, keys: ['Escape'], enabled: isOpen },
      why: () => needs.reader,
      run: () => {
        const tab = reader.active
        // One thing at a time: a tool, a mark, a selection, then the reader itself.
        if (tab?.marks.tool !== null && tab !== null) tab.marks.take(null)
        else if (tab?.marks.chosen !== undefined) tab.marks.choose(null)
        else if (tab !== null && tab.marks.selectedAt !== null) tab.tell({ kind: 'unselect' })
        else if (tab?.isFinding === true) tab.endFinding()
        else void state.showTab(null)
      }
    },
    {
      ...{ id: 'reader-close', title: t.closeTab, group, keys: ['Mod+W'], inFields: true },
      ...{ enabled: isOpen, why: () => needs.reader },
      run: () => {
        if (reader.active !== null) void state.closeTab(reader.active)
      }
    },
    {
      ...{ id: 'reader-next-tab', title: t.nextTab, group, keys: ['Mod+Tab', 'Mod+PageDown'] },
      ...{ inFields: true, enabled: () => reader.tabs.length > 0, why: () => needs.reader },
      run: () => void state.showTab(reader.at(1))
    },
    {
      ...{ id: 'reader-previous-tab', title: t.previousTab, group },
      keys: ['Mod+Shift+Tab', 'Mod+PageUp'],
      ...{ inFields: true, enabled: () => reader.tabs.length > 0, why: () => needs.reader },
      run: () => void state.showTab(reader.at(-1))
    },
    on({ id: 'reader-find', title: t.find, keys: ['Mod+F', '/'], inFields: true }, page.findInPdf),
    on(
      { id: 'reader-find-next', title: t.findNext, keys: ['F3', 'Mod+G'], inFields: true },
      (tab) => {
        tab.find('next')
      },
      (tab) => tab.query !== '',
      needs.found
    ),
    on(
      {
        ...{ id: 'reader-find-previous', title: t.findPrevious, inFields: true },
        keys: ['Shift+F3', 'Mod+Shift+G']
      },
      (tab) => {
        tab.find('previous')
      },
      (tab) => tab.query !== '',
      needs.found
    ),
    on({ id: 'reader-go-to-page', title: t.goToPage, keys: ['g'] }, page.focusPageNumber),
    on({ id: 'reader-next-page', title: t.nextPage, keys: ['j'] }, (tab) => {
      tab.tell({ kind: 'turn', by: 1 })
    }),
    on({ id: 'reader-previous-page', title: t.previousPage, keys: ['k'] }, (tab) => {
      tab.tell({ kind: 'turn', by: -1 })
    }),
    on(
      { id: 'reader-back', title: t.back, keys: ['Alt+ArrowLeft', 'Backspace'] },
      (tab) => {
        tab.tell({ kind: 'history', step: 'back' })
      },
      (tab) => tab.canGoBack
    ),
    on(
      { id: 'reader-forward', title: t.forward, keys: ['Alt+ArrowRight'] },
      (tab) => {
        tab.tell({ kind: 'history', step: 'forward' })
      },
      (tab) => tab.canGoForward
    ),
    on({ id: 'reader-outline', title: t.outline, keys: ['u'] }, (tab) => {
      tab.side = tab.side === 'outline' ? 'none' : 'outline'
    }),
    on({ id: 'reader-thumbnails', title: t.thumbnails, keys: ['i'] }, (tab) => {
      tab.thumbnails = !tab.thumbnails
    }),
    on({ id: 'reader-zoom-in', title: t.zoomIn, keys: ['Mod+=', 'Mod++', '='] }, (tab) => {
      tab.tell({ kind: 'zoom', steps: 1 })
    }),
    on({ id: 'reader-zoom-out', title: t.zoomOut, keys: ['Mod+-', '-'] }, (tab) => {
      tab.tell({ kind: 'zoom', steps: -1 })
    }),
    on({ id: 'reader-fit-width', title: t.fitWidth, keys: ['Mod+0'] }, (tab) => {
      tab.tell({ kind: 'scale', scale: 'page-width' })
    }),
    on({ id: 'reader-fit-page', title: t.fitPage, keys: ['Mod+9'] }, (tab) => {
      tab.tell({ kind: 'scale', scale: 'page-fit' })
    }),
    on({ id: 'reader-two-pages', title: t.twoPages, keys: ['d'] }, (tab) => {
      tab.tell({ kind: 'two-pages' })
    }),
    on({ id: 'reader-rotate', title: t.rotate, keys: ['Shift+r'] }, (tab) => {
      tab.tell({ kind: 'rotate', by: 90 })
    }),
    on({ id: 'reader-rotate-back', title: t.rotateBack, keys: ['Mod+Shift+R'] }, (tab) => {
      tab.tell({ kind: 'rotate', by: -90 })
    }),
    on({ id: 'reader-marks', title: t.marks, keys: ['Shift+m'] }, (tab) => {
      tab.side = tab.side === 'marks' ? 'none' : 'marks'
    }),
    on(
      { id: 'reader-highlight', title: t.highlight, keys: ['h'] },
      mark('highlight'),
      (tab) => tab.marks.canMark,
      needs.marked
    ),
    ...Array.from({ length: annotationColourCount }, (_, colour) =>
      on(
        {
          ...{ id: `reader-highlight-${String(colour + 1)}`, title: highlightIn(colour) },
          keys: [String(colour + 1)]
        },
        mark('highlight', colour),
        (tab) => tab.marks.canMark,
        needs.marked
      )
    ),
    on(
      { id: 'reader-underline', title: t.underline, keys: ['Shift+u'] },
      mark('underline'),
      (tab) => tab.marks.canMark,
      needs.marked
    ),
    on(
      { id: 'reader-comment', title: t.comment, keys: ['Enter'] },
      mark('highlight', undefined, true),
      (tab) => tab.marks.canMark,
      needs.marked
    ),
    ...(['note', 'area', 'ink', 'text'] as const).map((tool, index) =>
      on(
        {
          ...{ id: `reader-${tool}`, title: t[tool] },
          keys: [['Shift+n', 'Shift+a', 'Shift+i', 'Shift+t'][index] ?? '']
        },
        (tab) => {
          tab.marks.take(tab.marks.tool === tool ? null : tool)
        }
      )
    ),
    {
      ...{ id: 'reader-dark', title: t.dark, group, keys: ['Shift+d'], enabled: isOpen },
      why: () => needs.reader,
      run: () => {
        preferences.change({ pdfPages: state.darkPages ? 'light' : 'dark' })
      }
    },
    {
      ...{ id: 'reader-list', title: t.list, group, keys: ['Shift+l'], enabled: isOpen },
      why: () => needs.reader,
      run: toggle('listBesideShown')
    },
    {
      ...{ id: 'reader-beside', title: t.beside, group, keys: ['Shift+b'], enabled: isOpen },
      why: () => needs.reader,
      run: toggle('besideShown')
    }
  ]
}

/** Commands beside the reader's own that a key does which was pressed in the frame with the PDF. */
const heard = new Set([
  ...['undo', 'redo', 'star', 'read', 'tag', 'note', 'copy-cite', 'copy-bibtex', 'edit', 'related'],
  ...['palette', 'keys', 'settings', 'toggle-sidebar']
])

/**
 * What a key does that the frame reports. Strangers’ files are shown there, so a report is worth less
 * than a key of the window itself: nothing that takes a paper away, or brings one, is done on its word.
 */
export function isHeardFromReader({ id }: Command): boolean {
  return id.startsWith('reader-') || id.startsWith('view-') || heard.has(id)
}
