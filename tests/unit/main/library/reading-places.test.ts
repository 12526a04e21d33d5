import { expect, it } from 'vitest'
import type { ReadingPlace } from '@shared/model/reading'
import { journalState } from '../../../../src/main/library/journal'
import { readingPlaceOf, rememberPlace } from '../../../../src/main/library/reading-places'
import { newLibrary } from '../../support/library'

const place: ReadingPlace = {
  ...{ page: 12, x: 36.5, y: 700, scale: 'page-width' },
  ...{ rotation: 90, twoPages: true }
}

it('a file is opened where it was left, by what is in it', () => {
  const db = newLibrary()
  expect(readingPlaceOf(db, 'a')).toBeNull()
  rememberPlace(db, 'a', place)
  expect(readingPlaceOf(db, 'a')).toEqual(place)
  expect(readingPlaceOf(db, 'b')).toBeNull()
  rememberPlace(db, 'a', { ...place, page: 13, scale: 1.25, twoPages: false })
  expect(readingPlaceOf(db, 'a')).toEqual({ ...place, page: 13, scale: 1.25, twoPages: false })
})

it('reading is nothing that could be undone', () => {
  const db = newLibrary()
  const before = journalState(db)
  rememberPlace(db, 'a', place)
  expect(journalState(db)).toEqual(before)
})
