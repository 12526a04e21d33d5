import { expect, it } from 'vitest'
import { around } from '../../../../src/renderer/reader/around'

const text =
  'Rivers are woven before by Byron, who names the oldest loom. We weave maps of rivers from what was measured.'

it('what stands around a hit is told in whole words, and says where the text goes on', () => {
  const at = text.indexOf('loom')
  expect(around(text, at, at + 4)).toEqual({
    before: '…before by Byron, who names the oldest ',
    after: '. We weave maps of rivers from what was…'
  })
})

it('at its ends a text does not go on', () => {
  expect(around('a loom\n here', 2, 6)).toEqual({ before: 'a ', after: ' here' })
})

it('words that nothing parts are cut where there is no more room', () => {
  const long = 'x'.repeat(100)
  expect(around(long, 50, 51)).toEqual({
    before: `…${'x'.repeat(40)}`,
    after: `${'x'.repeat(40)}…`
  })
})
