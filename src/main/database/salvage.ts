import Database from 'better-sqlite3'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import type { LibraryCounts } from '@shared/model/backup'
import { foldTitle } from '@shared/text/fold'
import { removeTemporary, temporaryIn } from './backup/backup-folder'
import { cacheForReadingAll, checkLibrary } from './check'
import { flush } from './folders'
import { migrate } from './migrate'
import { migrations } from './migrations'
import { libraryFile } from './open'
import { translateError } from './translate-error'

/** What could be read of a damaged library. */
export interface Salvaged {
  /** A whole library with no name yet, in the folder of the damaged one. */
  path: string
  counts: LibraryCounts
  /** Papers of which only what hangs on them could be read: their notes, tags, identifiers. */
  nameless: number
}

const rowsAtOnce = 500
/** Where the damaged file does not say how far its rows go. */
const mostRows = 2_000_000

/**
 * Reads every row that can be read of a damaged library into a new one, and changes nothing of the damaged one.
 * The history is left out: with rows missing, what it takes back would not fit. Search makes its own anew.
 * @throws AppError `database-corrupt` where nothing can be read
 */
export function salvage(folder: string): Salvaged {
  const path = temporaryIn(folder)
  try {
    const source = new Database(libraryFile(folder), { readonly: true, fileMustExist: true })
    // So SQLite reads on where the file is too short, or part of its schema cannot be read.
    source.unsafeMode()
    source.pragma('writable_schema = ON')
    const target = new Database(path)
    try {
      target.pragma('synchronous = OFF')
      target.pragma(`cache_size = ${String(cacheForReadingAll)}`)
      const nameless = copyAll(source, target)
      target.close()
      flush(path)
      return { path, counts: checkLibrary(path), nameless }
    } finally {
      source.close()
      target.close()
    }
  } catch (error) {
    removeTemporary(path)
    if (error instanceof AppError) throw error
    throw translateError(error, libraryFile(folder))
  }
}

function copyAll(source: Database.Database, target: Database.Database): number {
  if (columnsOf(source, 'paper').length === 0)
    throw new AppError('database-corrupt', words.rescue.nothing)
  const version = source.pragma('user_version', { simple: true }) as number
  const known = migrations.filter((one) => one.version <= version)
  migrate(target as never, ':memory:', known.length === 0 ? migrations : known)
  target.pragma('foreign_keys = OFF')
  return target
    .transaction(() => {
      const triggers = namesAndSql(target, 'trigger')
      for (const { name } of triggers) target.exec(`DROP TRIGGER "${name}"`)
      for (const { name } of namesAndSql(target, 'table'))
        if (!/^(?:sqlite_|journal_|paper_revision$)/.test(name)) copyTable(source, target, name)
      const nameless = nameLostPapers(target)
      removeOrphans(target)
      takeOverNumbers(source, target)
      target.exec('INSERT INTO paper_revision (paper_id) SELECT id FROM paper')
      for (const { sql } of triggers) target.exec(sql)
      return nameless
    })
    .immediate()
}

function namesAndSql(db: Database.Database, type: string): { name: string; sql: string }[] {
  return db
    .prepare<[string], { name: string; sql: string }>(
      'SELECT name, sql FROM sqlite_schema WHERE type = ? AND sql IS NOT NULL'
    )
    .all(type)
}

function copyTable(source: Database.Database, target: Database.Database, table: string): void {
  const held = columnsOf(source, table)
  const columns = columnsOf(target, table).filter((name) => held.includes(name))
  if (columns.length === 0) return
  const list = columns.map((name) => `"${name}"`).join(', ')
  const places = columns.map(() => '?').join(', ')
  const insert = target.prepare(`INSERT OR IGNORE INTO "${table}" (${list}) VALUES (${places})`)
  for (const row of readableRows(source, table, list))
    try {
      insert.run(...row)
    } catch {
      // What damage has made of it is nothing that this table can hold.
      continue
    }
}

