import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ReaderFiles } from '../../../../src/main/app/reader-files'
import { temporaryFolder } from '../../support/library'

function opened(): { files: ReaderFiles; token: string; path: string } {
  const path = join(temporaryFolder(), 'a.pdf')
  writeFileSync(path, '0123456789')
  const files = new ReaderFiles()
  return { files, path, token: files.open(path, 'abc') }
}

const textOf = (part: { bytes: Uint8Array; range: string } | null): string =>
  part === null ? 'nothing' : `${Buffer.from(part.bytes).toString()} (${part.range})`

it('gives the bytes that are asked for, and those only', async () => {
  const { files, token } = opened()
  expect(textOf(await files.read(token, 'bytes=2-4'))).toBe('234 (bytes 2-4/10)')
  expect(textOf(await files.read(token, 'bytes=8-99'))).toBe('89 (bytes 8-9/10)')
})

it('gives nothing without a range, or for one that is none or too long', async () => {
  const { files, token } = opened()
  for (const range of [null, '', 'bytes=5-2', 'bytes=-3', 'bytes=0-', 'bytes=0-1,3-4', 'lines=0-1'])
    expect(textOf(await files.read(token, range)), String(range)).toBe('nothing')
  expect(textOf(await files.read(token, 'bytes=0-99999999'))).toBe('nothing')
})

it('gives nothing of a file that was closed, is gone, or was never open', async () => {
  const { files, token, path } = opened()
  expect(textOf(await files.read(crypto.randomUUID(), 'bytes=0-1'))).toBe('nothing')
  const other = files.open(path, 'abc')
  expect(other).not.toBe(token)
  expect(files.hashOf(token)).toBe('abc')
  files.close(token)
  expect(files.hashOf(token)).toBeNull()
  expect(textOf(await files.read(token, 'bytes=0-1'))).toBe('nothing')
  rmSync(path)
  expect(textOf(await files.read(other, 'bytes=0-1'))).toBe('nothing')
})
