import { AppError } from '@shared/ipc/error'
import { isUnder, namesAbove, tidyTagName } from '@shared/text/tag-name'
import { words } from '@shared/messages/words'
import type { JournalledDb, ReadableDb } from '../database/handle'
import { all, first, numbers, run, scalar, sql, type Sql } from '../database/sql'

/** How many tag colours the design has; a new tag takes that of the tag above it, or the one least used. */
const colours = 8

interface Tag {
  id: number
  name: string
  colour: number
}

/** Puts a tag on papers, making it if need be. A tag's capitals are those it was first written with. */
export function addTag(db: JournalledDb, ids: readonly number[], name: string): void {
  const tagId = ensureTag(db, name)
  run(
    db,
    sql`INSERT INTO paper_tag (paper_id, tag_id)
        SELECT id, ${tagId} FROM paper WHERE id IN ${numbers(ids)}
          AND id NOT IN (SELECT paper_id FROM paper_tag WHERE tag_id = ${tagId}) ORDER BY id`
  )
  run(
    db,
    sql`DELETE FROM tag_rule_exception WHERE paper_id IN ${numbers(ids)}
          AND rule_id IN (SELECT id FROM tag_rule WHERE tag_id = ${tagId})`
  )
}

/**
 * Takes a tag off papers by the user's hand: no rule puts it on them again. A tag that nothing uses any more
 * goes with it.
 */
export function removeTag(db: JournalledDb, ids: readonly number[], tagId: number): void {
  run(
    db,
    sql`INSERT INTO tag_rule_exception (rule_id, paper_id)
        SELECT r.id, pt.paper_id FROM tag_rule r JOIN paper_tag pt ON pt.tag_id = r.tag_id
        WHERE r.tag_id = ${tagId} AND pt.paper_id IN ${numbers(ids)}
        ON CONFLICT DO NOTHING`
  )
  run(db, sql`DELETE FROM paper_tag WHERE tag_id = ${tagId} AND paper_id IN ${numbers(ids)}`)
  removeUnusedTag(db, tagId)
}

/** Deletes a tag that nothing uses, and those above it that nothing uses then. */
export function removeUnusedTag(db: JournalledDb, tagId: number): void {
  const name = first<{ name: string }>(db, sql`SELECT name FROM tag WHERE id = ${tagId}`)?.name
  if (name !== undefined) removeUnused(db, [name, ...namesAbove(name)])
}

/** The id of a tag; made with those above it if it is not there. @throws AppError `invalid-input` */
export function ensureTag(db: JournalledDb, name: string): number {
  const tidy = requireName(name)
  const known = findTag(db, tidy)
  if (known !== undefined) return known.id
  const [above] = namesAbove(tidy)
  const colour =
    above === undefined ? leastUsedColour(db) : requireTag(db, ensureTag(db, above)).colour
  return run(db, sql`INSERT INTO tag (name, colour) VALUES (${tidy}, ${colour})`).id
}

/**
 * Gives a tag another name, and all under it the same beginning: `ml` to `learning` makes `ml/theory`
 * `learning/theory`.
 * @throws AppError `duplicate` for a name in use: two tags are made one by merging
 */
export function renameTag(db: JournalledDb, id: number, name: string): void {
  const { name: former } = requireTag(db, id)
  const tidy = requireName(name)
  const other = findTag(db, tidy)
  if (other !== undefined && other.id !== id)
    throw new AppError('duplicate', words.library.tagTaken(other.name, former))
  const moved = withThoseUnder(db, former).map((tag) => ({
    id: tag.id,
    name: tidy + tag.name.slice(former.length)
  }))
  // Names on their way are those of no other tag.
  for (const tag of moved) setName(db, tag.id, `\u0001${String(tag.id)}`)
  const [above] = namesAbove(tidy)
  if (above !== undefined) ensureTag(db, above)
  for (const tag of moved) {
    const there = findTag(db, tag.name)
    if (there === undefined) setName(db, tag.id, tag.name)
    else moveUses(db, tag.id, there.id)
  }
  removeUnused(db, namesAbove(former))
}

/** Makes tags one with another: it gets their papers and rules, and what is under them comes under it. */
export function mergeTags(db: JournalledDb, ids: readonly number[], intoId: number): void {
  const into = requireTag(db, intoId)
  const merged = all<Tag>(
    db,
    sql`SELECT id, name, colour FROM tag WHERE id IN ${numbers(ids)} AND id <> ${intoId}
        ORDER BY length(name) DESC`
  )
  for (const tag of merged) {
    if (isUnder(into.name, tag.name))
      throw new AppError('invalid-input', words.library.tagUnder(into.name, tag.name))
    for (const each of withThoseUnder(db, tag.name)) {
      const name = into.name + each.name.slice(tag.name.length)
      const there = findTag(db, name)
      // What was under both may have been moved already.
      if (there?.id === each.id) continue
      if (there === undefined) setName(db, each.id, name)
      else moveUses(db, each.id, there.id)
    }
    removeUnused(db, namesAbove(tag.name))
  }
}

