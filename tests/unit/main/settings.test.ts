import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readFirstLook } from '../../../src/main/settings/first-look'
import { SettingsStore } from '../../../src/main/settings/store'

let userData: string

beforeEach(() => {
  userData = mkdtempSync(join(tmpdir(), 'sheaf-settings-'))
})

afterEach(() => {
  rmSync(userData, { recursive: true, force: true })
})

describe('settings', () => {
  it('are there after a restart, and what the first look needs is among them', () => {
    const store = new SettingsStore(userData)
    const keys = { star: ['f'], import: [] }
    store.change({ theme: 'dark', listWidth: 500, keys })
    store.window = { x: 10, y: 20, width: 900, height: 600, maximised: true }
    store.libraryFolder = join(userData, 'elsewhere')
    const again = new SettingsStore(userData)
    expect(again.preferences).toMatchObject({ theme: 'dark', listWidth: 500, sidebarShown: true })
    expect(again.libraryFolder).toBe(join(userData, 'elsewhere'))
    expect(readFirstLook(userData)).toEqual({
      theme: 'dark',
      language: 'system',
      bounds: again.window,
      keys
    })
  })

  it.each([
    ['none', undefined],
    ['cut off', '{"window":{"x":1,'],
    ['of another kind', '[1, 2]'],
    ['nothing', 'null'],
    [
      'wrong in every part',
      '{"window":{"x":"1","y":null},"preferences":{"theme":"plaid","keys":{"a":[1],"b":2}}}'
    ]
  ])('that are %s are as good as the defaults', (_name, content) => {
    if (content !== undefined) writeFileSync(join(userData, 'settings.json'), content)
    expect(readFirstLook(userData)).toEqual({ theme: 'system', bounds: undefined, keys: {} })
    const store = new SettingsStore(userData)
    expect(store.preferences.theme).toBe('system')
    expect(store.window).toBeUndefined()
    expect(store.libraryFolder).toBe(join(userData, 'library'))
  })
})
