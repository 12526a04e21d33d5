// npm run faults:bib: 500 kills and a full disk while a .bib is kept updated.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fillDisk, killWriters } from './bib-faults'

const kills = Number(process.argv[2] ?? 500)
const folder = mkdtempSync(join(tmpdir(), 'sheaf-faults-'))
const say = (words: string): void => {
  process.stdout.write(`${words}\n`)
}
try {
  const killed = await killWriters(
    folder,
    fileURLToPath(new URL('writer.js', import.meta.url)),
    kills
  )
  say(
    `${String(kills)} kills: ${String(killed.reads)} looks saw ${String(killed.versions)} versions, ${String(killed.wrong.length)} of them not whole.`
  )
  const full = await fillDisk(folder, 40)
  if (full === null) say('Full disk: no small disk can be mounted here; run as root for that part.')
  else
    say(
      `Full disk: ${String(full.reads)} levels, ${String(full.versions)} writes had room, ${String(full.wrong.length)} things went wrong.`
    )
  const wrong = [...killed.wrong, ...(full?.wrong ?? [])]
  for (const words of wrong.slice(0, 10)) say(words)
  if (wrong.length > 0) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
