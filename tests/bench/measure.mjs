/** @param {number[]} values */
export function summary(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (/** @type {number} */ share) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN
  return { min: at(0), median: at(0.5), p95: at(0.95), max: at(1) }
}

/** @typedef {{ what: string, ours: string, floor: string, ratio: number, bound: number | null }} Row */

/** @param {Row[]} rows */
export function table(rows) {
  const head = '| what | Sheaf | compared with | ratio | bound |\n| --- | --- | --- | --- | --- |'
  const lines = rows.map(({ what, ours, floor, ratio, bound }) => {
    const limit = bound === null ? '' : `at most ${String(bound)}`
    return `| ${what} | ${ours} | ${floor} | ${ratio.toFixed(2)} | ${limit} |`
  })
  return [head, ...lines].join('\n')
}
