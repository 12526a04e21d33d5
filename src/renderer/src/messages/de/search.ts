import { german } from '@shared/messages/formats'
import type { Filter } from '@shared/query/clause'
import type { search as shape } from '../en/search'
import { papers } from './count'

const { longDate, number } = german

const havings: Partial<Record<string, string>> = {
  pdf: 'ein PDF',
  file: 'eine Datei',
  note: 'eine Notiz',
  annotation: 'Annotationen',
  tag: 'ein Schlagwort',
  collection: 'eine Sammlung',
  abstract: 'ein Abstract',
  author: 'einen Autor',
  venue: 'einen Erscheinungsort',
  year: 'ein Jahr',
  doi: 'eine DOI',
  arxiv: 'eine arXiv-ID',
  link: 'einen Link',
  code: 'Code',
  project: 'eine Projektseite',
  data: 'Daten'
}

function filter(asked: Filter): string {
  switch (asked.field) {
    case 'has':
      return havings[asked.value] ?? asked.value
    case 'year':
      if (asked.from === asked.to) return String(asked.from)
      if (asked.to === null) return `${String(asked.from)} oder später`
      return asked.from === null
        ? `${String(asked.to)} oder früher`
        : `${String(asked.from)}–${String(asked.to)}`
    case 'added':
      if (asked.from === asked.to) return `am ${longDate(asked.from)}`
      if (asked.to === '') return `seit ${longDate(asked.from)}`
      return asked.from === ''
        ? `bis ${longDate(asked.to)}`
        : `${longDate(asked.from)} – ${longDate(asked.to)}`
    default:
      return asked.value
  }
}

export const search: typeof shape = {
  meaning: 'Wonach gesucht wird',
  fields: {
    author: 'Autor',
    title: 'Titel',
    abstract: 'Abstract',
    venue: 'Erscheinungsort',
    note: 'Notiz',
    tag: 'Schlagwort',
    in: 'in',
    digest: 'Digest',
    has: 'hat',
    is: 'ist',
    year: 'Jahr',
    added: 'hinzugefügt',
    key: 'Zitierschlüssel',
    type: 'Art'
  },
  filter,
  words: 'Wörter',
  phrase: 'genau',
  either: 'entweder',
  all: 'alles von',
  or: ' oder ',
  and: ' und ',
  not: 'nicht ',
  nearly: (word) => `${word} oder fast`,
  edit: (part) => `„${part}“ bearbeiten`,
  remove: (part) => `„${part}“ entfernen`,
  chipKeys: 'Entf entfernt einen Teil; Minus kehrt ihn um.',
  completions: 'Ergänzungen',
  completionKeys: (n) =>
    n === 1
      ? 'Eine Ergänzung: Tab übernimmt sie.'
      : `${number(n)} Ergänzungen: Pfeiltasten wählen, Tab übernimmt eine.`,
  learning: {
    title: 'Suche und verwandte Papers nach Bedeutung',
    choices: {
      on: 'Lernen, was Papers bedeuten, auf diesem Rechner, im Hintergrund',
      off: 'Nur Wörter verwenden'
    },
    states: {
      off: () => 'Es wird nichts gelernt.',
      absent: () =>
        'Das Sprachmodell kam mit dieser Installation nicht mit; es werden nur Wörter verwendet.',
      failed: () =>
        'Das Sprachmodell konnte nicht ausgeführt werden; es werden nur Wörter verwendet. Starten Sie Sheaf neu, um es noch einmal zu versuchen.',
      working: (left) =>
        left === 0 ? 'Papers zum Lernen werden gesucht…' : `Noch ${papers(left)} zu lernen.`,
      ready: () => 'Alle Papers sind bekannt.'
    }
  },
  fieldHelp: {
    author: 'von einer Person',
    title: 'Wörter des Titels',
    abstract: 'Wörter des Abstracts',
    venue: 'Zeitschrift oder Konferenz',
    note: 'Wörter Ihrer Notizen und Annotationen',
    tag: 'eines Ihrer Schlagwörter',
    in: 'eine Sammlung oder gespeicherte Suche',
    digest: 'woher es kam',
    has: 'pdf, code, note, annotation, doi …',
    is: 'unread, starred, incomplete …',
    year: '2023, 2020..2023, 2023..',
    added: 'today, last-week, 2026-05 …',
    key: 'der Zitierschlüssel',
    type: 'article, preprint, thesis …'
  }
}
