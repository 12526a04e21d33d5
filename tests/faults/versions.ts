import type { WantedEntry } from '../../src/main/latex/bib/update-bib'

/** What the user has in the file: it must be there, as it is, whatever happens. */
export const byHand = '% mine\r\n@MISC{own, note="by hand"}\r\n'

/** Entries of a version: which they are and what they say tells it. */
export function wantedAt(version: number): WantedEntry[] {
  return Array.from({ length: 60 + (version % 3) }, (_, index) => ({
    paperId: index + 1,
    key: `key${String(index)}`,
    text: `@article{key${String(index)},\n  title = {Version ${String(version)}},\n  note = {${'x'.repeat(200)}}\n}`
  }))
}

/** The version that a file's text is, whole; null for none. */
export function versionOf(text: string): number | null {
  if (text === byHand) return -1
  const version = Number(/Version (\d+)/.exec(text)?.[1] ?? NaN)
  if (Number.isNaN(version)) return null
  const entries = wantedAt(version).map(
    ({ text: entry }) => `\r\n${entry.replaceAll('\n', '\r\n')}\r\n`
  )
  const parts = text.slice(byHand.length).split(/(?=\r\n@)/)
  const isWhole =
    text.startsWith(byHand) &&
    parts.length === entries.length &&
    [...parts].sort().join('') === [...entries].sort().join('')
  return isWhole ? version : null
}
