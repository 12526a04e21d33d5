import { describe, expect, it } from 'vitest'
import {
  filterCommands,
  groupCommands,
  possibleFirst
} from '../../../src/renderer/src/features/palette/palette-filter'

const command = (id: string, title: string, group: string) => ({
  ...{ id, title, group },
  run: () => undefined
})
const commands = [
  command('import', 'Import files…', 'Library'),
  command('note', 'Write a note', 'Papers'),
  command('resume', 'Open the résumé', 'Library')
]
const ids = (query: string): string[] => filterCommands(commands, query).map(({ id }) => id)

describe('filterCommands', () => {
  it('shows every command while nothing is typed', () => {
    expect(ids('  ')).toEqual(['import', 'note', 'resume'])
  })

  it('wants every word, in any order, in title or group', () => {
    expect(ids('note wri')).toEqual(['note'])
    expect(ids('library import')).toEqual(['import'])
    expect(ids('note import')).toEqual([])
  })

  it('puts the beginning of a title before the beginning of a word, and that before any other place', () => {
    const some = [
      command('a', 'Unstar', 'Papers'),
      command('b', 'Go to Starred', 'View'),
      command('c', 'Star or unstar', 'Papers')
    ]
    expect(filterCommands(some, 'star').map(({ id }) => id)).toEqual(['c', 'b', 'a'])
  })

  it('finds letters in their order with others between them, from the beginning of a word on', () => {
    expect(ids('impf')).toEqual(['import'])
    expect(ids('wrnt')).toEqual(['note'])
    expect(ids('mprt')).toEqual([])
    expect(ids('zz')).toEqual([])
  })

  it('does not care for accents or capitals', () => {
    expect(ids('RESUME')).toEqual(['resume'])
  })
})

describe('groupCommands', () => {
  it('keeps the order in which groups first occur', () => {
    expect(groupCommands(commands).map(({ group, commands: all }) => [group, all.length])).toEqual([
      ['Library', 2],
      ['Papers', 1]
    ])
  })
})

it('what makes no sense now comes behind what does', () => {
  const [first, ...rest] = commands
  if (first === undefined) throw new Error('There are commands.')
  const all = [{ ...first, enabled: () => false }, ...rest]
  expect(possibleFirst(all).map(({ id }) => id)).toEqual(['note', 'resume', 'import'])
})
