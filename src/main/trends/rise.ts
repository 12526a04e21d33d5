/** How often something is met: in so many of so many papers. */
export interface Share {
  papers: number
  of: number
}

/**
 * How a share compares with the one before: the ratio of the two, and how sure it is that it is above one.
 * Half a paper is added on either side (Haldane and Anscombe), so that nothing is infinitely much more than
 * nothing; `significance` is the logarithm of the ratio in standard errors (Katz's for a ratio of risks).
 */
export function riseOf(now: Share, before: Share): { factor: number; significance: number } {
  const [a, n, b, m] = [now.papers + 0.5, now.of + 1, before.papers + 0.5, before.of + 1]
  const factor = a / n / (b / m)
  const error = Math.sqrt(1 / a - 1 / n + 1 / b - 1 / m)
  return { factor, significance: Math.log(factor) / error }
}

/** The least that is told: two papers, and one standard error above nothing. */
export function isRising(papers: number, significance: number): boolean {
  return papers >= 2 && significance >= 1
}
