import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { libraryFile } from './open'

/** Notes that Sheaf has the library in a folder open. Nothing is held by it: a mark that is left over harms nobody. */
export function markInUse(folder: string): void {
  try {
    writeFileSync(markFile(folder), 'Sheaf has this library open, or did not end as it should.\n')
  } catch {
    // Its log says it too.
  }
}

/** Notes that Sheaf has closed it well. */
export function unmarkInUse(folder: string): void {
  rmSync(markFile(folder), { force: true })
}

/** Whether nobody closed the library well who had it open last, or somebody has it open. */
export function wasLeftOpen(folder: string): boolean {
  return existsSync(markFile(folder)) || existsSync(`${libraryFile(folder)}-wal`)
}

function markFile(folder: string): string {
  return join(folder, 'library.in-use')
}
