import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { PdfTarget } from '@shared/model/annotation'
import {
  readAnnotations,
  type FoundAnnotation
} from '../../../../src/main/annotate/read-annotations'
import { writeAnnotations, type Written } from '../../../../src/main/annotate/write-annotations'
import { withPdf } from '../../../../src/main/pdf/open-pdf'
import { temporaryFolder } from '../../support/library'
import { pdfOfPages, type Words } from '../../support/pdf'

const pages: Words[][] = [
  [
    { text: 'The gluing axiom holds for every cover', size: 12, x: 72, y: 700 },
    { text: 'and so sections are unique', size: 12, x: 72, y: 684 }
  ],
  [{ text: 'Second page', size: 12, x: 72, y: 700 }]
]

const came: [number, string][] = [
  [
    0,
    "<< /Type /Annot /Subtype /Highlight /Rect [72 697 300 712] /QuadPoints [98 711 163 711 98 697 163 697] /C [1 0.84 0.2] /Contents (Key step) /T (Ada) /CreationDate (D:20260314092600+01'00') /M (D:20260315) >>"
  ],
  [1, '<< /Type /Annot /Subtype /Text /Rect [400 700 420 720] /Contents (Why \\(really\\)?) >>'],
  [1, '<< /Type /Annot /Subtype /Ink /Rect [10 10 60 60] /InkList [[10 10 60 60]] /C [0 0 1] >>'],
  [1, '<< /Type /Annot /Subtype /Link /Rect [0 0 10 10] >>'],
  [0, '<< /Type /Annot /Subtype /Text /Rect [0 0 20 20] /IRT 9 0 R /Contents (Indeed) >>']
]

const read = (pdf: Uint8Array): Promise<FoundAnnotation[]> =>
  withPdf(pdf, 'paper.pdf', readAnnotations)

const nowhere: PdfTarget = {
  ...{ on: 'pdf', attachmentId: 1, page: 0, pageLabel: '1', rectangles: [], nextRectangles: [] },
  ...{ paths: [], point: null, quote: null, position: null, anchor: null }
}
const line = [98, 697, 163, 711] as [number, number, number, number]

function written(id: number, given: Partial<Written>): Written {
  return {
    ...{ id, kind: 'highlight', colour: 0, comment: '', author: 'Ada', subject: '', origin: '' },
    ...{ createdAt: '2026-03-14T09:26:00.000Z', modifiedAt: '2026-03-15T10:00:00.000Z' },
    target: nowhere,
    ...given
  }
}

