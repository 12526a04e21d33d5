import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Settings } from '@shared/model/settings'
import type { WindowBounds } from './store'

/** What a window must know to be there at once. */
export interface FirstLook {
  readonly theme: Settings['theme']
  /** Not yet looked at: what the settings say of the language. */
  readonly language: unknown
  readonly bounds: WindowBounds | undefined
  /** The user's own keys, which the menu shows. */
  readonly keys: Settings['keys']
}

const numbers = ['x', 'y', 'width', 'height'] as const

/**
 * Reads it out of `settings.json`, by hand: the store, which checks all of that file, comes with a
 * library that takes longer to load than the window to open.
 */
export function readFirstLook(userData: string): FirstLook {
  try {
    const stored: unknown = JSON.parse(readFileSync(join(userData, 'settings.json'), 'utf8'))
    const { window, preferences } = stored as Record<string, Record<string, unknown> | undefined>
    const theme = preferences?.['theme']
    const isWhole = window !== undefined && numbers.every((name) => Number.isInteger(window[name]))
    return {
      language: preferences?.['language'],
      theme: theme === 'light' || theme === 'dark' ? theme : 'system',
      bounds: isWhole ? (window as unknown as WindowBounds) : undefined,
      keys: keysIn(preferences?.['keys'])
    }
  } catch {
    return { theme: 'system', language: undefined, bounds: undefined, keys: {} }
  }
}

function keysIn(stored: unknown): Settings['keys'] {
  if (typeof stored !== 'object' || stored === null) return {}
  return Object.fromEntries(
    Object.entries(stored).filter((entry): entry is [string, string[]] => {
      const [, keys] = entry as [string, unknown]
      return Array.isArray(keys) && keys.every((key) => typeof key === 'string')
    })
  )
}
