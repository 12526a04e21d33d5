import { randomUUID } from 'node:crypto'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import type { ArchivedShelves } from '@shared/model/archived-library'
import {
  subscriptionSource,
  type SubscriptionFields,
  type SubscriptionRun
} from '@shared/model/subscription'
import { fold } from '@shared/text/fold'
import type { JournalledDb, ReadableDb, WritableDb } from '../database/handle'
import { all, column, first, run, scalar, sql } from '../database/sql'

/** So many of the papers that came are kept in full, for filters to be tried on. */
const mostRemembered = 300
/** So many of those that were held back are kept in full, to be taken in later. */
const mostHeld = 1000
/** So many runs are told of. */
const mostRuns = 50
/** What came by a subscription that was removed is forgotten after so many days. */
const rememberedDays = 60

/** A subscription as the library holds it. */
export interface StoredSubscription extends SubscriptionFields {
  id: number
  uid: string
  paused: boolean
}

/** How far asking has come. */
export interface SubscriptionState {
  /** Where it left off, by the kind of its source. */
  memory: Record<string, unknown>
  /** Milliseconds since 1970; 0 for now. */
  nextAt: number
  failures: number
}

/** A paper that a subscription named: its name there, and what was said of it. */
export interface CameItem {
  name: string
  held: boolean
  paper: string
}

/** A paper that was held back and has not been taken in since. */
export interface HeldItem {
  id: number
  name: string
  paper: string
  cameAt: string
}

type Row = Pick<StoredSubscription, 'id' | 'uid' | 'name' | 'only' | 'never'> & {
  every: SubscriptionFields['every']
  source: string
  byKnown: number
  paused: number
}

const columns = sql`id, uid, name, source, every, only_query AS "only", by_known AS byKnown,
  never_query AS never, paused`

/** All subscriptions, in the order they were made. One of a kind that only a later Sheaf knows is left out. */
export function listSubscriptions(db: ReadableDb): StoredSubscription[] {
  return all<Row>(db, sql`SELECT ${columns} FROM subscription ORDER BY id`).flatMap(
    ({ source, byKnown, paused, ...row }) => {
      const read = subscriptionSource.safeParse(JSON.parse(source))
      return read.success
        ? [{ ...row, source: read.data, byKnown: byKnown === 1, paused: paused === 1 }]
        : []
    }
  )
}

/** @throws AppError `not-found` */
export function getSubscription(db: ReadableDb, id: number): StoredSubscription {
  const found = listSubscriptions(db).find((each) => each.id === id)
  if (found === undefined) throw new AppError('not-found', words.subscriptions.gone)
  return found
}

/** Adds a subscription; gives its id. @throws AppError `duplicate` for one that asks the same */
export function addSubscription(
  db: JournalledDb,
  fields: SubscriptionFields & { uid: string; paused: boolean }
): number {
  const { uid, name, source, every, only, byKnown, never, paused } = fields
  requireOwnSource(db, fields, 0)
  return run(
    db,
    sql`INSERT INTO subscription
          (uid, name, source, every, only_query, by_known, never_query, paused, added_at)
        VALUES (${uid}, ${name}, ${JSON.stringify(source)}, ${every}, ${only}, ${byKnown ? 1 : 0},
          ${never}, ${paused ? 1 : 0}, ${new Date().toISOString()})`,
    1
  ).id
}

/** @throws AppError `duplicate` for one that asks the same as another */
export function setSubscription(
  db: JournalledDb,
  fields: SubscriptionFields & { id: number }
): void {
  const { id, name, source, every, only, byKnown, never } = fields
  requireOwnSource(db, fields, id)
  run(
    db,
    sql`UPDATE subscription SET name = ${name}, source = ${JSON.stringify(source)},
          every = ${every}, only_query = ${only}, by_known = ${byKnown ? 1 : 0},
          never_query = ${never} WHERE id = ${id}`,
    1
  )
}

export function pauseSubscription(db: JournalledDb, id: number, paused: boolean): void {
  run(db, sql`UPDATE subscription SET paused = ${paused ? 1 : 0} WHERE id = ${id}`, 1)
}

/** Removes a subscription; its papers stay. */
export function removeSubscription(db: JournalledDb, id: number): void {
  run(db, sql`DELETE FROM subscription WHERE id = ${id}`, 1)
}

function requireOwnSource(
  db: ReadableDb,
  { source }: Pick<SubscriptionFields, 'source'>,
  id: number
): void {
  const other = first<{ name: string }>(
    db,
    sql`SELECT name FROM subscription WHERE source = ${JSON.stringify(source)} AND id <> ${id}`
  )
  if (other !== undefined) throw new AppError('duplicate', words.subscriptions.already(other.name))
}

