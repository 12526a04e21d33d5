const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthPattern =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const weekday = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )?'
const ordinal = '(\\d{1,2})(?:st|nd|rd|th)?'
const year = '(?:,? (\\d{4}))?'

const monthFirst = new RegExp(`^${weekday}${monthPattern} ${ordinal}${year}$`, 'i')
const dayFirst = new RegExp(`^${weekday}${ordinal} ${monthPattern}${year}$`, 'i')
const iso = /^(\d{4})-(\d{2})-(\d{2})$/

/** A day as a page's heading gives it; the year may be left out. */
export interface PageDate {
  year: number | null
  month: number
  day: number
}

/** Reads a line that is nothing but a date: `Mar 14`, `Fri, March 14, 2025`, `14 March`, `2025-03-14`. */
export function readPageDate(line: string): PageDate | null {
  const text = line.trim().replace(/\s+/g, ' ')
  if (text.length > 40) return null
  const isoMatch = iso.exec(text)
  if (isoMatch) return check(Number(isoMatch[1]), Number(isoMatch[2]), Number(isoMatch[3]))
  const first = monthFirst.exec(text)
  if (first) return check(numberOrNull(first[3]), monthNumber(first[1]), Number(first[2]))
  const second = dayFirst.exec(text)
  if (second) return check(numberOrNull(second[3]), monthNumber(second[2]), Number(second[1]))
  return null
}

/**
 * The day as `2026-03-14`. A missing year is the latest that does not put the day after `seen` (with
 * a day's grace for time zones); 29 February falls in a leap year.
 */
export function completeDate(date: PageDate, seen: Date): { date: string; inferred: boolean } {
  if (date.year !== null) return { date: format(date.year, date), inferred: false }
  const latest = seen.getTime() + 24 * 3600 * 1000
  let guess = new Date(latest).getUTCFullYear()
  while (!exists(guess, date.month, date.day) || Date.UTC(guess, date.month - 1, date.day) > latest)
    guess--
  return { date: format(guess, date), inferred: true }
}

/** The day that a file's name says, `week-2025-03-21.txt`; where it says none, that of the file's time. */
export function dateOfFile(file: string, seen: Date): string {
  for (const [day = ''] of file.matchAll(/(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/g)) {
    const named = readPageDate(day)
    if (named !== null) return completeDate(named, seen).date
  }
  return seen.toISOString().slice(0, 10)
}

function check(year: number | null, month: number, day: number): PageDate | null {
  return exists(year ?? 2000, month, day) ? { year, month, day } : null
}

function exists(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= 1900 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

function format(year: number, { month, day }: PageDate): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)
}

function monthNumber(name = ''): number {
  return months.indexOf(name.slice(0, 3).toLowerCase()) + 1
}

function numberOrNull(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits)
}
