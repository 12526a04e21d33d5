import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { HeldPaper, SubscriptionFilter } from '@shared/model/subscription'
import { formatName } from '@shared/text/person-name'
import type { ReadableDb } from '../../database/handle'
import type { ParsedDigest, ParsedFile, ParsedPaper } from '../../import/parsed'
import type { HeldItem } from '../../library/subscriptions'
import { filterPapers, type FilteredPaper } from './filter-papers'

/** What is kept of a paper that a filter holds back, for it to be taken in later as it would have been. */
interface KeptPaper extends Omit<ParsedPaper, 'start' | 'end' | 'linked' | 'files' | 'file'> {
  /** Absent where an earlier Sheaf held it back. */
  from?: Pick<ParsedDigest, 'format' | 'source' | 'date' | 'dateInferred' | 'replaces'>
  /** Its part of the digest's text. */
  text?: string
}

/** So many are tried on a filter at a time, and others have their turn between. */
const atATime = 50

export function keptPaper(
  { start, end, linked: _linked, files: _files, file: _file, ...paper }: ParsedPaper,
  { format, date, dateInferred, replaces, rawText }: ParsedDigest,
  source: string
): KeptPaper {
  const from = { format, source, date, dateInferred, ...(replaces === true ? { replaces } : {}) }
  return { ...paper, from, text: rawText.slice(start, end) }
}

/** Papers that were held back, and what the filter, as it is now, says of each. */
export async function whyHeld(
  db: ReadableDb,
  items: readonly HeldItem[],
  { name, ...filter }: SubscriptionFilter & { name: string }
): Promise<HeldPaper[]> {
  const found: HeldPaper[] = []
  for (let at = 0; at < items.length; at += atATime) {
    const slice = items.slice(at, at + atATime)
    const papers = slice.map(readItem)
    const passing = bySource(papers, name, (some, source) => filterPapers(db, some, filter, source))
    const wanted = bySource(papers, name, (some, source) =>
      filterPapers(db, some, { ...filter, never: '' }, source)
    )
    for (const [place, { id, cameAt }] of slice.entries()) {
      const paper = papers[place]
      if (paper === undefined) continue
      const why = passing[place] === true ? 'passes' : wanted[place] === true ? 'never' : 'only'
      found.push({ ...{ id, cameAt, why }, title: paper.title, people: peopleOf(paper) })
    }
    await setImmediate()
  }
  return found
}

/** Papers that were held back as the digests they came in, to be imported. */
export function heldFile(items: readonly HeldItem[], name: string): ParsedFile {
  const byDigest = new Map<string, { digest: ParsedDigest; names: string[] }>()
  for (const item of items) {
    const { from, text = '', ...paper } = readItem(item)
    const came = {
      format: 'feed',
      source: name,
      date: item.cameAt.slice(0, 10),
      dateInferred: true
    }
    const of = from ?? came
    const key = JSON.stringify(of)
    const { digest, names } = byDigest.get(key) ?? {
      digest: { ...of, rawText: '', papers: [] },
      names: []
    }
    const start = digest.rawText.length
    const own = text.trim() === '' ? plainText(paper) : text
    digest.rawText += `${own}\n\n`
    digest.papers.push({ ...paper, start, end: start + own.length })
    byDigest.set(key, { digest, names: [...names, item.name] })
  }
  const digests = [...byDigest].map(([key, { digest, names }]) => ({
    ...digest,
    // The same papers taken in again, because nobody could note that they were, are known again.
    contentHash: createHash('sha256')
      .update(JSON.stringify([key, names]))
      .digest('hex')
  }))
  return { file: name, digests, skipped: [] }
}

function readItem({ paper }: HeldItem): KeptPaper {
  return JSON.parse(paper) as KeptPaper
}

/** What a filter says of papers, each beside what its own source is called. */
function bySource(
  papers: readonly KeptPaper[],
  name: string,
  passing: (papers: readonly FilteredPaper[], source: string) => boolean[]
): boolean[] {
  const passes: boolean[] = papers.map(() => false)
  for (const [source, places] of Map.groupBy(
    papers.keys(),
    (place) => papers[place]?.from?.source ?? name
  )) {
    const some = places.flatMap((place) => papers[place] ?? [])
    for (const [at, holds] of passing(some, source).entries()) passes[places[at] ?? 0] = holds
  }
  return passes
}

function peopleOf({ says }: FilteredPaper): string {
  return (says.creators ?? []).map(({ name }) => formatName(name, 'given-first')).join(', ')
}

function plainText(paper: FilteredPaper): string {
  return [paper.title, peopleOf(paper), paper.says.abstract ?? ''].filter(Boolean).join('\n')
}
