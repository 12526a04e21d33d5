import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { defaultExportOptions } from '@shared/model/export-options'
import { closeLibrary } from '../../../src/main/database/open'
import { writePiecesAtomically } from '../../../src/main/files/write-file'
import { viewIds } from '../../../src/main/library/views'
import { exportPieces, type ExportSource } from '../../../src/main/session/exporting'
import type { SearchDocument } from '../../../src/main/search/document'
import { corpusLibrary } from '../corpus-library'

const rounds = 5

/**
 * The whole of a large library exported to a `.bib`, against writing the same bytes to the same disk, with
 * the same care (fsync, rename), by turns.
 */
export async function exportAll(
  papers: readonly SearchDocument[],
  folder: string
): Promise<{ papers: number; bytes: number; exportMs: number[]; writeMs: number[] }> {
  const place = join(folder, 'exported')
  const db = corpusLibrary(papers, place)
  const ids = viewIds(db, { kind: 'library' })
  const file = join(place, 'refs.bib')
  const worker = fileURLToPath(new URL('writer.js', import.meta.url))
  const source: ExportSource = {
    db,
    threads: { folder: place, spawn: (workerData) => new Worker(worker, { workerData }) }
  }
  const [exportMs, writeMs]: [number[], number[]] = [[], []]
  let bytes = 0
  for (let round = 0; round < rounds; round++) {
    let started = performance.now()
    await writePiecesAtomically(file, exportPieces(source, ids, 'biblatex', defaultExportOptions))
    exportMs.push(performance.now() - started)
    const text = readFileSync(file, 'utf8')
    bytes = Buffer.byteLength(text)
    started = performance.now()
    await writePiecesAtomically(file, [text])
    writeMs.push(performance.now() - started)
  }
  closeLibrary(db)
  rmSync(place, { recursive: true })
  return { papers: ids.length, bytes, exportMs, writeMs }
}
