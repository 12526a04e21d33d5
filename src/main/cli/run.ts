import { AppError } from '@shared/ipc/error'
import { userDataFolder } from '../settings/places'
import { SettingsStore } from '../settings/store'
import { readCommandLine, UsageError, usage } from './command-line'
import { commands } from './commands'

/**
 * Carries a command out. Data goes to stdout, words to stderr.
 * @param argv the command and what comes after it
 * @returns the exit status: 0 done, 1 failed, 2 misused
 */
export async function runCommandLine(argv: readonly string[]): Promise<number> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever read our output has had enough of it (`sheaf list | head`).
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
  try {
    const line = readCommandLine(argv)
    if (line.command === 'help') {
      process.stdout.write(usage)
      return 0
    }
    const folder = line.library ?? new SettingsStore(userDataFolder()).libraryFolder
    return await commands[line.command](folder, line)
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`sheaf: ${error.message}\n\n${usage}`)
      return 2
    }
    const words = error instanceof AppError ? error.message : String(error)
    process.stderr.write(`sheaf: ${words}\n`)
    return 1
  }
}