/** Subscriptions as an exported library has them: without what came, and without what is in a keychain. */
export function archivedSubscriptions(db: ReadableDb): ArchivedShelves['subscriptions'] {
  const addedAt = new Map(
    all<{ id: number; at: string }>(db, sql`SELECT id, added_at AS at FROM subscription`).map(
      ({ id, at }) => [id, at]
    )
  )
  return listSubscriptions(db).map(({ id, name, source, every, only, byKnown, never }) => ({
    ...{ name, source, every, only, byKnown, never },
    addedAt: addedAt.get(id) ?? ''
  }))
}

/** Takes over a subscription of an exported library; it is paused. */
export function restoreSubscription(
  db: JournalledDb,
  { addedAt, ...fields }: ArchivedShelves['subscriptions'][number]
): void {
  const id = addSubscription(db, { ...fields, uid: randomUUID(), paused: true })
  run(db, sql`UPDATE subscription SET added_at = ${addedAt} WHERE id = ${id}`, 1)
}

/** How far asking has come; for a subscription that was never asked, at the beginning. */
export function subscriptionState(db: ReadableDb, id: number): SubscriptionState {
  const row = first<{ memory: string; nextAt: string; failures: number }>(
    db,
    sql`SELECT memory, next_at AS nextAt, failures FROM subscription_state
        WHERE subscription_id = ${id}`
  )
  if (row === undefined) return { memory: {}, nextAt: 0, failures: 0 }
  return {
    memory: JSON.parse(row.memory) as Record<string, unknown>,
    nextAt: row.nextAt === '' ? 0 : Date.parse(row.nextAt),
    failures: row.failures
  }
}

export function setSubscriptionState(db: WritableDb, id: number, state: SubscriptionState): void {
  const nextAt = state.nextAt === 0 ? '' : new Date(state.nextAt).toISOString()
  run(
    db,
    sql`INSERT INTO subscription_state (subscription_id, memory, next_at, failures)
        VALUES (${id}, ${JSON.stringify(state.memory)}, ${nextAt}, ${state.failures})
        ON CONFLICT (subscription_id) DO UPDATE SET memory = excluded.memory,
          next_at = excluded.next_at, failures = excluded.failures`
  )
}

/** Which of these names have come before. */
export function cameBefore(db: ReadableDb, id: number, names: readonly string[]): Set<string> {
  return new Set(
    column<string>(
      db,
      sql`SELECT name FROM subscription_item WHERE subscription_id = ${id}
            AND name IN (SELECT value FROM json_each(${JSON.stringify(names)}))`
    )
  )
}

/** Remembers what came and where asking left off, as one: neither is lost without the other. */
export function rememberStep(
  db: WritableDb,
  id: number,
  { items, memory, at }: { items: readonly CameItem[]; memory: Record<string, unknown>; at: number }
): void {
  db.transaction(() => {
    for (const { name, held, paper } of items)
      run(
        db,
        sql`INSERT INTO subscription_item (subscription_id, name, held, paper, came_at)
            VALUES (${id}, ${name}, ${held ? 1 : 0}, ${paper}, ${new Date(at).toISOString()})
            ON CONFLICT DO NOTHING`
      )
    for (const [held, most] of [
      [0, mostRemembered],
      [1, mostHeld]
    ] as const)
      run(
        db,
        sql`UPDATE subscription_item SET held = ${stillHeld}, paper = ''
            WHERE subscription_id = ${id} AND held = ${held} AND paper <> ''
              AND id <= (SELECT id FROM subscription_item WHERE subscription_id = ${id}
                           AND (held = 1 OR ${held} = 0)
                         ORDER BY id DESC LIMIT 1 OFFSET ${most})`
      )
    setSubscriptionState(db, id, { ...subscriptionState(db, id), memory })
  }).immediate()
}

/** What was said of the papers that came last, the newest first. */
export function cameLately(db: ReadableDb, id: number): string[] {
  return column<string>(
    db,
    sql`SELECT paper FROM subscription_item WHERE subscription_id = ${id} AND paper <> ''
        ORDER BY id DESC LIMIT ${mostRemembered}`
  )
}

/**
 * Whether an item is held back still: it was, and no import that stands has taken it in. An import that
 * was taken back leaves it held back.
 */
