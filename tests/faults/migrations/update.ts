// Brings a library up to date, and ends at once: `update.js LIBRARY`.
import { writeSync } from 'node:fs'
import { openLibrary } from '../../../src/main/database/open'

writeSync(1, 'begins\n')
openLibrary(process.argv[2] ?? '')
process.exit(0)
