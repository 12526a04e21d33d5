import { expect, test } from 'vitest'
import { fallback } from '../../../../scripts/setup/electron-fallback.mjs'
import { executableName } from '../../../../scripts/setup/electron-paths.mjs'

test('the fallback is for the pinned version on Linux x64 alone', () => {
  expect(fallback('43.2.0', 'linux', 'x64')).toBeDefined()
  expect(fallback('43.2.1', 'linux', 'x64')).toBeUndefined()
  expect(fallback('43.2.0', 'linux', 'arm64')).toBeUndefined()
  expect(fallback('43.2.0', 'darwin', 'x64')).toBeUndefined()
})

test('executableName follows the electron package', () => {
  expect(executableName('linux')).toBe('electron')
  expect(executableName('win32')).toBe('electron.exe')
  expect(executableName('darwin')).toBe('Electron.app/Contents/MacOS/Electron')
})
