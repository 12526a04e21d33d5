import type { ReadableDb, WritableDb } from '../database/handle'
import { all, numbers, run, sql } from '../database/sql'

/** What a vector is made of: the text, and a sum over it that tells whether it is still the same. */
export interface MeaningText {
  id: number
  text: string
  sum: number
}

/** A stored vector: one signed byte for each number, the largest being 127. */
export interface StoredVector {
  /** Higher for one that was made later. */
  serial: number
  paperId: number
  vector: Uint8Array
}

/** The texts of papers, among `ids`, that have no vector of this model as they are now. */
export function textsWithoutVector(
  db: ReadableDb,
  model: string,
  ids: readonly number[]
): MeaningText[] {
  return all<{ id: number; title: string; abstract: string; known: number | null }>(
    db,
    sql`SELECT p.id, p.title, p.abstract, v.text_sum AS known
        FROM paper p LEFT JOIN paper_vector v ON v.paper_id = p.id AND v.model = ${model}
        WHERE p.id IN ${numbers(ids)} AND p.trashed_at IS NULL`
  ).flatMap(({ id, title, abstract, known }) => {
    const text = `${title}\n${abstract}`
    const sum = sumOf(text)
    return known === sum || text.trim() === '' ? [] : [{ id, text, sum }]
  })
}

/** Papers that never had a vector of this model. */
export function papersWithoutVector(db: ReadableDb, model: string): number[] {
  return all<{ id: number }>(
    db,
    sql`SELECT p.id FROM paper p WHERE p.trashed_at IS NULL AND NOT EXISTS
          (SELECT 1 FROM paper_vector v WHERE v.paper_id = p.id AND v.model = ${model})
        ORDER BY p.id DESC`
  ).map(({ id }) => id)
}

/** Keeps vectors of length 1. A paper that is gone meanwhile is passed over. */
export function storeVectors(
  db: WritableDb,
  model: string,
  made: readonly { id: number; sum: number; vector: Float32Array }[]
): void {
  db.transaction(() => {
    for (const { id, sum, vector } of made)
      run(
        db,
        sql`INSERT OR REPLACE INTO paper_vector (paper_id, model, text_sum, vector)
                  SELECT id, ${model}, ${sum}, unhex(${hexOf(vector)}) FROM paper WHERE id = ${id}`
      )
  })()
}

/** Vectors of a model that were made after one. */
export function vectorsSince(db: ReadableDb, model: string, serial: number): StoredVector[] {
  return all<StoredVector>(
    db,
    sql`SELECT id AS serial, paper_id AS paperId, vector FROM paper_vector
        WHERE id > ${serial} AND model = ${model} ORDER BY id`
  )
}

function hexOf(vector: Float32Array): string {
  const most = vector.reduce((sum, value) => Math.max(sum, Math.abs(value)), 1e-9)
  return Buffer.from(
    Int8Array.from(vector, (value) => Math.round((value / most) * 127)).buffer
  ).toString('hex')
}

/** FNV-1a. */
function sumOf(text: string): number {
  let sum = 0x811c9dc5
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193)
  return sum
}
