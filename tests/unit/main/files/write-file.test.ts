import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '../../../../src/shared/ipc/error'
import { writeFileAtomically } from '../../../../src/main/files/write-file'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sheaf-write-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

function failure(path: string, text = 'new'): AppError {
  try {
    writeFileAtomically(path, text)
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('it was written')
}

describe('a file', () => {
  it('is written whole, and nothing is left beside it', () => {
    const path = join(folder, 'refs.bib')
    writeFileAtomically(path, 'ä new file\n')
    writeFileAtomically(path, 'ß newer file\n')
    expect(readFileSync(path, 'utf8')).toBe('ß newer file\n')
    expect(readdirSync(folder)).toEqual(['refs.bib'])
  })

  it('keeps its mode', () => {
    const path = join(folder, 'refs.bib')
    writeFileSync(path, 'old')
    chmodSync(path, 0o640)
    writeFileAtomically(path, 'new')
    expect(statSync(path).mode & 0o777).toBe(0o640)
  })

  it('replaces what a symbolic link names, and keeps the link', () => {
    mkdirSync(join(folder, 'there'))
    writeFileSync(join(folder, 'there', 'real.bib'), 'old')
    symlinkSync(join('there', 'real.bib'), join(folder, 'one.bib'))
    symlinkSync('one.bib', join(folder, 'two.bib'))
    writeFileAtomically(join(folder, 'two.bib'), 'new')
    expect(readFileSync(join(folder, 'there', 'real.bib'), 'utf8')).toBe('new')
    expect(readlinkSync(join(folder, 'two.bib'))).toBe('one.bib')
    expect(lstatSync(join(folder, 'one.bib')).isSymbolicLink()).toBe(true)
  })

  it('ends a hard link: the other name keeps the former content, whole', () => {
    writeFileSync(join(folder, 'one.bib'), 'old', { mode: 0o640 })
    linkSync(join(folder, 'one.bib'), join(folder, 'other.bib'))
    writeFileAtomically(join(folder, 'one.bib'), 'new')
    expect(readFileSync(join(folder, 'one.bib'), 'utf8')).toBe('new')
    expect(readFileSync(join(folder, 'other.bib'), 'utf8')).toBe('old')
    expect(statSync(join(folder, 'one.bib')).mode & 0o777).toBe(0o640)
  })

  it('is made where a link names a file that is not there yet', () => {
    symlinkSync('later.bib', join(folder, 'link.bib'))
    writeFileAtomically(join(folder, 'link.bib'), 'new')
    expect(readFileSync(join(folder, 'later.bib'), 'utf8')).toBe('new')
  })

  it('may be a device, which is written to and not replaced', () => {
    writeFileAtomically('/dev/null', 'gone')
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true)
  })
})

describe('what a killed process left of a write', () => {
  /** A name as this process gives it to a file that it is writing. */
  function ownName(path: string): string {
    let name = ''
    writeFileAtomically(path, 'new', () => {
      name = readdirSync(folder).find((each) => each.endsWith('.tmp')) ?? ''
    })
    return name
  }

  it('is gone with the next write, and nothing else is', () => {
    const name = ownName(join(folder, 'refs.bib'))
    const { pid } = spawnSync(process.execPath, ['--version'])
    const left = name.replace(`-${String(process.pid)}-`, `-${String(pid)}-`)
    expect(left).not.toBe(name)
    const place = join(folder, 'project')
    mkdirSync(place)
    const others = [
      '.sheaf-notes.tmp',
      '.refs.bib.tmp',
      name,
      left.replace(/-\w{8}-/, '-00000000-')
    ]
    for (const each of [...others, left, '.sheaf-0123456789abcdef.tmp'])
      writeFileSync(join(place, each), 'half')
    const old = new Date(Date.now() - 2 * 24 * 60 * 60 * 1000)
    utimesSync(join(place, '.sheaf-0123456789abcdef.tmp'), old, old)
    writeFileAtomically(join(place, 'refs.bib'), 'whole')
    expect(readdirSync(place).sort()).toEqual([...others, 'refs.bib'].sort())
  })
})

describe('the last look before a file is replaced', () => {
  it('finds the old file there, and leaves it there if it says so', () => {
    const path = join(folder, 'refs.bib')
    writeFileAtomically(path, 'old')
    expect(() => {
      writeFileAtomically(path, 'new', () => {
        expect(readFileSync(path, 'utf8')).toBe('old')
        throw new AppError('conflict', 'It changed meanwhile.')
      })
    }).toThrow(expect.objectContaining({ code: 'conflict' }) as Error)
    expect(readFileSync(path, 'utf8')).toBe('old')
    expect(readdirSync(folder)).toEqual(['refs.bib'])
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
  ])('%s: one sentence says so', (_, name, words) => {
    writeFileSync(join(folder, 'file'), '')
    symlinkSync('loop', join(folder, 'loop'))
    const error = failure(join(folder, name))
    expect(error.code).toBe('unreadable-file')
    expect(error.message).toContain(words)
    expect(readdirSync(folder).sort()).toEqual(['file', 'loop'])
  })

  it('is a read-only one, or one in a read-only folder, for all but root', () => {
    const path = join(folder, 'refs.bib')
    writeFileSync(path, 'old')
    const isRoot = process.getuid?.() === 0
    if (isRoot) for (const place of [folder, path]) chownSync(place, 65534, 65534)
    if (isRoot) process.seteuid?.(65534)
    try {
      chmodSync(folder, 0o555)
      expect(failure(path).message).toContain('may not write')
      expect(failure(join(folder, 'other.bib')).code).toBe('unreadable-file')
      chmodSync(folder, 0o755)
      chmodSync(path, 0o444)
      expect(failure(path).message).toContain('may not write')
      expect(readFileSync(path, 'utf8')).toBe('old')
      expect(readdirSync(folder)).toEqual(['refs.bib'])
    } finally {
      if (isRoot) process.seteuid?.(0)
    }
  })
})

describe('a full disk', () => {
  const programs = { mount: 'mount', unmount: 'umount' }

  it('leaves the old file whole and nothing beside it', ({ skip }) => {
    const options = ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder]
    const { status } = spawnSync(programs.mount, options, { stdio: 'ignore' })
    if (status !== 0) skip('A small tmpfs cannot be mounted here.')
    try {
      const path = join(folder, 'refs.bib')
      writeFileAtomically(path, 'old')
      const error = failure(path, 'x'.repeat(200_000))
      expect(error.code).toBe('disk-full')
      expect(error.message).toContain('no room')
      expect(readFileSync(path, 'utf8')).toBe('old')
      expect(readdirSync(folder)).toEqual(['refs.bib'])
      writeFileAtomically(path, 'it works again')
      expect(readFileSync(path, 'utf8')).toBe('it works again')
    } finally {
      spawnSync(programs.unmount, [folder], { stdio: 'ignore' })
    }
  })
})
