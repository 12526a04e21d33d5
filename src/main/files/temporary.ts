import { createHash, randomBytes } from 'node:crypto'
import { lstatSync, readdirSync, rmSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'

/** `.sheaf-HOST-PROCESS-RANDOM.tmp`; earlier versions named neither computer nor process. */
const named = /^\.sheaf-(?:([0-9a-f]{8})-(\d{1,10})-)?[0-9a-f]{16}\.tmp$/
/** No write takes so long, in milliseconds: a process of that number is another one by then. */
const longest = 24 * 60 * 60 * 1000

const host = createHash('sha256').update(hostname()).digest('hex').slice(0, 8)
/** Folders that were cleared: what is left in them after that is of processes that are still there. */
const cleared = new Set<string>()

/** Where a file's new content is written before it gets the file's name. */
export function temporaryBeside(target: string): string {
  const random = randomBytes(8).toString('hex')
  return join(dirname(target), `.sheaf-${host}-${String(process.pid)}-${random}.tmp`)
}

/**
 * Deletes what processes that were killed amid a write have left in a folder; once in each process, for nothing but
 * an end of another leaves any. Files of others, and those that are being written, stay.
 */
export function clearLeftovers(folder: string): void {
  if (cleared.has(folder)) return
  cleared.add(folder)
  try {
    for (const name of readdirSync(folder)) {
      const found = named.exec(name)
      if (found !== null) clear(join(folder, name), found[1], found[2])
    }
  } catch {
    // A folder that cannot be read or written into keeps what it has.
  }
}

function clear(path: string, on: string | undefined, pid: string | undefined): void {
  const about = lstatSync(path, { throwIfNoEntry: false })
  if (about?.isFile() !== true) return
  const isDead = on === host && pid !== undefined && !isAlive(Number(pid))
  if (isDead || Date.now() - about.mtimeMs > longest) rmSync(path, { force: true })
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}
