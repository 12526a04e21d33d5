import { setTimeout as after } from 'node:timers/promises'
import { dialog, type BrowserWindow } from 'electron'
import { words } from '@shared/messages/words'
import { holdLibrary, type LibraryHold } from '../database/hold'
import { chooseAnother } from './rescue'

/** A Sheaf that is ending lets go of its library by itself: so long nothing is said, in milliseconds. */
const quiet = 3000
const lookEvery = 200

/**
 * Waits until no other window has the library in a folder open, and says so if that is not soon.
 * @returns the folder of another library, if the user would rather open that; null to quit
 */
export async function waitForLibrary(
  window: BrowserWindow,
  folder: string
): Promise<LibraryHold | string | null> {
  const given = new AbortController()
  const held = holdOnceFree(folder, given.signal)
  const soon = await Promise.race([held, after(quiet)])
  if (soon) return soon
  const freed = new AbortController()
  const free = (): void => {
    freed.abort()
  }
  held.then(free, free)
  let failure = ''
  for (;;) {
    const { response } = await dialog.showMessageBox(window, {
      ...{ type: 'info', title: words.rescue.title, message: words.rescue.inUse(folder) },
      detail: failure === '' ? words.rescue.inUseHelp : failure,
      ...{ buttons: [words.rescue.another, words.rescue.quit], defaultId: 1, cancelId: 1 },
      ...{ noLink: true, signal: freed.signal }
    })
    if (freed.signal.aborted) return held
    try {
      const another = response === 0 ? await chooseAnother(window) : null
      if (response === 0 && another === null) continue
      given.abort()
      void held.then((hold) => hold?.release())
      return another?.folder ?? null
    } catch (error) {
      failure = error instanceof Error ? error.message : String(error)
    }
  }
}

/** Null once nobody waits for it any more. */
async function holdOnceFree(folder: string, given: AbortSignal): Promise<LibraryHold | null> {
  while (!given.aborted) {
    const hold = holdLibrary(folder)
    if (hold !== null) return hold
    await after(lookEvery)
  }
  return null
}
