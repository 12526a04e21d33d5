import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { SearchDocument } from '../../../src/main/search/document'

interface CorpusPaper {
  id: string
  title: string
  abstract?: string
  authors: string[]
  year?: number
  venue?: string
}

/** The papers of the shared corpus as search knows them, numbered from 1. */
export function corpusPapers(path: string, count: number): SearchDocument[] {
  return gunzipSync(readFileSync(path))
    .toString('utf8')
    .split('\n', count)
    .map((line, at) => {
      const {
        id,
        title,
        abstract = '',
        authors,
        year,
        venue = ''
      } = JSON.parse(line) as CorpusPaper
      return {
        ...{ id: at + 1, title, abstract, venue, year: year === undefined ? '' : String(year) },
        ...{
          people: authors.join('; '),
          tags: [],
          note: '',
          language: '',
          digests: '',
          identifiers: [id]
        }
      }
    })
}

/** The same numbers for the same seed (Mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * What a box sees while queries of one to four words of a title are typed, letter by letter; `count` of
 * all these keystrokes, by chance.
 */
export function keystrokes(papers: readonly SearchDocument[], count: number): string[] {
  const random = randomNumbers(7)
  const all: string[] = []
  for (let query = 0; query < 120; query++) {
    const { title } = papers[Math.floor(random() * papers.length)] ?? { title: '' }
    const words = title.toLowerCase().match(/[a-z]{2,}/g) ?? []
    const from = Math.floor(random() * Math.max(1, words.length - 3))
    const text = words.slice(from, from + 1 + Math.floor(random() * 4)).join(' ')
    for (let end = 1; end <= text.length; end++) all.push(text.slice(0, end))
  }
  return Array.from({ length: count }, () => all[Math.floor(random() * all.length)] ?? '')
}
