import { defaultSettings } from '@shared/model/default-settings'
import type { Settings } from '@shared/model/settings'
import { call } from './api'
import { Latest } from './latest'
import { attempt } from './report-error'

/** The user's preferences, shown at once and kept by the main process. */
export class Preferences {
  #settings = $state.raw<Settings>(defaultSettings)
  #isDark = $state(false)
  readonly #latest = new Latest()
  readonly #dark = globalThis.matchMedia('(prefers-color-scheme: dark)')

  constructor() {
    this.#dark.addEventListener('change', () => {
      this.#show()
    })
  }

  get settings(): Settings {
    return this.#settings
  }

  /** Whether the window is dark now. */
  get isDark(): boolean {
    return this.#isDark
  }

  async load(): Promise<void> {
    this.#settings = await call('settings:get', undefined)
    this.#show()
  }

  /** On the screen now, on disk when it is kept. */
  preview(part: Partial<Settings>): void {
    this.#settings = { ...this.#settings, ...part }
    this.#show()
  }

  change(part: Partial<Settings>): void {
    this.preview(part)
    void attempt(async () => {
      try {
        const now = await this.#latest.run(() => call('settings:set', part))
        if (now !== undefined) this.#settings = now
      } catch (error) {
        // What could not be had is off again.
        await this.load()
        throw error
      }
    })
  }

  #show(): void {
    const { theme, density } = this.#settings
    const isDark = theme === 'dark' || (theme === 'system' && this.#dark.matches)
    this.#isDark = isDark
    document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light'
    document.documentElement.dataset['density'] = density
  }
}
