import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { SearchDocument } from '../../../src/main/search/document'

/** A collection of papers with queries, and for each query which papers answer it. */
export interface Judged {
  name: string
  papers: SearchDocument[]
  queries: {
    text: string
    title: string
    abstract: string
    relevant: ReadonlyMap<number, number>
  }[]
}

/** A judged collection of the shared files; null where it is not there. Papers are numbered from 1. */
export function judged(folder: string, name: string): Judged | null {
  const at = (file: string): string => join(folder, name, file)
  if (!existsSync(at('qrels.tsv'))) return null
  const rows = gunzipSync(readFileSync(at('corpus.jsonl.gz')))
    .toString('utf8')
    .trim()
    .split('\n')
  const ids = new Map<string, number>()
  const papers = rows.map((row, index) => {
    const { id, title, abstract } = JSON.parse(row) as Record<'id' | 'title' | 'abstract', string>
    ids.set(id, index + 1)
    return {
      ...{ id: index + 1, title, abstract, people: '', venue: '', year: '', tags: [], note: '' },
      ...{ language: '', digests: '', identifiers: [] }
    }
  })
  const relevant = new Map<string, Map<number, number>>()
  for (const line of readFileSync(at('qrels.tsv'), 'utf8').trim().split('\n').slice(1)) {
    const [query = '', paper = '', score = '0'] = line.split('\t')
    const id = ids.get(paper)
    if (id === undefined) continue
    const judgements = relevant.get(query) ?? new Map<number, number>()
    relevant.set(query, judgements.set(id, Number(score)))
  }
  const queries = readFileSync(at('queries.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .flatMap((line) => {
      const { id, text, title = '', abstract = '' } = JSON.parse(line) as Record<string, string>
      const judgements = relevant.get(id ?? '')
      return judgements === undefined || text === undefined
        ? []
        : [{ text, title, abstract, relevant: judgements }]
    })
  return { name, papers, queries }
}

/** Normalised discounted cumulative gain of the first ten, linear gains; 0 to 1. */
export function ndcg(found: readonly number[], relevant: ReadonlyMap<number, number>): number {
  const gain = (score: number, at: number): number => score / Math.log2(at + 2)
  const ideal = [...relevant.values()].sort((a, b) => b - a).slice(0, 10)
  const best = ideal.reduce((sum, score, at) => sum + gain(score, at), 0)
  const got = found.slice(0, 10).reduce((sum, id, at) => sum + gain(relevant.get(id) ?? 0, at), 0)
  return best === 0 ? 0 : got / best
}

/** The share of all that answers which is among the first hundred. */
export function recall(found: readonly number[], relevant: ReadonlyMap<number, number>): number {
  const all = [...relevant].filter(([, score]) => score > 0).map(([id]) => id)
  const first = new Set(found.slice(0, 100))
  return all.length === 0 ? 0 : all.filter((id) => first.has(id)).length / all.length
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}
