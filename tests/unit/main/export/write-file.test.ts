import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '../../../../src/shared/ipc/error'
import { writeFileAtomically } from '../../../../src/main/export/write-file'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sheaf-write-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

async function failure(path: string, text = 'new'): Promise<AppError> {
  try {
    await writeFileAtomically(path, text)
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('it was written')
}

describe('a file', () => {
  it('is written whole, and nothing is left beside it', async () => {
    const path = join(folder, 'refs.bib')
    await writeFileAtomically(path, 'ä new file\n')
    await writeFileAtomically(path, 'ß newer file\n')
    expect(readFileSync(path, 'utf8')).toBe('ß newer file\n')
    expect(readdirSync(folder)).toEqual(['refs.bib'])
  })

  it('keeps its mode', async () => {
    const path = join(folder, 'refs.bib')
    writeFileSync(path, 'old')
    chmodSync(path, 0o640)
    await writeFileAtomically(path, 'new')
    expect(statSync(path).mode & 0o777).toBe(0o640)
  })

  it('replaces what a symbolic link names, and keeps the link', async () => {
    mkdirSync(join(folder, 'there'))
    writeFileSync(join(folder, 'there', 'real.bib'), 'old')
    symlinkSync(join('there', 'real.bib'), join(folder, 'one.bib'))
    symlinkSync('one.bib', join(folder, 'two.bib'))
    await writeFileAtomically(join(folder, 'two.bib'), 'new')
    expect(readFileSync(join(folder, 'there', 'real.bib'), 'utf8')).toBe('new')
    expect(readlinkSync(join(folder, 'two.bib'))).toBe('one.bib')
    expect(lstatSync(join(folder, 'one.bib')).isSymbolicLink()).toBe(true)
  })

  it('is made where a link names a file that is not there yet', async () => {
    symlinkSync('later.bib', join(folder, 'link.bib'))
    await writeFileAtomically(join(folder, 'link.bib'), 'new')
    expect(readFileSync(join(folder, 'later.bib'), 'utf8')).toBe('new')
  })

  it('may be a device, which is written to and not replaced', async () => {
    await writeFileAtomically('/dev/null', 'gone')
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true)
  })
})

describe('a file that cannot be written', () => {
  it.each([
    ['is a folder', '.', 'folder'],
    ['stands in no folder', 'nowhere/refs.bib', 'does not exist'],
    ['stands in a file', 'file/refs.bib', 'not a folder'],
    ['has a name too long', `${'x'.repeat(300)}.bib`, 'too long'],
    ['has a NUL in its name', 'a\0b.bib', 'no file name'],
    ['is a link to itself', 'loop', 'circle']
  ])('%s: one sentence says so', async (_, name, words) => {
    writeFileSync(join(folder, 'file'), '')
    symlinkSync('loop', join(folder, 'loop'))
    const error = await failure(join(folder, name))
    expect(error.code).toBe('unreadable-file')
    expect(error.message).toContain(words)
    expect(readdirSync(folder).sort()).toEqual(['file', 'loop'])
  })

  it('is a read-only one, or one in a read-only folder, for all but root', async () => {
    const path = join(folder, 'refs.bib')
    writeFileSync(path, 'old')
    const isRoot = process.getuid?.() === 0
    if (isRoot) for (const place of [folder, path]) chownSync(place, 65534, 65534)
    if (isRoot) process.seteuid?.(65534)
    try {
      chmodSync(folder, 0o555)
      expect((await failure(path)).message).toContain('may not write')
      expect((await failure(join(folder, 'other.bib'))).code).toBe('unreadable-file')
      chmodSync(folder, 0o755)
      chmodSync(path, 0o444)
      expect((await failure(path)).message).toContain('may not write')
      expect(readFileSync(path, 'utf8')).toBe('old')
      expect(readdirSync(folder)).toEqual(['refs.bib'])
    } finally {
      if (isRoot) process.seteuid?.(0)
    }
  })
})

describe('a full disk', () => {
  const place = mkdtempSync(join(tmpdir(), 'sheaf-full-'))
  const isMounted =
    spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', place], { stdio: 'ignore' })
      .status === 0
  if (!isMounted) {
    console.warn('Writing to a full disk is not tested: a tmpfs cannot be mounted here.')
    rmSync(place, { recursive: true, force: true })
  }

  it.skipIf(!isMounted)('leaves the old file whole and nothing beside it', async () => {
    try {
      const path = join(place, 'refs.bib')
      await writeFileAtomically(path, 'old')
      const error = await failure(path, 'x'.repeat(200_000))
      expect(error.code).toBe('disk-full')
      expect(error.message).toContain('no room')
      expect(readFileSync(path, 'utf8')).toBe('old')
      expect(readdirSync(place)).toEqual(['refs.bib'])
      await writeFileAtomically(path, 'it works again')
      expect(readFileSync(path, 'utf8')).toBe('it works again')
    } finally {
      execFileSync('umount', [place])
      rmSync(place, { recursive: true, force: true })
    }
    expect(existsSync(place)).toBe(false)
  })
})