/** Another program's word on a PDF: null where there is none, as on a system whose set-up may install nothing. */
function tool(name: string, args: readonly string[]): string | null {
  try {
    return execFileSync(name, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** For mutool: each annotation as a line of JSON. */
const listing = `
var file = scriptArgs[0]
var doc = typeof mupdf === 'undefined' ? new Document(file) : mupdf.Document.openDocument(file)
for (var page = 0; page < doc.countPages(); page++)
  doc.loadPage(page).getAnnotations().forEach(function (one) {
    var colour = one.getColor().map(function (part) { return Math.round(part * 255) })
    var date = one.getModificationDate().getTime()
    print(JSON.stringify([page, one.getType(), one.getContents(), colour, one.getAuthor(), date]))
  })`

const hasTools = tool('mutool', ['-v']) !== null && tool('pdftotext', ['-v']) !== null

describe('annotations that a PDF came with', () => {
  it('are read with their words, colour, comment, replies, author and dates', async () => {
    const found = await read(pdfOfPages(pages, { annotations: came }))
    expect(found).toMatchObject([
      {
        ...{ kind: 'highlight', colour: 0, comment: 'Key step\n\nIndeed', author: 'Ada' },
        ...{ createdAt: '2026-03-14T08:26:00.000Z', modifiedAt: '2026-03-15T00:00:00.000Z' },
        target: { page: 0, quote: { exact: 'gluing axiom' }, rectangles: [[98, 697, 163, 711]] }
      },
      { kind: 'note', comment: 'Why (really)?', target: { page: 1, point: [400, 720] } },
      {
        kind: 'ink',
        colour: 2,
        target: { paths: [[10, 10, 60, 60]], quote: { exact: 'Second page' } }
      }
    ])
    expect(new Set(found.map(({ origin }) => origin)).size).toBe(3)
  })

  it('are the same ones when they are read again', async () => {
    const pdf = pdfOfPages(pages, { annotations: came })
    const origins = (await read(pdf)).map(({ origin }) => origin)
    expect((await read(pdf)).map(({ origin }) => origin)).toEqual(origins)
  })

  it('are none in a file without any', async () => {
    expect(await read(pdfOfPages(pages))).toEqual([])
  })
})

const all: Written[] = [
  written(1, {
    ...{ comment: 'Key “step” – 深い', subject: 'Method' },
    target: { ...nowhere, rectangles: [line], nextRectangles: [[72, 697, 140, 711]] }
  }),
  written(2, { kind: 'underline', colour: 2, target: { ...nowhere, rectangles: [line] } }),
  written(3, { kind: 'note', comment: 'Pinned', target: { ...nowhere, point: [300, 650] } }),
  written(4, { kind: 'area', target: { ...nowhere, rectangles: [[100, 100, 200, 180]] } }),
  written(5, { kind: 'ink', colour: 3, target: { ...nowhere, paths: [[10, 10, 60, 60, 80, 20]] } }),
  written(6, {
    ...{ kind: 'text', comment: 'Written on the page itself, over more than one line' },
    target: { ...nowhere, rectangles: [[300, 300, 400, 360]] }
  })
]

describe('a copy of a PDF with annotations', () => {
  it('begins with the file as it was, and gives all of them back', async () => {
    const pdf = pdfOfPages(pages)
    const copy = await writeAnnotations(pdf, 'paper.pdf', all, [])
    expect(Buffer.from(copy.subarray(0, pdf.length)).equals(pdf)).toBe(true)
    const found = await read(copy)
    expect(found.map(({ kind, colour, comment }) => [kind, colour, comment])).toEqual([
      ...[
        ['highlight', 0, 'Key “step” – 深い'],
        ['underline', 2, ''],
        ['note', 0, 'Pinned']
      ],
      ...[
        ['area', 0, ''],
        ['ink', 3, ''],
        ['text', 0, 'Written on the page itself, over more than one line']
      ],
      ['highlight', 0, '']
    ])
    expect(found[0]?.target).toMatchObject({ page: 0, quote: { exact: 'gluing axiom' } })
    expect(found[0]).toMatchObject({ author: 'Ada', createdAt: '2026-03-14T09:26:00.000Z' })
    expect(found[6]?.target).toMatchObject({ page: 1, rectangles: [[72, 697, 140, 711]] })
    expect(found[3]?.target.rectangles[0]).toEqual([100, 100, 200, 180])
  })

  it('has those that came with the file once, as they are now', async () => {
    const pdf = pdfOfPages(pages, { annotations: came })
    const held = await read(pdf)
    const taken = held.map(({ kind, colour, comment, target, origin }, index) =>
      written(index + 1, { kind, colour, comment, target, origin })
    )
    const same = await writeAnnotations(pdf, 'paper.pdf', taken, held)
    expect(await read(same)).toEqual(held)
    const changed = taken.map((one) => (one.id === 2 ? { ...one, comment: 'Because' } : one))
    const copy = await read(await writeAnnotations(pdf, 'paper.pdf', changed, held))
    expect(copy.map(({ comment }) => comment).sort()).toEqual([
      ...['', 'Because', 'Key step\n\nIndeed']
    ])
  })

  it('is refused for what is no PDF', async () => {
    await expect(writeAnnotations(Buffer.from('%PDF-1.4 no'), 'x.pdf', all, [])).rejects.toThrow(
      /copy of x.pdf/
    )
  })

  it.skipIf(!hasTools)(
    'is read by MuPDF and Poppler as it was meant (skipped where mutool or pdftotext is missing)',
    async () => {
      const folder = temporaryFolder()
      const file = join(folder, 'copy.pdf')
      writeFileSync(file, await writeAnnotations(pdfOfPages(pages), 'paper.pdf', all, []))
      const script = join(folder, 'list.js')
      writeFileSync(script, listing)
      const told = tool('mutool', ['run', script, file]) ?? ''
      const date = Date.parse('2026-03-15T10:00:00Z')
      const yellow = [255, 213, 74]
      expect(
        told
          .trim()
          .split('\n')
          .map((each) => JSON.parse(each) as unknown)
      ).toEqual([
        [0, 'Highlight', 'Key “step” – 深い', yellow, 'Ada', date],
        [0, 'Underline', '', [122, 184, 245], 'Ada', date],
        [0, 'Text', 'Pinned', yellow, 'Ada', date],
        [0, 'Square', '', yellow, 'Ada', date],
        [0, 'Ink', '', [245, 138, 127], 'Ada', date],
        [0, 'FreeText', 'Written on the page itself, over more than one line', yellow, 'Ada', date],
        [1, 'Highlight', '', yellow, 'Ada', date]
      ])
      expect(tool('pdftotext', [file, '-'])).toContain('The gluing axiom holds')
      // Poppler draws them: the copy's page is not the original's any more.
      const drawn = (pdf: Uint8Array): string | null => {
        writeFileSync(file, pdf)
        return tool('pdftoppm', ['-r', '36', '-f', '2', '-l', '2', file])
      }
      const copy = readFileSync(file)
      expect(drawn(copy)).not.toEqual(drawn(pdfOfPages(pages)))
    }
  )
})
