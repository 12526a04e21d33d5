/** Milliseconds of a piece of work, and what it gives. */
export function timed<T>(work: () => T): { ms: number; value: T } {
  const started = performance.now()
  const value = work()
  return { ms: performance.now() - started, value }
}

/** Milliseconds of each query, the first round left out. */
export function timesOf(queries: readonly string[], ask: (query: string) => unknown): number[] {
  for (const query of queries) ask(query)
  return queries.map((query) => timed(() => ask(query)).ms)
}

/** The value that a share of all values do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN
}
