import { setImmediate } from 'node:timers/promises'
import { availableParallelism } from 'node:os'
import type { Worker } from 'node:worker_threads'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import type { ExportOptions } from '@shared/model/export-options'
import type { BibDialect } from '@shared/model/latex'
import type { ReadableDb } from '../database/handle'
import { translateError } from '../database/translate-error'
import { BibWriter, macroHead } from '../export/bibtex'
import { serialise, type ExportFormat } from '../export/serialise'
import { citedPapers } from '../library/cited-papers'
import { orderForExport } from '../library/export-order'
import { getPapers } from '../library/papers'
import { newestRevision } from '../library/revisions'
import { EntryWriters } from './writers/entry-writers'
import type { WriterData } from './writers/messages'

/** How long the main process writes entries before it sees to others, in milliseconds. */
const sliceMs = 20
const papersAtOnce = 100
/** From so many papers on, threads are sooner done. */
const worthThreads = 4000
const mostThreads = 4
/** So often threads look at the library anew, where it changes while they do. */
const looks = 3

/** A library to export papers from. */
export interface ExportSource {
  db: ReadableDb
  /** What entries of many papers are written with; without it, all is written in this thread. */
  threads?: { folder: string; spawn: (data: WriterData) => Worker }
}

type Made<T> = AsyncGenerator<T, void, undefined>

/**
 * Papers as the text of a file, in pieces that are to stand one behind another. Made in slices, so that the
 * window answers meanwhile whatever the number of papers, or in threads of their own.
 * @throws AppError where the library cannot be read
 */
export async function* exportPieces(
  source: ExportSource,
  ids: readonly number[],
  format: ExportFormat,
  options: ExportOptions
): Made<string | Uint8Array> {
  try {
    if (format === 'bibtex' || format === 'biblatex') yield* bibPieces(source, ids, format, options)
    else yield* listPieces(source.db, ids, format, options)
  } catch (error) {
    throw error instanceof AppError ? error : translateError(error, words.database.theLibrary)
  }
}

/** As `exportPieces`, for what is a text and no file. */
export async function exportText(
  source: ExportSource,
  ids: readonly number[],
  format: ExportFormat,
  options: ExportOptions
): Promise<string> {
  const pieces: (string | Uint8Array)[] = []
  for await (const piece of exportPieces(source, ids, format, options)) pieces.push(piece)
  return pieces
    .map((piece) =>
      typeof piece === 'string'
        ? piece
        : Buffer.from(piece.buffer, piece.byteOffset, piece.length).toString()
    )
    .join('')
}

async function* bibPieces(
  { db, threads }: ExportSource,
  ids: readonly number[],
  dialect: BibDialect,
  options: ExportOptions
): Made<string | Uint8Array> {
  const cores = availableParallelism()
  if (threads !== undefined && ids.length >= worthThreads && cores > 1) {
    const { folder, spawn } = threads
    const count = Math.min(cores, mostThreads)
    const writers = new EntryWriters(count, { folder, dialect, options }, spawn)
    try {
      for (let look = 0; look < looks; look++) {
        const revision = newestRevision(db)
        const ordered = orderForExport(db, ids, options.order)
        if (!(await writers.seeAt(revision))) continue
        yield* withHead(writers.write(ordered), writers, options)
        return
      }
    } finally {
      await writers.close()
    }
  }
  const bib = new BibWriter(dialect, options)
  yield* withHead(entriesInSlices(db, orderForExport(db, ids, options.order), bib), bib, options)
}

/** Entries behind the abbreviations that they use: where there may be such, they wait for the last entry. */
async function* withHead<T>(
  entries: Made<T>,
  written: Pick<BibWriter, 'macros'>,
  { strings }: ExportOptions
): Made<T | string> {
  if (strings.trim() === '') {
    yield* entries
    return
  }
  const pieces: T[] = []
  for await (const piece of entries) pieces.push(piece)
  yield macroHead(written.macros())
  yield* pieces
}

async function* entriesInSlices(
  db: ReadableDb,
  ordered: readonly number[],
  bib: BibWriter
): Made<string> {
  let isBegun = false
  for await (const some of inSlices(ordered)) {
    const text = bib.write(citedPapers(db, some))
    if (text !== '') yield isBegun ? `\n${text}` : text
    isBegun ||= text !== ''
  }
}

async function* listPieces(
  db: ReadableDb,
  ids: readonly number[],
  format: Exclude<ExportFormat, BibDialect>,
  options: ExportOptions
): Made<string> {
  let isBegun = false
  for await (const some of inSlices(orderForExport(db, ids, options.order))) {
    const text = serialise(getPapers(db, some), format, options)
    if (isBegun && format === 'ris') yield '\r\n'
    // One list: the brackets are put around all of them.
    if (format === 'csl-json') yield `${isBegun ? ',' : '['}${withinBrackets(text)}`
    else yield text
    isBegun = true
  }
  if (format === 'csl-json') yield isBegun ? '\n]\n' : '[]\n'
}

/** Ids some at a time, and others seen to between. */
async function* inSlices(ids: readonly number[]): Made<number[]> {
  let started = performance.now()
  for (let at = 0; at < ids.length; at += papersAtOnce) {
    yield ids.slice(at, at + papersAtOnce)
    if (performance.now() - started > sliceMs) {
      await setImmediate()
      started = performance.now()
    }
  }
}

/** The items of a list that is written as JSON, without its brackets. */
function withinBrackets(list: string): string {
  return list.slice(list.indexOf('[') + 1, list.lastIndexOf(']')).trimEnd()
}
