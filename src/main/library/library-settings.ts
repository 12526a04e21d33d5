import {
  defaultLibrarySettings,
  librarySettings,
  type LibrarySettings
} from '@shared/model/library-settings'
import type { ReadableDb, WritableDb } from '../database/handle'
import { all, run, sql } from '../database/sql'

/** What a library's user has chosen; what is not understood, or was never chosen, is as it is at first. */
export function getLibrarySettings(db: ReadableDb): LibrarySettings {
  const stored = new Map(
    all<{ name: string; value: string }>(db, sql`SELECT name, value FROM library_setting`).map(
      ({ name, value }) => [name, value]
    )
  )
  const chosen: Record<string, unknown> = {}
  for (const name of Object.keys(defaultLibrarySettings) as (keyof LibrarySettings)[])
    chosen[name] = read(name, stored.get(name))
  return librarySettings.parse(chosen)
}

/** Keeps choices, and gives all that hold then. */
export function setLibrarySettings(
  db: WritableDb,
  part: { [name in keyof LibrarySettings]?: LibrarySettings[name] | undefined }
): LibrarySettings {
  for (const [name, value] of Object.entries(part).filter(([, one]) => one !== undefined))
    run(
      db,
      sql`INSERT INTO library_setting (name, value) VALUES (${name}, ${JSON.stringify(value)})
          ON CONFLICT (name) DO UPDATE SET value = excluded.value`
    )
  return getLibrarySettings(db)
}

function read(name: keyof LibrarySettings, text: string | undefined): unknown {
  const otherwise = defaultLibrarySettings[name]
  if (text === undefined) return otherwise
  try {
    const value: unknown = JSON.parse(text)
    // A choice that a newer version added has its first value.
    const whole =
      typeof otherwise === 'object' && typeof value === 'object'
        ? { ...otherwise, ...value }
        : value
    const { success, data } = librarySettings.shape[name].safeParse(whole)
    return success ? data : otherwise
  } catch {
    return otherwise
  }
}
