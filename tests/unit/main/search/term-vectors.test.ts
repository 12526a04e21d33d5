import { describe, expect, test } from 'vitest'
import { SearchIndex } from '../../../../src/main/search/search-index'
import { papersWith, risingTerms, termVectors } from '../../../../src/main/search/term-vectors'
import type { SearchDocument } from '../../../../src/main/search/document'

const paper = (id: number, title: string, abstract = '', note = ''): SearchDocument => ({
  ...{ id, title, abstract, note, language: 'en', people: '', venue: '', year: '' },
  ...{ tags: [], digests: '', identifiers: [] }
})

function indexOf(papers: readonly SearchDocument[]): SearchIndex {
  const index = new SearchIndex(() => new Map())
  index.update(papers, [])
  return index
}

const filler = Array.from({ length: 20 }, (_, at) => paper(100 + at, 'Quiet harbours'))

describe('the terms of papers', () => {
  test('are counted by stem, a title for more than an abstract, and named by their usual word', async () => {
    const { index } = indexOf([
      paper(1, 'Looms at dusk', 'A loom and a loom', 'kites'),
      paper(2, 'Rivers', 'Two looms'),
      paper(3, 'Rivers', 'kites'),
      ...filler
    ])
    const { papers, starts, terms, counts, words } = await termVectors(index, new Set([1, 2, 3]))
    const row = (id: number): Record<string, number> => {
      const at = papers.indexOf(id)
      const entries = Array.from({ length: (starts[at + 1] ?? 0) - (starts[at] ?? 0) }, (_, n) => {
        const entry = (starts[at] ?? 0) + n
        return [words[terms[entry] ?? 0] ?? '', counts[entry] ?? 0] as const
      })
      return Object.fromEntries(entries)
    }
    expect([...papers]).toEqual([1, 2, 3])
    // Two papers have it as "looms", one as "loom"; notes do not count, nor what one paper has alone.
    expect(row(1)).toEqual({ looms: 5 })
    expect(row(2)).toEqual({ looms: 1, rivers: 3 })
    expect(row(3)).toEqual({ rivers: 3 })
  })

  test('are those a paper has now, not those it had', async () => {
    const search = indexOf([paper(1, 'Looms'), paper(2, 'Looms'), paper(3, 'Rivers'), ...filler])
    search.update([paper(2, 'Rivers')], [])
    const { words } = await termVectors(search.index, new Set([1, 2, 3]))
    expect(words).toEqual(['rivers'])
    expect(papersWith(search.index, search.index.vocabulary.termOf('rivers'))).toEqual([3, 2])
  })
})

test('terms rise that the last papers have more often than those before', () => {
  const early = Array.from({ length: 40 }, (_, at) =>
    paper(at + 1, at % 4 === 0 ? 'Looms and kites' : 'Rivers')
  )
  const late = Array.from({ length: 20 }, (_, at) =>
    paper(at + 41, at % 2 === 0 ? 'Lanterns' : at % 4 === 1 ? 'Looms' : 'Harbours')
  )
  const { index } = indexOf([...early, ...late])
  const windowOf = new Int8Array(index.idLimit).fill(-1)
  for (let id = 1; id <= 60; id++) windowOf[id] = id <= 20 ? 0 : id <= 40 ? 1 : 2
  const { words, counts } = risingTerms(index, windowOf, 3, 10)
  // Looms are as frequent as they were, rivers and kites less.
  expect(words).toEqual(['lanterns', 'harbours'])
  expect(counts).toEqual([
    [0, 0, 10],
    [0, 0, 5]
  ])
})
