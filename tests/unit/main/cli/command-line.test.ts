import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCommandLine, UsageError } from '../../../../src/main/cli/command-line'

describe('the command line', () => {
  it('takes --library and --json anywhere', () => {
    for (const argv of [
      ['--library', 'lib', '--json', 'import', 'a.txt'],
      ['import', 'a.txt', '--library=lib', '--json']
    ])
      expect(readCommandLine(argv)).toMatchObject({
        command: 'import',
        words: ['a.txt'],
        library: resolve('lib'),
        json: true
      })
  })

  it('reads words after -- as words', () => {
    expect(readCommandLine(['search', '--', '--stdin']).words).toEqual(['--stdin'])
  })

  it.each([
    [[], 'no command given.'],
    [['fly'], 'there is no command “fly”.'],
    [['import'], 'import needs a file.'],
    [['export'], 'export needs --format, one of bibtex, biblatex, csl-json, ris, markdown.'],
    [['export', '--format', 'docx'], 'there is no format “docx”'],
    [['search', '--limit', 'many'], '--limit takes a whole number from 1, not “many”.'],
    [['search', '--limit', '0'], '--limit takes'],
    [['list', '--stdin'], '--stdin does not go with “list”.'],
    [['related'], 'related needs one citation key, or --stdin.'],
    [['related', 'a', 'b'], 'related needs one citation key, or --stdin.'],
    [['list', '--colour'], '--colour'],
    [['list', '--library'], '--library']
  ])('says what is wrong with %j', (argv, message) => {
    expect(() => readCommandLine(argv)).toThrow(UsageError)
    expect(() => readCommandLine(argv)).toThrow(message)
  })
})
