// Written out here: making the browser's own formats takes 10 ms of every start.

/** How a language writes numbers, plurals and dates. */
export interface Formats {
  /** A whole number, its thousands set apart: `1,204`. */
  number: (n: number) => string
  /** `1 paper`, `1,204 papers`. */
  count: (n: number, one: string, many?: string) => string
  /** A number with one digit behind its point: `1.5`. */
  decimal: (n: number) => string
  /** A share of one as `57%`. */
  percent: (share: number) => string
  /** Its place in an order: `1st`. */
  ordinal: (n: number) => string
  /** `2026-03-14` as `14 March 2026`, `2026-03` as `March 2026`. */
  longDate: (date: string) => string
  /** `2026-03-14` as `14 Mar`, with the year where it is not this one. */
  shortDate: (date: string, now?: Date) => string
  /** A time as `14 Mar, 09:05`, by this machine's clock. */
  moment: (at: string) => string
  /** So many bytes as `12 KB`, `1.5 MB`. */
  bytes: (n: number) => string
}

/** What differs between languages. */
interface Habits {
  thousands: string
  point: string
  percent: string
  months: readonly string[]
  shortMonths: readonly string[]
  /** A day of a month, as in `14 March`. */
  day: (day: string, month: string) => string
  ordinal: (n: number) => string
  /** Several of what one is called so, where no word for them is given. */
  plural: (one: string) => string
}

export function formatsOf(habits: Habits): Formats {
  const number = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, habits.thousands)
  const decimal = (n: number): string => n.toFixed(1).replace('.', habits.point)
  const inWords = (date: string, names: readonly string[], withYear: boolean): string => {
    const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(date) ?? []
    const name = names[Number(month) - 1]
    if (year === undefined || name === undefined) return date
    const start = day === undefined ? name : habits.day(String(Number(day)), name)
    return withYear ? `${start} ${year}` : start
  }
  const shortDate = (date: string, now = new Date()): string =>
    inWords(date, habits.shortMonths, date.slice(0, 4) !== String(now.getFullYear()))
  const two = (n: number): string => String(n).padStart(2, '0')
  return {
    number,
    decimal,
    shortDate,
    count: (n, one, many = habits.plural(one)) => `${number(n)} ${n === 1 ? one : many}`,
    percent: (share) => `${String(Math.round(share * 100))}${habits.percent}`,
    ordinal: habits.ordinal,
    longDate: (date) => inWords(date, habits.months, true),
    moment: (at) => {
      const time = new Date(at)
      const day = [time.getFullYear(), two(time.getMonth() + 1), two(time.getDate())].join('-')
      return `${shortDate(day)}, ${two(time.getHours())}:${two(time.getMinutes())}`
    },
    bytes: (n) =>
      n < 1024 * 1024
        ? `${number(Math.max(1, Math.round(n / 1024)))} KB`
        : `${decimal(n / 1024 / 1024)} MB`
  }
}

const englishMonths = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September'],
  ...['October', 'November', 'December']
]

export const english = formatsOf({
  thousands: ',',
  point: '.',
  percent: '%',
  months: englishMonths,
  shortMonths: englishMonths.map((month) => month.slice(0, 3)),
  day: (day, month) => `${day} ${month}`,
  ordinal: (n) => {
    const ending = { 1: 'st', 2: 'nd', 3: 'rd' }[n % 10]
    return `${String(n)}${ending === undefined || (n % 100 > 10 && n % 100 < 14) ? 'th' : ending}`
  },
  plural: (one) => `${one}s`
})

export const german = formatsOf({
  thousands: '.',
  point: ',',
  percent: '\u00a0%',
  months: [
    ...['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni', 'Juli', 'August', 'September'],
    ...['Oktober', 'November', 'Dezember']
  ],
  shortMonths: [
    ...['Jan.', 'Feb.', 'März', 'Apr.', 'Mai', 'Juni', 'Juli', 'Aug.', 'Sept.', 'Okt.'],
    ...['Nov.', 'Dez.']
  ],
  day: (day, month) => `${day}. ${month}`,
  ordinal: (n) => `${String(n)}.`,
  // Papers, Digests, Dateien have forms of their own: where they are counted they are named.
  plural: (one) => one
})
