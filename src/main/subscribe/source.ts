import type { Worker } from 'node:worker_threads'
import type { SubscriptionSource } from '@shared/model/subscription'
import type { ParsedFile } from '../import/parsed'
import type { ParseRequest } from '../import/parse-request'
import type { FetchRules } from '../lookup/fetch-rules'
import type { PoliteGet } from '../lookup/polite'
import type { Service, ServiceName } from '../lookup/service'

/** Where a source left off: what it needs to go on there. Its own business; kept as JSON. */
export type Memory = Record<string, unknown>

/** What came: bytes to be read, or a list that is read already. */
export type Brought = { kind: 'bytes'; request: ParseRequest } | { kind: 'read'; file: ParsedFile }

/** A part of what there is to bring. Its memory holds once the part has been taken in, and not before. */
export interface Step {
  brought: readonly Brought[]
  memory: Memory
  /** It is no failure if there is no paper in it: a mail of another kind. */
  mayBeEmpty?: boolean
  /** If it cannot be read, the steps behind it can all the same; but where they leave off does not hold. */
  goesOn?: boolean
}

/** What sources ask with. */
export interface Means {
  get: PoliteGet
  fetchRules: FetchRules
  services: readonly Service[]
  baseUrlOf: (name: ServiceName) => string | undefined
  password: () => string | null
  spawnMailWorker: () => Worker
  /** A certificate of a mail server that is trusted beside the usual ones, in tests. */
  trustedCertificate: string | undefined
  now: () => number
  signal: AbortSignal
}

/** One of a kind, with the name that the user gave it. */
export interface Asked<K extends SubscriptionSource['kind']> extends Means {
  name: string
  source: Extract<SubscriptionSource, { kind: K }>
  memory: Memory
}

const dayMs = 86_400_000

/** `2026-03-14`, by universal time, as services date their papers. */
export function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}

/** The day so many days later. */
export function daysLater(day: string, days: number): string {
  return dayOf(Date.parse(`${day}T00:00:00Z`) + days * dayMs)
}

/** A day out of a memory; null for none. */
function rememberedDay(memory: Memory, name: string): string | null {
  const value = memory[name]
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? value : null
}

/** The day from which on nothing is to be missed: where asking left off, else when it began. */
export function leftOff(memory: Memory, today: string): string {
  return rememberedDay(memory, 'through') ?? rememberedDay(memory, 'began') ?? today
}
