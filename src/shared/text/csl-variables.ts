/** Variables of CSL that the model has no place for, by BibLaTeX's name of the field that keeps them. */
export const cslTexts: readonly (readonly [variable: string, field: string])[] = [
  ['edition', 'edition'],
  ['collection-title', 'series'],
  ['collection-number', 'seriesnumber'],
  ['publisher-place', 'location'],
  ['number-of-pages', 'pagetotal'],
  ['number-of-volumes', 'volumes'],
  ['genre', 'type'],
  ['version', 'version'],
  ['ISSN', 'issn'],
  ['PMCID', 'pmcid'],
  ['title-short', 'shorttitle'],
  ['container-title-short', 'shortjournal'],
  ['event-title', 'eventtitle'],
  ['event-place', 'venue'],
  ['status', 'pubstate'],
  ['original-title', 'origtitle'],
  ['original-publisher', 'origpublisher'],
  ['original-publisher-place', 'origlocation'],
  ['chapter-number', 'chapter'],
  ['medium', 'howpublished']
]
export const cslDates: readonly (readonly [variable: string, field: string])[] = [
  ['original-date', 'origdate'],
  ['event-date', 'eventdate'],
  ['accessed', 'urldate']
]
export const cslPeople: readonly (readonly [variable: string, field: string])[] = [
  ['translator', 'translator'],
  ['container-author', 'bookauthor'],
  ['collection-editor', 'editorb'],
  ['contributor', 'namea']
]
