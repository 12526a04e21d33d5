import { accessSync, constants, createReadStream, statSync } from 'node:fs'
import { extname } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import type { ArchiveOutcome, ArchiveProgress } from '@shared/model/archive-outcome'
import { archiveFormat, archiveVersion, type ArchiveManifest } from '@shared/model/archived-library'
import type { FileHandle } from 'node:fs/promises'
import type { Worker } from 'node:worker_threads'
import { FileNames } from '../../archive/file-names'
import { ZipWriter, type Pieces, type Written } from '../../archive/zip-writer'
import type { ReadableDb } from '../../database/handle'
import { openLibraryAsItIs } from '../../database/open'
import { annotationsAsMarkdown } from '../../export/annotations-markdown'
import { fillFileAtomically } from '../../files/write-file'
import { listAnnotations } from '../../library/annotations'
import {
  allPaperIds,
  archivedDigests,
  archivedPapers,
  digestText,
  heldFiles,
  type HeldFile
} from '../../library/archived'
import { archivedShelves } from '../../library/archived-shelves'
import { storedPath } from '../../library/attachments'
import { refuseWhileWritten } from '../../library/journal'
import { getLibrarySettings } from '../../library/library-settings'
import { getPapers } from '../../library/papers'
import { listIds } from '../../library/views'
import { exportPieces } from '../exporting'
import type { WriterData } from '../writers/messages'

const papersAtOnce = 100

export interface ArchiveOptions {
  /** `Sheaf 0.1.0`. */
  program: string
  /** What the user calls the colours of annotations. */
  colourNames: readonly string[]
  /** Starts a thread that writes entries; without it, none is. */
  spawnWriter?: (data: WriterData) => Worker
  signal: AbortSignal
  onProgress?: (progress: ArchiveProgress) => void
}

type Exported = Omit<ArchiveOutcome, 'fileName' | 'folder'>

/**
 * Exports the whole library in a folder as an archive of open formats (docs/archive.md). What it holds is the
 * library of one moment, whatever is done to it meanwhile; an older archive in its place stays until it is whole.
 * @throws AppError `conflict` while an import is running, `cancelled`, `disk-full`, `unreadable-file`; what was there is untouched then
 */
export async function writeArchive(
  folder: string,
  path: string,
  options: ArchiveOptions
): Promise<Exported> {
  const db = openLibraryAsItIs(folder)
  try {
    refuseWhileWritten(db)
    return await fillFileAtomically(path, (file) => new Archive(db, folder, file, options).write())
  } catch (error) {
    throw options.signal.aborted ? new AppError('cancelled', words.archive.cancelled) : error
  } finally {
    db.close()
  }
}

class Archive {
  readonly #zip: ZipWriter
  readonly #names = new FileNames()
  readonly #written: ArchiveManifest['files'] = []
  readonly #now = new Date()

  constructor(
    private readonly db: ReadableDb,
    private readonly folder: string,
    file: FileHandle,
    private readonly options: ArchiveOptions
  ) {
    this.#zip = new ZipWriter(file, options.signal, this.#now)
  }

