import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import type { TagRule } from '@shared/model/tag-rule'
import type { JournalledDb, ReadableDb } from '../database/handle'
import { all, column, numbers, run, sql, type Sql } from '../database/sql'
import { ensureTag, removeUnusedTag } from './tags'

interface Row extends Omit<TagRule, 'enabled'> {
  enabled: number
}

/** All rules, by the name of their tag. */
export function listTagRules(db: ReadableDb): TagRule[] {
  return select(db, sql`ORDER BY t.name COLLATE NOCASE, r.id`)
}

/** @throws AppError `not-found` */
export function getTagRule(db: ReadableDb, id: number): TagRule {
  const [rule] = select(db, sql`WHERE r.id = ${id}`)
  if (rule === undefined) throw new AppError('not-found', words.library.noRule)
  return rule
}

/** Makes a rule, or changes the one of this id; gives its id. @throws AppError `invalid-input`, `not-found` */
export function saveTagRule(
  db: JournalledDb,
  { id, query, tag, enabled }: { id: number | null; query: string; tag: string; enabled: boolean }
): number {
  const tidy = query.trim()
  if (tidy === '') throw new AppError('invalid-input', words.library.ruleNeedsSearch)
  const former = id === null ? null : getTagRule(db, id)
  const tagId = ensureTag(db, tag)
  if (former === null)
    return run(
      db,
      sql`INSERT INTO tag_rule (query, tag_id, enabled)
          VALUES (${tidy}, ${tagId}, ${enabled ? 1 : 0})`
    ).id
  run(
    db,
    sql`UPDATE tag_rule SET query = ${tidy}, tag_id = ${tagId}, enabled = ${enabled ? 1 : 0}
        WHERE id = ${former.id}`
  )
  if (former.tagId !== tagId) {
    // The papers that the user kept from the former tag were not kept from this one.
    run(db, sql`DELETE FROM tag_rule_exception WHERE rule_id = ${former.id}`)
    removeUnusedTag(db, former.tagId)
  }
  return former.id
}

export function deleteTagRule(db: JournalledDb, id: number): void {
  const { tagId } = getTagRule(db, id)
  run(db, sql`DELETE FROM tag_rule WHERE id = ${id}`)
  removeUnusedTag(db, tagId)
}

/**
 * Of the papers that answer a rule's query, those that it would tag: not in the trash, without the tag, and not
 * kept from it by the user.
 */
export function papersToTag(
  db: ReadableDb,
  { id, tagId }: { id: number | null; tagId: number | null },
  answering: readonly number[]
): number[] {
  return column<number>(
    db,
    sql`SELECT p.id FROM paper p WHERE p.id IN ${numbers(answering)} AND p.trashed_at IS NULL
          AND NOT EXISTS (SELECT 1 FROM paper_tag pt
                          WHERE pt.paper_id = p.id AND pt.tag_id = ${tagId})
          AND NOT EXISTS (SELECT 1 FROM tag_rule_exception e
                          WHERE e.paper_id = p.id AND e.rule_id = ${id})
        ORDER BY p.id`
  )
}

/** Gives papers the tag of a rule. */
export function applyTagRule(db: JournalledDb, rule: TagRule, ids: readonly number[]): void {
  run(
    db,
    sql`INSERT INTO paper_tag (paper_id, tag_id)
        SELECT id, ${rule.tagId} FROM paper WHERE id IN ${numbers(ids)} ORDER BY id
        ON CONFLICT DO NOTHING`
  )
}

function select(db: ReadableDb, rest: Sql): TagRule[] {
  return all<Row>(
    db,
    sql`SELECT r.id, r.query, r.tag_id AS tagId, t.name AS tag, t.colour, r.enabled
        FROM tag_rule r JOIN tag t ON t.id = r.tag_id ${rest}`
  ).map((row) => ({ ...row, enabled: row.enabled === 1 }))
}
