import type { Identifier } from '@shared/model/paper'
import { readArxiv, readDoi, readIsbns, readPmid } from './identifiers'

/** What Zotero's users write into the field `Extra`, a line each, and the lines that are none of it. */
export interface Extra {
  identifiers: Identifier[]
  citationKey: string
  rest: string
}

const readers: Readonly<Record<string, (value: string) => Identifier[]>> = {
  ...{ arxiv: readArxiv, doi: readDoi, pmid: readPmid, isbn: readIsbns },
  pmcid: (value) => (/^PMC\d+$/.test(value) ? [{ scheme: 'other', value, version: null }] : [])
}

/** Takes `Citation Key: x`, `arXiv: …`, `PMID: …`, `DOI: …` lines out of such a field. */
export function readExtra(lines: readonly string[]): Extra {
  const identifiers: Identifier[] = []
  const rest: string[] = []
  let citationKey = ''
  for (const line of lines) {
    const [, label = '', value = ''] = /^\s*([\p{L} ]{2,20})\s*:\s*(.+)$/u.exec(line) ?? []
    const name = label.trim().toLowerCase()
    const found = readers[name]?.(value.trim()) ?? []
    if (found.length > 0) identifiers.push(...found)
    else if (name === 'citation key') citationKey = value.trim()
    else rest.push(line)
  }
  return { identifiers, citationKey, rest: rest.join('\n').trim() }
}
