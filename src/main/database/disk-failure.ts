import type { WritableDb } from './handle'

/** Whether the disk did not do what SQLite asked of it. */
function isDiskFailure(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_IOERR')
}

/**
 * Has `failed` called when the disk fails under a transaction of a connection, or that is begun after it was
 * closed. From then on the system may hold something else in memory than is on the disk, even where it flushes
 * without a complaint the next time: what is there is to be read anew, by another connection.
 */
export function onDiskFailure(db: WritableDb, failed: () => void): void {
  const make = db.transaction.bind(db)
  const watched = <Args extends unknown[], T>(
    run: (...args: Args) => T
  ): ((...args: Args) => T) => {
    return (...args) => {
      try {
        return run(...args)
      } catch (error) {
        if (isDiskFailure(error) || !db.open) failed()
        throw error
      }
    }
  }
  db.transaction = ((write) => {
    const made = make(write)
    const run = watched(made)
    return Object.assign(run, {
      default: run,
      deferred: watched((...args: Parameters<typeof made>) => made.deferred(...args)),
      immediate: watched((...args: Parameters<typeof made>) => made.immediate(...args)),
      exclusive: watched((...args: Parameters<typeof made>) => made.exclusive(...args))
    })
  }) as typeof db.transaction
}
