import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { defaultSettings } from '@shared/model/default-settings'
import { settings, type Settings } from '@shared/model/settings'
import { writeFileAtomically } from '../files/write-file'

const bounds = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int(),
  height: z.int(),
  maximised: z.boolean()
})

const partialSettings = settings.partial()

const stored = z.object({
  /** Where the library is, when the user has chosen another place than the default. */
  libraryFolder: z.string().optional(),
  window: bounds.optional(),
  /** The folder that is looked into for files to import, and what was in it. */
  watched: z
    .object({
      folder: z.string(),
      seen: z.array(z.object({ name: z.string(), bytes: z.number(), changed: z.number() }))
    })
    .optional(),
  preferences: partialSettings.optional()
})
type Stored = z.infer<typeof stored>

export type WindowBounds = z.infer<typeof bounds>

/** What Sheaf remembers for this user beside the library: `settings.json` in the user-data folder. */
export class SettingsStore {
  readonly #file: string
  readonly #defaultFolder: string
  #stored: Stored

  constructor(userData: string) {
    this.#file = join(userData, 'settings.json')
    this.#defaultFolder = join(userData, 'library')
    this.#stored = load(this.#file)
  }

  get libraryFolder(): string {
    return this.#stored.libraryFolder ?? this.#defaultFolder
  }

  /** Whether the user has chosen where the library is. */
  get hasChosenFolder(): boolean {
    return this.#stored.libraryFolder !== undefined
  }

  set libraryFolder(folder: string) {
    this.#save({ ...this.#stored, libraryFolder: folder })
  }

  get window(): WindowBounds | undefined {
    return this.#stored.window
  }

  set window(window: WindowBounds | undefined) {
    this.#save({ ...this.#stored, window })
  }

  get watched(): Stored['watched'] {
    return this.#stored.watched
  }

  set watched(watched: Stored['watched']) {
    this.#save({ ...this.#stored, watched })
  }

  get preferences(): Settings {
    return { ...defaultSettings, ...this.#stored.preferences } as Settings
  }

  change(preferences: z.infer<typeof partialSettings>): Settings {
    this.#save({ ...this.#stored, preferences: { ...this.preferences, ...preferences } })
    return this.preferences
  }

  #save(next: Stored): void {
    this.#stored = next
    writeFileAtomically(this.#file, `${JSON.stringify(next, null, 2)}\n`)
  }
}

/** Settings that cannot be read are as good as none: they hold nothing of the user's work. */
function load(file: string): Stored {
  try {
    return stored.catch({}).parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return {}
  }
}
