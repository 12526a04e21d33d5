import { setImmediate } from 'node:timers/promises'
import type { ExportOptions } from '@shared/model/export-options'
import type { ReadableDb } from '../database/handle'
import { BibWriter } from '../export/bibtex'
import { serialise, type ExportFormat } from '../export/serialise'
import { orderForExport } from '../library/export-order'
import { getPapers } from '../library/papers'

/** How long the main process writes entries before it sees to others, in milliseconds. */
const sliceMs = 20
const papersAtOnce = 40

/**
 * Papers as the text of a file, in pieces that are to stand one behind another. Made in slices, so that the
 * window answers meanwhile whatever the number of papers.
 */
export async function exportPieces(
  db: ReadableDb,
  ids: readonly number[],
  format: ExportFormat,
  options: ExportOptions
): Promise<string[]> {
  const ordered = orderForExport(db, ids, options.order)
  // One text with brackets around it.
  if (format === 'csl-json') return [serialise(getPapers(db, ordered), format)]
  const bib = format === 'bibtex' || format === 'biblatex' ? new BibWriter(format, options) : null
  const pieces: string[] = []
  let started = performance.now()
  for (let at = 0; at < ordered.length; at += papersAtOnce) {
    const papers = getPapers(db, ordered.slice(at, at + papersAtOnce))
    const text = bib === null ? serialise(papers, format, options) : bib.write(papers)
    if (pieces.length > 0 && format === 'ris') pieces.push('\r\n')
    pieces.push(text)
    if (performance.now() - started > sliceMs) {
      await setImmediate()
      started = performance.now()
    }
  }
  return bib === null ? pieces : [bib.head(), ...pieces]
}
