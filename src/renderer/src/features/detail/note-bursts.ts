import type { NoteVersion } from '@shared/model/note'

/** A version stands for those before it that are at most this much older, one by one, in milliseconds. */
const gap = 60_000
/** But not for more than this of writing, in milliseconds. */
const longest = 10 * 60_000

/** The last version of each stretch of writing, the newest first as they came. */
export function lastOfEachBurst(versions: readonly NoteVersion[]): NoteVersion[] {
  const kept: NoteVersion[] = []
  let previous = Infinity
  for (const version of versions) {
    const at = Date.parse(version.savedAt)
    const last = kept.at(-1)
    const isOfLast =
      last !== undefined && previous - at <= gap && Date.parse(last.savedAt) - at <= longest
    if (!isOfLast) kept.push(version)
    previous = at
  }
  return kept
}
