import { typeWords, type Filter } from '@shared/query/clause'
import type { SubscriptionFilter } from '@shared/model/subscription'
import { fold } from '@shared/text/fold'
import { formatName } from '@shared/text/person-name'
import type { ReadableDb } from '../../database/handle'
import type { ParsedPaper } from '../../import/parsed'
import { filterIds } from '../../library/filters'
import { findSamePaper } from '../../library/identity'
import { keptAuthors } from '../../library/subscriptions'
import { holdAmong } from '../../search/hold-among'

/** What of a paper a filter looks at. */
export type FilteredPaper = Pick<ParsedPaper, 'title' | 'says'>

/**
 * Which papers a subscription's filter lets in, in their order. They need not be in the library; what a
 * query asks of it (`tag:`, `is:kept`) holds for those that are. `source` is what `digest:` is compared with.
 */
export function filterPapers(
  db: ReadableDb,
  papers: readonly FilteredPaper[],
  { only, byKnown, never }: SubscriptionFilter,
  source: string
): boolean[] {
  const asksOnly = only.trim() !== ''
  const asksNever = never.trim() !== ''
  if (!asksOnly && !asksNever && !byKnown) return papers.map(() => true)
  const known = new Map<number, number | null>()
  const idOf = (place: number, paper: FilteredPaper): number | null => {
    const former = known.get(place)
    if (former !== undefined) return former
    const id = findSamePaper(db, { title: paper.title, ...paper.says })?.id ?? null
    known.set(place, id)
    return id
  }
  const holding = holdAmong(papers.map(documentOf(source)), (filter, place) => {
    const paper = papers[place]
    if (paper === undefined) return false
    const own = saysItself(filter, paper, source)
    if (own !== null) return own
    const id = idOf(place, paper)
    return id !== null && filterIds(db, filter, [id]).length > 0
  })
  const isWanted = asksOnly ? holding(only) : papers.map(() => !byKnown)
  const isUnwanted = asksNever ? holding(never) : papers.map(() => false)
  const isByKnown = byKnown ? byKeptAuthors(db, papers) : () => false
  return papers.map(
    (paper, place) => (isWanted[place] === true || isByKnown(paper)) && isUnwanted[place] !== true
  )
}

function byKeptAuthors(
  db: ReadableDb,
  papers: readonly FilteredPaper[]
): (paper: FilteredPaper) => boolean {
  const peopleOf = ({ says }: FilteredPaper): { family: string; given: string }[] =>
    (says.creators ?? []).flatMap(({ name }) => ('literal' in name ? [] : [name]))
  const isKept = keptAuthors(db, papers.flatMap(peopleOf))
  return (paper) => peopleOf(paper).some(isKept)
}

function documentOf(source: string) {
  return ({ title, says }: FilteredPaper, place: number) => ({
    ...{ id: place + 1, title, abstract: says.abstract ?? '', language: says.language ?? '' },
    people: (says.creators ?? []).map(({ name }) => formatName(name, 'given-first')).join('; '),
    ...{ venue: says.venue ?? '', year: (says.issued ?? '').slice(0, 4), tags: [], note: '' },
    digests: source,
    identifiers: [
      ...(says.identifiers ?? []).map(({ value }) => value),
      ...(says.links ?? []).map(({ url }) => url)
    ]
  })
}

/** What a paper itself tells of a filter; null where the library has to. */
function saysItself(filter: Filter, { says }: FilteredPaper, source: string): boolean | null {
  switch (filter.field) {
    case 'year': {
      const year = Number((says.issued ?? '').slice(0, 4))
      return year > 0 && year >= (filter.from ?? 0) && year <= (filter.to ?? 9999)
    }
    case 'type':
      return says.type === typeWords[filter.value]
    case 'digest':
      return fold(source).includes(fold(filter.value))
    case 'has':
      switch (filter.value) {
        case 'abstract':
          return (says.abstract ?? '') !== ''
        case 'venue':
          return (says.venue ?? '') !== ''
        case 'year':
          return (says.issued ?? '') !== ''
        case 'author':
          return (says.creators ?? []).length > 0
        case 'doi':
        case 'arxiv':
          return (says.identifiers ?? []).some(({ scheme }) => scheme === filter.value)
        case 'link':
          return (says.links ?? []).length > 0
        case 'code':
        case 'project':
        case 'data':
          return (says.links ?? []).some(({ kind }) => kind === filter.value)
        default:
          return null
      }
    default:
      return null
  }
}
