import type { CitedPaper } from '@shared/model/paper'
import { level0, readSaidDate, yearAndMonth } from '@shared/text/edtf'
import { texToText } from '@shared/text/tex-text'
import type { KeptFields } from './kept'

/** When a paper came out: EDTF, or words in the place of a date. */
export interface EntryDate {
  edtf: string
  words: string
}

/** The date that a paper came with, where that says more than its own field and agrees with it. */
export function entryDate(paper: CitedPaper, kept: KeptFields): EntryDate {
  if (kept.isEmpty) return { edtf: calendarDate(paper.issued), words: '' }
  // A tilde is a doubt in a date, not TeX's tie.
  const date = kept.raw('date').replace(/[{}]/g, '')
  const [year, month, day] = ['year', 'month', 'day'].map((name) => texToText(kept.raw(name)))
  const said = readSaidDate(date || [day, month, year].filter((part) => part !== '').join(' '))
  if (said.issued !== paper.issued) return { edtf: calendarDate(paper.issued), words: '' }
  const edtf = said.edtf || paper.issued
  return {
    edtf: edtf === paper.issued ? calendarDate(edtf) : edtf,
    words: edtf === '' ? said.words : ''
  }
}

/** A date of another program (`urldate`, `origdate`) as Biber reads it; empty where it is none. */
export function dateField(value: string): string {
  if (value === '') return ''
  const { issued, edtf } = readSaidDate(value.replace(/[{}]/g, ''))
  return edtf || calendarDate(issued)
}

/** Year and month for BibTeX; months from 21 are seasons. */
export { yearAndMonth }

/** A date that stands in the calendar, as far as it does; Biber warns of a 30th of February. */
function calendarDate(issued: string): string {
  const date = level0(issued)
  const [year = '', month = '', day = ''] = date.split('-')
  if (month === '') return year
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return Number(day) < 1 || Number(day) > days ? `${year}-${month}` : date
}
