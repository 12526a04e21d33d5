import { trendWindows } from '@shared/model/trend-window'
import type { TrendView } from './features/trending/trending.svelte'
import type { Command } from './lib/keyboard'
import { words } from './messages/words'
import type { WindowState } from './window.svelte'

/** What can be done with what trends. */
export function trendCommands(state: WindowState): Command[] {
  const { list, trending } = state
  const { commands: t } = words.trending
  const { titles, groups } = words.commands
  const group = groups.view
  const isThere = (): boolean => list.view.kind === 'trending' && !state.isAnnotations
  const why = (reason: string) => () => (isThere() ? reason : t.needsTrending)
  const show = (view: TrendView | null): void => {
    if (view !== null) void state.show(view)
  }
  return [
    {
      ...{ id: 'view-trending', title: titles.goTo(words.trending.label), group, keys: ['w'] },
      run: () => {
        show({ kind: 'trending', window: trending.overview?.window ?? 'week', on: '' })
      }
    },
    ...trendWindows.map((window) => ({
      ...{ id: `trend-${window}`, title: t.window[window], group },
      run: () => {
        show(trending.of(window))
      }
    })),
    ...([-1, 1] as const).map((step): Command => ({
      ...{ id: step < 0 ? 'trend-earlier' : 'trend-later', group },
      title: step < 0 ? t.earlier : t.later,
      enabled: () => isThere() && trending.next(step) !== null,
      why: why(step < 0 ? t.needsEarlier : t.needsLater),
      run: () => {
        show(trending.next(step))
      }
    })),
    {
      ...{ id: 'trend-newest', title: t.newest, group },
      enabled: () => isThere() && trending.next(1) !== null,
      why: why(t.needsLater),
      run: () => {
        show(trending.on(''))
      }
    },
    {
      ...{ id: 'trend-whole', title: t.whole, group },
      enabled: () => isThere() && trending.chosen !== null,
      why: why(t.needsChosen),
      run: () => {
        show(trending.whole())
      }
    },
    {
      ...{ id: 'trend-score', title: t.score, group, enabled: isThere },
      why: () => t.needsTrending,
      run: () => {
        state.overlay = { kind: 'trend-score' }
      }
    }
  ]
}
