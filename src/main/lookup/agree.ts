import { words } from '@shared/messages/words'
import type { Identifier } from '@shared/model/paper'
import { foldTitle } from '@shared/text/fold'
import { isPlaceholderTitle } from '@shared/text/placeholder-title'
import {
  authorsOf,
  overlap,
  speaksAgainst,
  telling,
  titlesFit,
  words as wordsOf,
  type Item
} from '../library/same-paper'
import type { Candidate, Sought } from './service'

/** The share of words that two titles have in common at the least, where an author is the same. */
const nearTitle = 0.75
/** A title of fewer words is borne by many papers: "Introduction", "Reply". */
const tellingWords = 3
/** A preprint's year and that of its published form, where they are to speak for each other. */
const nearYears = 1

/** Whether a candidate is the paper that was looked for; if not, why, as a sentence for the user. */
export type Verdict = { agrees: true } | { agrees: false; why: string }

/**
 * Believes a candidate only if it agrees with what is known of the paper. With the paper's own identifier:
 * if the titles have enough in common, and, where they are not equal, an author too. Else by its title,
 * equal but for accents, capitals and punctuation, or nearly so with an author in common, if nothing
 * speaks against it; a title that is too short to tell needs something that speaks for it.
 */
export function agreement(paper: Sought, candidate: Candidate): Verdict {
  const other: Item = { ...candidate.says, title: candidate.title }
  if (hasSameIdentifier(paper, other)) return byIdentifier(paper, other)
  const clash = differingIdentifier(paper, other)
  if (clash !== null) return refusal(words.lookups.otherIdentifier(clash))
  if (!isSameTitle(paper.title, other.title)) {
    if (!isNearTitle(paper.title, other.title)) return refusal(words.lookups.otherTitle)
    if (!sharesAuthor(paper, other)) return refusal(words.lookups.nearTitle)
  }
  const veto = speaksAgainst(paper, other)
  if (veto !== null) return refusal(words.lookups.vetoes[veto])
  if (wordsOf(paper.title).size < tellingWords && !hasEvidence(paper, other))
    return refusal(words.lookups.shortTitle)
  return { agrees: true }
}

/**
 * Whether two candidates that both agree with a paper cannot both be it: then neither is to be believed,
 * unless something known of the paper speaks for one.
 */
export function contradict(a: Candidate, b: Candidate): boolean {
  return speaksAgainst({ ...a.says, title: a.title }, { ...b.says, title: b.title }) === 'authors'
}

/** Whether something beside the title speaks for the candidate: an author, the year, an identifier. */
export function hasEvidence(paper: Sought, other: Item): boolean {
  return (
    sharesAuthor(paper, other) ||
    yearsNear(paper.issued ?? '', other.issued ?? '') ||
    hasSameIdentifier(paper, other)
  )
}

/** The names of identifiers that two papers both have, and have different ones of. */
function differingIdentifier(a: Item, b: Item): string | null {
  const names = words.lookups.identifiers
  for (const scheme of ['arxiv', 'pmid'] as const) {
    const [left, right] = [valuesOf(a, scheme), valuesOf(b, scheme)]
    if (left.length > 0 && right.length > 0 && !left.some((value) => right.includes(value)))
      return names[scheme]
  }
  return null
}

function byIdentifier(paper: Item, other: Item): Verdict {
  if (!titlesFit(paper.title, other.title)) return refusal(words.lookups.identifierOtherTitle)
  const isEqual = isPlaceholderTitle(paper.title) || isSameTitle(paper.title, other.title)
  if (
    !isEqual &&
    authorsOf(paper).size > 0 &&
    authorsOf(other).size > 0 &&
    !sharesAuthor(paper, other)
  )
    return refusal(words.lookups.identifierOtherAuthors)
  return { agrees: true }
}

function hasSameIdentifier(a: Item, b: Item): boolean {
  return (a.identifiers ?? []).some(
    ({ scheme, value }) => telling.has(scheme) && valuesOf(b, scheme).includes(value)
  )
}

function valuesOf(item: Item, wanted: Identifier['scheme']): string[] {
  return (item.identifiers ?? []).flatMap(({ scheme, value }) => (scheme === wanted ? [value] : []))
}

function isSameTitle(a: string, b: string): boolean {
  const folded = foldTitle(a)
  return folded !== '' && folded === foldTitle(b)
}

/** Nearly the same: a word or two differ, or one lacks the subtitle; never in what tells parts of a series apart. */
function isNearTitle(a: string, b: string): boolean {
  const differing = symmetricDifference(wordsOf(a), wordsOf(b))
  if ([...differing].some((word) => aboutAnother.has(word))) return false
  if (symmetricDifference(partMarks(a), partMarks(b)).size > 0) return false
  const [short = '', long = ''] = [foldTitle(a), foldTitle(b)].sort((x, y) => x.length - y.length)
  const isBeforeSubtitle = [a, b].some(
    (title) => foldTitle(title.split(/[:?.–—] /)[0] ?? '') === short
  )
  const lacksSubtitle =
    short !== long &&
    isBeforeSubtitle &&
    wordsOf(short).size >= tellingWords &&
    long.startsWith(short)
  return lacksSubtitle || overlap(a, b) >= nearTitle
}

/** What tells the parts of a series apart: figures, Roman numerals, a letter at the end or behind "part". */
function partMarks(title: string): Set<string> {
  const all = foldTitle(title).split(' ')
  const isMark = (word: string, at: number): boolean =>
    /^(?:\d+|[ivx]{2,})$/.test(word) ||
    (/^[a-eivx]$/.test(word) &&
      (at === all.length - 1 || /^(?:part|vol|volume|section|paper)$/.test(all[at - 1] ?? '')))
  return new Set(all.filter(isMark))
}

/** Words that make a title that of another paper about the same. */
const aboutAnother: ReadonlySet<string> = new Set(
  'comment comments reply response erratum errata corrigendum correction retraction retracted addendum review rejoinder discussion'.split(
    ' '
  )
)

function symmetricDifference(a: ReadonlySet<string>, b: ReadonlySet<string>): Set<string> {
  return new Set([...a, ...b].filter((word) => !(a.has(word) && b.has(word))))
}

function sharesAuthor(a: Item, b: Item): boolean {
  const others = authorsOf(b)
  return [...authorsOf(a)].some((name) => others.has(name))
}

function yearsNear(a: string, b: string): boolean {
  return (
    a !== '' && b !== '' && Math.abs(Number(a.slice(0, 4)) - Number(b.slice(0, 4))) <= nearYears
  )
}

function refusal(why: string): Verdict {
  return { agrees: false, why }
}
