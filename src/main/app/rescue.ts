import { dialog, type BrowserWindow } from 'electron'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import type { Backup, LibraryCounts } from '@shared/model/backup'
import { removeTemporary } from '../database/backup/backup-folder'
import { performInThread } from '../database/backup/spawn-worker'
import type { Trouble } from '../database/look'
import { holdsLibrary, libraryFile } from '../database/open'
import { setAside, swapIn } from '../database/swap'
import { forgetIndex } from '../session/restore'

/** The folder of the library to open; `isAsked` where that is to be done whatever is there, if only a new one. */
export interface Rescued {
  folder: string
  isAsked: boolean
}

interface Choice {
  label: string
  /** Null to ask again. */
  run: () => Rescued | null | Promise<Rescued | null>
}

/**
 * Says why the library in a folder cannot be opened, and does what the user chooses of what can be done: put
 * the newest good backup in its place, salvage what can be read, open another one. The file that was there is
 * kept whatever is chosen, and no new library is made unasked.
 * @returns null to quit
 */
export async function rescue(
  window: BrowserWindow,
  folder: string,
  trouble: Trouble
): Promise<Rescued | null> {
  const { rescue: t } = words
  const backup = await performInThread({ kind: 'newest', folder })
  let failure = ''
  for (;;) {
    const choices: Choice[] = []
    if (backup !== null) choices.push({ label: t.restore, run: () => putBack(folder, backup.name) })
    if (trouble === 'damaged')
      choices.push({ label: t.salvage, run: () => salvageThen(window, folder, backup) })
    if (trouble === 'behind')
      choices.push({ label: t.asItIs, run: () => ({ folder, isAsked: true }) })
    choices.push({ label: t.another, run: () => chooseAnother(window) })
    if (trouble !== 'damaged' && trouble !== 'behind')
      choices.push({ label: t.fresh, run: () => beginAnew(folder) })
    const detail = [
      failure,
      backup === null ? t.noBackup : t.backup(backup.at, told(backup)),
      trouble === 'missing' ? t.missingHelp : t.kept
    ].filter((text) => text !== '')
    const chosen = await ask(window, whatIsWrong(folder, trouble), detail, choices)
    if (chosen === null) return null
    try {
      const next = await chosen.run()
      if (next !== null) return next
      failure = ''
    } catch (error) {
      failure = error instanceof AppError ? error.message : String(error)
    }
  }
}

function whatIsWrong(folder: string, trouble: Trouble): string {
  const { rescue: t } = words
  const file = libraryFile(folder)
  if (trouble === 'missing') return t.missing(folder)
  if (trouble === 'behind') return t.behind(file)
  if (trouble === 'empty') return t.empty(file)
  return trouble === 'no-library' ? t.noLibrary(file) : t.damaged(file)
}

/** Null for quitting, which closing the question is too. */
async function ask(
  window: BrowserWindow,
  message: string,
  detail: readonly string[],
  choices: readonly Choice[]
): Promise<Choice | null> {
  const labels = [...choices.map(({ label }) => label), words.rescue.quit]
  const { response } = await dialog.showMessageBox(window, {
    ...{ type: 'warning', title: words.rescue.title, message, detail: detail.join('\n\n') },
    ...{ buttons: labels, defaultId: 0, cancelId: choices.length, noLink: true }
  })
  return choices[response] ?? null
}

async function putBack(folder: string, name: string): Promise<Rescued> {
  const whole = await performInThread({ kind: 'ready', folder, name })
  return putInPlace(folder, whole)
}

function putInPlace(folder: string, whole: string): Rescued {
  try {
    forgetIndex(folder)
    swapIn(folder, whole, 'damaged')
    return { folder, isAsked: true }
  } finally {
    removeTemporary(whole)
  }
}

/** Salvages, says how much that was, and asks once more. */
async function salvageThen(
  window: BrowserWindow,
  folder: string,
  backup: Backup | null
): Promise<Rescued | null> {
  const { rescue: t } = words
  const salvaged = await performInThread({ kind: 'salvage', folder })
  const drop = (): null => {
    removeTemporary(salvaged.path)
    return null
  }
  const choices: Choice[] = [
    { label: t.useSalvaged, run: () => putInPlace(folder, salvaged.path) },
    { label: t.back, run: drop }
  ]
  if (backup !== null)
    choices.splice(1, 0, {
      label: t.restore,
      run: () => {
        drop()
        return putBack(folder, backup.name)
      }
    })
  const detail = [
    ...(salvaged.nameless > 0 ? [t.nameless(salvaged.nameless)] : []),
    backup === null ? t.noBackup : t.backup(backup.at, told(backup)),
    t.salvagedHelp
  ]
  const chosen = await ask(window, t.salvaged(told(salvaged.counts)), detail, choices)
  // Quitting here leads back to where there is more to choose from.
  return chosen === null ? drop() : chosen.run()
}

/** Asks for the folder of a library; null when the user cancels that. @throws AppError where none is there */
export async function chooseAnother(window: BrowserWindow): Promise<Rescued | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: words.dialogs.libraryFolder,
    buttonLabel: words.dialogs.useFolder,
    properties: ['openDirectory']
  })
  const [folder] = filePaths
  if (canceled || folder === undefined) return null
  if (!holdsLibrary(folder)) throw new AppError('not-found', words.rescue.noneThere(folder))
  return { folder, isAsked: false }
}

/** What lies there and is no library is kept under another name. */
function beginAnew(folder: string): Rescued {
  forgetIndex(folder)
  setAside(folder)
  return { folder, isAsked: true }
}

function told({ papers, notes, annotations }: LibraryCounts): string {
  return words.backups.counts(papers, notes, annotations)
}
