import { readFileSync, writeFileSync } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { FileNames, safeName } from '../../../../src/main/archive/file-names'
import { ZipReader } from '../../../../src/main/archive/zip-reader'
import { ZipWriter, type Pieces } from '../../../../src/main/archive/zip-writer'
import { temporaryFolder } from '../../support/library'

/** Writes an archive of texts, packed or not by turns; gives its path. */
async function zipOf(files: Iterable<[name: string, pieces: Pieces]>): Promise<string> {
  const path = join(temporaryFolder(), 'some.zip')
  const file = await open(path, 'w')
  const zip = new ZipWriter(file, new AbortController().signal)
  let isPacked = false
  for (const [name, pieces] of files) {
    await zip.add(name, pieces, { isPacked })
    isPacked = !isPacked
  }
  await zip.finish()
  await file.close()
  return path
}

async function textOf(zip: ZipReader, name: string): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of zip.read(name)) pieces.push(piece)
  return Buffer.concat(pieces).toString()
}

it('An archive is read as it was written, by other programs too', async () => {
  const long = 'Größe 深度 🦙 '.repeat(60_000)
  const path = await zipOf([
    ['a.txt', 'short'],
    ['b/ü.txt', 'short'],
    ['empty', ''],
    ['also-empty', []],
    ['long', long],
    ['long-packed', [long, Buffer.from(long)]]
  ])
  const others = unzipSync(readFileSync(path))
  expect(Buffer.from(others['long-packed'] ?? []).toString()).toBe(long + long)
  expect(Object.keys(others)).toEqual([
    'a.txt',
    'b/ü.txt',
    'empty',
    'also-empty',
    'long',
    'long-packed'
  ])
  const zip = await ZipReader.open(path)
  for (const [name, text] of [
    ...[['a.txt', 'short'] as const, ['b/ü.txt', 'short'] as const, ['empty', ''] as const],
    ...[['also-empty', ''] as const, ['long', long] as const, ['long-packed', long + long] as const]
  ])
    expect(await textOf(zip, name)).toBe(text)
  expect(zip.sizeOf('nothing')).toBe(null)
  await zip.close()
})

it('An archive of more than 65,535 files is a zip64 one', async () => {
  const count = 66_000
  const held = Buffer.alloc(20_000_000)
  let end = 0
  const inMemory = {
    write: (bytes: Buffer, _from: number, length: number, at: number) => {
      bytes.copy(held, at)
      end = Math.max(end, at + length)
      return Promise.resolve({ bytesWritten: length, buffer: bytes })
    }
  } as Pick<FileHandle, 'write'>
  const writing = new ZipWriter(inMemory, new AbortController().signal)
  for (let n = 0; n < count; n++)
    await writing.add(`notes/${String(n)}.md`, `note ${String(n)}`, { isPacked: false })
  await writing.finish()
  const path = join(temporaryFolder(), 'many.zip')
  writeFileSync(path, held.subarray(0, end))
  expect(Object.keys(unzipSync(readFileSync(path)))).toHaveLength(count)
  const zip = await ZipReader.open(path)
  expect(await textOf(zip, 'notes/65999.md')).toBe('note 65999')
  await zip.close()
})

it('Names in an archive are taken by every file system, and no two are the same', () => {
  const names = new FileNames()
  const taken = ['a', 'A', 'ﬁ', 'fi', 'CON', 'con', '..', 'x/../y', ' ', 'e\u0301', '\u00e9'].map(
    (name) => names.take('notes', name, '.md')
  )
  expect(taken).toEqual([
    ...['notes/a.md', 'notes/A 2.md', 'notes/ﬁ.md', 'notes/fi 2.md', 'notes/_CON.md'],
    ...['notes/_con 2.md', 'notes/_.md', 'notes/x_.._y.md', 'notes/_ 2.md', 'notes/é.md'],
    'notes/é 2.md'
  ])
  expect(Buffer.byteLength(safeName('🦙'.repeat(200)))).toBeLessThanOrEqual(180)
})
