import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'

/** Whether SQLite refused a row for what tables ask of each other. */
export function isContradiction(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT')
  )
}

/** SQLite's and the file system's error codes as sentences; the one place that knows them. */
export function translateError(error: unknown, file: string): AppError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const options = { cause: error, detail: error instanceof Error ? error.message : String(error) }
  // What SQLite shares between processes, beside the library, grows on the disk too.
  if (['SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE', 'ENOSPC', 'EDQUOT'].includes(code))
    return new AppError('disk-full', words.database.full(file), options)
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT'))
    return new AppError('database-corrupt', words.database.damaged(file), options)
  if (code === 'SQLITE_CONSTRAINT_FOREIGNKEY')
    return new AppError('not-found', words.database.gone, options)
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return new AppError('conflict', words.database.busy(file), options)
  if (
    code.startsWith('SQLITE_CANTOPEN') ||
    code.startsWith('SQLITE_READONLY') ||
    code.startsWith('SQLITE_IOERR') ||
    ['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EEXIST', 'EIO'].includes(code)
  )
    return new AppError('unreadable-file', words.database.unreachable(file), options)
  // The disk failed before, and the library could not be opened again since.
  if (error instanceof TypeError && error.message === 'The database connection is not open')
    return new AppError('unreadable-file', words.database.unreachable(file), options)
  return new AppError('internal', words.database.unexpected, options)
}
