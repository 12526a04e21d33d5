// npm run faults:backups [-- COUNT [SEED]]: 100 histories by default; each is damaged in one way and started again.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { damages, drill, type Drilled } from './drill'

const [count = 100, seed = Date.now() % 1_000_000] = process.argv.slice(2).map(Number)
const say = (words: string): void => {
  process.stdout.write(`${words}\n`)
}
const all: Drilled[] = []
const started = performance.now()
for (let n = 0; n < count; n++) {
  const folder = mkdtempSync(join(tmpdir(), 'sheaf-backups-'))
  try {
    all.push(await drill(folder, seed + n))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
const seconds = ((performance.now() - started) / 1000).toFixed(0)
say(`${String(count)} histories from seed ${String(seed)}, in ${seconds} s.`)
for (const damage of damages) {
  const of = all.filter((one) => one.damage === damage)
  const ended = (end: Drilled['end']): string => String(of.filter((one) => one.end === end).length)
  say(
    `${damage}: ${String(of.length)} times; ${ended('restored')} restored, ${ended('unharmed')} unharmed, ${ended('earlier')} without the last changes since the backup, ${ended('unnoticed')} with a letter changed that no check tells`
  )
}
const salvaged = all.flatMap(({ salvaged: part }) => part ?? [])
const share = salvaged.reduce((sum, part) => sum + part, 0) / Math.max(1, salvaged.length)
say(
  `Salvaged ${String(salvaged.length)} times, ${(share * 100).toFixed(0)} % of the papers on average.`
)
const wrong = all.flatMap(({ seed: of, wrong: words }) =>
  words.map((each) => `Seed ${String(of)}: ${each}`)
)
say(`${String(wrong.length)} things went wrong.`)
for (const words of wrong.slice(0, 20)) say(words)
if (wrong.length > 0) process.exitCode = 1
