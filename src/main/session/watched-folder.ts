import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** How often the folder is looked at, in milliseconds. Looking works on every kind of drive; events do not. */
const lookEvery = 2000

/** A file that was seen: it is known again by its size and the time it was changed. */
export interface SeenFile {
  name: string
  bytes: number
  changed: number
}

/** A folder and what was in it at the last look. */
export interface Watched {
  folder: string
  seen: SeenFile[]
}

/** What the watching needs of those around it. */
interface Surroundings {
  get: () => Watched | undefined
  set: (watched: Watched) => void
  /** Takes in files that have come. */
  take: (paths: string[]) => Promise<void>
  /** They could not be taken in now; they will be tried again. */
  fail: (error: unknown) => void
}

/**
 * Looks into a folder for files that have come or changed, also while Sheaf was closed, and hands them on
 * once they are whole: as large at one look as at the one before. What lay there when the folder was
 * chosen is left alone.
 */
export class WatchedFolder {
  #timer: NodeJS.Timeout | null = null
  #before = new Map<string, SeenFile>()
  #isBusy = false

  constructor(private readonly around: Surroundings) {}

  start(): void {
    this.stop()
    this.#before = new Map()
    if (this.around.get() !== undefined)
      this.#timer = setInterval(() => void this.look(), lookEvery)
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer)
    this.#timer = null
  }

  /** Looks once. A folder that cannot be read now may be there again at the next look. */
  async look(): Promise<void> {
    const watched = this.around.get()
    if (this.#isBusy || watched === undefined) return
    const files = filesIn(watched.folder)
    if (files === null) return
    const known = new Map(watched.seen.map((file) => [file.name, file]))
    const fresh = files.filter((file) => !isSame(known.get(file.name), file))
    const whole = fresh.filter((file) => isSame(this.#before.get(file.name), file))
    this.#before = new Map(fresh.map((file) => [file.name, file]))
    if (whole.length === 0) return
    this.#isBusy = true
    try {
      await this.around.take(whole.map(({ name }) => join(watched.folder, name)))
      // A file that changes while it is read is another one at the next look.
      const there = new Set(files.map(({ name }) => name))
      const taken = new Set(whole.map(({ name }) => name))
      const kept = watched.seen.filter(({ name }) => there.has(name) && !taken.has(name))
      if (this.around.get()?.folder === watched.folder)
        this.around.set({ folder: watched.folder, seen: [...kept, ...whole] })
    } catch (error) {
      this.around.fail(error)
    } finally {
      this.#isBusy = false
    }
  }
}

/** Files of a folder that are no furniture and no half-done downloads; null where it cannot be read. */
export function filesIn(folder: string): SeenFile[] | null {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .filter((name) => !/^[.~]|\.(?:part|partial|crdownload|download|tmp|lock)$/i.test(name))
      .flatMap((name) => {
        const about = statSync(join(folder, name), { throwIfNoEntry: false })
        return about === undefined ? [] : [{ name, bytes: about.size, changed: about.mtimeMs }]
      })
  } catch {
    return null
  }
}

function isSame(a: SeenFile | undefined, b: SeenFile): boolean {
  return a?.bytes === b.bytes && a.changed === b.changed
}
