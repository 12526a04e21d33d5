import { describe, expect, it } from 'vitest'
import {
  sourceSegments,
  startOfAbstract
} from '../../../src/renderer/src/features/import/source-segments'

const rawText = 'Head\n\nFirst\nAbout one.\n\nSecond\r\nAbout two.\r\nEnd'
const span = (paperId: number, from: string, to: string) => ({
  ...{ paperId, title: from, position: paperId },
  start: rawText.indexOf(from),
  end: rawText.indexOf(to) + to.length
})

describe('sourceSegments', () => {
  it('covers every character once, each paper in one piece with the break that ends it', () => {
    const appearances = [span(2, 'Second', 'About two.'), span(1, 'First', 'About one.')]
    const segments = sourceSegments({ rawText, appearances })
    expect(segments.map(({ text }) => text).join('')).toBe(rawText)
    expect(segments.map(({ paperId, text }) => [paperId, text])).toEqual([
      [null, 'Head\n\n'],
      [1, 'First\nAbout one.\n'],
      [null, '\n'],
      [2, 'Second\r\nAbout two.\r\n'],
      [null, 'End']
    ])
  })

  it('stands spans that overlap, repeat or leave the text', () => {
    const appearances = [
      span(1, 'First', 'About two.'),
      span(2, 'Second', 'End'),
      span(3, 'Second', 'About two.'),
      { paperId: 4, title: '', position: 4, start: 900, end: 950 }
    ]
    const segments = sourceSegments({ rawText, appearances })
    expect(segments.map(({ text }) => text).join('')).toBe(rawText)
    expect(segments.map(({ paperId }) => paperId)).toEqual([null, 1, 2])
  })

  it('cuts long text between papers into pieces at line ends', () => {
    const long = `${'word '.repeat(20)}\n`.repeat(2000)
    const segments = sourceSegments({ rawText: long, appearances: [] })
    expect(segments.length).toBeGreaterThan(5)
    expect(segments.length).toBeLessThan(20)
    expect(segments.every(({ text }) => text.endsWith('\n'))).toBe(true)
    expect(segments.map(({ text }) => text).join('')).toBe(long)
  })
})

describe('startOfAbstract', () => {
  it('is what follows the title’s line', () => {
    expect(startOfAbstract(rawText, span(1, 'First', 'About one.'))).toBe('About one.')
    expect(startOfAbstract(rawText, span(1, 'First', 'First'))).toBe('')
  })
})
