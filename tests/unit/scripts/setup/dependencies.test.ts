import { describe, expect, test } from 'vitest'
import { satisfies } from '../../../../scripts/setup/dependencies.mjs'

const lock = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/lunr': { version: '2.3.9' },
    'node_modules/other-platform': { version: '1.0.0', optional: true }
  }
}

describe('satisfies', () => {
  test('accepts what the lock names, without other platforms and with extras', () => {
    const packages = {
      'node_modules/lunr': { version: '2.3.9' },
      'node_modules/tried-out': { version: '1.0.0' }
    }
    expect(satisfies(lock, { packages })).toBe(true)
  })

  test('refuses another version, of optional packages too', () => {
    const wrong = { 'node_modules/lunr': { version: '2.3.8' } }
    expect(satisfies(lock, { packages: wrong })).toBe(false)
    const optional = {
      'node_modules/lunr': { version: '2.3.9' },
      'node_modules/other-platform': { version: '0.9.0' }
    }
    expect(satisfies(lock, { packages: optional })).toBe(false)
  })

  test('refuses a missing package', () => {
    expect(satisfies(lock, { packages: {} })).toBe(false)
    expect(satisfies(lock, {})).toBe(false)
  })
})
