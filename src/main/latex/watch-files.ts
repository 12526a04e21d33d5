import { statSync, watch, type FSWatcher } from 'node:fs'

/** So long nothing must happen until a look is taken, in milliseconds: editors write in several steps. */
const quiet = 250
/** However much happens, a look is taken after so long. */
const longestWait = 2000
/** A look is taken so often without any event: network drives and cloud folders send none. */
const lookEvery = 15_000
const mostFolders = 500

/** Says when something in some folders may have changed; not what, for events are not to be relied upon. */
export class FolderWatch {
  readonly #watchers = new Map<string, { watcher: FSWatcher; inode: number }>()
  #timer: NodeJS.Timeout | null = null
  #first = 0
  readonly #poll: NodeJS.Timeout

  constructor(private readonly look: () => void) {
    this.#poll = setInterval(look, lookEvery)
    this.#poll.unref()
  }

  /** Watches these folders and no others. Folders, not files: a file that is replaced is another one. */
  set(folders: readonly string[]): void {
    const wanted = new Set(folders.slice(0, mostFolders))
    for (const [folder, { watcher, inode }] of this.#watchers)
      // One that was replaced by another of its name tells nothing any more.
      if (!wanted.has(folder) || inodeOf(folder) !== inode) {
        watcher.close()
        this.#watchers.delete(folder)
      }
    for (const folder of wanted) if (!this.#watchers.has(folder)) this.#add(folder)
  }

  close(): void {
    clearInterval(this.#poll)
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.set([])
  }

  #add(folder: string): void {
    try {
      const watcher = watch(folder, { persistent: false }, (_event, name) => {
        // Our own half-written file is no news.
        if (name?.startsWith('.sheaf-') !== true) this.#soon()
      })
      watcher.on('error', () => {
        watcher.close()
        this.#watchers.delete(folder)
      })
      this.#watchers.set(folder, { watcher, inode: inodeOf(folder) })
    } catch {
      // A folder that cannot be watched is looked into all the same, only later.
    }
  }

  #soon(): void {
    const now = Date.now()
    if (this.#timer === null) this.#first = now
    else clearTimeout(this.#timer)
    const wait = Math.max(0, Math.min(quiet, this.#first + longestWait - now))
    this.#timer = setTimeout(() => {
      this.#timer = null
      this.look()
    }, wait)
  }
}

function inodeOf(folder: string): number {
  return statSync(folder, { throwIfNoEntry: false })?.ino ?? 0
}
