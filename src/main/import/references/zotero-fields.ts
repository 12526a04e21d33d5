import { readSaidDate } from '@shared/text/edtf'
import { readDoi } from './identifiers'
import { firstText, textOf, type JsonObject } from './json-values'

/** Fields of an item of Zotero's that the model has no place for, by BibLaTeX's names. */
export function zoteroFields(item: JsonObject): Record<string, string> {
  const text = (...keys: string[]): string => firstText(item, ...keys)
  const accessed = readSaidDate(textOf(item.accessDate).slice(0, 10))
  return {
    // A short DOI, or what is none.
    doi: readDoi(text('DOI')).length > 0 ? '' : text('DOI'),
    location: text('place'),
    edition: text('edition'),
    series: text('series', 'seriesTitle'),
    seriesnumber: text('seriesNumber'),
    volumes: text('numberOfVolumes'),
    pagetotal: text('numPages'),
    issn: text('ISSN'),
    version: text('versionNumber'),
    type: text(
      'thesisType',
      'reportType',
      'letterType',
      'websiteType',
      'genre',
      'presentationType',
      'mapType',
      'manuscriptType',
      'postType',
      'type'
    ),
    shorttitle: text('shortTitle'),
    shortjournal: text('journalAbbreviation'),
    eventtitle: text('conferenceName', 'meetingName'),
    lccn: text('callNumber'),
    urldate: accessed.issued
  }
}

/** Fields that say something. */
export function withoutEmpty(fields: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))
}
