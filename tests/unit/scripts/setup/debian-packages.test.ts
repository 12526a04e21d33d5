import { describe, expect, test } from 'vitest'
import {
  aptCommand,
  hasTime64Names,
  packageFor
} from '../../../../scripts/setup/debian-packages.mjs'

describe('packageFor', () => {
  test('adds t64 only where the release has it and the package took part', () => {
    expect(packageFor('libgtk-3.so.0', false)).toBe('libgtk-3-0')
    expect(packageFor('libgtk-3.so.0', true)).toBe('libgtk-3-0t64')
    expect(packageFor('libnss3.so', true)).toBe('libnss3')
  })

  test('knows nothing of other libraries', () => {
    expect(packageFor('libnone.so.1', false)).toBeUndefined()
  })
})

describe('hasTime64Names', () => {
  test.each([
    ['ID=debian\nVERSION_ID="12"\nVERSION_CODENAME=bookworm\n', false],
    ['ID=debian\nVERSION_ID="13"\n', true],
    ['PRETTY_NAME="Debian GNU/Linux forky/sid"\nID=debian\n', true],
    ['ID=ubuntu\nVERSION_ID="22.04"\nUBUNTU_CODENAME=jammy\n', false],
    ['ID=ubuntu\nVERSION_ID="24.04"\nUBUNTU_CODENAME=noble\n', true],
    ['ID=linuxmint\nVERSION_ID="21.3"\nUBUNTU_CODENAME=jammy\n', false],
    ['ID=linuxmint\nVERSION_ID="22"\nUBUNTU_CODENAME=noble\n', true],
    ['', false]
  ])('%j: %s', (osRelease, expected) => {
    expect(hasTime64Names(osRelease)).toBe(expected)
  })
})

test('aptCommand gives a line to run as it stands', () => {
  expect(aptCommand(['libnss3', 'xvfb'], 'sudo ')).toBe(
    'sudo apt-get update && sudo apt-get install -y --no-install-recommends libnss3 xvfb'
  )
})
