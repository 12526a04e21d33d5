import { setImmediate } from 'node:timers/promises'
import type { ExportOptions } from '@shared/model/export-options'
import type { ReadableDb } from '../database/handle'
import { BibWriter } from '../export/bibtex'
import { serialise, type ExportFormat } from '../export/serialise'
import { citedPapers } from '../library/cited-papers'
import { orderForExport } from '../library/export-order'
import { getPapers } from '../library/papers'

/** How long the main process writes entries before it sees to others, in milliseconds. */
const sliceMs = 20
const papersAtOnce = 100

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
  const bib = format === 'bibtex' || format === 'biblatex' ? new BibWriter(format, options) : null
  const pieces: string[] = []
  let started = performance.now()
  for (let at = 0; at < ordered.length; at += papersAtOnce) {
    const some = ordered.slice(at, at + papersAtOnce)
    const text =
      bib === null
        ? serialise(getPapers(db, some), format, options)
        : bib.write(citedPapers(db, some))
    if (pieces.length > 0 && format === 'ris') pieces.push('\r\n')
    // One list: the brackets are put around all of them.
    if (format === 'csl-json') pieces.push(pieces.length === 0 ? '[' : ',', withinBrackets(text))
    else pieces.push(text)
    if (performance.now() - started > sliceMs) {
      await setImmediate()
      started = performance.now()
    }
  }
  if (format === 'csl-json') return pieces.length === 0 ? ['[]\n'] : [...pieces, '\n]\n']
  return bib === null ? pieces : [bib.head(), ...pieces]
}

/** The items of a list that is written as JSON, without its brackets. */
function withinBrackets(list: string): string {
  return list.slice(list.indexOf('[') + 1, list.lastIndexOf(']')).trimEnd()
}
