import { words } from '@shared/messages/words'
import { linesOf, type Line } from '../lines'
import type { Parsed, ParsedDigest, ParsedPaper } from '../parsed'
import { authorsIn, linksIn, saidByArxivId } from './arxiv-paper'
import { readMailDate } from './mail-date'

type Section = 'new' | 'cross-lists' | 'replacements' | ''

interface Entry {
  id: string
  section: Section
  date: string | null
  fields: Map<string, string>
  rest: string[]
  start: number
  end: number
  line: number
}

const entryLine =
  /^(?:\[\d{1,5}\]\s*)?arXiv:((?:[a-z-]+(?:\.[A-Z]{2})?\/\d{7}|\d{4}\.\d{4,5})(?:v\d+)?)\s*(?:\((cross-list from [\w.-]+|replaced)\)\s*)?[[(]\s*(?:pdf|ps|html|other|abs|view|src|x-lite)/i
const fieldLine =
  /^(Title|Authors?|Comments?|Subjects?|Journal-ref|DOI|MSC-class|ACM-class|Report-no)\s*:\s*(.*)$/i

/** How a text reads as a listing page of arXiv (`listing/cs.LG/new`, `…/pastweek`), copied or saved. */
export function detectArxivListing(text: string): number {
  const heads =
    text.match(/^(?:\[\d{1,5}\]\s*)?arXiv:\S{5,20}\s*(?:\([^()\n]{1,40}\)\s*)?[[(]/gm)?.length ?? 0
  return heads > 0 && /^Title\s*:/m.test(text) ? 1 : 0
}

/**
 * Takes a listing apart: a digest for each section (new, cross-lists, replacements) of each day. Where
 * the page names its day, that is the date.
 */
export function parseArxivListing(text: string, file: string, seen: Date): Parsed {
  const { entries, group, date } = read([...linesOf(text)])
  const skipped: Parsed['skipped'] = []
  const digests = new Map<string, ParsedDigest>()
  for (const entry of entries) {
    const title = entry.fields.get('title') ?? ''
    if (title === '') {
      skipped.push({
        file,
        line: entry.line,
        reason: words.skipped.noTitleAt(entry.id)
      })
      continue
    }
    const known = entry.date ?? date
    const key = `${known ?? ''} ${entry.section}`
    let digest = digests.get(key)
    if (digest === undefined) {
      digest = {
        format: 'arxiv-listing',
        replaces: entry.section === 'replacements',
        source: [group === '' ? 'arXiv' : `arXiv ${group}`, entry.section]
          .filter(Boolean)
          .join(', '),
        date: known ?? seen.toISOString().slice(0, 10),
        ...{ dateInferred: known === null, rawText: text, papers: [] }
      }
      digests.set(key, digest)
    }
    digest.papers.push(toPaper(entry, title))
  }
  return { digests: [...digests.values()], skipped }
}

function toPaper({ id, fields, rest, start, end }: Entry, title: string): ParsedPaper {
  const said = saidByArxivId(id)
  const authors = fields.get('authors') ?? fields.get('author') ?? ''
  const listed = authors === '' ? (rest[0] ?? '') : authors
  const abstract = rest
    .slice(authors === '' ? 1 : 0)
    .join(' ')
    .replace(/^Abstract:\s*/i, '')
  const comments = fields.get('comments') ?? fields.get('comment') ?? ''
  return {
    title,
    says: {
      ...{ ...said, abstract, language: 'en', creators: authorsIn(listed) },
      links: [...(said?.links ?? []), ...linksIn(comments, abstract)]
    },
    ...{ start, end }
  }
}

function read(lines: readonly Line[]): { entries: Entry[]; group: string; date: string | null } {
  const entries: Entry[] = []
  let section: Section = ''
  let group = ''
  let pageDate: string | null = null
  let dayDate: string | null = null
  let open: Entry | null = null
  let field = ''
  for (const { text: raw, start, end, number } of lines) {
    const text = raw.trim()
    const head = entryLine.exec(text)
    const heading = sectionOf(text)
    const day = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*, \d{1,2} [A-Z][a-z]{2,8} \d{4}\b/.test(text)
    if (head?.[1] !== undefined) {
      const own = /replaced/i.test(head[2] ?? '') ? 'replacements' : 'cross-lists'
      const kind: Section = head[2] !== undefined && section === '' ? own : section
      open = {
        id: head[1],
        section: kind,
        date: dayDate,
        fields: new Map(),
        rest: [],
        start,
        end,
        line: number
      }
      entries.push(open)
      field = ''
    } else if (heading !== null || day) {
      open = null
      if (heading !== null) section = heading
      if (day) dayDate = readMailDate(text)
    } else if (open === null) {
      const about = /^Showing (?:new )?listings? (?:for|of) (?:\w+, )?(.*)$/i.exec(text)?.[1]
      if (about !== undefined) pageDate ??= readMailDate(about)
      group ||=
        /\b((?:astro-ph|cond-mat|cs|econ|eess|math|nlin|physics|q-bio|q-fin|stat)\.[A-Za-z-]{2,}|(?:astro-ph|cond-mat|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math-ph|nucl-ex|nucl-th|quant-ph))\b/.exec(
          text
        )?.[1] ?? ''
    } else if (text === '') field = field === 'title' && !open.fields.get('title') ? field : ''
    else if (
      /^(?:\[?\s*(?:pdf|ps|html|other|abs)[\s,\]]*)+$|^Total of \d|^Showing up to|^\(?continued/i.test(
        text
      )
    )
      continue
    else {
      const [, name, value = ''] = fieldLine.exec(text) ?? []
      if (name !== undefined) {
        field = name.toLowerCase()
        open.fields.set(field, value.trim())
      } else if (field !== '' && open.fields.get(field) === '') open.fields.set(field, text)
      else {
        open.rest.push(text)
        field = ''
      }
      open.end = end
    }
  }
  return { entries, group: group === '' ? mostCommonSubject(entries) : group, date: pageDate }
}

function sectionOf(text: string): Section | null {
  if (/^New submissions\b/i.test(text)) return 'new'
  if (/^Cross(?:-lists?|[ -]submissions?)\b/i.test(text)) return 'cross-lists'
  return /^Replacement(?:s| submissions?)\b/i.test(text) ? 'replacements' : null
}

/** A page's category, where only its papers tell: the one that most of them have first. */
function mostCommonSubject(entries: readonly Entry[]): string {
  const counts = new Map<string, number>()
  for (const { fields } of entries) {
    const first = /\(([a-z-]+(?:\.[A-Za-z-]{2,})?)\)/.exec(fields.get('subjects') ?? '')?.[1]
    if (first !== undefined) counts.set(first, (counts.get(first) ?? 0) + 1)
  }
  return [...counts].reduce<[string, number]>((a, b) => (b[1] > a[1] ? b : a), ['', 0])[0]
}
