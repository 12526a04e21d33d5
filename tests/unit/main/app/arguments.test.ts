import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readArguments, readCommand } from '../../../../src/main/app/arguments'

describe('the app’s command line', () => {
  it('names files to import, whether the app is installed or run from a checkout', () => {
    const files = [resolve('/home/ada/a.txt'), resolve('/home/ada/digests/b.txt')]
    expect(readArguments(['sheaf', 'a.txt', 'digests/b.txt'], '/home/ada', false).files).toEqual(
      files
    )
    expect(
      readArguments(
        ['electron', '--no-sandbox', '.', '--', 'a.txt', 'digests/b.txt'],
        '/home/ada',
        true
      ).files
    ).toEqual(files)
  })

  it('may name another library', () => {
    expect(readArguments(['sheaf', '--library=lib'], '/home/ada', false)).toEqual({
      library: resolve('/home/ada/lib'),
      files: [],
      key: null
    })
    expect(readArguments(['sheaf', '--library='], '/home/ada', false).library).toBeNull()
  })

  it('takes a link to a paper, which is no file', () => {
    const given = (link: string) => readArguments(['sheaf', link], '/home/ada', false)
    expect(given('sheaf:ono2026')).toMatchObject({ files: [], key: 'ono2026' })
    expect(given('sheaf://M%C3%BCller:2026/')).toMatchObject({ files: [], key: 'Müller:2026' })
    expect(given('./sheaf:ono2026').files).toHaveLength(1)
    expect(given('sheaf:a/../b').key).toBeNull()
  })

  it('is that of a command, which needs no window, where its first word names one', () => {
    expect(readCommand(['sheaf', '--no-sandbox', 'list', '-x', 'tag:a'])).toEqual([
      ...['list', '-x', 'tag:a']
    ])
    expect(readCommand(['sheaf', '--help'])).toEqual(['help'])
    expect(readCommand(['sheaf', 'a.bib', 'list'])).toBeNull()
    expect(readCommand(['sheaf', './list'])).toBeNull()
    expect(readCommand(['sheaf'])).toBeNull()
  })
})
