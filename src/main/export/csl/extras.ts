import type { Paper } from '@shared/model/paper'
import { cslDates, cslPeople, cslTexts } from '@shared/text/csl-variables'
import { readSaidDate } from '@shared/text/edtf'
import { parseName } from '@shared/text/person-name'
import { texToText } from '@shared/text/tex-text'
import { namesIn } from '../names-in'
import { cslName, type CslName } from './name'

/** A date as CSL has it; a range has two. */
export interface CslDate {
  'date-parts'?: number[][]
  season?: number
  circa?: boolean
  literal?: string
}

/** Variables of CSL out of the fields of other programs. */
export function cslExtras(paper: Paper): Record<string, string | CslDate | CslName[]> {
  if (paper.extra.length === 0) return {}
  const kept = new Map(paper.extra.map(({ name, value }) => [name.toLowerCase(), value]))
  const address = kept.get('address')
  if (address !== undefined && !kept.has('location')) kept.set('location', address)
  const found: Record<string, string | CslDate | CslName[]> = {}
  for (const [variable, field] of cslTexts) {
    const text = texToText(kept.get(field) ?? '')
    if (text !== '') found[variable] = text
  }
  for (const [variable, field] of cslDates) {
    const date = cslDate(kept.get(field) ?? '')
    if (date !== null) found[variable] = date
  }
  for (const [variable, field] of cslPeople) {
    const names = namesIn(kept.get(field) ?? '').map((name) => cslName(parseName(texToText(name))))
    if (names.length > 0) found[variable] = names
  }
  return found
}

/** When a paper came out, with what its own field cannot say: ranges, seasons, doubt, words. */
export function cslIssued(paper: Paper): CslDate | null {
  const came = paper.extra.find(({ name }) => name === 'date')?.value ?? ''
  const said = readSaidDate(came)
  if (came !== '' && said.issued === paper.issued) {
    const date = cslDate(came)
    if (date !== null) return date
  }
  return paper.issued === '' ? null : { 'date-parts': [paper.issued.split('-').map(Number)] }
}

function cslDate(text: string): CslDate | null {
  const { issued, edtf, words } = readSaidDate(text)
  if (words !== '') return { literal: words }
  const date = edtf || issued
  if (date === '') return null
  const parts = date
    .split('/')
    .filter((part) => part !== '')
    .map((part) => /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(part))
  if (parts.some((part) => part === null)) return { literal: date }
  const season = Number(parts[0]?.[2] ?? 0) - 20
  return {
    'date-parts': parts.map((part) =>
      (part?.slice(1, 4) as (string | undefined)[])
        .filter((one) => one !== undefined)
        .map(Number)
        .filter((one, at) => at !== 1 || one <= 12)
    ),
    ...(season >= 1 && season <= 4 ? { season } : {}),
    ...(/[?~%]/.test(date) ? { circa: true } : {})
  }
}
