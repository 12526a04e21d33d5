import { words } from '@shared/messages/words'
import { parseDoi } from '@shared/text/identifier'
import { linesOf, type Line } from '../lines'
import type { Parsed, ParsedDigest, ParsedPaper, Said } from '../parsed'
import { authorsIn, linksIn, saidByArxivId } from './arxiv-paper'
import { readMailDate } from './mail-date'

type Section = 'new' | 'cross-lists' | 'replacements'

/** A record of the mailing: its lines from `\\` to `\\ ( https://arxiv.org/… )`. */
interface MailRecord {
  id: string
  section: Section
  fields: Map<string, string>
  abstract: string
  start: number
  end: number
  line: number
}

const idLine = /^(?:arXiv:|Paper: )((?:[a-z-]+(?:\.[A-Z]{2})?\/\d{7})|(?:\d{4}\.\d{4,5}))\b/
const fieldLine = /^([A-Z][A-Za-z-]{1,15}): ?(.*)$/

/** How a text reads as one of arXiv's daily mailings: 0 not at all, 1 without doubt. */
export function detectArxivMailing(text: string): number {
  const records = recordsOf([...linesOf(text)])
  const titled = records.filter(({ fields }) => fields.has('title'))
  return titled.length === 0 ? 0 : titled.length / records.length
}

/**
 * Takes a mailing apart: a digest for new submissions, one for cross-lists and one for replacements,
 * each with its own part of the text. The date is the mailing's own.
 */
export function parseArxivMailing(text: string, file: string, seen: Date): Parsed {
  const lines = [...linesOf(text)]
  const records = recordsOf(lines)
  const date = headerOf(lines, 'Date')
  const known = date === undefined ? null : readMailDate(date)
  const group = /\b([a-z-]+(?:\.[A-Za-z-]{2,})?) daily\b/i.exec(headerOf(lines, 'Subject') ?? '')
  const name = group?.[1] === undefined ? 'arXiv' : `arXiv ${group[1]}`
  const skipped: Parsed['skipped'] = []
  const digests: ParsedDigest[] = []
  for (const [index, { section, papers, start, end }] of sectionsOf(records).entries()) {
    // The head of the mailing belongs to its first part, its foot to the last.
    const from = index === 0 ? 0 : start
    const to = records.at(-1)?.end === end ? text.length : end
    digests.push({
      ...{ format: 'arxiv-mailing', source: `${name}, ${section}` },
      replaces: section === 'replacements',
      date: known ?? seen.toISOString().slice(0, 10),
      dateInferred: known === null,
      rawText: text.slice(from, to),
      papers: papers.flatMap((record): ParsedPaper[] => {
        const title = record.fields.get('title')
        if (title !== undefined)
          return [
            { title, says: saysOf(record), start: record.start - from, end: record.end - from }
          ]
        const reason = words.skipped.noTitleAt(record.id)
        skipped.push({ file, line: record.line, reason })
        return []
      })
    })
  }
  return { digests, skipped }
}

function saysOf({ id, section, fields, abstract }: MailRecord): Said {
  const said = saidByArxivId(id)
  const doi = parseDoi((fields.get('doi') ?? '').split(' ')[0] ?? '')
  const submitted = section === 'new' ? readMailDate(fields.get('date') ?? '') : null
  return {
    ...{ ...said, abstract, language: 'en' },
    ...(submitted === null ? {} : { issued: submitted }),
    creators: authorsIn(fields.get('authors') ?? fields.get('author') ?? ''),
    identifiers: [...(said?.identifiers ?? []), ...(doi === null ? [] : [doi])],
    links: [...(said?.links ?? []), ...linksIn(fields.get('comments') ?? '', abstract)]
  }
}

function sectionsOf(
  records: readonly MailRecord[]
): { section: Section; papers: MailRecord[]; start: number; end: number }[] {
  const sections: ReturnType<typeof sectionsOf> = []
  for (const record of records) {
    const last = sections.at(-1)
    if (last?.section === record.section) {
      last.papers.push(record)
      last.end = record.end
    } else {
      const { section, start, end } = record
      sections.push({ section, papers: [record], start, end })
    }
  }
  return sections
}

/** A line of the mailing's head, before its first record. */
function headerOf(lines: readonly Line[], name: string): string | undefined {
  for (const { text } of lines) {
    if (text.startsWith('\\\\')) return undefined
    if (text.startsWith(`${name}: `)) return text.slice(name.length + 2)
  }
  return undefined
}

function recordsOf(lines: readonly Line[]): MailRecord[] {
  const records: MailRecord[] = []
  for (let at = 0; at + 1 < lines.length; at++) {
    const [opening, first] = [lines[at], lines[at + 1]]
    const id = first === undefined ? undefined : idLine.exec(first.text)?.[1]
    if (opening?.text.trimEnd() !== '\\\\' || id === undefined) continue
    const record = readRecord(lines, at, id)
    records.push(record.read)
    at = record.next - 1
  }
  return records
}

/** The record whose opening `\\` is line `at`; `next` is the line after it. */
function readRecord(
  lines: readonly Line[],
  at: number,
  id: string
): { read: MailRecord; next: number } {
  const { start = 0, number: line = 0 } = lines[at] ?? {}
  const fields = new Map<string, string>()
  const abstract: string[] = []
  let section: Section = 'new'
  let name = ''
  let inHead = true
  let end = start
  let next = at + 1
  for (; next < lines.length; next++) {
    const { text, end: lineEnd } = lines[next] ?? { text: '', end }
    // A new record where this one was not closed.
    if (!inHead && /^(-{20,}|%[-%]{20,})/.test(text)) break
    end = lineEnd
    if (text.startsWith('\\\\')) {
      if (!inHead || text.includes('(')) {
        next++
        break
      }
      inHead = false
    } else if (inHead) {
      if (/^replaced with revised version/i.test(text)) section = 'replacements'
      else if (/\(\*?cross-listing\*?\)/i.test(text)) section = 'cross-lists'
      const [, key, value = ''] = fieldLine.exec(text) ?? []
      if (key !== undefined && key !== 'arXiv') {
        name = key.toLowerCase()
        fields.set(name, value.trim())
      } else if (/^\s+\S/.test(text) && fields.has(name))
        fields.set(name, `${fields.get(name) ?? ''} ${text.trim()}`)
    } else abstract.push(text.trim())
  }
  const read = { id, section, fields, abstract: abstract.join(' ').trim(), start, end, line }
  return { read, next }
}
