import { describe, expect, it } from 'vitest'
import { offsetNear, pageText, passageNear, rectanglesOf } from '@shared/text/page-text'
import { quoteAt, readable } from '@shared/text/quote'

function item(
  str: string,
  { x = 72, y = 700, size = 10, width = str.length * 5, hasEOL = false, dir = 'ltr' } = {}
): object {
  return { str, transform: [size, 0, 0, size, x, y], width, height: size, dir, hasEOL }
}

const page = pageText([
  { type: 'beginMarkedContentProps', id: 'p1' },
  item('By the gluing', { hasEOL: true }),
  item('axiom we', { y: 688 }),
  item(' ', { x: 112, y: 688, width: 5 }),
  item('have', { x: 117, y: 688 }),
  item('', { hasEOL: true }),
  { type: 'endMarkedContent' }
])

describe('the text of a page', () => {
  it('is its items as they come, with a line end where one ends a line', () => {
    expect(page.text).toBe('By the gluing\naxiom we have\n')
  })

  it('has a rectangle for each line of a passage', () => {
    const start = page.text.indexOf('gluing')
    const end = page.text.indexOf(' have') + 5
    const rectangles = rectanglesOf(page, start, end)
    expect(rectangles).toHaveLength(2)
    const [first, second] = rectangles
    expect(first?.[0]).toBeGreaterThan(72)
    expect(first?.[2]).toBeCloseTo(72 + 65)
    expect(first?.[1]).toBeLessThan(700)
    expect(first?.[3]).toBeGreaterThan(706)
    expect(second?.[0]).toBeCloseTo(72)
    expect(second?.[2]).toBeCloseTo(137)
  })

  it('runs from right to left in scripts that do', () => {
    const [word] = rectanglesOf(pageText([item('abcd efgh', { dir: 'rtl', width: 90 })]), 0, 4)
    expect(word?.[2]).toBeCloseTo(162)
    expect(word?.[0]).toBeGreaterThan(110)
  })

  it('goes up the margin where it is set so', () => {
    const up = pageText([
      {
        str: 'stamp',
        transform: [0, 10, -10, 0, 20, 300],
        width: 25,
        height: 10,
        dir: 'ltr',
        hasEOL: false
      }
    ])
    const [left, bottom, right, top] = rectanglesOf(up, 0, 5)[0] ?? []
    expect([bottom, top]).toEqual([300, 325])
    expect(left).toBeCloseTo(12)
    expect(right).toBeCloseTo(22.2)
  })

  it('says which words a point is beside', () => {
    expect(offsetNear(page, [10, 702])).toBe(0)
    expect(page.text.slice(offsetNear(page, [120, 650]) ?? 0)).toMatch(/^have/)
    const near = passageNear(page, [400, 690])
    expect(page.text.slice(near?.start, near?.end)).toBe('axiom we have')
    expect(passageNear(pageText([]), [0, 0])).toBeNull()
  })
})

describe('a passage', () => {
  it('has up to 32 characters on either side', () => {
    expect(quoteAt('a'.repeat(50) + 'X' + 'b'.repeat(3), 50, 51)).toEqual({
      ...{ exact: 'X', prefix: 'a'.repeat(32), suffix: 'bbb' }
    })
    expect(quoteAt('one \n two', 3, 6)).toBeNull()
  })

  it('is read with its lines joined and divided words whole', () => {
    expect(readable('the in-\nduced  topo\u00ad\nlogy of X-\nRay\nfilms ')).toBe(
      'the induced topology of X- Ray films'
    )
  })
})
