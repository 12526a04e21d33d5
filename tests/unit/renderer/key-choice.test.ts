import { describe, expect, it } from 'vitest'
import {
  holderOf,
  isReserved,
  withKey,
  withoutKey,
  withUsual,
  type OwnKeys
} from '../../../src/renderer/src/features/palette/key-choice'
import {
  commandFor,
  keyLabel,
  pressed,
  withKeys,
  type Command
} from '../../../src/renderer/src/lib/keyboard'

const command = (id: string, ...keys: string[]): Command => ({
  ...{ id, title: id, group: '', keys },
  run: () => undefined
})
const usual = [command('star', 's'), command('keep', 'y'), command('find', '/', 'Mod+F')]
const keysNow = (own: OwnKeys): Record<string, readonly string[]> =>
  Object.fromEntries(withKeys(usual, own).map(({ id, keys = [] }) => [id, keys]))

describe('a key of the user’s own', () => {
  it('is one more for a command, and taken from whichever had it', () => {
    const own = withKey(usual, {}, 'star', 'y')
    expect(keysNow(own)).toEqual({ star: ['s', 'y'], keep: [], find: ['/', 'Mod+F'] })
    expect(holderOf(withKeys(usual, own), 'y', 'keep')?.id).toBe('star')
  })

  it('can be taken off, and all of them be off', () => {
    const own = withoutKey(usual, withoutKey(usual, {}, 'find', '/'), 'find', 'Mod+F')
    expect(keysNow(own)).toMatchObject({ find: [] })
  })

  it('is no choice any more when it is as it came', () => {
    const own = withKey(usual, withoutKey(usual, {}, 'star', 's'), 'star', 's')
    expect(own).toEqual({})
  })

  it('gives way when a command gets its usual ones back', () => {
    const own = withKey(usual, {}, 'star', 'y')
    expect(keysNow(withUsual(usual, own, 'keep'))).toMatchObject({ star: ['s'], keep: ['y'] })
  })

  it('is none that means the same everywhere', () => {
    for (const key of ['Escape', 'Tab', 'Enter', 'ArrowDown']) expect(isReserved(key)).toBe(true)
    expect(isReserved('Mod+Enter')).toBe(false)
  })
})

describe('a key as it is pressed', () => {
  const press = (key: string, held: Partial<KeyboardEventInit> = {}): KeyboardEvent =>
    new KeyboardEvent('keydown', { key, ...held })

  it('means the same by Cmd on a Mac as by Ctrl elsewhere, and the other one something else', () => {
    expect(pressed(press('k', { metaKey: true }), true)).toBe('Mod+K')
    expect(pressed(press('k', { ctrlKey: true }), true)).toBe('Ctrl+k')
    expect(pressed(press('k', { ctrlKey: true }), false)).toBe('Mod+K')
    expect(pressed(press('k', { metaKey: true }), false)).toBe('Meta+k')
  })

  it('is a sign of the text in a field, whatever command has it', () => {
    const commands = [{ ...command('find', '/', 'Mod+F'), inFields: true }]
    const place = { inField: true, inDialog: false }
    expect(commandFor(commands, pressed(press('/')), place)).toBeUndefined()
    expect(commandFor(commands, pressed(press('f', { ctrlKey: true })), place)?.id).toBe('find')
    expect(commandFor(commands, pressed(press('/')), { ...place, inField: false })?.id).toBe('find')
  })

  it('is read as it is written', () => {
    expect(keyLabel('Mod+Shift+Z')).toBe('Ctrl Shift Z')
    expect(keyLabel('Shift+x')).toBe('Shift X')
    expect(keyLabel('Mod++')).toBe('Ctrl +')
    expect(keyLabel('+')).toBe('+')
  })
})
