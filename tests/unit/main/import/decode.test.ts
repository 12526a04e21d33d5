import { describe, expect, it } from 'vitest'
import { answer } from '../../../../src/main/import/parse-request'
import { decodeText } from '../../../../src/main/import/decode'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '../../support/library'
import { trendingPage } from '../../support/digest-text'

async function refusal(content: string | Uint8Array, name = 'file.txt'): Promise<string> {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, content)
  const reply = await answer({ path, name })
  if (reply.ok) throw new Error('It was not refused.')
  return reply.error.message
}

describe('a file that is no digest is refused with a sentence that names it', () => {
  it('empty, or blank', async () => {
    expect(await refusal('')).toBe('file.txt is empty.')
    expect(await refusal(' \n\t\n')).toBe('file.txt holds no text.')
  })

  it('binary', async () => {
    expect(await refusal(Uint8Array.from({ length: 5000 }, (_, n) => (n * 37) % 256))).toMatch(
      /^file\.txt holds binary data/
    )
    expect(await refusal('PK\u0003\u0004 rest', 'a.zip')).toMatch(/^a\.zip is a zip archive/)
  })

  it('one line of many megabytes, or too large altogether', async () => {
    expect(await refusal('a'.repeat(3_000_000))).toMatch(
      /^Line 1 of file\.txt is 3 million characters/
    )
    expect(await refusal(Buffer.alloc(257 * 1024 * 1024, 'a'))).toMatch(/^file\.txt is 257 MB/)
  })

  it('a novel', async () => {
    expect(
      await refusal(
        `Chapter 1\n\n${'He walked on. The road was long. '.repeat(50)}\n\n`.repeat(1) +
          'She sat down. It rained, and it rained again. And so on it went.\n\n'.repeat(50),
        'novel.txt'
      )
    ).toMatch(/^No papers were found in novel\.txt/)
  })

  it('missing, or an empty folder', async () => {
    const folder = temporaryFolder()
    const gone = await answer({ path: join(folder, 'gone.txt'), name: 'gone.txt' })
    expect(gone).toMatchObject({
      ok: false,
      error: { message: 'gone.txt was not found. Check its name and place.' }
    })
    expect(await answer({ path: folder, name: 'folder' })).toMatchObject({
      ok: false,
      error: { message: 'folder is an empty folder.' }
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

  it('as Western where its lines are no UTF-8, or as it says of itself', () => {
    const western = Buffer.from('Müller, café', 'latin1')
    expect(decodeText(western, 'x')).toBe('Müller, café')
    const mixed = Buffer.concat([Buffer.from('Garbenmüller\n'), western])
    expect(decodeText(mixed, 'x')).toBe('Garbenmüller\nMüller, café')
    const latin2 = Buffer.from([...Buffer.from('% Encoding: ISO-8859-2\n'), 0xb1, 0xe6])
    expect(decodeText(latin2, 'x')).toBe('% Encoding: ISO-8859-2\nąć')
  })
})
