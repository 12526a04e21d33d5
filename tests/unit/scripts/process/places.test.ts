import { expect, test } from 'vitest'
import { hasDisplay } from '../../../../scripts/process/display.mjs'
import { typedIn } from '../../../../scripts/process/typed-in.mjs'

test('a display is X11’s or Wayland’s on Linux, and always there elsewhere', () => {
  expect(hasDisplay({}, 'linux')).toBe(false)
  expect(hasDisplay({ DISPLAY: '' }, 'linux')).toBe(false)
  expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true)
  expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true)
  expect(hasDisplay({}, 'darwin')).toBe(true)
})

test('relative paths are meant from where the user typed this very script', () => {
  const home = { INIT_CWD: '/home/ada', npm_lifecycle_event: 'sheaf' }
  expect(typedIn('sheaf', home, '/checkout')).toBe('/home/ada')
  expect(typedIn('sheaf', { ...home, npm_lifecycle_event: 'test' }, '/checkout')).toBe('/checkout')
  expect(typedIn('sheaf', {}, '/checkout')).toBe('/checkout')
})
