import type { LinkKind } from '../model/paper'

/** What the lines of a digest of one's own begin with, in its Markdown and its plain text. */
export interface OwnDigestLabels extends Record<LinkKind, string> {
  authors: string
  editors: string
  venue: string
  date: string
  key: string
}

const en: OwnDigestLabels = {
  ...{ authors: 'Authors', editors: 'Editors', venue: 'In', date: 'Date', key: 'Key' },
  ...{ paper: 'Paper', pdf: 'PDF', code: 'Code', project: 'Project page', data: 'Data' }
}

const de: OwnDigestLabels = {
  ...{ authors: 'Von', editors: 'Herausgeber', venue: 'Erschienen in', date: 'Datum' },
  ...{ key: 'Zitierschlüssel', paper: 'Paper', pdf: 'PDF', code: 'Programmcode' },
  ...{ project: 'Projektseite', data: 'Daten' }
}

/** By language: a digest is read in whichever it was written. */
export const ownDigestLabels = { en, de }

/** What a label stands for, in any language; undefined for words that are none. */
export function labelled(words: string): keyof OwnDigestLabels | undefined {
  for (const labels of [en, de])
    for (const [name, label] of Object.entries(labels))
      if (label === words) return name as keyof OwnDigestLabels
  return undefined
}
