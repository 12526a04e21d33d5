import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import type { PaperFields } from '@shared/model/paper'
import { statedFields, type StatedField, type Statement } from '@shared/model/statement'
import { formatName } from '@shared/text/person-name'
import type { JournalledDb, ReadableDb } from '../database/handle'
import { all, first, numbers, run, sql } from '../database/sql'

type Stated = Pick<PaperFields, StatedField>
type Value = Stated[StatedField]

/** The fields of a paper that the user has chosen a value of: no source changes them any more. */
export function chosenFields(db: ReadableDb, paperId: number): Set<string> {
  return new Set(
    all<{ field: string }>(
      db,
      sql`SELECT field FROM statement WHERE paper_id = ${paperId} AND chosen = 1`
    ).map(({ field }) => field)
  )
}

/** Records what a source says of a field. What another said before it stays that one's. */
export function state(
  db: JournalledDb,
  paperId: number,
  { field, value, source }: { field: string; value: Value; source: string }
): void {
  run(
    db,
    sql`INSERT INTO statement (paper_id, field, value, source, chosen, said_at)
        VALUES (${paperId}, ${field}, ${written(value)}, ${source}, 0,
          ${new Date().toISOString()}) ON CONFLICT DO NOTHING`
  )
}

/** Records that the user's word on a field is this value, over what any source says. */
export function stateByUser(
  db: JournalledDb,
  paperId: number,
  { field, value }: { field: StatedField; value: Value }
): void {
  state(db, paperId, { field, value, source: '' })
  choose(db, paperId, field, written(value))
}

/** What the first source of a paper is called; empty for one that the user entered. */
export function firstSource(db: ReadableDb, paperId: number): string {
  return (
    first<{ source: string }>(
      db,
      sql`SELECT TRIM(d.source || ' ' || d.date) AS source FROM appearance a
          JOIN digest d ON d.id = a.digest_id
          WHERE a.paper_id = ${paperId} ORDER BY a.id LIMIT 1`
    )?.source ?? ''
  )
}

/** Statements as the library holds them, each with its paper. */
export function selectStatements(
  db: ReadableDb,
  ids: readonly number[]
): (Row & { paperId: number })[] {
  return all(
    db,
    sql`SELECT paper_id AS paperId, id, field, value, source, said_at AS saidAt FROM statement
        WHERE paper_id IN ${numbers(ids)} ORDER BY paper_id, field, id`
  )
}

/** Of what sources say of a paper, that on fields where they say different things. */
export function differing(rows: readonly Row[], paper: Stated): Statement[] {
  const isShown = ({ field, value }: Row): boolean => value === shownValue(paper, field)
  const several = new Set(rows.filter((row) => !isShown(row)).map(({ field }) => field))
  return rows
    .filter(({ field }) => several.has(field))
    .map(({ value, ...row }) => ({
      ...row,
      text: wordsOf(JSON.parse(value) as Value),
      shown: isShown({ value, ...row })
    }))
}

/** The field and value of a statement. @throws AppError `not-found` */
export function getStatement(
  db: ReadableDb,
  paperId: number,
  id: number
): { field: StatedField; value: Value } {
  const row = first<{ field: string; value: string }>(
    db,
    sql`SELECT field, value FROM statement WHERE id = ${id} AND paper_id = ${paperId}`
  )
  const field = statedFields.find((name) => name === row?.field)
  if (row === undefined || field === undefined)
    throw new AppError('not-found', words.library.noStatement)
  return { field, value: JSON.parse(row.value) as Value }
}

interface Row {
  id: number
  field: string
  value: string
  source: string
  saidAt: string
}

function choose(db: JournalledDb, paperId: number, field: string, value: string): void {
  run(
    db,
    sql`UPDATE statement SET chosen = (value = ${value})
        WHERE paper_id = ${paperId} AND field = ${field} AND chosen <> (value = ${value})`
  )
}

/** A value as it is stored, the parts of a name always in one order: equal values are equal text. */
function written(value: Value): string {
  if (typeof value === 'string') return JSON.stringify(value)
  const none = { family: '', given: '', particle: '', suffix: '' }
  return JSON.stringify(
    value.map(({ role, name }) => ({
      role,
      name: 'literal' in name ? { literal: name.literal } : { ...none, ...name }
    }))
  )
}

function shownValue(paper: Stated, field: string): string {
  return written(field in paper ? paper[field as StatedField] : '')
}

/** A field's value as it is written for a reader. */
export function wordsOf(value: Value): string {
  if (typeof value === 'string') return value
  return value.map(({ name }) => formatName(name, 'given-first')).join(', ')
}
