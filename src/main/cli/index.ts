// The command line on Node alone, as a checkout runs it; the installed app answers the same words itself.
import { runCommandLine } from './run'

process.exitCode = await runCommandLine(process.argv.slice(2))
