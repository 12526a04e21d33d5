import type { Identifier } from '@shared/model/paper'
import { readArxiv, readDoi, readIsbns, readPmid } from './identifiers'

/** What Zotero's users write into the field `Extra`, a line each, and the lines that are none of it. */
export interface Extra {
  identifiers: Identifier[]
  citationKey: string
  /** Class of the arXiv's subjects: `arXiv: 1412.2970 [math-ph]`; empty where none is named. */
  arxivClass: string
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
  let arxivClass = ''
  for (const line of lines) {
    const [, label = '', value = ''] = /^\s*([\p{L} ]{2,20})\s*:\s*(.+)$/u.exec(line) ?? []
    const name = label.trim().toLowerCase()
    const found = readers[name]?.(value.trim()) ?? []
    if (found.length > 0) {
      identifiers.push(...found)
      if (name === 'arxiv') arxivClass = /\[([^[\]]{1,100})\]/.exec(value)?.[1] ?? arxivClass
    } else if (name === 'citation key') citationKey = value.trim()
    else rest.push(line)
  }
  return { identifiers, citationKey, arxivClass, rest: rest.join('\n').trim() }
}
