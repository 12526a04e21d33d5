import { expect, it } from 'vitest'
import type { Mark } from '@shared/model/reader-messages'
import { boxAround, Marks } from '../../../../src/renderer/reader/marks'

const mark = (id: number, part: Partial<Mark>): Mark => ({
  ...{ id, kind: 'highlight', colour: 0, comment: '', page: 0 },
  ...{ rectangles: [], nextRectangles: [], paths: [], point: null },
  ...part
})

function marksOf(...all: Mark[]): Marks {
  const marks = new Marks(() => [])
  marks.set(all)
  return marks
}

it('of several marks at a place the smallest is taken', () => {
  const marks = marksOf(
    mark(1, { kind: 'area', rectangles: [[0, 0, 300, 300]] }),
    mark(2, { rectangles: [[10, 10, 100, 20]] })
  )
  expect(marks.at(0, [50, 15])?.id).toBe(2)
  expect(marks.at(0, [50, 200])?.id).toBe(1)
  expect(marks.at(0, [400, 200])).toBeNull()
  expect(marks.at(1, [50, 15])).toBeNull()
})

it('a passage that goes on over the page is taken on both', () => {
  const marks = marksOf(
    mark(1, { rectangles: [[0, 0, 50, 10]], nextRectangles: [[0, 700, 50, 710]] })
  )
  expect(marks.at(0, [20, 5])?.id).toBe(1)
  expect(marks.at(1, [20, 705])?.id).toBe(1)
  expect(marks.at(1, [20, 5])).toBeNull()
})

it('a stroke is taken along its line, a note around its point', () => {
  const marks = marksOf(
    mark(1, { kind: 'ink', paths: [[0, 0, 100, 100]] }),
    mark(2, { kind: 'note', point: [300, 300] })
  )
  expect(marks.at(0, [52, 49])?.id).toBe(1)
  expect(marks.at(0, [60, 40])).toBeNull()
  expect(marks.at(0, [306, 294])?.id).toBe(2)
})

it('the box of a mark is around all of it', () => {
  expect(boxAround(mark(1, { rectangles: [[10, 20, 30, 40]], paths: [[5, 50, 60, 10]] }))).toEqual([
    5, 10, 60, 50
  ])
})
