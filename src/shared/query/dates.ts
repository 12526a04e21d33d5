/** Days and years as they are typed in a query. */

const day = 86_400_000

/** A year (`2023`) or a range of years (`2020..2023`, `2023..`, `..2020`, `>=2023`, `<2020`, `2020-2023`); null for anything else. */
export function readYears(text: string): { from: number | null; to: number | null } | null {
  const single = /^(\d{4})$/.exec(text)
  if (single) return { from: Number(single[1]), to: Number(single[1]) }
  const compared = /^([<>])(=?)(\d{4})$/.exec(text)
  if (compared) {
    const year = Number(compared[3])
    const isEqual = compared[2] === '='
    return compared[1] === '<'
      ? { from: null, to: isEqual ? year : year - 1 }
      : { from: isEqual ? year : year + 1, to: null }
  }
  const range = /^(\d{4})?(?:\.\.\.?|[-–])(\d{4})?$/.exec(text)
  if (!range || (range[1] === undefined && range[2] === undefined)) return null
  const ends = [range[1], range[2]].map((year) => (year === undefined ? null : Number(year)))
  const [from = null, to = null] = ends
  return from !== null && to !== null && from > to ? { from: to, to: from } : { from, to }
}

/** Words for days, as `readDays` knows them. */
export const dayWords = [
  ...['today', 'yesterday', 'this-week', 'last-week', 'this-month', 'last-month'],
  ...['this-year', 'last-year']
] as const

/**
 * A day, month, year or a range of them, or a word for one (`today`, `last-week`: the seven days up to
 * today, `last-month`: thirty, `this-month`: since its first, `14d`: fourteen days), as the first and last
 * day of it; an open end is empty. Null for anything else.
 * @param today as `2026-05-21`
 */
export function readDays(text: string, today: string): { from: string; to: string } | null {
  const [first, last, ...rest] = text.split(/\.\.\.?/)
  if (first === undefined || rest.length > 0) return null
  const from = first === '' ? null : readSpan(first, today)
  if (last === undefined) return from
  const to = last === '' ? null : readSpan(last, today)
  if ((first !== '' && from === null) || (last !== '' && to === null)) return null
  if (from === null && to === null) return null
  return { from: from?.from ?? '', to: to?.to ?? '' }
}

function readSpan(text: string, today: string): { from: string; to: string } | null {
  const back = (days: number): string => formatDay(Date.parse(today) - days * day)
  const year = Number(today.slice(0, 4))
  switch (text.toLowerCase().replaceAll('_', '-')) {
    case 'today':
      return { from: today, to: today }
    case 'yesterday':
      return { from: back(1), to: back(1) }
    case 'this-week':
      // Weeks begin on Monday (ISO 8601).
      return { from: back((new Date(today).getUTCDay() + 6) % 7), to: today }
    case 'last-week':
      return { from: back(6), to: today }
    case 'this-month':
      return { from: `${today.slice(0, 7)}-01`, to: today }
    case 'last-month':
      return { from: back(29), to: today }
    case 'this-year':
      return { from: `${String(year)}-01-01`, to: today }
    case 'last-year':
      return { from: back(364), to: today }
  }
  const ago = /^(\d{1,4})([dwmy])$/i.exec(text)
  if (ago) {
    const days = { d: 1, w: 7, m: 30, y: 365 }[(ago[2] ?? 'd').toLowerCase()] ?? 1
    return { from: back(Math.max(0, Number(ago[1]) * days - 1)), to: today }
  }
  const date = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text)
  if (!date) return null
  const [, years = '', months, days] = date
  const from = `${years}-${(months ?? '1').padStart(2, '0')}-${(days ?? '1').padStart(2, '0')}`
  if (Number.isNaN(Date.parse(from)) || formatDay(Date.parse(from)) !== from) return null
  const next = new Date(from)
  if (months === undefined) next.setUTCFullYear(next.getUTCFullYear() + 1)
  else if (days === undefined) next.setUTCMonth(next.getUTCMonth() + 1)
  else next.setUTCDate(next.getUTCDate() + 1)
  return { from, to: formatDay(next.getTime() - day) }
}

function formatDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}
