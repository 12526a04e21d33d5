// npm run faults:migrations: libraries of every schema of old brought up to date, and killed meanwhile.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { migrations } from '../../../src/main/database/migrations'
import { killUpdates } from './kill-update'

const [kills = 50, papers = 1000] = process.argv.slice(2).map(Number)
const folder = mkdtempSync(join(tmpdir(), 'sheaf-migrations-'))
const child = fileURLToPath(new URL('update.js', import.meta.url))
try {
  for (const { version } of migrations.slice(0, -1)) {
    const { before, wrong } = await killUpdates(folder, child, { version, papers, kills })
    process.stdout.write(
      `${String(version)}, ${String(papers)} papers: ${String(kills)} kills, ${String(before)} before the update was there to stay, ${String(wrong.length)} wrong\n`
    )
    for (const words of wrong.slice(0, 5)) process.stdout.write(`  ${words}\n`)
    if (wrong.length > 0) process.exitCode = 1
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
