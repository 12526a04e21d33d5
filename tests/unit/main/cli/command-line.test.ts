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

  it('reads how a citation is to be written, and keys for papers to export', () => {
    expect(
      readCommandLine(['cite', 'weaving', 'looms', '--format', 'pandoc', '--limit', '3'])
    ).toMatchObject({ words: ['weaving', 'looms'], citeFormat: 'pandoc', limit: 3 })
    expect(readCommandLine(['cite', 'x', '--command', 'citep']).citeCommand).toBe('citep')
    expect(readCommandLine(['export', '--keys', 'a', 'b', '--format', 'ris'])).toMatchObject({
      ...{ keys: true, words: ['a', 'b'], format: 'ris' }
    })
  })

  it('reads where everything is exported to', () => {
    expect(readCommandLine(['export', '--everything', 'all.zip'])).toMatchObject({
      ...{ command: 'export', everything: resolve('all.zip') }
    })
    expect(readCommandLine(['export', '--format', 'ris']).everything).toBe(null)
  })

  it.each([
    [['export', '--everything', 'a.zip', 'x'], '--everything takes a file and nothing else.'],
    [
      ['export', '--everything', 'a.zip', '--format', 'ris'],
      '--everything takes a file and nothing else.'
    ],
    [['list', '--everything', 'a.zip'], '--everything does not go with “list”.'],
    [[], 'no command given.'],
    [['cite'], 'cite needs something to look for.'],
    [['cite', 'x', '--format', 'bibtex'], 'there is no format “bibtex”; there are latex,'],
    [['cite', 'x', '--command', 'a}b'], '“a}b” is no name of a command.'],
    [['export', '--keys', '--format', 'ris'], '--keys needs a citation key.'],
    [['fly'], 'there is no command “fly”.'],
    [['import'], 'import needs a file.'],
    [['export'], 'export needs --format, one of bibtex, biblatex, csl-json, ris, markdown.'],
    [['export', '--format', 'docx'], 'there is no format “docx”'],
    [['search', '--limit', 'many'], '--limit takes a whole number from 1, not “many”.'],
    [['search', '--limit', '0'], '--limit takes'],
    [['list', '--stdin'], '--stdin does not go with “list”.'],
    [['import', 'a', '--saved', 'b'], '--saved does not go with “import”.'],
    [['related'], 'related needs one citation key, or --stdin.'],
    [['related', 'a', 'b'], 'related needs one citation key, or --stdin.'],
    [['list', '--colour'], '--colour'],
    [['list', '--library'], '--library']
  ])('says what is wrong with %j', (argv, message) => {
    expect(() => readCommandLine(argv)).toThrow(UsageError)
    expect(() => readCommandLine(argv)).toThrow(message)
  })
})
