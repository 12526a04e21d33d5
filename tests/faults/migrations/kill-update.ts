import { spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { migrations } from '../../../src/main/database/migrations'
import { closeLibrary, libraryFile, openLibrary } from '../../../src/main/database/open'
import { contentsOf, makeOldLibrary } from './old-library'

/** What became of libraries whose updates were killed. */
export interface Killed {
  kills: number
  /** How many were killed before the update was there to stay. */
  before: number
  wrong: string[]
}

/**
 * Kills a process that brings a library of a schema up to date, again and again, each time at another moment of it:
 * the library is the old one or the new one, never between, and the next start has all that was in it.
 * @param child path of `update.ts`, bundled
 */
export async function killUpdates(
  folder: string,
  child: string,
  { version, papers, kills }: { version: number; papers: number; kills: number }
): Promise<Killed> {
  const newest = migrations.at(-1)?.version ?? 0
  const old = join(folder, `${String(version)}.sqlite`)
  makeOldLibrary(old, version, 'papers', papers)
  const former = contentsOf(old)
  const seen: Killed = { kills, before: 0, wrong: [] }
  let takes = 0
  // The first one is let be, to see how long it takes.
  for (let kill = 0; kill <= kills; kill++) {
    const library = join(folder, 'library')
    rmSync(library, { recursive: true, force: true })
    mkdirSync(library)
    copyFileSync(old, libraryFile(library))
    const after = kill === 0 ? null : (takes * (kill - 0.5)) / kills
    const took = await update(child, library, after)
    if (after === null) takes = took
    const held = versionOf(libraryFile(library))
    if (held !== version && held !== newest) seen.wrong.push(`It was left at ${String(held)}`)
    if (after !== null && held === version) seen.before++
    closeLibrary(openLibrary(library))
    const told = `From ${String(version)}, killed after ${String(after)} ms: `
    if (versionOf(libraryFile(library)) !== newest) seen.wrong.push(`${told}not brought up to date`)
    if (JSON.stringify(contentsOf(libraryFile(library), former)) !== JSON.stringify(former))
      seen.wrong.push(`${told}not what was in it`)
    if (verdictOn(libraryFile(library)) !== 'ok') seen.wrong.push(`${told}damaged`)
  }
  return seen
}

/** Runs the update, and kills it so many milliseconds after it began; null not to. Gives how long it ran. */
async function update(child: string, library: string, after: number | null): Promise<number> {
  const running = spawn(process.execPath, [child, library], {
    stdio: ['ignore', 'pipe', 'inherit']
  })
  const ended = new Promise<void>((resolve) => {
    running.once('close', () => {
      resolve()
    })
  })
  const began = new Promise<void>((resolve) => {
    running.stdout.once('data', () => {
      resolve()
    })
  })
  await Promise.race([began, ended])
  const since = performance.now()
  const timer = after === null ? undefined : setTimeout(() => void running.kill('SIGKILL'), after)
  await ended
  clearTimeout(timer)
  return performance.now() - since
}

function versionOf(file: string): number {
  const db = new Database(file)
  try {
    return db.pragma('user_version', { simple: true }) as number
  } finally {
    db.close()
  }
}

function verdictOn(file: string): unknown {
  const db = new Database(file)
  try {
    return db.pragma('integrity_check', { simple: true })
  } finally {
    db.close()
  }
}
