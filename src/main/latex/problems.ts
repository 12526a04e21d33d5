import { basename } from 'node:path'
import type { FilePlace, ProjectFix, ProjectProblem } from '@shared/model/latex'
import type { FileEntry } from './bib/update-bib'
import type { ProjectFiles } from './project-files'

/** So many places of one problem are named. */
const mostPlaces = 50

/** What is compared to find what is amiss. */
export interface Findings {
  files: ProjectFiles
  /** Full path; empty where none was chosen. */
  bib: string
  /** What the kept `.bib` holds. */
  entries: readonly FileEntry[]
  unwritable: readonly string[]
  brokenAt: number | null
  /** Keys that entries of the file inherit from or refer to. */
  referred: ReadonlySet<string>
  /** Keys that the other `.bib`s of the project have. */
  elsewhere: ReadonlySet<string>
  /** The key of today by each cited key that a paper went by before. */
  formerly: ReadonlyMap<string, string>
  /** Keys that the library has. */
  inLibrary: ReadonlySet<string>
  /** Keys that might have been meant, by each that is missing. */
  similar: ReadonlyMap<string, readonly string[]>
}

/** What is amiss in a project, the worst first. */
export function findProblems(found: Findings): ProjectProblem[] {
  return [
    ...brokenEntries(found),
    ...missingKeys(found),
    ...duplicates(found),
    ...editedEntries(found),
    ...unwritableEntries(found),
    ...missingFiles(found),
    ...unusedEntries(found),
    ...foreignEntries(found)
  ]
}

/** Whether something is to be done about a problem; the others are only worth knowing. */
export function isSerious({ kind }: ProjectProblem): boolean {
  return kind !== 'unused' && kind !== 'foreign'
}

function problem(
  kind: ProjectProblem['kind'],
  name: string,
  places: readonly FilePlace[],
  fixes: readonly ProjectFix[] = []
): ProjectProblem {
  const shown = places.slice(0, mostPlaces)
  return { kind, name, places: shown, total: places.length, fixes: [...fixes] }
}

function inBib({ bib }: Findings, line: number): FilePlace {
  return { file: bib, name: basename(bib), line, column: line === 0 ? 0 : 1 }
}

function brokenEntries(found: Findings): ProjectProblem[] {
  const { brokenAt, bib } = found
  return brokenAt === null ? [] : [problem('broken', basename(bib), [inBib(found, brokenAt)])]
}

function missingKeys(found: Findings): ProjectProblem[] {
  const { files, entries, elsewhere, formerly, similar } = found
  const exact = new Set([...entries.map(({ key }) => key), ...elsewhere])
  const inCapitals = new Map([...exact].map((key) => [key.toLowerCase(), key]))
  const all = new Map(files.cited)
  for (const key of files.byMacros) all.set(key, [])
  return [...all].flatMap(([key, places]) => {
    if (exact.has(key)) return []
    const recite = (to: string): ProjectFix => ({ kind: 'recite', key, to })
    const written = inCapitals.get(key.toLowerCase())
    if (written !== undefined) return [problem('capitals', key, places, [recite(written)])]
    const today = formerly.get(key)
    if (today !== undefined) return [problem('former', key, places, [recite(today)])]
    return [problem('missing', key, places, (similar.get(key) ?? []).map(recite))]
  })
}

function duplicates(found: Findings): ProjectProblem[] {
  const byKey = new Map<string, FileEntry[]>()
  for (const entry of found.entries) {
    const key = entry.key.toLowerCase()
    byKey.set(key, [...(byKey.get(key) ?? []), entry])
  }
  return [...byKey.values()].flatMap((same) => {
    const [entry] = same
    if (entry === undefined) return []
    if (same.length > 1)
      return [
        problem(
          'duplicate',
          entry.key,
          same.map(({ line }) => inBib(found, line)),
          [{ kind: 'remove', key: entry.key }]
        )
      ]
    if (!found.elsewhere.has(entry.key)) return []
    const places = [inBib(found, entry.line)]
    return [problem('duplicate', entry.key, places, [{ kind: 'remove', key: entry.key }])]
  })
}

function editedEntries(found: Findings): ProjectProblem[] {
  return found.entries
    .filter(({ owner }) => owner === 'edited')
    .map(({ key, line }) =>
      problem(
        'edited',
        key,
        [inBib(found, line)],
        (['take', 'leave', 'write'] as const).map((kind) => ({ kind, key }))
      )
    )
}

function unwritableEntries(found: Findings): ProjectProblem[] {
  return found.unwritable.map((key) => problem('unwritable', key, [inBib(found, 0)]))
}

function missingFiles(found: Findings): ProjectProblem[] {
  const { files, bib } = found
  const isNamed = files.bibs.some(({ path }) => path === bib)
  const [instead] = files.bibs
  return [
    ...files.absent.map(({ path, at }) => problem('no-file', basename(path), [at])),
    ...files.bibs
      .filter(({ path, exists }) => !exists && path !== bib)
      .map(({ path, at }) =>
        problem('no-bib', basename(path), [at], [{ kind: 'keep', bib: path }])
      ),
    ...(bib !== '' && !isNamed && files.cited.size > 0
      ? [
          problem(
            'unnamed-bib',
            basename(bib),
            [inBib(found, 0)],
            instead === undefined ? [] : [{ kind: 'keep', bib: instead.path }]
          )
        ]
      : [])
  ]
}

function unusedEntries(found: Findings): ProjectProblem[] {
  const { files, entries } = found
  if (files.citesAll) return []
  return entries
    .filter(
      ({ owner, key }) =>
        owner !== 'ours' &&
        !files.cited.has(key) &&
        !files.byMacros.has(key) &&
        !found.referred.has(key)
    )
    .map(({ key, line }) =>
      problem('unused', key, [inBib(found, line)], key === '' ? [] : [{ kind: 'remove', key }])
    )
}

/** One for all of them: a file written by hand may hold hundreds. */
function foreignEntries(found: Findings): ProjectProblem[] {
  const foreign = found.entries.filter(
    ({ owner, key }) => owner === 'theirs' && key !== '' && !found.inLibrary.has(key.toLowerCase())
  )
  const places = foreign.map(({ line }) => inBib(found, line))
  return foreign.length === 0
    ? []
    : [problem('foreign', basename(found.bib), places, [{ kind: 'take', key: '' }])]
}
