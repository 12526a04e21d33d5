import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { closeLibrary, openLibrary } from '../../src/main/database/open'
import { keepBib } from '../../src/main/latex/keep-bib'
import { byHand, versionOf, wantedAt } from './versions'

/** What was seen while writers were killed or had no room. */
export interface Seen {
  reads: number
  versions: number
  /** What a reader saw that was neither the old file nor the new one, or was said wrongly. */
  wrong: string[]
}

/**
 * Kills a process that keeps a `.bib` updated, again and again, while a reader looks at the file all the
 * time: it sees the old or the new file whole, and the next process knows its entries again.
 * @param writer path of `writer.ts`, bundled
 */
export async function killWriters(folder: string, writer: string, kills: number): Promise<Seen> {
  const bib = join(folder, 'refs.bib')
  const library = join(folder, 'library')
  mkdirSync(library, { recursive: true })
  writeFileSync(bib, byHand)
  const seen: Seen = { reads: 0, versions: 0, wrong: [] }
  let last = -1
  /** Whether what stands there is whole. */
  const look = (): boolean => {
    const text = readFileSync(bib, 'utf8')
    const version = versionOf(text)
    seen.reads++
    if (version === null) seen.wrong.push(`${String(text.length)} letters that are no version`)
    else if (version !== last) {
      seen.versions++
      last = version
    }
    return version !== null
  }
  for (let kill = 0; kill < kills && seen.wrong.length === 0; kill++) {
    const child = spawn(process.execPath, [writer, library, bib, String(last + 1)], {
      stdio: ['ignore', 'pipe', 'pipe']
    })
    let words = ''
    child.stderr.on('data', (part: Buffer) => (words += part.toString()))
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
    const left = leftIn(folder)
    const started = new Promise<void>((resolve) =>
      child.stdout.once('data', () => {
        resolve()
      })
    )
    await Promise.race([started, ended])
    const there = leftIn(folder)
    if (left.some((name) => there.includes(name))) seen.wrong.push('A half of a write was left.')
    // Some versions are seen whole; then it is killed at another moment each time.
    const enough = seen.versions + 3
    while (look() && seen.versions < enough && child.exitCode === null)
      await new Promise(setImmediate)
    for (let looks = (kill * 7) % 60; looks > 0; looks--) {
      look()
      await new Promise(setImmediate)
    }
    child.kill('SIGKILL')
    const code = await ended
    if (code !== null) seen.wrong.push(`The writer ended by itself (${String(code)}): ${words}`)
    look()
  }
  return seen
}

/** Files of writes that did not come to their end. */
function leftIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.tmp'))
}

/**
 * Keeps a `.bib` updated on a small disk at many levels of fullness: the file is the old or the new one,
 * whole; what failed says that there is no room; and with room again it goes on. Null where no small disk
 * can be had.
 */
export async function fillDisk(folder: string, levels: number): Promise<Seen | null> {
  const disk = join(folder, 'disk')
  const library = join(folder, 'full-library')
  mkdirSync(disk)
  mkdirSync(library)
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=128k', 'tmpfs', disk])
  if (mounted.status !== 0) return null
  const seen: Seen = { reads: 0, versions: 0, wrong: [] }
  const db = openLibrary(library)
  try {
    const bib = join(disk, 'refs.bib')
    writeFileSync(bib, byHand)
    const keep = (version: number): Promise<unknown> =>
      keepBib(db, { bib, dialect: 'bibtex', wanted: wantedAt(version), mayRemake: false })
    await keep(0)
    for (let level = 0; level < levels; level++) {
      const { bavail, bsize } = statfsSync(disk)
      const free = Math.floor((bavail * bsize * level) / levels)
      writeFileSync(join(disk, 'filler'), Buffer.alloc(Math.max(0, bavail * bsize - free)))
      const before = versionOf(readFileSync(bib, 'utf8'))
      const failure = await keep(level + 1).then(
        () => '',
        (error: unknown) => (error instanceof Error ? error.message : String(error))
      )
      const after = versionOf(readFileSync(bib, 'utf8'))
      seen.reads++
      if (failure === '') seen.versions++
      else if (!failure.includes('no room')) seen.wrong.push(failure)
      if (after !== (failure === '' ? level + 1 : before))
        seen.wrong.push(`Level ${String(level)}: ${String(before)} became ${String(after)}`)
      if (leftIn(disk).length > 0) seen.wrong.push(`Level ${String(level)}: a half was left behind`)
      rmSync(join(disk, 'filler'))
    }
    await keep(levels + 1)
    if (versionOf(readFileSync(bib, 'utf8')) !== levels + 1)
      seen.wrong.push('With room again nothing was written')
  } finally {
    closeLibrary(db)
    spawnSync('umount', [disk])
  }
  return seen
}
