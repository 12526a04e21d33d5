import { linesOf, type Line } from '../lines'
import { TaggedRecord } from './tagged-records'

/** Tags of the Web of Science's text export that RIS calls otherwise; '' for what Sheaf does not take. */
const risTags: Readonly<Record<string, string>> = {
  ...{ PT: 'TY', SO: 'JF', DI: 'DO', BP: 'SP', AR: 'C7', PU: 'PB', DE: 'KW', PM: 'PMID' },
  ...{ BN: 'SN', BE: 'ED', ED: 'ED', CA: 'CORP' },
  // Keywords that the database made up, access date, cited papers, notes of its own.
  ...{ ID: '', DA: '', CR: '', N1: '', UR: '', CT: '', T1: '', T2: '', A1: '', A2: '', A3: '' }
}
const publicationTypes: Readonly<Record<string, string>> = { J: 'JOUR', B: 'BOOK', S: 'CHAP' }
const onePerLine: ReadonlySet<string> = new Set(['AU', 'AF', 'BE', 'ED', 'CA'])

/** Whether a text is the Web of Science's: `PT J`, records that end with a bare `ER`. */
export function isWos(text: string): boolean {
  return /^\ufeff?\s*(?:FN [^\n]+\n|VR [^\n]+\n|PT [A-Z]\s*\n)/.test(text.slice(0, 2000))
}

/**
 * The records of such a text under RIS's tags: `AU Marx, K`, further lines behind three blanks, each
 * of them a person where the tag is for people.
 */
export function wosRecords(text: string): TaggedRecord[] {
  const records: TaggedRecord[] = []
  let open: TaggedRecord | null = null
  let tag = ''
  for (const line of linesOf(text)) {
    const start = /^([A-Z][A-Z0-9])(?: (.*))?$/.exec(line.text)
    if (start === null) {
      if (open && line.text.trim() !== '') goOn(open, tag, line)
      continue
    }
    tag = start[1] ?? ''
    const value = start[2] ?? ''
    if (tag === 'ER' || tag === 'EF') {
      if (open) open.end = line.end
      open = null
    } else if (tag !== 'FN' && tag !== 'VR') {
      if (open === null || tag === 'PT') {
        open = new TaggedRecord(line)
        records.push(open)
      }
      open.add(risTag(tag), tag === 'PT' ? (publicationTypes[value] ?? '') : value, line)
    }
  }
  return records
}

function goOn(record: TaggedRecord, tag: string, line: Line): void {
  if (onePerLine.has(tag)) record.add(risTag(tag), line.text, line)
  else record.extend(line)
}

function risTag(tag: string): string {
  return risTags[tag] ?? tag
}
