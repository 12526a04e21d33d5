import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'

/** SQLite's and the file system's error codes as sentences; the one place that knows them. */
export function translateError(error: unknown, file: string): AppError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const options = { cause: error, detail: error instanceof Error ? error.message : String(error) }
  if (code === 'SQLITE_FULL' || code === 'ENOSPC')
    return new AppError('disk-full', words.database.full(file), options)
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT'))
    return new AppError('database-corrupt', words.database.damaged(file), options)
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return new AppError('conflict', words.database.busy(file), options)
  if (
    code.startsWith('SQLITE_CANTOPEN') ||
    code.startsWith('SQLITE_READONLY') ||
    code.startsWith('SQLITE_IOERR') ||
    ['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EEXIST', 'EIO'].includes(code)
  )
    return new AppError('unreadable-file', words.database.unreachable(file), options)
  return new AppError('internal', words.database.unexpected, options)
}