  async write(): Promise<Exported> {
    const { db } = this
    const ids = allPaperIds(db)
    const held = heldFiles(db)
    const { places, missing } = await this.#addFiles(held)
    const texts = await this.#addDigests()
    await this.#add('library.json', this.#library(ids, places, texts))
    const { exporting } = getLibrarySettings(db)
    const listed = listIds(db, { kind: 'library' }, { column: 'title', descending: false })
    const { spawnWriter: spawn } = this.options
    const source = { db, ...(spawn && { threads: { folder: this.folder, spawn } }) }
    await this.#add('library.bib', exportPieces(source, listed, 'biblatex', exporting))
    await this.#addNotes(ids)
    const manifest: ArchiveManifest = {
      ...{ format: archiveFormat, version: archiveVersion, program: this.options.program },
      ...{ exportedAt: this.#now.toISOString(), papers: ids.length, files: this.#written }
    }
    await this.#zip.add('manifest.json', `${JSON.stringify(manifest, null, 1)}\n`, {
      isPacked: true
    })
    await this.#zip.finish()
    return { papers: ids.length, files: new Set(places.values()).size, missing }
  }

  /** Attachments, each content once; where each is, and which were missing. */
  async #addFiles(
    held: readonly HeldFile[]
  ): Promise<{ places: Map<number, string>; missing: string[] }> {
    const places = new Map<number, string>()
    const known = new Map<string, string>()
    const missing: string[] = []
    for (const [index, { id, key, name, sha256, path }] of held.entries()) {
      this.options.onProgress?.({ stage: 'files', done: index, of: held.length })
      const source = path === '' ? storedPath(this.folder, sha256, name) : path
      let place = known.get(source)
      const size = place === undefined ? readableSize(source) : null
      if (size !== null) {
        const extension = extname(name)
        place = this.#names.take(
          'files',
          `${key} ${name.slice(0, name.length - extension.length)}`,
          extension.toLowerCase()
        )
        const pieces = createReadStream(source, { highWaterMark: 256 * 1024 })
        await this.#add(place, pieces, { isPacked: false, expected: size })
        known.set(source, place)
      }
      if (place === undefined) missing.push(name)
      else places.set(id, place)
    }
    return { places, missing }
  }

  /** Texts of digests; where each is. */
  async #addDigests(): Promise<Map<number, string>> {
    const places = new Map<number, string>()
    for (const { id } of archivedDigests(this.db)) {
      const path = `digests/${String(places.size + 1).padStart(4, '0')}.txt`
      await this.#add(path, digestText(this.db, id).replaceAll('\0', ''))
      places.set(id, path)
    }
    return places
  }

  /** `library.json`, a paper, a digest, a tag a line. */
  async *#library(
    ids: readonly number[],
    places: ReadonlyMap<number, string>,
    texts: ReadonlyMap<number, string>
  ): AsyncGenerator<string> {
    const shelves = archivedShelves(this.db)
    yield `{\n"format": ${JSON.stringify(archiveFormat)},\n"version": ${String(archiveVersion)},\n`
    for (const [name, value] of Object.entries(shelves))
      yield `${JSON.stringify(name)}: ${Array.isArray(value) ? lines(value) : jsonOf(value)},\n`
    yield '"papers": ['
    for (let at = 0; at < ids.length; at += papersAtOnce) {
      this.options.onProgress?.({ stage: 'papers', done: at, of: ids.length })
      const papers = archivedPapers(
        this.db,
        ids.slice(at, at + papersAtOnce),
        (id) => places.get(id) ?? null
      )
      yield (at === 0 ? '' : ',') + papers.map((paper) => `\n${jsonOf(paper)}`).join(',')
      await setImmediate()
    }
    yield '\n],\n"digests": ['
    let isFirst = true
    for (const { id, ...digest } of archivedDigests(this.db)) {
      yield `${isFirst ? '' : ','}\n${jsonOf({ ...digest, text: texts.get(id) ?? '' })}`
      isFirst = false
    }
    yield '\n]\n}\n'
  }

  /** A file for each note, and one for each paper's annotations. */
  async #addNotes(ids: readonly number[]): Promise<void> {
    for (let at = 0; at < ids.length; at += papersAtOnce) {
      for (const paper of getPapers(this.db, ids.slice(at, at + papersAtOnce))) {
        const name = paper.citationKey
        if (paper.note.body !== '')
          await this.#add(this.#names.take('notes', name, '.md'), paper.note.body)
        const annotations = listAnnotations(this.db, { paperId: paper.id })
        if (annotations.length === 0) continue
        const text = annotationsAsMarkdown([{ paper, annotations }], this.options.colourNames)
        await this.#add(this.#names.take('annotations', name, '.md'), text)
      }
      await setImmediate()
    }
  }

  async #add(
    path: string,
    pieces: Pieces,
    how: { isPacked: boolean; expected?: number } = { isPacked: true }
  ): Promise<void> {
    const written: Written = await this.#zip.add(path, pieces, how)
    this.#written.push({ path, ...written })
  }
}

/** The size of a file that may be read; null for any other. */
function readableSize(path: string): number | null {
  try {
    accessSync(path, constants.R_OK)
    const stat = statSync(path)
    return stat.isFile() ? stat.size : null
  } catch {
    // Missing, or somebody else's: told as missing.
    return null
  }
}

function lines(values: readonly unknown[]): string {
  return values.length === 0 ? '[]' : `[\n${values.map(jsonOf).join(',\n')}\n]`
}

/** As JSON, without NUL: no text is meant to have one, and the library cannot undo what does. */
function jsonOf(value: unknown): string {
  const text = JSON.stringify(value)
  if (!text.includes('\\u0000')) return text
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'string' ? each.replaceAll('\0', '') : each
  )
}
