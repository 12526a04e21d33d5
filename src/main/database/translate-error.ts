import { AppError } from '@shared/ipc/error'

/** SQLite's and the file system's error codes as sentences; the one place that knows them. */
export function translateError(error: unknown, file: string): AppError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const options = { cause: error, detail: error instanceof Error ? error.message : String(error) }
  if (code === 'SQLITE_FULL' || code === 'ENOSPC')
    return new AppError(
      'disk-full',
      `The disk that holds ${file} is full. Free some space and try again; nothing was changed.`,
      options
    )
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT'))
    return new AppError(
      'database-corrupt',
      `${file} is not a Sheaf library, or it is damaged. It was left as it is.`,
      options
    )
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return new AppError(
      'conflict',
      `Another program is writing to ${file}. Try again in a moment; nothing was changed.`,
      options
    )
  if (
    code.startsWith('SQLITE_CANTOPEN') ||
    code.startsWith('SQLITE_READONLY') ||
    code.startsWith('SQLITE_IOERR') ||
    ['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EEXIST', 'EIO'].includes(code)
  )
    return new AppError(
      'unreadable-file',
      `${file} cannot be opened or written. Check that its folder exists and may be written to.`,
      options
    )
  return new AppError('internal', 'Something went wrong in the library.', options)
}
