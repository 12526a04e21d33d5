const minuteMs = 60_000
const hourMs = 60 * minuteMs

/** The first pause after a failure; each further one is twice as long. */
const firstPauseMs = 5 * minuteMs
/** Not even a subscription that is asked once a week waits longer after failures. */
const longestPauseMs = 24 * hourMs

/** When a subscription is asked next after it went well; a little sooner or later, so that they do not come all at once. */
export function afterSuccess(now: number, every: number, random: number): number {
  return Math.round(now + every * hourMs * (0.97 + 0.06 * random))
}

/**
 * When it is asked again after so many failures in a row: soon, then ever later, by chance, and not before
 * the host wants to be asked.
 * @param leftAloneMs how long the host asked to be left alone; 0 where it did not
 */
export function afterFailure(
  now: number,
  failures: number,
  leftAloneMs: number,
  random: number
): number {
  const pause = Math.min(firstPauseMs * 2 ** Math.min(failures - 1, 20), longestPauseMs)
  return Math.round(now + Math.max(pause * (0.5 + random), leftAloneMs))
}
