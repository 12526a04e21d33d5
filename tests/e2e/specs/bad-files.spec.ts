import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../fixtures/sheaf'

const sentence = 'It rained all day. Nobody came to the house by the river. '
const files: [name: string, content: () => string | Buffer, says: string | RegExp][] = [
  ['empty.txt', () => '', 'empty.txt is empty.'],
  [
    'data.bin',
    () => Buffer.from(Array.from({ length: 9000 }, (_, n) => (n * 37) % 256)),
    /data\.bin holds binary data/
  ],
  [
    'novel.txt',
    () => Array.from({ length: 300 }, () => sentence.repeat(9)).join('\n\n'),
    /No papers were found in novel\.txt/
  ],
  [
    'broken.pdf',
    () => Buffer.from('%PDF-1.7\nnothing'),
    /broken\.pdf is a PDF that cannot be read/
  ],
  [
    'cut.zip',
    () => Buffer.from('PK\u0003\u0004 rest'),
    /cut\.zip is a zip archive that cannot be unpacked/
  ],
  ['line.txt', () => Buffer.alloc(2 * 1024 * 1024, 'a'), /Line 1 of line\.txt is 2 million/],
  ['huge.txt', () => Buffer.alloc(257 * 1024 * 1024, 'a\n'), /huge\.txt is 257 MB/]
]

test('a file that is no digest gets a clear sentence and changes nothing', async ({
  sheaf,
  window
}) => {
  for (const [name, content, says] of files) {
    const path = join(sheaf.folder, name)
    writeFileSync(path, content())
    await window.dropFiles(path)
    await expect(window.dialog()).toContainText(says)
    await window.closeSheet()
    await window.expectCount(0)
  }
  await expect(window.page.getByRole('button', { name: /^Undo/ }).first()).toBeDisabled()
})
