// npm run bench:quality: how well search ranks, on judged collections, beside FTS5 in the same run.
import { resolve } from 'node:path'
import Database from 'better-sqlite3'
import { best } from '../../../src/main/search/executor'
import { SearchIndex } from '../../../src/main/search/search-index'
import { fused } from './by-meaning'
import { corpusPapers, randomNumbers } from './corpus'
import { judged, mean, ndcg, recall, type Judged } from './judged'

const shared = resolve('../shared')
const names = ['scifact', 'cranfield', 'cacm', 'cisi'] as const
const bounds: Readonly<Record<(typeof names)[number], number>> = {
  ...{ scifact: 0.68, cranfield: 0.525, cacm: 0.45, cisi: 0.325 }
}
const leastMean = 0.5
const leastRelated = 0.53
const leastFused = { scifact: 0.71, csfcube: 0.55 }
const leastKnownItem = 0.95

interface Quality {
  ndcg: number
  recall: number
}

const rows: { what: string; ours: Quality; fts5: Quality; bound: number }[] = []
for (const name of names) {
  const collection = judged(resolve(shared, 'ir'), name)
  if (collection === null) {
    process.stdout.write(
      'bench:quality needs the judged collections (../shared), which are not there. Skipped.\n'
    )
    process.exit(0)
  }
  const [ours, fts5] = [ourRanking(collection), fts5Ranking(collection)]
  rows.push({
    what: name,
    ours: quality(collection, ours),
    fts5: quality(collection, fts5),
    bound: bounds[name]
  })
}
const average = mean(rows.map(({ ours }) => ours.ndcg))
const related = relatedPapers()
const known = knownItem()
const [scifact, csfcube] = (['scifact', 'csfcube'] as const).map((name) =>
  judged(resolve(shared, 'ir'), name)
)
const both = scifact && csfcube ? await fused(scifact, csfcube) : null
if (both === null)
  process.stdout.write('The language model is not there: words alone are measured.\n')
const three = (value: number): string => value.toFixed(3)
process.stdout.write(
  [
    '| collection | nDCG@10 | bound | recall@100 | FTS5’s nDCG@10 | FTS5’s recall@100 |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows.map(
      ({ what, ours, fts5, bound }) =>
        `| ${what} | ${three(ours.ndcg)} | at least ${String(bound)} | ${three(ours.recall)} | ${three(fts5.ndcg)} | ${three(fts5.recall)} |`
    ),
    `| mean of these | ${three(average)} | at least ${String(leastMean)} | | ${three(mean(rows.map(({ fts5 }) => fts5.ndcg)))} | |`,
    `| csfcube, related papers among those judged | ${three(related)} | at least ${String(leastRelated)} | | | |`,
    ...(both === null
      ? []
      : [
          `| scifact, by words and meaning | ${three(both.scifact)} | at least ${String(leastFused.scifact)} | | | |`,
          `| csfcube, by words and meaning | ${three(both.csfcube)} | at least ${String(leastFused.csfcube)} | | | |`
        ]),
    `| known item of 100,000: three words of a title, all required, success@10 | ${three(known)} | at least ${String(leastKnownItem)} | | | |`
  ].join('\n') + '\n\n'
)
process.stdout.write(
  `${JSON.stringify({
    ...Object.fromEntries(rows.map(({ what, ours }) => [`${what}Ndcg10`, ours.ndcg])),
    ...Object.fromEntries(rows.map(({ what, fts5 }) => [`${what}Fts5Ndcg10`, fts5.ndcg])),
    ...{ meanNdcg10: average, csfcubeRelatedNdcg10: related, knownItemSuccess10: known },
    ...(both === null ? {} : { scifactFusedNdcg10: both.scifact, csfcubeFusedNdcg10: both.csfcube })
  })}\n`
)
const below = rows.filter(({ ours, fts5 }) => ours.ndcg <= fts5.ndcg).length
const isMissed = rows.some(({ ours, bound }) => ours.ndcg < bound)
if (
  isMissed ||
  below > 1 ||
  average < leastMean ||
  known < leastKnownItem ||
  related < leastRelated ||
  (both !== null && (both.scifact < leastFused.scifact || both.csfcube < leastFused.csfcube))
)
  process.exitCode = 1

/** As a text that is pasted into the box. */
function ourRanking({ papers }: Judged): (text: string) => number[] {
  const search = new SearchIndex(() => new Map())
  search.update(papers, [])
  return (text) => best(search.rankText(text), 100)
}

function fts5Ranking({ papers }: Judged): (text: string) => number[] {
  const db = new Database(':memory:')
  db.exec("CREATE VIRTUAL TABLE paper USING fts5(title, abstract, tokenize = 'porter unicode61')")
  const insert = db.prepare('INSERT INTO paper (rowid, title, abstract) VALUES (?, ?, ?)')
  db.transaction(() => {
    for (const { id, title, abstract } of papers) insert.run(id, title, abstract)
  })()
  const select = db
    .prepare<[string], number>(
      'SELECT rowid FROM paper WHERE paper MATCH ? ORDER BY bm25(paper) LIMIT 100'
    )
    .pluck()
  return (text) =>
    select.all((text.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => `"${word}"`).join(' OR '))
}

function quality({ queries }: Judged, rank: (text: string) => number[]): Quality {
  const all = queries.map(({ text, relevant }) => {
    const found = rank(text)
    return { ndcg: ndcg(found, relevant), recall: recall(found, relevant) }
  })
  return { ndcg: mean(all.map((one) => one.ndcg)), recall: mean(all.map((one) => one.recall)) }
}

/** CSFCube: a paper's title and abstract as a text, over the papers that were judged for it. */
function relatedPapers(): number {
  const collection = judged(resolve(shared, 'ir'), 'csfcube')
  if (collection === null) return NaN
  const search = new SearchIndex(() => new Map())
  search.update(collection.papers, [])
  return mean(
    collection.queries.map(({ title, abstract, relevant }) => {
      const found = best(
        search.rankAlike(search.termsOf(`${title}\n${abstract}`)),
        collection.papers.length
      )
      return ndcg(
        found.filter((id) => relevant.has(id)),
        relevant
      )
    })
  )
}

/** Three words of a title, typed to find its paper among all of the corpus. */
function knownItem(): number {
  const papers = corpusPapers(resolve(shared, 'corpora/papers-100k.jsonl.gz'), 100_000)
  const search = new SearchIndex(() => new Map())
  for (let from = 0; from < papers.length; from += 500)
    search.update(papers.slice(from, from + 500), [])
  const random = randomNumbers(3)
  const hits: number[] = []
  while (hits.length < 500) {
    const paper = papers[Math.floor(random() * papers.length)]
    const words = [...new Set(paper?.title.toLowerCase().match(/[a-z]{4,}/g))]
    if (paper === undefined || words.length < 3) continue
    const typed = Array.from(
      { length: 3 },
      () => words.splice(Math.floor(random() * words.length), 1)[0]
    )
    const found = search.query(typed.join(' '), { limit: 10 }).hits
    hits.push(found.some(({ id }) => id === paper.id) ? 1 : 0)
  }
  return mean(hits)
}
