// npm run fuzz:search: any text typed at 10,000 papers, and 10,000 random changes against a fresh index.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { firstMarked } from '@shared/model/first-marked'
import type { SearchDocument } from '../../../src/main/search/document'
import type { SearchResult } from '../../../src/main/search/result'
import { SearchIndex } from '../../../src/main/search/search-index'
import { corpusPapers, randomNumbers } from './corpus'

const [countText = '10000', seedText = '1'] = process.argv.slice(2)
const count = Number(countText)
const random = randomNumbers(Number(seedText))
const most = 50
const corpus = resolve('../shared/corpora/papers-100k.jsonl.gz')
if (!existsSync(corpus)) {
  process.stdout.write(
    'fuzz:search needs the shared corpus (../shared), which is not there. Skipped.\n'
  )
  process.exit(0)
}

const papers = corpusPapers(corpus, 20_000)
const below = (limit: number): number => Math.floor(random() * limit)
const one = <T>(list: readonly T[]): T => list[below(list.length)] as T
const words = papers.slice(0, 2000).flatMap(({ title }) => title.split(/\s+/))
const pieces = [
  ...[
    '"',
    '(',
    ')',
    '-',
    ' or ',
    ' OR ',
    'NOT ',
    '*',
    '~',
    '~2',
    ':',
    'is:unread',
    'has:pdf',
    'year:2020..'
  ],
  ...[
    'author:',
    'title:',
    'abstract:',
    'tag:',
    'added:last-week',
    'type:',
    '“',
    '”',
    '\\',
    '{\\"o}',
    '$\\alpha$'
  ],
  ...[
    '深度',
    '🦙',
    '\u0000',
    '\ud800',
    '\u202e',
    'a',
    'e',
    'the',
    '10.1145/',
    '2301.0',
    '+',
    '^',
    '|',
    '…'
  ]
]

/** A text that somebody, or a cat, might type. */
function typed(): string {
  const parts = Array.from({ length: 1 + below(one([3, 6, 30])) }, () => {
    const kind = random()
    if (kind < 0.45) return one(words).slice(0, 1 + below(12))
    if (kind < 0.85) return one(pieces)
    return String.fromCharCode(...Array.from({ length: below(6) }, () => below(0x10000)))
  })
  return parts.join(one(['', ' ', ' ']))
}

const index = new SearchIndex((ids) => new Map(ids.map((id) => [id, current.get(id) ?? nothing])))
const current = new Map<number, SearchDocument>()
const nothing = { title: '', abstract: '', note: '' }
for (const paper of papers.slice(0, 10_000)) current.set(paper.id, paper)
index.update([...current.values()], [])
await index.settle()

let slowest = 0
let slowestText = ''
let failed = 0
for (let at = 0; at < count; at++) {
  const text = typed()
  try {
    const ms = timeOf(text)
    // One that was slow by chance is not slow twice.
    const sure = ms > most ? Math.min(ms, timeOf(text), timeOf(text)) : ms
    if (sure > slowest) [slowest, slowestText] = [sure, text]
  } catch (error) {
    failed++
    process.stdout.write(`${JSON.stringify(text)}: ${String(error)}\n`)
  }
}
process.stdout.write(
  `${String(count)} texts typed at 10,000 papers: ${String(failed)} failed, the slowest took ${slowest.toFixed(1)} ms (at most ${String(most)}): ${JSON.stringify(slowestText.slice(0, 200))}\n`
)

for (let at = 0; at < count; at++) {
  const id = 1 + below(12_000)
  if (random() < 0.4) {
    current.delete(id)
    index.update([], [id])
  } else {
    const paper = { ...one(papers), id }
    current.set(id, paper)
    index.update([paper], [])
  }
  if (at % 997 === 0) await index.settle()
}
const rebuilt = new SearchIndex(() => new Map())
rebuilt.update([...current.values()], [])
let different = 0
for (let at = 0; at < 500; at++) {
  const text = typed()
  const [got, wanted] = [index, rebuilt].map((each) => each.query(text, { limit: 20_000 }))
  const difference = got === undefined || wanted === undefined ? null : differenceOf(got, wanted)
  if (difference !== null) {
    different++
    process.stdout.write(`${JSON.stringify(text)}: ${difference}\n`)
  }
}
process.stdout.write(
  `${String(count)} changes at random, ${String(current.size)} papers left: ${String(different)} of 500 queries answered otherwise than by an index built anew\n`
)
if (failed > 0 || different > 0 || slowest > most) process.exitCode = 1

/** What a sum of as many numbers may differ by for being added up in another order, as a part of it. */
const rounding = 1e-5

/** How an answer differs from the one that is wanted; null where it does not. */
function differenceOf(got: SearchResult, wanted: SearchResult): string | null {
  if (got.mode !== wanted.mode) return `answered by ${got.mode}, not ${wanted.mode}`
  if (got.total !== wanted.total) return `${String(got.total)} papers, not ${String(wanted.total)}`
  if (got.hits.length !== wanted.hits.length)
    return `${String(got.hits.length)} hits, not ${String(wanted.hits.length)}`
  const scores = new Map(wanted.hits.map(({ id, score }) => [id, score]))
  for (const { id, score } of got.hits) {
    const other = scores.get(id)
    if (other === undefined) return `paper ${String(id)} is among them`
    if (Math.abs(score - other) > rounding * Math.abs(other))
      return `paper ${String(id)} scores ${String(score)}, not ${String(other)}`
  }
  return null
}

function timeOf(text: string): number {
  const started = performance.now()
  const { hits } = index.query(text, { limit: 2000 })
  index.marks(
    text,
    hits.slice(0, firstMarked).map(({ id }) => id),
    {}
  )
  return performance.now() - started
}
