const numbers = new Intl.NumberFormat('en')

/** `1 paper`, `34 papers`, `1,204 papers`. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${numbers.format(n)} ${n === 1 ? one : many}`
}

export function number(n: number): string {
  return numbers.format(n)
}

/** `2026-03-14` as `14 March 2026`. */
export function longDate(date: string): string {
  return inWords(date, { day: 'numeric', month: 'long', year: 'numeric' })
}

/** `2026-03-14` as `14 Mar`, with the year where it is not this one. */
export function shortDate(date: string, now = new Date()): string {
  const isThisYear = date.slice(0, 4) === String(now.getFullYear())
  return inWords(date, {
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' })
  })
}

function inWords(date: string, format: Intl.DateTimeFormatOptions): string {
  const day = new Date(`${date}T00:00:00`)
  return Number.isNaN(day.getTime()) ? date : day.toLocaleDateString('en-GB', format)
}

/** `1st`, `2nd`, `68th`. */
export function ordinal(n: number): string {
  const endings: Record<string, string> = { one: 'st', two: 'nd', few: 'rd' }
  const rule = new Intl.PluralRules('en', { type: 'ordinal' }).select(n)
  return `${String(n)}${endings[rule] ?? 'th'}`
}
