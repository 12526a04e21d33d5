import { expect, it } from 'vitest'
import { tagChoices } from '../../../src/renderer/src/features/detail/tag-choices'

const known = [
  { id: 1, name: 'biology', colour: 0, count: 2 },
  { id: 2, name: 'learning/theory', colour: 1, count: 5 },
  { id: 3, name: 'theory of sheaves', colour: 2, count: 1 },
  { id: 4, name: 'graph theory', colour: 3, count: 9 },
  { id: 5, name: 'Thésis', colour: 4, count: 3 }
]
const names = (typed: string, taken: number[] = [], likely: number[] = []): string[] =>
  tagChoices(known, { taken: new Set(taken), likely }, typed).map(({ name }) => name)

it('tags are offered that begin with what is typed, then those with a part that does', () => {
  expect(names('the')).toEqual(['Thésis', 'theory of sheaves', 'learning/theory', 'graph theory'])
  expect(names('theó')).toEqual(['theory of sheaves', 'learning/theory', 'graph theory'])
  expect(names('nothing')).toEqual([])
})

it('before anything is typed, those are offered that most papers have and this one has not', () => {
  expect(names('', [4])).toEqual([...['learning/theory', 'Thésis', 'biology', 'theory of sheaves']])
})

it('the likely ones come first, but behind those that stand better', () => {
  expect(names('', [], [3, 1]).slice(0, 3)).toEqual([
    'theory of sheaves',
    'biology',
    'graph theory'
  ])
  expect(names('the', [], [2])).toEqual([
    ...['Thésis', 'theory of sheaves', 'learning/theory', 'graph theory']
  ])
})
