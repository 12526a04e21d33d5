import type { JournalledDb } from '../database/handle'
import { run, sql } from '../database/sql'
import { addExtraFields } from './extra-fields'
import { addNote } from './notes'
import { completePaper } from './paper-changes'
import { getPapers } from './papers'
import { reanchorFields } from './reanchor-fields'
import { firstSource } from './statements'
import { joinDecisions } from './triage'

/**
 * Makes several papers one: the one that stays gets all that the others have, with both values where they
 * differ; their keys become its aliases. Nothing of the others is lost, and they are gone.
 */
export function mergePapers(db: JournalledDb, keepId: number, otherIds: readonly number[]): void {
  for (const other of getPapers(db, otherIds)) {
    if (other.id === keepId) continue
    const source = firstSource(db, other.id)
    completePaper(db, keepId, other, source)
    const extra = Object.fromEntries(other.extra.map(({ name, value }) => [name, value]))
    addExtraFields(db, keepId, extra, source)
    if (other.note.body !== '') addNote(db, keepId, other.note.body)
    joinDecisions(db, keepId, other.id)
    moveParts(db, other.id, keepId)
    run(
      db,
      sql`INSERT INTO key_alias (paper_id, citation_key) VALUES (${keepId}, ${other.citationKey})
          ON CONFLICT DO NOTHING`
    )
    if (other.starred)
      run(db, sql`UPDATE paper SET starred = 1 WHERE id = ${keepId} AND starred = 0`)
    run(db, sql`DELETE FROM paper WHERE id = ${other.id}`, 1)
  }
  reanchorFields(db, keepId)
}

/** What cannot be there twice stays behind, and goes with its paper. */
function moveParts(db: JournalledDb, from: number, to: number): void {
  run(db, sql`UPDATE appearance SET paper_id = ${to} WHERE paper_id = ${from}`)
  run(db, sql`UPDATE OR IGNORE paper_tag SET paper_id = ${to} WHERE paper_id = ${from}`)
  run(db, sql`UPDATE OR IGNORE collection_paper SET paper_id = ${to} WHERE paper_id = ${from}`)
  run(db, sql`UPDATE OR IGNORE tag_rule_exception SET paper_id = ${to} WHERE paper_id = ${from}`)
  run(db, sql`UPDATE OR IGNORE attachment SET paper_id = ${to} WHERE paper_id = ${from}`)
  moveAnnotations(db, from, to)
  run(db, sql`UPDATE OR IGNORE key_alias SET paper_id = ${to} WHERE paper_id = ${from}`)
  run(db, sql`UPDATE OR IGNORE statement SET paper_id = ${to}, chosen = 0 WHERE paper_id = ${from}`)
  run(
    db,
    sql`INSERT INTO distinct_papers (paper_id, other_id)
        SELECT MIN(${to}, third), MAX(${to}, third) FROM (
          SELECT CASE paper_id WHEN ${from} THEN other_id ELSE paper_id END AS third
          FROM distinct_papers WHERE paper_id = ${from} OR other_id = ${from})
        WHERE third <> ${to} ON CONFLICT DO NOTHING`
  )
}

/** Where both took one over from a file, it is there once, unless something was written to it. */
function moveAnnotations(db: JournalledDb, from: number, to: number): void {
  run(
    db,
    sql`UPDATE annotation SET origin = '' WHERE paper_id = ${from} AND origin <> ''
          AND EXISTS (SELECT 1 FROM annotation k WHERE k.paper_id = ${to}
            AND k.sha256 = annotation.sha256 AND k.origin = annotation.origin
            AND (k.comment <> annotation.comment OR k.colour <> annotation.colour))`
  )
  run(db, sql`UPDATE OR IGNORE annotation SET paper_id = ${to} WHERE paper_id = ${from}`)
}
