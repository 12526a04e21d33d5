import { existsSync } from 'node:fs'
import { app, type BrowserWindow } from 'electron'
import { AppError } from '@shared/ipc/error'
import { holdLibrary, type LibraryHold } from '../database/hold'
import { lookAtLibrary, type Trouble } from '../database/look'
import { translateError } from '../database/translate-error'
import { SettingsStore } from '../settings/store'
import { WindowService, type ServiceOptions } from './window-service'

interface Options extends Omit<ServiceOptions, 'hold'> {
  /** Folder of the library to open instead of the user's own; null for that. */
  readonly library: string | null
}

/**
 * Opens the library that a start finds, and what answers the window, once no other window has it open. Where it
 * cannot be opened for what has become of its file, the user is asked what to do; a library that was closed well
 * costs no time.
 * @throws AppError for what only the user's computer can mend: a full disk, a place that may not be written to
 */
export async function openAtStart(
  window: BrowserWindow,
  { library, ...options }: Options
): Promise<WindowService> {
  const settings = new SettingsStore(options.userData)
  let folder = library ?? settings.libraryFolder
  let isExpected = library === null && settings.hasChosenFolder
  let isAsked = false
  let hold: LibraryHold | null = null
  for (;;) {
    // A folder that should be there and is not, on a drive that is away, is not made.
    if (hold === null && (existsSync(folder) || !isExpected)) {
      const alone = await holdAlone(window, folder)
      if (typeof alone === 'string') {
        settings.libraryFolder = folder = alone
        isExpected = true
        continue
      }
      hold = alone
    }
    let trouble = isAsked ? null : lookAtLibrary(folder, isExpected)
    if (trouble === null && hold !== null) {
      const opened = open(window, { ...options, hold })
      if (opened !== 'damaged') return opened
      trouble = opened
    }
    const next = await ask(window, folder, trouble ?? 'missing')
    if (next.folder !== folder) {
      hold?.release()
      hold = null
      settings.libraryFolder = folder = next.folder
    }
    isAsked = next.isAsked
    isExpected = !isAsked
  }
}

function open(window: BrowserWindow, options: ServiceOptions): WindowService | 'damaged' {
  try {
    return new WindowService(window, options)
  } catch (error) {
    const { code } = error instanceof AppError ? error : translateError(error, options.userData)
    if (code === 'database-corrupt') return 'damaged'
    throw error
  }
}

/** The folder of another library, if the user would rather open that than wait. */
async function holdAlone(window: BrowserWindow, folder: string): Promise<LibraryHold | string> {
  const hold = holdLibrary(folder)
  if (hold !== null) return hold
  const { waitForLibrary } = await import('../app/wait-for-library')
  return orLeave(window, waitForLibrary(window, folder))
}

async function ask(
  window: BrowserWindow,
  folder: string,
  trouble: Trouble
): Promise<{ folder: string; isAsked: boolean }> {
  const { rescue } = await import('../app/rescue')
  return orLeave(window, rescue(window, folder, trouble))
}

/** Ends Sheaf where the user quits; nothing has been opened yet. */
async function orLeave<T>(window: BrowserWindow, question: Promise<T | null>): Promise<T> {
  const leave = (): void => {
    app.exit(0)
  }
  window.once('closed', leave)
  const answer = await question
  window.off('closed', leave)
  if (answer !== null) return answer
  leave()
  return new Promise(() => undefined)
}
