import { makeDate, monthOf, readDate, type DateOrder } from './date'

/** A date as its source has it. Empty texts: it says nothing of the kind. */
export interface SaidDate {
  /** EDTF level 0, for what a paper shows: `2021-03-14`, `2021-03`, `2021`. */
  issued: string
  /** EDTF (ISO 8601-2:2019, levels 1 and 2 as BibLaTeX reads it) where that says more than `issued`. */
  edtf: string
  /** When the work first came out, where brackets tell it: `1990 [1890]`. */
  origdate: string
  /** Words in the place of a date: `Forthcoming`. */
  words: string
}

const seasonNames: readonly RegExp[] = [
  /^(spring|printemps|frühling|frühjahr|primavera)$/i,
  /^(summer|été|ete|sommer|verano|estate)$/i,
  /^(autumn|fall|automne|herbst|otoño|autunno)$/i,
  /^(winter|hiver|invierno|inverno)$/i
]

/**
 * Reads a date as people and programs write it: EDTF itself (with `u` for `X`, as its draft had it),
 * times, ranges, seasons, doubt (`1850?`, `c. 1850`), years before Christ, months in words. Never throws.
 */
export function readSaidDate(text: string, given: DateOrder | null = null): SaidDate {
  const clean = text.slice(0, 200).replace(/\s+/g, ' ').trim()
  // Who parts figures by dots or hyphens puts the day first; Americans write slashes.
  const order = given ?? (/^\d{1,2}([-.])\d{1,2}\1\d{4}$/.test(clean) ? 'dmy' : null)
  const nothing = { issued: '', edtf: '', origdate: '', words: '' }
  if (clean === '') return nothing
  const bracketed = /^(.*?)\s*\[(\d{4}(?:-\d\d){0,2})\]\s*(.*)$/.exec(clean)
  if (bracketed) {
    const rest = `${bracketed[1] ?? ''} ${bracketed[3] ?? ''}`.trim()
    // Alone it is what a librarian concluded: the date.
    if (rest === '') return readSaidDate(bracketed[2] ?? '', order)
    return { ...readSaidDate(rest, order), origdate: bracketed[2] ?? '' }
  }
  const edtf = toEdtf(clean, order)
  const issued = level0(edtf)
  if (edtf !== '') return { ...nothing, issued, edtf: edtf === issued ? '' : edtf }
  const plain = readDate(clean, order)
  if (plain !== '') return { ...nothing, issued: plain }
  const isNone = /^(?:n\.?\s?d\.?|no date|undated|s\.?\s?d\.?|o\.?\s?j\.?|unknown|\?+|-+)$/i.test(
    clean
  )
  return isNone || !/\p{L}/u.test(clean) ? nothing : { ...nothing, words: clean }
}

/** The parts of an EDTF date, and whether it is open or a range. */
export interface EdtfParts {
  /** As BibTeX can print it: `2019`, `1850`, `1990s`, `44 BC`, `2019--2021`. */
  year: string
  /** 1 to 12, or a season from 21 (spring) to 24; 0 for none, or for a range of several months. */
  month: number
}

/** What styles that know only years and months can print of an EDTF date. */
export function yearAndMonth(edtf: string): EdtfParts {
  const [from = '', to] = edtf.split('/')
  const start = /^(-?[\dX]{4})(?:-(\d\d))?/.exec(from)
  if (start === null) {
    const end = to === undefined ? '' : yearAndMonth(to).year
    return { year: end === '' ? '' : `--${end}`, month: 0 }
  }
  const month = Number(start[2] ?? 0)
  const year = shownYear(start[1] ?? '')
  if (to === undefined) return { year, month }
  const end = yearAndMonth(to)
  if (end.year === year) return { year, month: end.month === month ? month : 0 }
  return { year: `${year}--${end.year}`, month: 0 }
}

function shownYear(year: string): string {
  if (year.startsWith('-')) {
    const number = Number(year)
    return Number.isNaN(number) ? '' : `${String(1 - number)} BC`
  }
  if (year.endsWith('XX')) return /^\d\d/.test(year) ? `${year.slice(0, 2)}00s` : ''
  if (year.endsWith('X')) return `${year.slice(0, 3)}0s`
  return year.replace(/^0+(?=\d)/, '')
}

/** EDTF of a text that is a date, or empty. */
function toEdtf(text: string, order: DateOrder | null): string {
  const range = rangeOf(text, order)
  if (range !== '') return range
  return oneDate(text, order)
}

