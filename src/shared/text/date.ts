/** The order of day, month and year in dates of figures alone, as a locale has it. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd'

/** First letters of the months' names, without accents, in the languages that exports are written in. */
const monthNames: readonly RegExp[] = [
  /^(jan|gen|ene)/,
  /^(feb|fev)/,
  /^(mar|maa|mrt)/,
  /^(apr|avr|abr)/,
  /^(may|mai|mei|mag)/,
  /^(jun|juin|giu)/,
  /^(jul|juil|lug)/,
  /^(aug|aou|ago)/,
  /^(sep|set)/,
  /^(oct|okt|ott)/,
  /^nov/,
  /^(dec|dez|dic)/
]

/**
 * A date as people and programs write it (`2021/03/14/`, `2021 Mar 14`, `April 1, 2003`, `11/2010`) as
 * EDTF level 0: `2021-03-14`, `2021-03` or `2021`; of a range its beginning; empty for no year. Where
 * nothing tells day from month (`3-08-2020` without an `order`), only the year is taken.
 */
export function readDate(text: string, order: DateOrder | null = null): string {
  const clean = text.slice(0, 100).trim()
  const solid = /^(\d{4})(\d{2})(\d{2})$/.exec(clean)
  if (solid) return makeDate(Number(solid[1]), Number(solid[2]), Number(solid[3]))
  const iso = /^[[~]*(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?!\d)/.exec(clean)
  if (iso?.[2] !== undefined) return makeDate(Number(iso[1]), Number(iso[2]), Number(iso[3] ?? 0))
  return readWords(clean, order)
}

/** The longest valid date of these; month and day count from 1, 0 is unknown. Empty for no valid year. */
export function makeDate(year: number, month: number, day: number): string {
  if (!Number.isInteger(year) || year < 0 || year > 9999) return ''
  const yearText = String(year).padStart(4, '0')
  if (!Number.isInteger(month) || month < 1 || month > 12) return yearText
  const monthText = `${yearText}-${String(month).padStart(2, '0')}`
  if (!Number.isInteger(day) || day < 1 || day > daysIn(year, month)) return monthText
  return `${monthText}-${String(day).padStart(2, '0')}`
}

/** The most detailed of several datings of one thing, where they agree on the year with the first. */
export function mostDetailed(dates: readonly string[]): string {
  const [first = '', ...others] = dates.filter((date) => date !== '')
  return others.reduce(
    (best, date) => (date.length > best.length && date.startsWith(best) ? date : best),
    first
  )
}

function readWords(text: string, order: DateOrder | null): string {
  const tokens = text.match(/\d+|\p{L}[\p{L}\p{M}]*/gu) ?? []
  const yearAt = tokens.findIndex((token) => /^\d{4}$/.test(token))
  if (yearAt === -1) return ''
  const year = Number(tokens[yearAt])
  const monthAt = tokens.findIndex((token) => monthOf(token) > 0)
  const isSmall = (token: string): boolean => /^\d{1,2}$/.test(token)
  if (monthAt !== -1) {
    const days = tokens.filter(isSmall)
    return makeDate(year, monthOf(tokens[monthAt] ?? ''), Number(days[0] ?? 0))
  }
  const [a = 0, b] = tokens.slice(0, yearAt).filter(isSmall).map(Number)
  if (b === undefined) return makeDate(year, a, 0)
  // American dates put a comma before the year.
  const [day, month] = dayAndMonth(a, b, /^\d+ \d+, /.test(text) ? 'mdy' : order)
  return makeDate(year, month, day)
}

function dayAndMonth(a: number, b: number, order: DateOrder | null): [day: number, month: number] {
  if (a > 12 || a === b) return [a, b]
  if (b > 12 || order === 'mdy') return [b, a]
  return order === 'dmy' ? [a, b] : [0, 0]
}

/** The month (1 to 12) that a word names; 0 for none. */
export function monthOf(word: string): number {
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return monthNames.findIndex((name) => name.test(plain)) + 1
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
