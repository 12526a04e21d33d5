import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readArguments } from '../../../../src/main/app/arguments'

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
      files: []
    })
    expect(readArguments(['sheaf', '--library='], '/home/ada', false).library).toBeNull()
  })
})
