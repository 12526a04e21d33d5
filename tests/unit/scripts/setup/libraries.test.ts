import { describe, expect, test } from 'vitest'
import { missingLibraries } from '../../../../scripts/setup/libraries.mjs'

describe('missingLibraries', () => {
  test('names what the linker does not find, once each, sorted', () => {
    const answer = [
      'electron:',
      '\tlinux-vdso.so.1 (0x00007ffd5a5f2000)',
      '\tlibnss3.so => not found',
      '\tlibgtk-3.so.0 => not found',
      '\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f0a4c000000)',
      'libGLESv2.so:',
      '\tlibnss3.so => not found'
    ].join('\n')
    expect(missingLibraries(answer)).toEqual(['libgtk-3.so.0', 'libnss3.so'])
  })

  test('finds nothing where all is there, or where the file is not dynamic', () => {
    expect(missingLibraries('\tlibm.so.6 => /lib/libm.so.6 (0x00007f0a4c000000)\n')).toEqual([])
    expect(missingLibraries('\tnot a dynamic executable\n')).toEqual([])
  })
})
