import { expect, test } from 'vitest'
import { moment } from '../../../src/renderer/src/messages/moment'

test('a moment is told by its time today, and by its day too on others', () => {
  const at = (day: number, hour: number): string => new Date(2026, 2, day, hour, 5).toISOString()
  const now = new Date(2026, 2, 14, 18)
  expect(moment(at(14, 9), now)).toBe('09:05')
  expect(moment(at(13, 23), now)).toBe('13 Mar, 23:05')
})
