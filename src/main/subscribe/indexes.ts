import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import { formatName } from '@shared/text/person-name'
import type { ParsedFile, ParsedPaper } from '../import/parsed'
import type { Candidate } from '../lookup/service'
import { dayOf, daysLater, leftOff, type Asked, type Step } from './source'

/** Indexes learn of papers days or weeks after they came out, and date them by that. */
const overlapDays = 30

/** Asks an open index for works that answer a search and came out since the last time. */
export async function* askIndex(asked: Asked<'openalex' | 'crossref'>): AsyncGenerator<Step> {
  const { source, memory, now, signal, services, name } = asked
  const wanted = source.kind === 'openalex' ? 'OpenAlex' : 'Crossref'
  const service = services.find((each) => each.name === wanted)
  if (service?.newSince === undefined)
    throw new AppError('unsupported', words.subscriptions.noSearch(wanted))
  const today = dayOf(now())
  const from = daysLater(leftOff(memory, today), -overlapDays)
  const found: Candidate[] = []
  for await (const page of service.newSince(source.search, { from, to: today }, signal))
    found.push(...page)
  yield {
    brought:
      found.length === 0 ? [] : [{ kind: 'read', file: listed(name, source.kind, today, found) }],
    memory: { through: today }
  }
}

/** A list as a digest, with a text that reads as one. */
function listed(
  name: string,
  format: string,
  date: string,
  found: readonly Candidate[]
): ParsedFile {
  const papers: ParsedPaper[] = []
  let rawText = ''
  for (const { title, says, url } of found) {
    const start = rawText.length
    const people = (says.creators ?? []).map(({ name: one }) => formatName(one, 'given-first'))
    rawText += [title, people.join(', '), says.venue ?? '', says.issued ?? '', url]
      .filter((line) => line !== '')
      .join('\n')
    papers.push({ title, says, start, end: rawText.length })
    rawText += '\n\n'
  }
  const digest = { format, source: name, date, dateInferred: false, rawText, papers }
  return { file: name, digests: [digest], skipped: [] }
}
