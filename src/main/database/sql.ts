import type Database from 'better-sqlite3'
import type { ReadableDb } from './handle'

type Value = string | number | null

/** SQL with its parameters. */
export interface Sql {
  readonly text: string
  readonly values: readonly Value[]
}

/** Makes a statement of a template: every `${value}` becomes a parameter, every `${sql\`…\`}` its text. */
export function sql(parts: TemplateStringsArray, ...values: (Value | Sql)[]): Sql {
  let text = parts[0] ?? ''
  const parameters: Value[] = []
  values.forEach((value, index) => {
    if (typeof value === 'object' && value !== null) {
      text += value.text
      parameters.push(...value.values)
    } else {
      text += '?'
      parameters.push(value)
    }
    text += parts[index + 1] ?? ''
  })
  return { text, values: parameters }
}

/** A list of numbers as a one-column table for `IN`, whatever its length. */
export function numbers(list: readonly number[]): Sql {
  return { text: '(SELECT value FROM json_each(?))', values: [JSON.stringify(list)] }
}

const prepared = new WeakMap<Database.Database, Map<string, Database.Statement>>()

function prepare(db: Database.Database, text: string): Database.Statement {
  let statements = prepared.get(db)
  if (statements === undefined)
    prepared.set(db, (statements = new Map<string, Database.Statement>()))
  let statement = statements.get(text)
  if (statement === undefined) statements.set(text, (statement = db.prepare(text)))
  return statement
}

/** All rows. The caller vouches for their shape; the schema tests hold it to that. */
export function all<Row>(db: ReadableDb, statement: Sql): Row[] {
  return prepare(db, statement.text).all(...statement.values) as Row[]
}

/** The first row, or undefined. */
export function first<Row>(db: ReadableDb, statement: Sql): Row | undefined {
  return prepare(db, statement.text).get(...statement.values) as Row | undefined
}

/** The first column of every row. */
export function column<T>(db: ReadableDb, statement: Sql): T[] {
  return prepare(db, statement.text)
    .pluck(true)
    .all(...statement.values) as T[]
}

/** All rows as lists of their columns: without an object for each row. The caller vouches for their shape. */
export function tuples<Row extends readonly unknown[]>(db: ReadableDb, statement: Sql): Row[] {
  return prepare(db, statement.text)
    .raw(true)
    .all(...statement.values) as Row[]
}

/** The first two columns of every row, both of them whole numbers. */
export function pairs(db: ReadableDb, statement: Sql): [number, number][] {
  return tuples(db, statement)
}

/** The first column of the first row, which there must be. */
export function scalar<T>(db: ReadableDb, statement: Sql): T {
  const rows = column<T>(db, statement)
  if (rows.length === 0) throw new Error(`No row: ${statement.text}`)
  return rows[0] as T
}

/** Runs a write. With `expected`, a different number of changed rows is a fault and throws. */
export function run(
  db: ReadableDb,
  statement: Sql,
  expected?: number
): { changes: number; id: number } {
  const result = prepare(db, statement.text).run(...statement.values)
  if (expected !== undefined && result.changes !== expected)
    throw new Error(
      `Changed ${String(result.changes)} rows instead of ${String(expected)}: ${statement.text}`
    )
  return { changes: result.changes, id: Number(result.lastInsertRowid) }
}
