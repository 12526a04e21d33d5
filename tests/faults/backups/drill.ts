import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  backupFolder,
  listBackups,
  removeTemporary
} from '../../../src/main/database/backup/backup-folder'
import { makeBackup } from '../../../src/main/database/backup/make-backup'
import { perform } from '../../../src/main/database/backup/work'
import type { WritableDb } from '../../../src/main/database/handle'
import { markInUse, unmarkInUse } from '../../../src/main/database/in-use'
import { lookAtLibrary } from '../../../src/main/database/look'
import { closeLibrary, libraryFile, openLibrary } from '../../../src/main/database/open'
import { swapIn } from '../../../src/main/database/swap'
import { change } from '../../../src/main/library/journal'
import { addPaper, trashPapers } from '../../../src/main/library/paper-changes'
import { emptyTrash } from '../../../src/main/library/trash'
import { contentOf, fields } from '../../unit/support/content'
import { randomFrom } from '../../unit/support/mutate'

/** What may become of a library's file. */
export const damages = [
  'cut off',
  'pages flipped',
  'deleted',
  'of no length',
  'first page spoilt',
  'log of earlier',
  'log spoilt'
] as const

/** How one history ended, and what was not as it should be. */
export interface Drilled {
  seed: number
  damage: (typeof damages)[number]
  /**
   * `earlier`: what was written after the last backup is lost in part, which nothing can tell; `unnoticed`: a
   * letter of a text has become another, which no check can tell.
   */
  end: 'restored' | 'unharmed' | 'earlier' | 'unnoticed'
  /** The share of the papers that was salvaged; null where that was not tried. */
  salvaged: number | null
  wrong: string[]
}

const hour = 60 * 60 * 1000

/**
 * Lets a library grow by a random history with a backup each hour, damages it, and starts as the app does. It
 * must never be read as if nothing were wrong where something is, no backup may change, the damaged file must
 * be kept, and what is restored is the library of the last backup.
 */
export async function drill(folder: string, seed: number): Promise<Drilled> {
  const random = randomFrom(seed)
  const wrong: string[] = []
  const damage = damages[seed % damages.length] ?? 'deleted'
  const { db, states, commits, early } = await grow(folder, random)
  const last = stateOf(db)
  const isCrash = damage.startsWith('log') || random() < 0.3
  end(folder, db, isCrash)
  spoil(folder, damage, random, early)

  const backups = sumsOf(backupFolder(folder))
  const spoilt = existsSync(libraryFile(folder)) ? sumOf(libraryFile(folder)) : null
  const found = await start(folder, last, commits)
  let salvaged: number | null = null
  if (found === 'trouble') {
    salvaged = await salvageSome(folder, last.papers, wrong)
    await restoreNewest(folder, states, wrong)
    if (spoilt !== null && !sumsIn(folder).includes(spoilt)) wrong.push('The damaged file is gone')
  }
  if (found === 'unnoticed' && damage.startsWith('log')) wrong.push('More was lost than an hour')
  for (const [name, sum] of backups)
    if (sumsOf(backupFolder(folder)).get(name) !== sum) wrong.push(`Backup ${name} was changed`)
  return { seed, damage, end: found === 'trouble' ? 'restored' : found, salvaged, wrong }
}

interface State {
  papers: number
  sum: string
}

function stateOf(db: WritableDb): State {
  const content = contentOf(db)
  const sum = createHash('sha256').update(JSON.stringify(content)).digest('hex')
  return { papers: content['paper']?.length ?? 0, sum }
}

/** A library with a backup at every hour of a few, and what it held then; and its log at some moment before the end. */
async function grow(
  folder: string,
  random: () => number
): Promise<{ db: WritableDb; states: State[]; commits: Set<string>; early: Buffer }> {
  const db = openLibrary(folder)
  const states: State[] = []
  const ids: number[] = []
  /** What it was after each change since the last backup. */
  let commits = new Set<string>()
  let early = Buffer.alloc(0)
  const hours = 2 + Math.floor(random() * 3)
  const begin = Date.parse('2026-03-14T08:00:00.000Z')
  for (let n = 0; n <= hours; n++) {
    for (let times = 1 + Math.floor(random() * 8); times > 0; times--) {
      write(db, ids, random)
      commits.add(stateOf(db).sum)
    }
    if (n === hours) break
    early = readFileSync(`${libraryFile(folder)}-wal`)
    await makeBackup(folder, 'automatic', new Date(begin + n * hour))
    const state = stateOf(db)
    states.push(state)
    commits = new Set([state.sum])
  }
  return { db, states, commits, early }
}

function write(db: WritableDb, ids: number[], random: () => number): void {
  const name = `Paper ${String(random()).slice(2, 9)}`
  if (random() < 0.1 && ids.length > 3) {
    const [id = 0] = ids.splice(Math.floor(random() * ids.length), 1)
    change(db, { kind: 'empty-trash', count: 1, name }, (tx) => {
      trashPapers(tx, [id])
      emptyTrash(tx)
    })
    return
  }
  change(db, { kind: 'import', count: 4, name }, (tx) => {
    for (let n = 0; n < 4; n++) {
      const abstract = `${name} says: ${'on and on '.repeat(Math.floor(random() * 300))}`
      ids.push(addPaper(tx, fields({ title: `${name}, part ${String(n)}`, abstract })))
    }
  })
}

