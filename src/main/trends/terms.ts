import { termOf } from '../search/analysis'
import { isEnglish } from '../search/language'
import { scanWords } from '../search/scan-words'
import { isRising, riseOf } from './rise'

/** What terms are read from. */
export interface TermText {
  id: number
  title: string
  abstract: string
  language: string
}

/** Papers whose texts can be gone through more than once, and are not held all at the same time. */
export interface TermSource {
  size: number
  texts: () => Iterable<TermText>
}

/** A term that more papers have than before. */
export interface RisingTerm {
  key: string
  label: string
  now: number
  before: number
  factor: number
  significance: number
  papers: number[]
}

/** Longer texts are read up to here, in UTF-16 code units. */
const mostRead = 4000
/** So many are looked at closely, of which some say the same. */
const mostCandidates = 150

/**
 * Terms that rise: words by the stems that search finds them under, without its stop words, and pairs of
 * neighbours. A paper counts once for each, however often it says it. Of terms that are in the same papers
 * and share a word, one is told.
 */
export function risingTerms(now: TermSource, before: TermSource, most: number): RisingTerm[] {
  const counts = countTerms(now.texts())
  for (const [term, count] of counts) if (count < 2) counts.delete(term)
  const former = countTerms(before.texts(), counts)
  const risen = [...counts]
    .map(([key, count]) => {
      const earlier = former.get(key) ?? 0
      const rise = riseOf({ papers: count, of: now.size }, { papers: earlier, of: before.size })
      return { key, now: count, before: earlier, ...rise }
    })
    .filter((one) => isRising(one.now, one.significance))
  const keys = new Set(risen.map(({ key }) => key))
  const rankOf = ({ key, significance }: { key: string; significance: number }): number => {
    const words = key.split(' ')
    // Of what rises alike, a pair of words says more, if each of them rises.
    return significance + (words.length > 1 && words.every((word) => keys.has(word)) ? 0.25 : 0)
  }
  const candidates = risen
    .sort((a, b) => rankOf(b) - rankOf(a) || (a.key < b.key ? -1 : 1))
    .slice(0, mostCandidates)
  const places = placesOf(now.texts(), new Set(candidates.map(({ key }) => key)))
  const chosen: RisingTerm[] = []
  for (const one of candidates) {
    const { papers, label } = places.get(one.key) ?? { papers: [], label: one.key }
    const term = { ...one, papers, label }
    if (chosen.every((other) => !saysTheSame(other, term))) chosen.push(term)
    if (chosen.length === most) break
  }
  return chosen
}

function saysTheSame(one: RisingTerm, other: RisingTerm): boolean {
  const words = one.key.split(' ')
  if (!other.key.split(' ').some((word) => words.some((each) => within(each, word)))) return false
  const here = new Set(one.papers)
  const both = other.papers.filter((id) => here.has(id)).length
  return both >= 0.6 * Math.min(one.papers.length, other.papers.length)
}

/** A word that hyphens joined holds its parts. */
function within(one: string, other: string): boolean {
  return (
    one === other ||
    (one.length > 3 && other.includes(one)) ||
    (other.length > 3 && one.includes(other))
  )
}

/** In how many texts each term is; only those of `among`, if any are given. */
function countTerms(
  texts: Iterable<TermText>,
  among?: ReadonlyMap<string, number>
): Map<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts) {
    const met = new Set<string>()
    readTerms(text, (term) => {
      if (met.has(term) || among?.has(term) === false) return
      met.add(term)
      counts.set(term, (counts.get(term) ?? 0) + 1)
    })
  }
  return counts
}

/** The papers of some terms, and each as it is written most often. */
function placesOf(
  texts: Iterable<TermText>,
  wanted: ReadonlySet<string>
): Map<string, { papers: number[]; label: string }> {
  const found = new Map<string, { papers: number[]; forms: Map<string, number> }>()
  for (const text of texts)
    readTerms(text, (term, form) => {
      if (!wanted.has(term)) return
      let place = found.get(term)
      if (place === undefined) found.set(term, (place = { papers: [], forms: new Map() }))
      if (place.papers.at(-1) !== text.id) place.papers.push(text.id)
      const written = form()
      place.forms.set(written, (place.forms.get(written) ?? 0) + 1)
    })
  return new Map(
    [...found].map(([term, { papers, forms }]) => {
      const [label = term] = [...forms].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0] ?? []
      return [term, { papers, label }]
    })
  )
}

function readTerms(
  { title, abstract, language }: TermText,
  take: (term: string, form: () => string) => void
): void {
  const text = `${title}\n\n${abstract}`.slice(0, mostRead)
  const isOwn = isEnglish(language, text)
  let last = { term: '', place: -1, start: 0, end: 0 }
  scanWords(text, (surface, place, start, length) => {
    const stem = isOwn ? termOf(surface) : surface.length > 3 ? surface : undefined
    const isTerm = stem !== undefined && surface.length > 1 && /\p{L}/u.test(surface)
    if (!isTerm) {
      if (place > last.place) last = { term: '', place, start, end: start + length }
      return
    }
    take(stem, () => text.slice(start, start + length).toLowerCase())
    // Another spelling, or words that hyphens join: neighbours are those of its parts.
    if (place <= last.place) return
    const { term, start: from, end } = last
    last = { term: stem, place, start, end: start + length }
    if (term === '' || !/^[ \n-]{1,3}$/.test(text.slice(end, start))) return
    if (text.slice(end, start).includes('\n\n') || term === stem) return
    take(`${term} ${stem}`, () =>
      text
        .slice(from, start + length)
        .replace(/\s+/g, ' ')
        .toLowerCase()
    )
  })
}
