import { describe, expect, it } from 'vitest'
import { answer } from '../../../../src/main/import/parse-request'
import { decodeText } from '../../../../src/main/import/decode'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '../../support/library'
import { trendingPage } from '../../support/digest-text'

function refusal(content: string | Uint8Array, name = 'file.txt'): string {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, content)
  const reply = answer({ path, name })
  if (reply.ok) throw new Error('It was not refused.')
  return reply.error.message
}

describe('a file that is no digest is refused with a sentence that names it', () => {
  it('empty, or blank', () => {
    expect(refusal('')).toBe('file.txt is empty.')
    expect(refusal(' \n\t\n')).toBe('file.txt holds no text.')
  })

  it('binary', () => {
    expect(refusal(Uint8Array.from({ length: 5000 }, (_, n) => (n * 37) % 256))).toMatch(
      /^file\.txt holds binary data/
    )
    expect(refusal('%PDF-1.7\nblah', 'a.pdf')).toMatch(/^a\.pdf is a PDF/)
    expect(refusal('PK\u0003\u0004 rest', 'a.zip')).toMatch(/^a\.zip is a zip archive/)
  })

  it('not UTF-8, with the line where it goes wrong', () => {
    expect(
      refusal(Buffer.concat([Buffer.from('one\ntwo\nth'), Buffer.from([0xe9, 0x65, 0x0a])]))
    ).toBe(
      'file.txt is not UTF-8 text (the first wrong byte is in line 3). Save it again as UTF-8.'
    )
  })

  it('one line of many megabytes, or too large altogether', () => {
    expect(refusal('a'.repeat(3_000_000))).toMatch(/^Line 1 of file\.txt is 3 million characters/)
    expect(refusal(Buffer.alloc(100 * 1024 * 1024, 'a'))).toMatch(/^file\.txt is 100 MB/)
  })

  it('a novel', () => {
    expect(
      refusal(
        `Chapter 1\n\n${'He walked on. The road was long. '.repeat(50)}\n\n`.repeat(1) +
          'She sat down. It rained, and it rained again. And so on it went.\n\n'.repeat(50),
        'novel.txt'
      )
    ).toMatch(/^No list of papers was found in novel\.txt/)
  })

  it('missing, or a folder', () => {
    const folder = temporaryFolder()
    const gone = answer({ path: join(folder, 'gone.txt'), name: 'gone.txt' })
    expect(gone).toMatchObject({
      ok: false,
      error: { message: 'gone.txt was not found. Check its name and place.' }
    })
    expect(answer({ path: folder, name: 'folder' })).toMatchObject({
      ok: false,
      error: { message: 'folder is a folder. Drop the files that are in it.' }
    })
  })
})

describe('text is read', () => {
  it('as UTF-8 with or without a byte order mark, and as UTF-16 with one', () => {
    const page = trendingPage(['Über Garben'])
    const utf16 = Buffer.from(`\ufeff${page}`, 'utf16le')
    expect(decodeText(Buffer.from(page), 'x')).toBe(page)
    expect(decodeText(Buffer.from(`\ufeff${page}`), 'x').replace('\ufeff', '')).toBe(page)
    expect(decodeText(utf16, 'x').replace('\ufeff', '')).toBe(page)
    expect(decodeText(utf16.swap16(), 'x').replace('\ufeff', '')).toBe(page)
  })
})
