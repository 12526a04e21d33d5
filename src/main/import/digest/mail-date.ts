const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * The day in a date as e-mail writes it (RFC 5322, and RFC 822's years of two digits):
 * `Fri, 17 Mar 23 00:31:14 GMT` is `2023-03-17`. Null where there is none.
 */
export function readMailDate(text: string): string | null {
  const [, day = '', name = '', year = ''] =
    /\b(\d{1,2}) ([A-Za-z]{3})[a-z]* (\d{4}|\d{2})\b/.exec(text) ?? []
  const month = months.indexOf(name.toLowerCase())
  if (month === -1) return null
  const full = year.length === 4 ? Number(year) : Number(year) + (Number(year) >= 70 ? 1900 : 2000)
  const date = new Date(Date.UTC(full, month, Number(day)))
  return date.getUTCDate() === Number(day) ? date.toISOString().slice(0, 10) : null
}
