import { loadIndex } from '../../../src/main/search/index-files'
import { SearchIndex } from '../../../src/main/search/search-index'

/** Told on standard output by a process of its own: what loading an index takes, and what it holds then. */
export function reportMemory(folder: string, queries: readonly string[]): void {
  gc?.()
  const before = process.memoryUsage().rss
  const started = performance.now()
  const index = loadIndex(folder)
  const loadMs = performance.now() - started
  if (index === null) throw new Error('The files of the index cannot be read.')
  const search = new SearchIndex(() => new Map(), index)
  for (const query of queries) search.query(query, { limit: 50 })
  gc?.()
  process.stdout.write(JSON.stringify({ loadMs, bytes: process.memoryUsage().rss - before }))
}
