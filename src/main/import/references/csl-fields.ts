import { cslDates, cslPeople, cslTexts } from '@shared/text/csl-variables'
import { readSaidDate } from '@shared/text/edtf'
import { formatName } from '@shared/text/person-name'
import { hasMarkup } from '@shared/text/title-markup'
import { cslName } from './csl-people'
import { firstText, isObject, listOf, textOf, type JsonObject } from './json-values'

/** Variables of CSL that the model has no place for, by BibLaTeX's names. */
export function cslFields(item: JsonObject): Record<string, string> {
  const fields: Record<string, string> = {}
  const keep = (name: string, value: string): void => {
    if (value !== '') fields[name] = value
  }
  for (const [variable, field] of cslTexts) keep(field, textOf(item[variable]))
  for (const [variable, field] of cslDates) keep(field, edtfOf(item[variable]))
  for (const [variable, field] of cslPeople) {
    const names = listOf(item[variable])
      .map(cslName)
      .filter((name) => name !== null)
    keep(field, names.map((name) => formatName(name, 'family-first')).join(' and '))
  }
  const issued = edtfOf(item.issued)
  const said = readSaidDate(issued)
  if (said.edtf + said.words !== '') keep('date', issued)
  const title = textOf(item.title)
  if (hasMarkup(title)) keep('title', title)
  return fields
}

/** A date of CSL's as EDTF, or as the words that stand in its place. */
function edtfOf(date: unknown): string {
  if (!isObject(date)) return ''
  const parts = listOf(date['date-parts']).map((part) =>
    listOf(part).map((one) => Number(textOf(one) || NaN))
  )
  const dates = parts.map((part) => {
    const [year = NaN, month = 0, day = 0] = part
    if (!Number.isInteger(year) || Math.abs(year) > 9999) return ''
    const text = `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`
    if (!(month >= 1 && month <= 12)) return text
    const two = (number: number): string => String(number).padStart(2, '0')
    return day >= 1 && day <= 31 ? `${text}-${two(month)}-${two(day)}` : `${text}-${two(month)}`
  })
  const [from = '', to] = dates
  if (from === '') {
    const { issued, edtf, words } = readSaidDate(firstText(date, 'raw', 'literal'))
    return edtf || issued || words
  }
  const season = Number(textOf(date.season))
  const start = season >= 1 && season <= 4 && from.length <= 5 ? `${from}-2${String(season)}` : from
  const isDoubtful = date.circa !== undefined && date.circa !== false && textOf(date.circa) !== '0'
  const whole = to === undefined ? start : `${start}/${to}`
  return isDoubtful && to === undefined ? `${whole}~` : whole
}
