import { mkdirSync, readFileSync } from 'node:fs'
import { endianness } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import type { ReadableDb } from '../database/handle'
import { first, scalar, sql } from '../database/sql'
import { writeFileAtomically } from '../files/write-file'
import type { KeptPlaces } from '../library/sidebar'
import { newestRevision } from '../library/revisions'
import { indexFolder } from '../search/index-folder'

/**
 * What a start needs to know of every paper, as it was when the library was closed: a cache, beside those of
 * search, that may be deleted at any time. Reading it takes a tenth of the time that the library itself takes.
 */
export interface StartCache {
  places: KeptPlaces
  /** A list in its order, and what it is the list of. */
  list: { of: string; ids: Int32Array } | null
}

interface Header {
  layout: string
  stamp: string
  sum: number
  of: string | null
  /** How many numbers each of the arrays behind has. */
  lengths: number[]
}

/** Another one where the numbers would mean something else. */
const layout = `1 ${endianness()}`
/** Of the length of the header, and of every number. */
const word = 4

/** Keeps what the next start needs. @throws AppError; the next start does without then */
export function writeStartCache(
  db: ReadableDb,
  folder: string,
  { places, list }: StartCache
): void {
  const { flags, tags, digests, collections } = places
  const arrays = [flags, tags, digests, collections, list?.ids ?? new Int32Array()]
  const body = Buffer.concat(
    arrays.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength))
  )
  const header: Header = {
    ...{ layout, stamp: stampOf(db), sum: crc32(body), of: list?.of ?? null },
    lengths: arrays.map(({ length }) => length)
  }
  const text = Buffer.from(JSON.stringify(header), 'utf8')
  const start = Buffer.alloc(word + Math.ceil(text.length / word) * word, ' ')
  start.writeUInt32LE(start.length - word)
  text.copy(start, word)
  mkdirSync(join(folder, indexFolder), { recursive: true })
  writeFileAtomically(fileIn(folder), Buffer.concat([start, body]))
}

/** What was kept, if the library is as it was then; null for none, or for what is damaged or of another version. */
export function readStartCache(db: ReadableDb, folder: string): StartCache | null {
  try {
    const whole = readFileSync(fileIn(folder))
    const start = word + whole.readUInt32LE()
    const header = JSON.parse(whole.toString('utf8', word, start)) as Header
    if (header.layout !== layout || header.stamp !== stampOf(db)) return null
    const body = new Uint8Array(whole.subarray(start))
    if (crc32(body) !== header.sum) return null
    let at = 0
    const next = (): Int32Array => {
      const length = header.lengths.shift() ?? 0
      const array = new Int32Array(body.buffer, at, length)
      at += length * word
      return array
    }
    const places = { flags: next(), tags: next(), digests: next(), collections: next() }
    const ids = next()
    return { places, list: header.of === null ? null : { of: header.of, ids } }
  } catch {
    return null
  }
}

/** Another text for every state of a library: revisions and entries of the journal only rise, and no two are made at one time. */
function stampOf(db: ReadableDb): string {
  const last = first<{ id: number; madeAt: string }>(
    db,
    sql`SELECT id, made_at AS madeAt FROM journal_entry ORDER BY id DESC LIMIT 1`
  )
  const schema = scalar<number>(db, sql`SELECT user_version FROM pragma_user_version`)
  return [schema, newestRevision(db), last?.id ?? 0, last?.madeAt ?? ''].join(' ')
}

function fileIn(folder: string): string {
  return join(folder, indexFolder, 'start.cache')
}