const stillHeld = sql`(held = 1 AND NOT EXISTS (
  SELECT 1 FROM journal_entry e WHERE subscription_item.paper LIKE '{"takenBy":%'
    AND e.id = json_extract(subscription_item.paper, '$.takenBy') AND e.state = 'done'))`

/** What is held back, the newest first: of older ones only the names are known. */
export function heldBack(db: ReadableDb, id: number): HeldItem[] {
  return all<HeldItem>(
    db,
    sql`SELECT id, name, paper, came_at AS cameAt FROM subscription_item
        WHERE subscription_id = ${id} AND paper <> '' AND ${stillHeld} ORDER BY id DESC`
  )
}

/** Remembers which import took items in; null: it had nothing to change. */
export function rememberTaken(
  db: WritableDb,
  items: readonly HeldItem[],
  entryId: number | null
): void {
  db.transaction(() => {
    for (const { id, paper } of items) {
      // At the front, where it is found without reading all of it.
      const taken = { takenBy: 0, ...(JSON.parse(paper) as object) }
      run(
        db,
        entryId === null
          ? sql`UPDATE subscription_item SET held = 0 WHERE id = ${id}`
          : sql`UPDATE subscription_item SET paper = ${JSON.stringify({ ...taken, takenBy: entryId })} WHERE id = ${id}`
      )
    }
  }).immediate()
}

/** How many papers a subscription has named, and how many are held back. */
export function cameSoFar(db: ReadableDb, id: number): { named: number; held: number } {
  const named = scalar<number>(
    db,
    sql`SELECT COUNT(*) FROM subscription_item WHERE subscription_id = ${id}`
  )
  const held = scalar<number>(
    db,
    sql`SELECT COUNT(*) FROM subscription_item WHERE subscription_id = ${id} AND ${stillHeld}`
  )
  return { named, held }
}

export function addSubscriptionRun(db: WritableDb, id: number, one: SubscriptionRun): void {
  db.transaction(() => {
    run(
      db,
      sql`INSERT INTO subscription_run (subscription_id, at, failure, named, added, held)
          VALUES (${id}, ${one.at}, ${one.failure}, ${one.named}, ${one.added}, ${one.held})`
    )
    run(
      db,
      sql`DELETE FROM subscription_run WHERE subscription_id = ${id}
            AND id <= (SELECT id FROM subscription_run WHERE subscription_id = ${id}
                       ORDER BY id DESC LIMIT 1 OFFSET ${mostRuns})`
    )
  }).immediate()
}

/** The last times that it was asked, the newest first. */
export function subscriptionRuns(db: ReadableDb, id: number, most = mostRuns): SubscriptionRun[] {
  return all<SubscriptionRun>(
    db,
    sql`SELECT at, failure, named, added, held FROM subscription_run
        WHERE subscription_id = ${id} ORDER BY id DESC LIMIT ${most}`
  )
}

/** Forgets what came by subscriptions that were removed long ago. */
export function forgetRemoved(db: WritableDb, now: number): void {
  const before = new Date(now - rememberedDays * 86_400_000).toISOString()
  db.transaction(() => {
    for (const [table, time] of [
      [sql`subscription_item`, sql`came_at`],
      [sql`subscription_run`, sql`at`],
      [sql`subscription_state`, sql`next_at`]
    ] as const)
      run(
        db,
        sql`DELETE FROM ${table} WHERE ${time} < ${before}
              AND subscription_id NOT IN (SELECT id FROM subscription)`
      )
  }).immediate()
}

/** Whether two people may be one: by family name, and by initials where both have them. */
interface Person {
  family: string
  given: string
}

/** Tells, of people, whether a paper that was kept is by one of them. */
export function keptAuthors(
  db: ReadableDb,
  people: readonly Person[]
): (person: Person) => boolean {
  const initial = ({ given }: Person): string => fold(given).slice(0, 1)
  const wanted = new Set(people.map(({ family }) => fold(family)))
  const known = new Map<string, Set<string>>()
  for (const person of all<Person>(
    db,
    sql`SELECT DISTINCT c.family, c.given FROM creator c JOIN paper p ON p.id = c.paper_id
        WHERE c.role = 'author' AND c.family <> '' AND p.trashed_at IS NULL
          AND p.id NOT IN (SELECT paper_id FROM triage WHERE state <> 'kept')`
  )) {
    const family = fold(person.family)
    if (!wanted.has(family)) continue
    const initials = known.get(family) ?? new Set()
    known.set(family, initials.add(initial(person)))
  }
  return (person) => {
    const initials = known.get(fold(person.family))
    const own = initial(person)
    return initials !== undefined && (own === '' || initials.has('') || initials.has(own))
  }
}
