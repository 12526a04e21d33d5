import { words } from '@shared/messages/words'
import { linesOf, type Line } from '../lines'
import type { Parsed, ParsedPaper, Said } from '../parsed'
import { linksIn, saidByArxivId } from './arxiv-paper'
import { dateOfFile } from './page-date'

/** The fields of such a dump, by the names that they go by. */
const fieldNames: Readonly<Record<string, 'title' | 'address' | 'abstract'>> = {
  title: 'title',
  pdf: 'address',
  url: 'address',
  link: 'address',
  summary: 'abstract',
  abstract: 'abstract'
}

type Fields = Partial<Record<'title' | 'address' | 'abstract', string>>

/** A record: what it says, and its range in the text. */
interface DumpRecord {
  fields: Fields
  start: number
  end: number
  line: number
}

const source = 'Papers'

/** How a text reads as a dump of papers, `Title:`, `PDF:` and `Summary:` each: 0 not at all, 1 without doubt. */
export function detectPaperDump(text: string): number {
  const records = recordsOf(text)
  if (records.length === 0) return 0
  const whole = records.filter(({ fields }) => fields.title && fields.address && fields.abstract)
  const covered = records.reduce((sum, { start, end }) => sum + end - start, 0) / text.trim().length
  return covered < 0.6 ? 0 : (whole.length / records.length) * 0.95
}

/**
 * Takes a dump of titles, addresses and summaries apart, a record after each `---` or from one title to
 * the next. Such a dump says nothing of its day: its file's name may, else the
 * file's time stands for it.
 */
export function parsePaperDump(text: string, file: string, seen: Date): Parsed {
  const papers: ParsedPaper[] = []
  const skipped: Parsed['skipped'] = []
  for (const { fields, start, end, line } of recordsOf(text)) {
    if (fields.title === undefined)
      skipped.push({ file, line, reason: words.skipped.recordWithoutTitle })
    else papers.push({ title: fields.title, says: saysOf(fields), start, end })
  }
  const date = dateOfFile(file, seen)
  const digest = { format: 'paper-dump', source, date, dateInferred: true, rawText: text, papers }
  return { digests: [digest], skipped }
}

function saysOf({ address = '', abstract = '' }: Fields): Said {
  const said = saidByArxivId(address)
  const links = [...(said?.links ?? []), ...linksIn(address, abstract)]
  return { ...{ type: 'article', language: 'en' }, ...said, abstract, links }
}

function recordsOf(text: string): DumpRecord[] {
  const records: DumpRecord[] = []
  let record: DumpRecord | null = null
  let field: keyof Fields | null = null
  /** Lines of the field, joined once they are all there: a field may be most of a long text. */
  let more: string[] = []
  const endField = (): void => {
    if (record !== null && field !== null)
      record.fields[field] = [record.fields[field] ?? '', ...more].join(' ').trim()
    field = null
    more = []
  }
  const finish = (): void => {
    endField()
    if (record !== null && Object.keys(record.fields).length > 0) records.push(record)
    record = null
  }
  const begin = (line: Line): DumpRecord => ({
    ...{ fields: {}, start: line.start, end: line.end, line: line.number }
  })
  for (const line of linesOf(text)) {
    if (/^-{3,}\s*$/.test(line.text)) {
      finish()
      continue
    }
    const [, name = '', value = ''] = /^(\w{3,8}):\s*(.*)$/.exec(line.text) ?? []
    const named = fieldNames[name.toLowerCase()]
    if (named === 'title' && record?.fields.title !== undefined) finish()
    if (named !== undefined && record?.fields[named] === undefined) {
      endField()
      record ??= begin(line)
      record.fields[named] = value.trim()
      field = named
    } else if (field !== null && line.text.trim() !== '') more.push(line.text.trim())
    if (record !== null && line.text.trim() !== '') record.end = line.end
  }
  finish()
  return records
}
