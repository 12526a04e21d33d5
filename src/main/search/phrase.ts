import { termOf as stemOf } from './analysis'
import type { InvertedIndex } from './inverted-index'
import { EntryReader, fieldShift, mostCount, mostFields } from './entries'
import { placesOf } from './segment'
import { splitWords } from './words'

/** A word of a phrase: how many words it is behind the first, and the terms any of which it may be. */
export interface PhraseWord {
  offset: number
  terms: Set<number>
}

/** A last word of fewer letters may still become nearly any. */
const tellingLetters = 3

/**
 * The words of a phrase as an index has them, without stop words, whose places stay empty. Null for one of
 * nothing but stop words.
 * @param isLast whether the last word may be the beginning of a longer one
 */
export function readPhrase(
  text: string,
  { vocabulary }: InvertedIndex,
  isLast: boolean
): PhraseWord[] | null {
  const words = splitWords(text).filter(({ tail }) => tail !== true)
  const phrase: PhraseWord[] = []
  for (const [offset, { spellings }] of words.entries()) {
    const isUnfinished = isLast && offset === words.length - 1
    const [first = ''] = spellings
    if (isUnfinished && words.length > 1 && first.length < tellingLetters) continue
    const terms = new Set<number>()
    let isTelling = isUnfinished
    for (const spelling of spellings) {
      const stem = stemOf(spelling)
      if (stem === undefined) continue
      isTelling = true
      const known = vocabulary.termOf(spelling)
      const term = known === -1 ? vocabulary.termOfStem(stem) : known
      if (term !== -1) terms.add(term)
      const whole = vocabulary.termOfWhole(spelling)
      if (whole !== -1) terms.add(whole)
    }
    if (isUnfinished)
      for (const spelling of spellings)
        for (const term of vocabulary.beginningWith(spelling)) terms.add(term)
    if (isTelling) phrase.push({ offset, terms })
  }
  return phrase.length === 0 ? null : phrase
}

/** Papers, by a 1 each, that have a phrase in one of some fields (a bit each). */
export function papersWithPhrase(
  phrase: readonly PhraseWord[],
  index: InvertedIndex,
  fields: number
): Uint8Array {
  const papers = new Uint8Array(index.idLimit)
  const sizeOf = ({ terms }: PhraseWord): number => {
    let size = 0
    for (const term of terms) size += index.frequency(term)
    return size
  }
  // By paper and field: where a phrase would begin that has all words looked at so far. The rarest is first.
  let begins: Map<number, Set<number>> | null = null
  for (const word of [...phrase].sort((a, b) => sizeOf(a) - sizeOf(b))) {
    const found = new Map<number, Set<number>>()
    const former: ReadonlyMap<number, Set<number>> | null = begins
    forEachPlace(
      index,
      word.terms,
      fields,
      (key, place) => {
        const begin = place - word.offset
        if (begin < 0 || (former !== null && former.get(key)?.has(begin) !== true)) return
        const known = found.get(key)
        if (known) known.add(begin)
        else found.set(key, new Set([begin]))
      },
      former
    )
    begins = found
    if (found.size === 0) return papers
  }
  for (const key of begins?.keys() ?? []) papers[Math.floor(key / mostFields)] = 1
  return papers
}

/** Is told each place of some terms; a key is paper and field. With `among`, only for keys that are there. */
function forEachPlace(
  index: InvertedIndex,
  terms: Iterable<number>,
  fields: number,
  take: (key: number, place: number) => void,
  among: ReadonlyMap<number, unknown> | null
): void {
  const { home } = index
  const reader = new EntryReader()
  for (const term of terms)
    for (const { segment, number } of index.segments()) {
      const size = reader.read(segment.entries, term)
      if (size === 0) continue
      const { papers, counts } = reader
      const places = placesOf(segment, term)
      let byte = 0
      for (let entry = 0; entry < size; entry++) {
        const packed = counts[entry] ?? 0
        const paper = papers[entry] ?? 0
        const field = packed >>> fieldShift
        const key = paper * mostFields + field
        const isWanted =
          (fields & (1 << field)) !== 0 &&
          home[paper] === number &&
          (among === null || among.has(key))
        let place = 0
        let distance = 0
        let shift = 0
        for (let left = packed & mostCount; left > 0; byte++) {
          const value = places[byte] ?? 0
          distance |= (value & 127) << shift
          shift += 7
          if (value > 127) continue
          left--
          place += distance
          distance = 0
          shift = 0
          if (isWanted) take(key, place)
        }
      }
    }
}