export function recolourTags(db: JournalledDb, ids: readonly number[], colour: number): void {
  run(
    db,
    sql`UPDATE tag SET colour = ${colour % colours}
        WHERE id IN ${numbers(ids)} AND colour <> ${colour % colours}`
  )
}

/** Deletes tags and all under them. Papers stay; rules that give such a tag go. */
export function deleteTags(db: JournalledDb, ids: readonly number[]): void {
  for (const { name } of all<Tag>(
    db,
    sql`SELECT id, name, colour FROM tag WHERE id IN ${numbers(ids)}`
  )) {
    for (const tag of withThoseUnder(db, name)) run(db, sql`DELETE FROM tag WHERE id = ${tag.id}`)
    removeUnused(db, namesAbove(name))
  }
}

/** @throws AppError `not-found` */
export function tagName(db: ReadableDb, tagId: number): string {
  return requireTag(db, tagId).name
}

/** The id of the tag that a name stands for; null where there is none. */
export function tagNamed(db: ReadableDb, name: string): number | null {
  return findTag(db, tidyTagName(name))?.id ?? null
}

/** Ids of a tag and of those under it; none for a tag that is gone. */
export function tagIdsUnder(db: ReadableDb, id: number): number[] {
  const name = first<{ name: string }>(db, sql`SELECT name FROM tag WHERE id = ${id}`)?.name
  return name === undefined ? [] : withThoseUnder(db, name).map((tag) => tag.id)
}

/**
 * Whether anything uses a tag: a paper, an annotation, a rule, a tag under it. One that is not used is not kept. What else
 * may bear tags is to be asked here.
 */
function isTagUsed(db: ReadableDb, { id, name }: Pick<Tag, 'id' | 'name'>): boolean {
  return (
    scalar<number>(
      db,
      sql`SELECT EXISTS (SELECT 1 FROM paper_tag WHERE tag_id = ${id})
            OR EXISTS (SELECT 1 FROM annotation_tag WHERE tag_id = ${id})
            OR EXISTS (SELECT 1 FROM tag_rule WHERE tag_id = ${id})
            OR EXISTS (SELECT 1 FROM tag WHERE ${startsWith(`${name}/`)})`
    ) === 1
  )
}

/** Deletes those of these tags, the lowest first, that nothing uses. */
function removeUnused(db: JournalledDb, names: readonly string[]): void {
  for (const name of names) {
    const tag = findTag(db, name)
    if (tag === undefined) continue
    if (isTagUsed(db, tag)) return
    run(db, sql`DELETE FROM tag WHERE id = ${tag.id}`, 1)
  }
}

/** Has everything that uses a tag use another; the tag itself is gone then. */
function moveUses(db: JournalledDb, from: number, to: number): void {
  run(
    db,
    sql`INSERT INTO paper_tag (paper_id, tag_id)
        SELECT paper_id, ${to} FROM paper_tag WHERE tag_id = ${from} ORDER BY id
        ON CONFLICT DO NOTHING`
  )
  run(
    db,
    sql`INSERT INTO annotation_tag (annotation_id, tag_id)
        SELECT annotation_id, ${to} FROM annotation_tag WHERE tag_id = ${from} ORDER BY id
        ON CONFLICT DO NOTHING`
  )
  run(db, sql`UPDATE tag_rule SET tag_id = ${to} WHERE tag_id = ${from}`)
  run(db, sql`DELETE FROM tag WHERE id = ${from}`, 1)
}

function withThoseUnder(db: ReadableDb, name: string): Tag[] {
  return all<Tag>(
    db,
    sql`SELECT id, name, colour FROM tag WHERE name = ${name} OR ${startsWith(`${name}/`)}
        ORDER BY length(name), id`
  )
}

function startsWith(beginning: string): Sql {
  return sql`substr(name, 1, ${[...beginning].length}) = ${beginning} COLLATE NOCASE`
}

function findTag(db: ReadableDb, name: string): Tag | undefined {
  return first<Tag>(db, sql`SELECT id, name, colour FROM tag WHERE name = ${name}`)
}

function requireTag(db: ReadableDb, id: number): Tag {
  const tag = first<Tag>(db, sql`SELECT id, name, colour FROM tag WHERE id = ${id}`)
  if (tag === undefined) throw new AppError('not-found', words.library.noTag)
  return tag
}

function requireName(name: string): string {
  const tidy = tidyTagName(name)
  if (tidy === '') throw new AppError('invalid-input', words.library.tagNeedsName)
  return tidy
}

function setName(db: JournalledDb, id: number, name: string): void {
  run(db, sql`UPDATE tag SET name = ${name} WHERE id = ${id}`, 1)
}

function leastUsedColour(db: ReadableDb): number {
  return scalar<number>(
    db,
    sql`WITH RECURSIVE choice (colour) AS (
          SELECT 0 UNION ALL SELECT colour + 1 FROM choice WHERE colour + 1 < ${colours})
        SELECT colour FROM choice
        ORDER BY (SELECT COUNT(*) FROM tag WHERE tag.colour = choice.colour), colour LIMIT 1`
  )
}
