import { describe, expect, it } from 'vitest'
import { commandFor, pressed, type Command } from '../../../src/renderer/src/lib/keyboard'

const press = (key: string, held: Partial<KeyboardEventInit> = {}): KeyboardEvent =>
  new KeyboardEvent('keydown', { key, ...held })
const nowhere = { inField: false, inDialog: false }

describe('a key', () => {
  it('is written the same way whatever Shift makes of it', () => {
    expect(pressed(press('j'))).toBe('j')
    expect(pressed(press('Z', { ctrlKey: true, shiftKey: true }))).toBe('Mod+Shift+Z')
    expect(pressed(press('z', { ctrlKey: true }))).toBe('Mod+Z')
    expect(pressed(press('?', { shiftKey: true }))).toBe('?')
    expect(pressed(press('#', { shiftKey: true }))).toBe('#')
    expect(pressed(press(',', { ctrlKey: true }))).toBe('Mod+,')
    expect(pressed(press('ArrowDown', { shiftKey: true }))).toBe('Shift+ArrowDown')
  })

  const star: Command = { id: 'star', title: '', group: '', keys: ['s'], run: () => undefined }
  const palette: Command = { ...star, id: 'palette', keys: ['Mod+K'], inFields: true }
  const off: Command = { ...star, id: 'off', keys: ['x'], enabled: () => false }
  const commands = [star, palette, off]
  const find = (event: KeyboardEvent, place = nowhere): string | undefined =>
    commandFor(commands, pressed(event), place)?.id

  it('means its command', () => {
    expect(find(press('s'))).toBe('star')
    expect(find(press('x'))).toBeUndefined()
    expect(find(press('q'))).toBeUndefined()
  })

  it('is a letter and nothing else in a field', () => {
    expect(find(press('s'), { inField: true, inDialog: false })).toBeUndefined()
    expect(find(press('k', { ctrlKey: true }), { inField: true, inDialog: false })).toBe('palette')
  })

  it('is a sign and nothing else in a field, even one that a command goes by everywhere', () => {
    const search: Command = { ...palette, id: 'search', keys: ['/', 'Mod+F'] }
    const inField = { inField: true, inDialog: false }
    expect(commandFor([search], '/', inField)).toBeUndefined()
    expect(commandFor([search], 'Mod+F', inField)).toBe(search)
    expect(commandFor([search], '/', nowhere)).toBe(search)
  })

  it('does nothing to what lies under a dialog', () => {
    expect(find(press('s'), { inField: false, inDialog: true })).toBeUndefined()
    expect(find(press('k', { ctrlKey: true }), { inField: false, inDialog: true })).toBeUndefined()
  })
})