/** Numbers go on from where they were: none that was given away is given to something else. */
function takeOverNumbers(source: Database.Database, target: Database.Database): void {
  try {
    const given = source
      .prepare<[], { name: string; seq: number }>('SELECT name, seq FROM sqlite_sequence')
      .all()
    const known = new Set(namesAndSql(target, 'table').map(({ name }) => name))
    const drop = target.prepare('DELETE FROM sqlite_sequence WHERE name = ? AND seq < ?')
    const put = target.prepare(
      `INSERT INTO sqlite_sequence (name, seq) SELECT ?, ?
       WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = ?)`
    )
    for (const { name, seq } of given.filter((one) => known.has(one.name))) {
      drop.run(name, seq)
      put.run(name, seq, name)
    }
  } catch {
    // Then they go on from the highest that is in use.
  }
}

/** Rows of a table, but for those that cannot be read: ranges that fail are halved until they do not. */
function* readableRows(
  source: Database.Database,
  table: string,
  columns: string
): Generator<unknown[]> {
  const read = source
    .prepare<[number, number], unknown[]>(
      `SELECT ${columns} FROM "${table}" WHERE rowid BETWEEN ? AND ?`
    )
    .raw()
  const last = lastRow(source, table)
  for (let start = 1; start <= last; start += rowsAtOnce) {
    const ranges = [{ from: start, to: Math.min(last, start + rowsAtOnce - 1) }]
    for (let range = ranges.pop(); range !== undefined; range = ranges.pop()) {
      const { from, to } = range
      let rows: unknown[][] = []
      try {
        rows = read.all(from, to)
      } catch {
        const middle = Math.floor((from + to) / 2)
        if (from < to) ranges.push({ from: middle + 1, to }, { from, to: middle })
      }
      yield* rows
    }
  }
}

function lastRow(source: Database.Database, table: string): number {
  const ask = (text: string): number => {
    try {
      return Number(source.prepare<[]>(text).pluck().get() ?? 0)
    } catch {
      return -1
    }
  }
  const used = ask(`SELECT seq FROM sqlite_sequence WHERE name = '${table}'`)
  const there = ask(`SELECT MAX(rowid) FROM "${table}"`)
  const last = Math.max(used, there)
  return last >= 0 && last <= mostRows * 10 ? last : mostRows
}

function columnsOf(db: Database.Database, table: string): string[] {
  try {
    return (db.pragma(`table_info("${table}")`) as { name: string }[]).map(({ name }) => name)
  } catch {
    return []
  }
}

interface Orphan {
  table: string
  rowid: number
  parent: string
  fkid: number
}

const orphansOf = (db: Database.Database): Orphan[] => db.pragma('foreign_key_check') as Orphan[]

/** Makes a paper for what belongs to one that could not be read: notes, tags and identifiers outlive it. */
function nameLostPapers(target: Database.Database): number {
  const lost = new Set<number>()
  for (const { table, rowid, parent } of orphansOf(target)) {
    if (parent !== 'paper') continue
    const id = target
      .prepare<[number], number>(`SELECT paper_id FROM "${table}" WHERE rowid = ?`)
      .pluck()
      .get(rowid)
    if (id !== undefined) lost.add(id)
  }
  const now = new Date().toISOString()
  const columns = target.pragma('table_info(paper)') as {
    name: string
    type: string
    notnull: number
  }[]
  for (const id of lost) {
    const title = words.rescue.lostPaper(id)
    const known: Record<string, unknown> = {
      ...{ id, title, folded_title: foldTitle(title), type: 'document' },
      ...{ citation_key: `unread${String(id)}`, added_at: now, modified_at: now }
    }
    const values = columns.map(
      ({ name, type, notnull }) =>
        known[name] ?? (notnull === 0 ? null : type === 'INTEGER' ? 0 : '')
    )
    const places = columns.map(() => '?').join(', ')
    target.prepare(`INSERT OR IGNORE INTO paper VALUES (${places})`).run(...values)
  }
  return lost.size
}

/** Removes what belongs to something that could not be read, and then what belonged to that. */
function removeOrphans(target: Database.Database): void {
  for (let orphans = orphansOf(target); orphans.length > 0; orphans = orphansOf(target))
    for (const { table, rowid } of orphans)
      target.prepare(`DELETE FROM "${table}" WHERE rowid = ?`).run(rowid)
}
