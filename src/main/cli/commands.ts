import { basename, join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { WritableDb } from '../database/handle'
import { closeLibrary, openLibrary } from '../database/open'
import { toSheafItem } from '../export/csl-json'
import { serialise } from '../export/serialise'
import { writeFileAtomically } from '../files/write-file'
import { importAll } from '../import/importer'
import { spawnParseWorker } from '../import/spawn-worker'
import { takeBackUnfinished } from '../library/long-change'
import { AppError } from '@shared/ipc/error'
import { change } from '../library/journal'
import { newestRevision, changedSince } from '../library/revisions'
import { savedSearchNamed } from '../library/saved-searches'
import { applyTagRule, listTagRules, papersToTag } from '../library/tag-rules'
import { citeText } from '@shared/text/cite-text'
import type { RelatedTo } from '@shared/model/related'
import { getPapers, paperWithKey } from '../library/papers'
import { listIds } from '../library/views'
import { indexFolder } from '../search/index-folder'
import { spawnWriter } from '../session/writers/spawn-worker'
import { LibrarySearch } from '../search/library-search'
import type { CommandLine } from './command-line'

type Command = (folder: string, line: CommandLine) => Promise<number>

/** Every command: does its work on the library in `folder`, and gives the exit status. */
export const commands: Record<Exclude<CommandLine['command'], 'help'>, Command> = {
  import: (folder, line) => withLibrary(folder, (db) => importFiles(db, folder, line)),
  list: (folder, line) =>
    withLibrary(folder, async (db) => {
      for (const paper of getPapers(db, await idsFor(db, folder, line))) print(toSheafItem(paper))
      return 0
    }),
  search: (folder, line) => withLibrary(folder, (db) => search(db, folder, line)),
  related: (folder, line) => withLibrary(folder, (db) => related(db, folder, line)),
  export: (folder, line) =>
    withLibrary(folder, async (db) => {
      if (line.everything !== null) return exportEverything(folder, line.everything)
      const ids = line.keys ? idsOfKeys(db, line.words) : await idsFor(db, folder, line)
      if (ids === null) return 1
      const text = serialise(getPapers(db, ids), line.format)
      if (line.output === null) process.stdout.write(text)
      else {
        writeFileAtomically(line.output, text)
        say(`Wrote ${line.output}.`)
      }
      return 0
    }),
  cite: (folder, line) => withLibrary(folder, (db) => cite(db, folder, line))
}

async function withLibrary(
  folder: string,
  work: (db: WritableDb) => number | Promise<number>
): Promise<number> {
  const db = openLibrary(folder)
  try {
    if (takeBackUnfinished(db) > 0) say('An import that was cut off has been taken back.')
    return await work(db)
  } finally {
    closeLibrary(db)
  }
}

async function importFiles(
  db: WritableDb,
  folder: string,
  { words, json }: CommandLine
): Promise<number> {
  const requests = words.map((word) => ({ path: resolve(word), name: basename(word) }))
  const before = newestRevision(db)
  const { added, merged, unchanged, dismissed, skipped } = await importAll(db, requests, {
    keeping: { folder, attaching: 'copy' },
    spawnWorker: spawnParseWorker,
    signal: new AbortController().signal
  })
  await applyRules(db, folder, before)
  if (json) print({ added, merged, unchanged, ...(dismissed > 0 ? { dismissed } : {}), skipped })
  else {
    say(
      `${String(added)} added, ${String(merged)} merged, ${String(unchanged)} already in the library.`
    )
    if (dismissed > 0)
      say(
        dismissed === 1
          ? '1 of these was dismissed before, and stays away.'
          : `${String(dismissed)} of these were dismissed before, and stay away.`
      )
    for (const { file, line, reason } of skipped)
      say(line > 0 ? `${file}, line ${String(line)}: ${reason}` : reason)
  }
  const nothing = added + merged + unchanged === 0
  return nothing && skipped.length > 0 ? 1 : 0
}

/** The whole library as an archive of open formats. */
async function exportEverything(folder: string, path: string): Promise<number> {
  const { writeArchive } = await import('../session/archive/write-archive')
  const { papers, files, missing } = await writeArchive(folder, path, {
    ...{ program: 'Sheaf', colourNames: [], spawnWriter, signal: new AbortController().signal }
  })
  say(`Wrote ${path}: ${String(papers)} papers, ${String(files)} files.`)
  for (const name of missing) say(`The file of “${name}” is missing from the library.`)
  return 0
}

/** Has the rules that tag look at what came in. */
async function applyRules(db: WritableDb, folder: string, since: number): Promise<void> {
  const rules = listTagRules(db).filter(({ enabled }) => enabled)
  const changed = new Set(changedSince(db, since).map(({ paperId }) => paperId))
  if (rules.length === 0 || changed.size === 0) return
  const index = await searchIn(db, folder)
  for (const rule of rules) {
    const answering = [...index.answering(rule.query)].filter((id) => changed.has(id))
    const ids = papersToTag(db, rule, answering)
    if (ids.length > 0)
      change(db, { kind: 'rule', count: ids.length, name: rule.tag }, (tx) => {
        applyTagRule(tx, rule, ids)
      })
  }
}

async function search(
  db: WritableDb,
  folder: string,
  { words, stdin, limit, saved }: CommandLine
): Promise<number> {
  const index = await searchIn(db, folder)
  const keys = new Map<number, string>()
  const answer = (query: string): void => {
    const started = performance.now()
    const { hits } = index.query({ text: query, limit, view: { kind: 'library' } })
    const ms = Math.round((performance.now() - started) * 1000) / 1000
    for (const { id, citationKey } of getPapers(
      db,
      hits.map(({ id }) => id).filter((id) => !keys.has(id))
    ))
      keys.set(id, citationKey)
    print({ query, ms, hits: hits.map(({ id, score }) => ({ id: keys.get(id) ?? '', score })) })
  }
  if (words.length > 0 || saved !== null || !stdin) answer(queryOf(db, { words, saved }))
  if (stdin) for await (const query of createInterface({ input: process.stdin })) answer(query)
  return 0
}

async function related(
  db: WritableDb,
  folder: string,
  { words, stdin, limit }: CommandLine
): Promise<number> {
  const index = await searchIn(db, folder)
  const answer = (query: string, to: RelatedTo): void => {
    const started = performance.now()
    const found = index.related({ to, lessLike: [], limit, meaning: null })
    const ms = Math.round((performance.now() - started) * 1000) / 1000
    const papers = getPapers(
      db,
      found.map(({ id }) => id)
    )
    const keys = new Map(papers.map(({ id, citationKey }) => [id, citationKey]))
    const hits = found.map(({ id, score, why }) => ({ id: keys.get(id) ?? '', score, why }))
    print({ query, ms, hits })
  }
  const [key = ''] = words
  if (stdin) {
    for await (const line of createInterface({ input: process.stdin })) {
      const id = paperWithKey(db, line.trim())
      answer(line, id === null ? { kind: 'text', text: line } : { kind: 'papers', ids: [id] })
    }
    return 0
  }
  const id = paperWithKey(db, key)
  if (id === null) {
    say(`No paper has the citation key “${key}”.`)
    return 1
  }
  answer(key, { kind: 'papers', ids: [id] })
  return 0
}

/** A citation a line, of the papers that a query finds; of one alone where that is its citation key. */
async function cite(
  db: WritableDb,
  folder: string,
  { words, limit, citeFormat: format, citeCommand: command }: CommandLine
): Promise<number> {
  const withKey = paperWithKey(db, words.join(' ').trim())
  const ids =
    withKey === null
      ? (await idsFor(db, folder, { words, saved: null })).slice(0, limit)
      : [withKey]
  for (const { citationKey } of getPapers(db, ids))
    process.stdout.write(`${citeText([citationKey], { format, command, brackets: true })}\n`)
  if (ids.length > 0) return 0
  say(`Nothing found for “${words.join(' ')}”.`)
  return 1
}

/** Papers by the keys they go or went by; null, having said so, where one is unknown. */
function idsOfKeys(db: WritableDb, keys: readonly string[]): number[] | null {
  const ids = keys.map((key) => paperWithKey(db, key))
  const unknown = keys.filter((_, index) => ids[index] === null)
  for (const key of unknown) say(`No paper has the citation key “${key}”.`)
  return unknown.length > 0 ? null : ids.filter((id) => id !== null)
}

/** Papers that a query finds, best first; without one all papers, in the order they were added. */
async function idsFor(
  db: WritableDb,
  folder: string,
  line: Pick<CommandLine, 'words' | 'saved'>
): Promise<number[]> {
  const query = queryOf(db, line)
  if (query.trim() === '') return libraryIds(db)
  const index = await searchIn(db, folder)
  const limit = Number.MAX_SAFE_INTEGER
  const { hits } = index.query({ text: query, limit, view: { kind: 'library' } })
  return hits.map(({ id }) => id)
}

/** What a saved search asks for, and the words beside it. @throws AppError `not-found` */
function queryOf(db: WritableDb, { words, saved }: Pick<CommandLine, 'words' | 'saved'>): string {
  const typed = words.join(' ')
  if (saved === null) return typed
  const search = savedSearchNamed(db, saved)
  if (search === undefined)
    throw new AppError('not-found', `There is no saved search “${saved}” in this library.`)
  return typed.trim() === '' ? search.query : `(${search.query}) ${typed}`
}

async function searchIn(db: WritableDb, folder: string): Promise<LibrarySearch> {
  const search = new LibrarySearch(db, join(folder, indexFolder))
  await search.catchUp()
  return search
}

function libraryIds(db: WritableDb): number[] {
  return listIds(db, { kind: 'library' }, { column: 'added', descending: false })
}

function print(item: unknown): void {
  process.stdout.write(`${JSON.stringify(item)}\n`)
}

function say(words: string): void {
  process.stderr.write(`${words}\n`)
}
