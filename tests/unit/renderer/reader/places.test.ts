import { expect, it } from 'vitest'
import { Places } from '../../../../src/renderer/reader/places'

it('the way back leads through every place that was left, and forward again', () => {
  const places = new Places<string>()
  expect(places.back('here')).toBeUndefined()
  places.leave('a')
  places.leave('b')
  expect(places.back('c')).toBe('b')
  expect(places.back('b')).toBe('a')
  expect(places.canGoBack).toBe(false)
  expect(places.forward('a')).toBe('b')
  expect(places.forward('b')).toBe('c')
  expect(places.canGoForward).toBe(false)
})

it('going elsewhere from a place one came back to forgets what was ahead', () => {
  const places = new Places<string>()
  places.leave('a')
  expect(places.back('b')).toBe('a')
  places.leave('a')
  expect(places.canGoForward).toBe(false)
  expect(places.back('c')).toBe('a')
})
