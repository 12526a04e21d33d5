import { words } from '@shared/messages/words'
import type { Parsed, ParsedPaper } from '../parsed'
import { inherit } from './inherit'
import { scanBibtex, type BibFile } from './scan'
import { toPaper } from './to-paper'

/** How a text reads as a BibTeX or BibLaTeX file: 0 not at all, 1 without doubt. */
export function detectBibtex(text: string): number {
  const heads = text.match(/^\s*@[A-Za-z]+\s*[{(]/gm)?.length ?? 0
  if (heads === 0) return 0
  const { entries, problems } = scanBibtex(text)
  const covered = entries.reduce((sum, { start, end }) => sum + end - start, 0)
  if (entries.length === 0) return problems.length > 0 && /^\s*@/.test(text) ? 0.6 : 0
  return covered / text.trim().length > 0.3 || entries.length >= 3 ? 1 : 0.5
}

/** Takes a file of references apart: an entry a paper. `file` is what the user knows the source by. */
export function parseBibtex(text: string, file: string): Parsed {
  const scanned: BibFile = scanBibtex(text)
  const skipped = scanned.problems.map(({ line, reason }) => ({ file, line, reason }))
  const papers: ParsedPaper[] = []
  for (const entry of inherit(scanned.entries)) {
    const paper = toPaper(entry)
    if (paper !== null) papers.push(paper)
    else if (entry.type !== 'xdata' && entry.type !== 'set')
      skipped.push({ file, line: entry.line, reason: words.skipped.entryWithoutAll })
  }
  skipped.sort((a, b) => a.line - b.line)
  const digest = { format: 'bibtex', source: file, date: '', dateInferred: false, rawText: text }
  return { digests: papers.length > 0 ? [{ ...digest, papers }] : [], skipped }
}
