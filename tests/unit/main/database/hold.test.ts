import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { holdLibrary } from '../../../../src/main/database/hold'
import { insertPaper, newLibrary, temporaryFolder } from '../../support/library'

it('a library is held by one, and by the next once that one lets go', () => {
  const folder = temporaryFolder()
  const first = holdLibrary(folder)
  expect(first?.folder).toBe(folder)
  expect(holdLibrary(folder)).toBeNull()
  first?.release()
  const second = holdLibrary(folder)
  expect(second).not.toBeNull()
  second?.release()
})

it('what holds a library keeps nobody from writing to it who does not ask', () => {
  const folder = temporaryFolder()
  const hold = holdLibrary(folder)
  expect(insertPaper(newLibrary(folder))).toBeGreaterThan(0)
  hold?.release()
})

it('a process that is killed lets go of its library', async () => {
  const folder = temporaryFolder()
  const holding = `
    const db = new (require('better-sqlite3'))(${JSON.stringify(join(folder, 'library.lock'))})
    db.exec('BEGIN EXCLUSIVE')
    process.stdout.write('held')
    setInterval(() => undefined, 1000)`
  const other = spawn(process.execPath, ['-e', holding], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise((resolve) => other.once('close', resolve))
  await new Promise((resolve) => other.stdout.once('data', resolve))
  expect(holdLibrary(folder)).toBeNull()
  other.kill('SIGKILL')
  await ended
  const hold = holdLibrary(folder)
  expect(hold).not.toBeNull()
  hold?.release()
})

it('something written into the file that holds it blocks nobody', () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'library.lock'), 'this is not a database, '.repeat(100))
  const hold = holdLibrary(folder)
  expect(hold).not.toBeNull()
  expect(holdLibrary(folder)).toBeNull()
  hold?.release()
})

it('a place where nothing can be written says so', () => {
  const folder = join(temporaryFolder(), 'library')
  writeFileSync(folder, 'no folder')
  expect(() => holdLibrary(folder)).toThrow(
    expect.objectContaining({ code: 'unreadable-file' }) as Error
  )
})
