import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PdfTarget } from '@shared/model/annotation'
import { passageNear, passageRectangles } from '@shared/text/page-text'
import { quoteAt } from '@shared/text/quote'
import { documentText, type DocumentText } from '../../../../src/main/annotate/document-text'
import { besideWords, reanchor } from '../../../../src/main/annotate/reanchor'
import { withPdf } from '../../../../src/main/pdf/open-pdf'
import { pdfOfPages, type Words } from '../../support/pdf'

const sentences = [
  'Sheaves glue their local sections in a unique way',
  'and the gluing axiom says that nothing else is asked',
  'A presheaf with this property is called a sheaf here',
  'Every presheaf has one that is associated with it',
  'which is found by a colimit over the covering sieves',
  'The construction is exact and so limits are kept by it',
  'For spaces this is the sheaf of sections of a bundle',
  'whose fibres are the stalks of the presheaf in question',
  'Cohomology tells how far global sections are from exact',
  'and is computed by resolutions that are flabby or soft'
]

/** Lines set on pages, so many on each, from a height on. */
function set(
  lines: readonly string[],
  perPage: number,
  { top = 700, left = 72, size = 10 } = {}
): Uint8Array {
  const pages: Words[][] = []
  for (let at = 0; at < lines.length; at += perPage)
    pages.push(
      lines
        .slice(at, at + perPage)
        .map((text, index) => ({ text, size, x: left, y: top - index * 14 }))
    )
  return pdfOfPages(pages)
}

const textOf = (pdf: Uint8Array): Promise<DocumentText> => withPdf(pdf, 'paper.pdf', documentText)

const shape = {
  ...{ on: 'pdf' as const, attachmentId: 1, rectangles: [], nextRectangles: [], paths: [] },
  ...{ point: null, anchor: null }
}

function mark({ pages, labels, starts }: DocumentText, passage: string): PdfTarget {
  const page = pages.findIndex(({ text }) => text.includes(passage))
  const on = pages[page]
  if (on === undefined) throw new Error(`not there: ${passage}`)
  const start = on.text.indexOf(passage)
  const position = { start, end: start + passage.length }
  expect(starts[page]).toBeGreaterThanOrEqual(0)
  return {
    ...{ ...shape, page, pageLabel: labels[page] ?? '', position },
    quote: quoteAt(on.text, position.start, position.end),
    ...passageRectangles(on, null, position)
  }
}

function passageOf({ pages }: DocumentText, { page, position }: PdfTarget): string {
  const text = pages.slice(page).map((each) => each.text)
  return text.join('\n').slice(position?.start, position?.end)
}

describe('an annotation in a file that was replaced', () => {
  it('moves with its words to another page and line', async () => {
    const former = await textOf(set(sentences, 4))
    const now = await textOf(set(['A title page', '', 'By Nobody', ...sentences], 3, { left: 100 }))
    const target = mark(former, 'called a sheaf here')
    const { placed, lost } = reanchor([{ id: 7, target }], now, null)
    expect(lost).toEqual([])
    const [next] = placed
    expect(next).toMatchObject({ id: 7, target: { page: 1, pageLabel: '2' } })
    expect(next && passageOf(now, next.target)).toBe('called a sheaf here')
    const [box] = next?.target.rectangles ?? []
    expect(box?.[1]).toBeGreaterThan(700 - 28 - 4)
    expect(box?.[3]).toBeLessThan(700 - 28 + 10)
    expect(box?.[0]).toBeGreaterThan(100)
  })

  it('is found though its words were edited, and goes on over the end of a page', async () => {
    const former = await textOf(set(sentences, 10))
    const edited = sentences.with(4, 'which one finds by a colimit over all covering sieves')
    const now = await textOf(set(edited, 5))
    const target = mark(former, `${sentences[4] ?? ''}\n${sentences[5] ?? ''}`)
    const { placed } = reanchor([{ id: 1, target }], now, null)
    const [next] = placed
    if (next === undefined) throw new Error('lost')
    expect(next.target.page).toBe(0)
    expect(passageOf(now, next.target)).toBe(`${edited[4] ?? ''}\n${edited[5] ?? ''}`)
    expect(next.target.rectangles).toHaveLength(1)
    expect(next.target.nextRectangles).toHaveLength(1)
    expect(next.target.nextRectangles[0]?.[3]).toBeGreaterThan(700)
  })

  it('is lost where its words are gone, and where the new file has other words', async () => {
    const former = await textOf(set(sentences, 4))
    const now = await textOf(set(sentences.toSpliced(2, 1), 4))
    const target = mark(former, sentences[2] ?? '')
    expect(reanchor([{ id: 3, target }], now, null)).toEqual({ placed: [], lost: [3] })
  })

  it('of no words moves with those beside it', async () => {
    const former = await textOf(set(sentences, 10))
    const now = await textOf(set(['One', 'Two', 'Three', ...sentences], 10))
    const [page] = former.pages
    const near = page && passageNear(page, [400, 702 - 2 * 14])
    if (page === undefined || !near) throw new Error('no words')
    const beside = { ...besideWords(page, near), page: 0, pageLabel: '1' }
    const area: PdfTarget = { ...shape, ...beside, rectangles: [[400, 600, 450, 640]] }
    const ink: PdfTarget = { ...shape, ...beside, paths: [[400, 600, 410, 610]] }
    const { placed } = reanchor(
      [
        { id: 1, target: area },
        { id: 2, target: ink }
      ],
      now,
      null
    )
    const [box = 0, low = 0] = placed[0]?.target.rectangles[0] ?? []
    expect(box).toBeCloseTo(400)
    expect(low).toBeCloseTo(600 - 3 * 14)
    expect(placed[1]?.target.paths[0]?.[3]).toBeCloseTo(610 - 3 * 14)
  })

  it('without words to go by takes those of the former file', async () => {
    const former = await textOf(set(sentences, 10))
    const now = await textOf(set(['One', ...sentences], 10))
    const target: PdfTarget = {
      ...{ ...shape, page: 0, pageLabel: '1', quote: null, position: null, point: [300, 690] }
    }
    expect(reanchor([{ id: 1, target }], now, null).lost).toEqual([1])
    const { placed } = reanchor([{ id: 1, target }], now, former)
    expect(placed[0]?.target.point?.[1]).toBeCloseTo(690 - 14)
  })

  it('always has its place where the text is untouched, wherever that stands', async () => {
    const former = await textOf(set(sentences, 4))
    const held = former.pages.map(({ text }) => text)
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.lorem({ maxCount: 6 }), { maxLength: 5 }),
        fc.integer({ min: 2, max: 9 }),
        fc.nat({ max: held.length - 1 }),
        fc.nat(),
        fc.nat(),
        async (before, perPage, page, a, b) => {
          const text = held[page] ?? ''
          const start = a % (text.length - 1)
          const end = start + 1 + (b % (text.length - start))
          const quote = quoteAt(text, start, end)
          if (quote === null || !/\w{3}/.test(quote.exact)) return
          const now = await textOf(set([...before, ...sentences], perPage))
          const target: PdfTarget = {
            ...{ ...shape, page, pageLabel: '', quote, position: { start, end } },
            rectangles: [[0, 0, 1, 1]]
          }
          const { placed } = reanchor([{ id: 1, target }], now, null)
          const plain = (one: string): string => one.replace(/\s/g, '')
          const [next] = placed
          expect(next && plain(passageOf(now, next.target))).toBe(plain(quote.exact))
        }
      ),
      { numRuns: 40 }
    )
  })
})
