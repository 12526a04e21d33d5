import { call } from './lib/api'
import type { Command } from './lib/keyboard'
import { attempt } from './lib/report-error'
import { toasts } from './lib/toasts.svelte'
import { colourings } from './features/pictures/colouring'
import { pictureKinds } from './features/pictures/pictures.svelte'
import { words } from './messages/words'
import type { Shelves } from './shelves'
import type { WindowState } from './window.svelte'

/** What can be done with pictures, and with what is picked in them. */
export function pictureCommands(
  state: WindowState,
  shelves: Shelves,
  page: { focusPicture: () => void }
): Command[] {
  const { pictures, list } = state
  const t = words.pictures.commands
  const group = words.commands.groups.view
  const isOpen = (): boolean => state.showsPictures
  const ofOpen = { group, enabled: isOpen, why: () => t.needsPicture }
  const ofPicked = {
    group,
    enabled: () => pictures.isPicked && list.ids.length > 0,
    why: () => t.needsPicked
  }
  const save = (format: 'svg' | 'png') => ({
    ...{ id: `picture-${format}`, title: t[format] },
    ...{ ...ofOpen, enabled: () => isOpen() && !pictures.asTable },
    run: () => void state.savePicture(format)
  })
  return [
    ...pictureKinds.map((kind, at) => ({
      ...{ id: `picture-${kind}`, title: t.open(words.pictures.kinds[kind]), group },
      ...{ keys: at === 0 ? ['Mod+Shift+M'] : [], inFields: true },
      run: () => {
        state.showPictures(kind)
      }
    })),
    {
      ...{ id: 'picture-close', title: t.close, ...ofOpen },
      run: () => {
        pictures.close()
      }
    },
    {
      ...{ id: 'picture-focus', title: t.focus, keys: ['Mod+Shift+P'], ...ofOpen },
      run: page.focusPicture
    },
    {
      ...{ id: 'picture-table', title: t.table, ...ofOpen },
      run: () => {
        pictures.asTable = !pictures.asTable
      }
    },
    save('svg'),
    save('png'),
    {
      ...{ id: 'picture-lay-out', title: t.layOut, ...ofOpen },
      run: () => void attempt(() => pictures.layOutAnew())
    },
    ...colourings.map((by) => ({
      ...{ id: `picture-colours-${by}`, title: t.colour(words.pictures.colourings[by]), ...ofOpen },
      run: () => {
        pictures.colouredBy = by
      }
    })),
    {
      ...{ id: 'picked-back', title: t.back, keys: ['Escape'], ...ofPicked },
      enabled: () => pictures.isPicked,
      run: () => void attempt(() => pictures.back())
    },
    {
      ...{ id: 'picked-collect', title: t.collect, ...ofPicked },
      run: () => {
        shelves.collect([...list.ids])
      }
    },
    {
      ...{ id: 'picked-tag', title: t.tag, ...ofPicked },
      run: () => {
        const ids = [...list.ids]
        const { picked } = words.pictures
        state.overlay = {
          kind: 'name',
          ...{ title: picked.tagTitle(ids.length), label: picked.tagName },
          ...{ help: words.organise.tagNameHelp, initial: '', confirm: words.save },
          save: async (name) => {
            await call('tag:add', { ids, name })
            toasts.say(picked.tagged(ids.length, name.trim()), {
              label: words.organise.undo,
              run: () => void attempt(() => state.journal.undo())
            })
          }
        }
      }
    }
  ]
}
