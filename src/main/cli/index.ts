import { userDataFolder } from '../settings/places'
import { SettingsStore } from '../settings/store'
import { AppError } from '@shared/ipc/error'
import { commands } from './commands'
import { readCommandLine, UsageError, usage } from './command-line'

// Data goes to stdout, words to stderr. Exit status: 0 done, 1 failed, 2 misused.

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Whoever read our output has had enough of it (`sheaf list | head`).
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

try {
  const line = readCommandLine(process.argv.slice(2))
  if (line.command === 'help') process.stdout.write(usage)
  else {
    const folder = line.library ?? new SettingsStore(userDataFolder()).libraryFolder
    process.exitCode = await commands[line.command](folder, line)
  }
} catch (error) {
  if (error instanceof UsageError) {
    process.stderr.write(`sheaf: ${error.message}\n\n${usage}`)
    process.exitCode = 2
  } else {
    const words = error instanceof AppError ? error.message : String(error)
    process.stderr.write(`sheaf: ${words}\n`)
    process.exitCode = 1
  }
}
