/**
 * How long a `Retry-After` header asks to wait, in milliseconds: a number of seconds or a date (RFC 9110
 * §10.2.3). Null for none that can be understood.
 */
export function retryAfterMs(header: string, now = Date.now()): number | null {
  const value = header.trim()
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000
  if (!/^[a-z]{3}, \d\d [a-z]{3} \d{4} /i.test(value)) return null
  const until = Date.parse(value)
  return Number.isNaN(until) ? null : Math.max(0, until - now)
}
