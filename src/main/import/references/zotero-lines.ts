import type { Creator, PersonName } from '@shared/model/person'
import { readSaidDate } from '@shared/text/edtf'
import { typesOfEntries } from '@shared/text/entry-types'
import { parseName } from '@shared/text/person-name'

/** What the lines of Zotero's field `Extra` say beside identifiers and keys. */
export interface SaidInLines {
  /** By the names BibLaTeX has for them. */
  fields: Record<string, string>
  /** Fields of the item that stand in a line instead; they hold where the item's own are empty. */
  own: Partial<Record<OwnField, string>>
  creators: Creator[]
  /** Names of other roles, by the field that BibLaTeX has for them. */
  others: { field: string; name: PersonName }[]
  /** What is none of this. */
  rest: string
}

type OwnField =
  'issued' | 'venue' | 'volume' | 'issue' | 'pages' | 'publisher' | 'language' | 'title' | 'url'

/** CSL's variables and Zotero's labels, in small letters without blanks and hyphens. */
const ownLabels: Readonly<Record<string, OwnField>> = {
  ...{ issued: 'issued', date: 'issued', containertitle: 'venue', publicationtitle: 'venue' },
  ...{ volume: 'volume', issue: 'issue', page: 'pages', pages: 'pages', publisher: 'publisher' },
  ...{ language: 'language', title: 'title', url: 'url' }
}
const labels: Readonly<Record<string, string>> = {
  ...{ originaltitle: 'origtitle', originalpublisher: 'origpublisher', version: 'version' },
  ...{ originalpublisherplace: 'origlocation', publisherplace: 'location', place: 'location' },
  ...{ eventtitle: 'eventtitle', event: 'eventtitle', conferencename: 'eventtitle' },
  ...{ eventplace: 'venue', status: 'pubstate', edition: 'edition', collectiontitle: 'series' },
  ...{ series: 'series', collectionnumber: 'seriesnumber', numberofpages: 'pagetotal' },
  ...{
    numberofvolumes: 'volumes',
    genre: 'type',
    issn: 'issn',
    pmcid: 'pmcid',
    medium: 'howpublished'
  },
  ...{ titleshort: 'shorttitle', containertitleshort: 'shortjournal', section: 'section' },
  ...{ chapternumber: 'chapter', hdl: 'hdl', jstor: 'jstor', googlebooks: 'googlebooks' }
}
const dateLabels: Readonly<Record<string, string>> = {
  ...{ originaldate: 'origdate', origdate: 'origdate', eventdate: 'eventdate' },
  accessed: 'urldate'
}
const roles: Readonly<Record<string, string>> = {
  ...{ author: 'author', editor: 'editor', translator: 'translator', director: 'author' },
  ...{ containerauthor: 'bookauthor', bookauthor: 'bookauthor', collectioneditor: 'editorb' },
  ...{ reviewedauthor: 'namea', commenter: 'commentator', contributor: 'namea' }
}
/** CSL's types that Zotero's own do not have, by entries of BibLaTeX. */
const types: Readonly<Record<string, string>> = {
  ...{ dataset: 'dataset', software: 'software', standard: 'standard', patent: 'patent' },
  ...{ legislation: 'legislation', legal_case: 'jurisdiction', performance: 'performance' },
  ...{ pamphlet: 'booklet', periodical: 'periodical', review: 'review', collection: 'collection' }
}

/**
 * Reads `tex.name: value` (text) and `tex.name= value` (TeX), as Better BibTeX has them, and CSL's
 * variables as Zotero documents them for the field Extra: `Original Date: 1890`, `editor: Darwin || Charles`.
 */
export function readZoteroLines(text: string): SaidInLines {
  const said: SaidInLines = { fields: {}, own: {}, creators: [], others: [], rest: '' }
  const rest = text.split('\n').filter((line) => !takesLine(line, said))
  said.rest = rest.join('\n').trim()
  return said
}

function takesLine(line: string, said: SaidInLines): boolean {
  const clean = line.trim()
  const tex = /^(?:bib(?:la)?tex|tex)\.([a-z][\w-]*)\s*[:=]\s*(\S.*)$/i.exec(clean)
  if (tex) return takesTex((tex[1] ?? '').toLowerCase(), tex[2] ?? '', said)
  const old = /^\{:([\w -]+):\s*([^{}]+)\}$/.exec(clean)
  const csl = old ?? /^([\p{L}][\p{L} _-]{1,30})\s*:\s*(\S.*)$/u.exec(clean)
  if (csl === null) return false
  return takesVariable(
    (csl[1] ?? '').toLowerCase().replace(/[\s_-]/g, ''),
    (csl[2] ?? '').trim(),
    said
  )
}

function takesTex(name: string, value: string, said: SaidInLines): boolean {
  if (name === 'entrytype' || name === 'referencetype')
    said.fields['entrytype'] = value.toLowerCase()
  else if (name === 'author' || name === 'editor') {
    for (const one of value.split(/\s+and\s+/))
      said.creators.push({ role: name, name: parseName(one.replace(/^\{(.*)\}$/, '{$1}')) })
  } else said.fields[name] = value
  return true
}

function takesVariable(label: string, value: string, said: SaidInLines): boolean {
  const role = roles[label]
  if (role !== undefined) {
    const [family = '', given = ''] = value.split('||').map((part) => part.trim())
    const name = given === '' ? { literal: family } : { family, given, particle: '', suffix: '' }
    if (family === '') return false
    if (role === 'author' || role === 'editor') said.creators.push({ role, name })
    else said.others.push({ field: role, name })
    return true
  }
  if (label === 'type') {
    const entry = types[value.toLowerCase()] ?? (typesOfEntries.has(value) ? value : '')
    if (entry === '') return false
    said.fields['entrytype'] = entry
    return true
  }
  const dated = dateLabels[label]
  if (dated !== undefined) {
    const { issued, edtf } = readSaidDate(value)
    if (issued + edtf === '') return false
    said.fields[dated] = edtf || issued
    return true
  }
  const own = ownLabels[label]
  if (own !== undefined) {
    said.own[own] = value
    return true
  }
  const name = labels[label]
  if (name === undefined) return false
  said.fields[name] = value
  return true
}
