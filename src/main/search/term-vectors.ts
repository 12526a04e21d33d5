import { setImmediate } from 'node:timers/promises'
import type { TermVectors } from '@shared/model/term-vectors'
import { bitOf, fields } from './fields'
import type { InvertedIndex } from './inverted-index'
import { EntryReader, fieldShift, mostCount } from './entries'
import type { Segment } from './segment'

/** A term of fewer papers says nothing about which papers lie near each other; nor does one of more than this share. */
const fewest = 2
const largestShare = 0.25
/** A word of a title counts as much as so many of an abstract. */
const titleWeight = 3
const mostOfOne = 255
/** So many entries are looked at before others have their turn: some milliseconds. */
const entriesAtATime = 1_000_000

const titleBit = bitOf('title')
const textBits = titleBit | bitOf('abstract')
const titleField = fields.indexOf('title')

/** The titles and abstracts of some papers as an index has them at one moment. */
interface Texts {
  segments: readonly { segment: Segment; number: number }[]
  home: Int32Array
  reader: EntryReader
}

/** The index as it is now, whatever changes while it is read. */
function textsOf(index: InvertedIndex): Texts {
  return { segments: [...index.segments()], home: index.home.slice(), reader: new EntryReader() }
}

/** Goes through the entries of one term that are of a title or an abstract and up to date. */
function eachEntry(
  { segments, home, reader }: Texts,
  term: number,
  visit: (paper: number, weight: number) => void
): number {
  let seen = 0
  for (const { segment, number } of segments) {
    const size = reader.read(segment.entries, term)
    seen += size
    for (let entry = 0; entry < size; entry++) {
      const kind = reader.counts[entry] ?? 0
      const field = kind >>> fieldShift
      const paper = reader.papers[entry] ?? 0
      if (((1 << field) & textBits) === 0 || home[paper] !== number) continue
      visit(paper, (kind & mostCount) * (field === titleField ? titleWeight : 1))
    }
  }
  return seen
}

/** The terms of papers in rows, of `wanted` alone if it is given; others may ask the index in between. */
export async function termVectors(
  index: InvertedIndex,
  wanted: ReadonlySet<number> | null = null
): Promise<TermVectors> {
  const texts = textsOf(index)
  const spoken = index.vocabulary.spoken()
  const rowOf = new Int32Array(texts.home.length).fill(-1)
  const papers: number[] = []
  for (let paper = 0; paper < texts.home.length; paper++)
    if (texts.home[paper] !== 0 && wanted?.has(paper) !== false)
      rowOf[paper] = papers.push(paper) - 1
  const sizes = new Int32Array(papers.length)
  const last = new Int32Array(papers.length).fill(-1)
  const chosen: number[] = []
  const mostPapers = Math.max(fewest, papers.length * largestShare)
  let turn = 0
  const rest = async (seen: number): Promise<void> => {
    turn += seen
    if (turn < entriesAtATime) return
    turn = 0
    await setImmediate()
  }
  for (let term = 0; term < spoken.length; term++) {
    if (!isTelling(spoken[term] ?? '')) continue
    const rows: number[] = []
    const seen = eachEntry(texts, term, (paper) => {
      const row = rowOf[paper] ?? -1
      if (row === -1 || last[row] === term) return
      last[row] = term
      rows.push(row)
    })
    if (rows.length >= fewest && rows.length <= mostPapers) {
      chosen.push(term)
      for (const row of rows) sizes[row] = (sizes[row] ?? 0) + 1
    }
    await rest(seen)
  }
  const starts = new Int32Array(papers.length + 1)
  for (const [row, size] of sizes.entries()) starts[row + 1] = (starts[row] ?? 0) + size
  const entries = starts[papers.length] ?? 0
  const [terms, counts] = [new Int32Array(entries), new Uint8Array(entries)]
  const next = starts.slice()
  last.fill(-1)
  for (const [number, term] of chosen.entries()) {
    const seen = eachEntry(texts, term, (paper, weight) => {
      const row = rowOf[paper] ?? -1
      if (row === -1) return
      const isNew = last[row] !== number
      const at = (next[row] ?? 0) - (isNew ? 0 : 1)
      if (isNew) {
        last[row] = number
        next[row] = at + 1
        terms[at] = number
      }
      counts[at] = Math.min(mostOfOne, (counts[at] ?? 0) + weight)
    })
    await rest(seen)
  }
  const words = chosen.map((term) => spoken[term] ?? '')
  return { papers: Int32Array.from(papers), starts, terms, counts, words }
}

/** Numbers and single letters are in texts of all kinds. */
function isTelling(word: string): boolean {
  return /\p{L}{2}/u.test(word) && !/^\d/.test(word)
}

/** Papers by windows of time, for terms: in how many papers of each window a term stands. */
export interface TermWindows {
  words: string[]
  /** By term, then window. */
  counts: number[][]
}

/** Smooths shares of few papers, as so many papers of the usual share would. */
const smoothing = 20
/** What fewer papers of the last window have may be chance. */
const fewestRising = 3

/**
 * The terms that stand in a larger share of the papers of the last window than in those before, by the logarithm of the
 * two smoothed shares, the most rising first. `windowOf` has the window of each paper, -1 for none.
 */
export function risingTerms(
  index: InvertedIndex,
  windowOf: Int8Array,
  windows: number,
  most: number
): TermWindows {
  const texts = textsOf(index)
  const spoken = index.vocabulary.spoken()
  const sizes = new Float64Array(windows)
  for (const [paper, window] of windowOf.entries())
    if (window >= 0 && (texts.home[paper] ?? 0) !== 0) sizes[window] = (sizes[window] ?? 0) + 1
  const all = sizes.reduce((sum, size) => sum + size, 0)
  const now = sizes[windows - 1] ?? 0
  const found: { word: string; counts: number[]; rise: number }[] = []
  const last = new Int32Array(texts.home.length).fill(-1)
  const counts = new Float64Array(windows)
  for (const [term, word] of spoken.entries()) {
    if (word.length < 3 || !isTelling(word)) continue
    counts.fill(0)
    eachEntry(texts, term, (paper) => {
      const window = windowOf[paper] ?? -1
      if (window < 0 || last[paper] === term) return
      last[paper] = term
      counts[window] = (counts[window] ?? 0) + 1
    })
    const total = counts.reduce((sum, count) => sum + count, 0)
    const lately = counts[windows - 1] ?? 0
    if (lately < fewestRising || total > all * largestShare) continue
    const usual = smoothing * (total / Math.max(1, all))
    const rise =
      Math.log((lately + usual) / (now + smoothing)) -
      Math.log((total - lately + usual) / (all - now + smoothing))
    if (rise > 0) found.push({ word, counts: [...counts], rise })
  }
  found.sort((a, b) => b.rise - a.rise || (a.word < b.word ? -1 : 1))
  const chosen = found.slice(0, most)
  return { words: chosen.map(({ word }) => word), counts: chosen.map(({ counts: each }) => each) }
}

/** Papers whose title or abstract has a term. */
export function papersWith(index: InvertedIndex, term: number): number[] {
  const papers = new Set<number>()
  eachEntry(textsOf(index), term, (paper) => papers.add(paper))
  return [...papers]
}
