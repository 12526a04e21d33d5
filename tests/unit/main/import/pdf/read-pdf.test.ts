import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSource } from '../../../../../src/main/import/read'
import { temporaryFolder } from '../../../support/library'
import { pdfOf, type Words } from '../../../support/pdf'

const line = (text: string, y: number, size = 10, x = 72): Words => ({ text, size, x, y })
const head = [
  line('Proceedings of Gluing', 760, 9),
  line('Sheaves for', 700, 18),
  line('Everybody', 678, 18),
  line('Ada van der Berg', 650, 12),
  line('1', 654, 8, 160),
  line(', Emmy Noether*, and Alexander Grothendieck', 650, 12, 166),
  line('Department of Glue, University of Somewhere', 630, 9),
  line('Abstract', 600, 12)
]

async function read(content: Uint8Array, name = 'paper.pdf') {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, content)
  const [file] = await readSource({ path, name })
  const [paper] = file?.digests[0]?.papers ?? []
  return {
    title: paper?.title,
    people: paper?.says.creators?.map(({ name: one }) =>
      'family' in one ? one.family : one.literal
    ),
    ids: paper?.says.identifiers?.map(({ value }) => value),
    file: paper?.file
  }
}

describe('a PDF', () => {
  it('gives the title by its size and the people below it, and itself to keep', async () => {
    const found = await read(pdfOf(head))
    expect(found).toMatchObject({
      title: 'Sheaves for Everybody',
      people: ['Berg', 'Noether', 'Grothendieck'],
      ids: []
    })
    expect(found.file?.name).toBe('paper.pdf')
  })

  it.each([
    ['sheaves for EVERYBODY', 'sheaves for EVERYBODY'],
    ['Microsoft Word - final2.docx', 'Sheaves for Everybody'],
    ['Template for Authors of the Journal', 'Sheaves for Everybody']
  ])('that carries the title “%s” is believed only if its page says so', async (carried, title) => {
    expect((await read(pdfOf(head, carried))).title).toBe(title)
  })

  it('has the arXiv id that is stamped across its margin, and no other that it mentions', async () => {
    const stamp = {
      text: 'arXiv:2603.01234v2 [math.AG] 13 Mar 2026',
      size: 20,
      x: 30,
      y: 300,
      up: true
    }
    const other = line('We extend arXiv:1901.00001 by far.', 560)
    expect((await read(pdfOf([...head, other, stamp]))).ids).toEqual(['2603.01234'])
    expect((await read(pdfOf([...head, other]))).ids).toEqual([])
  })

  it.each([
    ['the one DOI on its page', ['https://doi.org/10.5555/Glue.1'], ['10.5555/glue.1']],
    [
      'its own among others',
      ['DOI: 10.5555/glue.1', 'as in 10.5555/other.7 we glue'],
      ['10.5555/glue.1']
    ],
    ['none of two that it mentions', ['as in 10.5555/a.1', 'and 10.5555/b.2'], []],
    [
      'no DOI of a template',
      ['https://doi.org/10.1145/nnnnnnn.nnnnnnn', 'doi: 10.1145/1122445.1122456'],
      []
    ],
    ['no DOI of its references', ['References', 'https://doi.org/10.5555/other.7'], []]
  ])('has %s', async (_, lines, expected) => {
    const more = lines.map((text, at) => line(text, 560 - 14 * at))
    expect((await read(pdfOf([...head, ...more]))).ids).toEqual(expected)
  })

  it('without words, or broken, is refused with a way out', async () => {
    await expect(read(pdfOf([]))).rejects.toThrow(
      /^No title was found on the first page of paper\.pdf\. If it is a scan/
    )
    await expect(read(Buffer.from('%PDF-1.7\nnothing'))).rejects.toThrow(
      /^paper\.pdf is a PDF that cannot be read/
    )
  })
})