function rangeOf(text: string, order: DateOrder | null): string {
  const years = /^(\d{4})\s*[-–—]{1,2}\s*(\d{4})$/.exec(text)
  if (years) return Number(years[1]) < Number(years[2]) ? `${years[1] ?? ''}/${years[2] ?? ''}` : ''
  const days = /^(\d{1,2})\s*[-–]\s*(\d{1,2}) (\p{L}+\.?) (\d{4})$/u.exec(text)
  if (days)
    return joined(
      `${days[1] ?? ''} ${days[3] ?? ''} ${days[4] ?? ''}`,
      `${days[2] ?? ''} ${days[3] ?? ''} ${days[4] ?? ''}`,
      order
    )
  const american = /^(\p{L}+\.?) (\d{1,2})\s*[-–]\s*(\d{1,2}), (\d{4})$/u.exec(text)
  if (american)
    return joined(
      `${american[1] ?? ''} ${american[2] ?? ''}, ${american[4] ?? ''}`,
      `${american[1] ?? ''} ${american[3] ?? ''}, ${american[4] ?? ''}`,
      order
    )
  const months = /^(\p{L}+)\.?\s*[-–/]\s*(\p{L}+)\.?,? (\d{4})$/u.exec(text)
  if (months && monthOf(months[1] ?? '') > 0 && monthOf(months[2] ?? '') > 0)
    return joined(
      `${months[1] ?? ''} ${months[3] ?? ''}`,
      `${months[2] ?? ''} ${months[3] ?? ''}`,
      order
    )
  const slash =
    /^([^/]*)\/([^/]*)$/.exec(text) ?? /^(.+?\d.*?) (?:[-–—]|to|bis|until) (.*\d{3}.*)$/.exec(text)
  if (slash === null) return ''
  const [from = '', to = ''] = slash.slice(1).map((part) => part.trim())
  // `11/2010` is a month.
  if (/^\d{1,2}$/.test(from) && text.includes('/')) return ''
  return joined(from, to, order)
}

function joined(from: string, to: string, order: DateOrder | null): string {
  const isOpen = (part: string): boolean => /^(?:|\.\.|open|unknown|\*)$/i.test(part)
  const start = isOpen(from) ? '' : oneDate(from, order)
  const end = isOpen(to) ? '' : oneDate(to, order)
  if ((start === '' && !isOpen(from)) || (end === '' && !isOpen(to)) || start + end === '')
    return ''
  return start === end ? start : `${start}/${end}`
}

function oneDate(text: string, order: DateOrder | null): string {
  const doubt = /^(.*?)\s*(\?~|~\?|[?~%])$/.exec(text)
  if (doubt) {
    const date = oneDate(doubt[1] ?? '', order)
    const sign = doubt[2] ?? ''
    return date === '' || /[?~%]$/.test(date) ? '' : date + (sign.length === 2 ? '%' : sign)
  }
  const about = /^(?:circa|ca\.?|c\.|about|around|um)\s*(.+)$/i.exec(text)
  if (about) {
    const date = oneDate(about[1] ?? '', order)
    return date === '' ? '' : `${date.replace(/[?~%]$/, '')}~`
  }
  const before = /^(\d{1,4})\s*(?:B\.?C\.?(?:E\.?)?|v\.\s?Chr\.)$/i.exec(text)
  if (before) return Number(before[1]) > 0 ? yearText(1 - Number(before[1])) : ''
  const after = /^(?:A\.?D\.?\s*(\d{1,4})|(\d{1,4})\s*(?:A\.?D\.?|C\.?E\.?))$/i.exec(text)
  if (after) return yearText(Number(after[1] ?? after[2]))
  const decade = /^(\d{3})0s$/.exec(text)
  if (decade) return `${decade[1] ?? ''}X`
  return isoDate(text) || seasonOf(text) || readDate(text, order)
}

/** ISO 8601, with unknown digits and with the time of day, which may have a fraction and a zone. */
function isoDate(text: string): string {
  const time = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?$/i.exec(text)
  if (time) return `${time[1] ?? ''}T${time[2] ?? ''}`
  const parts = /^(-?\d{1,4}[uX]{0,3}|[uX]{4})(?:-(\d\d|[uX]{2})(?:-(\d\d|[uX]{2}))?)?$/i.exec(text)
  if (parts === null) return ''
  const [, year = '', month, day] = parts.map((part) =>
    (part as string | undefined)?.replace(/u/gi, 'X')
  )
  if (!/^(?:-?\d{4}|\d{1,3}X{1,3})$/.test(year) || year.replace('-', '').length !== 4) return ''
  if (month === undefined) return year
  const isMonth = month === 'XX' || (Number(month) >= 1 && Number(month) <= 12)
  const isSeason = Number(month) >= 21 && Number(month) <= 24
  if (!isMonth) return isSeason && day === undefined ? `${year}-${month}` : ''
  if (day === undefined) return `${year}-${month}`
  if (month === 'XX' || day === 'XX') return day === 'XX' ? `${year}-${month}-XX` : ''
  const whole = makeDate(Number(year), Number(month), Number(day))
  return year.startsWith('-') ? `${year}-${month}-${day}` : whole
}

function seasonOf(text: string): string {
  const words = /^(?:(\p{L}+),? (\d{4})|(\d{4}),? (\p{L}+))$/u.exec(text)
  const season = seasonNames.findIndex((name) => name.test(words?.[1] ?? words?.[4] ?? ''))
  return season === -1 ? '' : `${words?.[2] ?? words?.[3] ?? ''}-2${String(season + 1)}`
}

function yearText(year: number): string {
  return year < 0 ? `-${String(-year).padStart(4, '0')}` : String(year).padStart(4, '0')
}

/** What a paper's own field can hold of an EDTF date: the beginning, as far as it is sure of its figures. */
export function level0(edtf: string): string {
  const [from = ''] = edtf.split('/')
  const date = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?(?![\dX])/.exec(from)
  if (date === null) return ''
  return date[0]
}