/** Closes the library; or leaves it as a power cut would, with what waits in its log. */
function end(folder: string, db: WritableDb, isCrash: boolean): void {
  markInUse(folder)
  if (!isCrash) {
    closeLibrary(db)
    unmarkInUse(folder)
    return
  }
  const file = libraryFile(folder)
  const held = ['', '-wal'].map((ending) => readFileSync(file + ending))
  closeLibrary(db)
  for (const [n, ending] of ['', '-wal'].entries())
    writeFileSync(file + ending, held[n] ?? Buffer.alloc(0))
}

function spoil(
  folder: string,
  damage: Drilled['damage'],
  random: () => number,
  early: Buffer
): void {
  const file = libraryFile(folder)
  const bytes = readFileSync(file)
  const flip = (from: Buffer, start: number, end: number): void => {
    for (let times = 0; times < 40; times++) {
      const at = start + Math.floor(random() * (end - start))
      from[at] = (from[at] ?? 0) ^ (1 << Math.floor(random() * 8))
    }
  }
  switch (damage) {
    case 'cut off':
      writeFileSync(file, bytes.subarray(0, 1 + Math.floor(random() * (bytes.length - 1))))
      break
    case 'pages flipped': {
      const pages = Math.floor(bytes.length / 4096)
      for (let times = 1 + Math.floor(random() * 50); times > 0; times--) {
        const page = 1 + Math.floor(random() * (pages - 1))
        flip(bytes, page * 4096, (page + 1) * 4096)
      }
      writeFileSync(file, bytes)
      break
    }
    case 'deleted':
      rmSync(file)
      break
    case 'of no length':
      writeFileSync(file, '')
      break
    case 'first page spoilt':
      flip(bytes, 0, 4096)
      bytes.fill(0, 0, Math.floor(random() * 200))
      writeFileSync(file, bytes)
      break
    case 'log of earlier':
      writeFileSync(`${file}-wal`, early)
      break
    case 'log spoilt': {
      const log = readFileSync(`${file}-wal`)
      if (log.length > 0) flip(log, 0, log.length)
      writeFileSync(`${file}-wal`, log)
    }
  }
}

/** Starts as the app does, also a second time where it notices only while it runs. */
async function start(
  folder: string,
  last: State,
  commits: ReadonlySet<string>
): Promise<'trouble' | Exclude<Drilled['end'], 'restored'>> {
  if (lookAtLibrary(folder, false) !== null) return 'trouble'
  try {
    const db = openLibrary(folder)
    try {
      const now = stateOf(db)
      await makeBackup(folder, 'automatic', new Date('2026-03-14T23:00:00.000Z'))
      if (now.sum === last.sum) return 'unharmed'
      return commits.has(now.sum) ? 'earlier' : 'unnoticed'
    } finally {
      // What could not be read cannot be written into the file either.
      try {
        closeLibrary(db)
      } catch {
        markInUse(folder)
      }
    }
  } catch {
    // The app notes that something did not fit, and the next start reads all of it.
    markInUse(folder)
    return 'trouble'
  }
}

async function restoreNewest(
  folder: string,
  states: readonly State[],
  wrong: string[]
): Promise<void> {
  const newest = await perform({ kind: 'newest', folder })
  if (newest?.name !== listBackups(folder)[0]?.name) wrong.push('The newest backup is not good')
  if (newest === null) return
  const whole = await perform({ kind: 'ready', folder, name: newest.name })
  swapIn(folder, whole, 'damaged')
  unmarkInUse(folder)
  if (lookAtLibrary(folder, true) !== null) wrong.push('What was restored is not sound')
  const db = openLibrary(folder)
  if (stateOf(db).sum !== states.at(-1)?.sum)
    wrong.push('What was restored is not the library of the last backup')
  closeLibrary(db)
}

/** The share of papers that can be read of what is left; null where that is nothing. */
async function salvageSome(
  folder: string,
  papers: number,
  wrong: string[]
): Promise<number | null> {
  if (lookAtLibrary(folder, false) !== 'damaged') return null
  try {
    const { path, counts } = await perform({ kind: 'salvage', folder })
    // Opened as the library of another folder would be.
    const place = join(folder, 'salvaged')
    closeLibrary(openLibrary(place))
    copyFileSync(path, libraryFile(place))
    closeLibrary(openLibrary(place))
    rmSync(place, { recursive: true })
    removeTemporary(path)
    return Math.min(1, counts.papers / Math.max(1, papers))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code !== 'database-corrupt') wrong.push(`Salvaging failed: ${String(error)}`)
    return 0
  }
}

function sumOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}

function sumsOf(folder: string): Map<string, string> {
  return new Map(readdirSync(folder).map((name) => [name, sumOf(join(folder, name))]))
}

function sumsIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => sumOf(join(folder, name)))
}
