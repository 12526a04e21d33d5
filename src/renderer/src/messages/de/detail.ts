import { german } from '@shared/messages/formats'
import type { MissingField } from '@shared/model/missing'
import type { detail as shape } from '../en/detail'
import { papers } from './count'

const { bytes, count, longDate, moment, number, percent } = german

const missingWords: Record<MissingField, string> = {
  author: 'Autoren',
  year: 'Jahr',
  venue: 'Erscheinungsort'
}

const fieldWords: Readonly<Record<string, string>> = {
  title: 'Titel',
  creators: 'Autoren und Herausgeber',
  issued: 'Datum',
  venue: 'Erscheinungsort',
  volume: 'Band',
  issue: 'Heft',
  pages: 'Seiten',
  publisher: 'Verlag',
  type: 'Art',
  language: 'Sprache',
  abstract: 'Abstract',
  doi: 'DOI',
  arxiv: 'arXiv-ID',
  pmid: 'PubMed-ID',
  isbn: 'ISBN',
  other: 'Kennung'
}

export const detail: typeof shape = {
  detail: {
    label: 'Paper',
    sources: 'Woher es kam',
    showSource: 'Im Text des Digests zeigen',
    appearance: ({ source, date, dateInferred, position, of }) => {
      const day = date === '' ? '' : `, ${longDate(date)}`
      return `${number(position)}. von ${number(of)} in ${source}${day}${dateInferred ? ' (Jahr erschlossen)' : ''}`
    },
    inTrash: 'Im Papierkorb',
    collections: {
      add: 'Zu einer Sammlung hinzufügen',
      remove: (name) => `Aus ${name} nehmen`
    },
    merge: 'Zusammenführen',
    apart: 'Nicht dasselbe Paper',
    updated: (at) => `Am ${longDate(at.slice(0, 10))} kam eine neuere Version.`,
    seen: 'Als gesehen markieren',
    extra: (n) => `${count(n, 'Feld', 'Felder')} eines anderen Programms`,
    statements: {
      title: (fields) => `Quellen widersprechen sich: ${fields.join(', ')}`,
      field: (name) => fieldWords[name] ?? name.replace(/^extra:/, ''),
      source: (source, at) => `${source === '' ? 'Sie' : source}, ${longDate(at.slice(0, 10))}`,
      nothing: 'Nichts',
      shown: 'Angezeigt',
      use: 'Dies verwenden',
      useWhat: (field, text) => `Dies verwenden (${field}): ${text}`
    },
    editedBy: (names) => `Herausgegeben von ${names}`,
    date: longDate,
    copyCite: '\\cite{…} kopieren',
    editKey: 'Zitierschlüssel ändern',
    dragBib: 'Als .bib-Datei aus dem Fenster ziehen',
    missing: (fields) => `Nicht bekannt: ${fields.map((field) => missingWords[field]).join(', ')}`,
    complete: 'Nachschlagen',
    fillIn: 'Ausfüllen',
    star: 'Stern',
    unstar: 'Mit Stern',
    markRead: 'Als gelesen markieren',
    markUnread: 'Gelesen',
    copyBibtex: 'BibTeX kopieren',
    edit: 'Bearbeiten',
    trash: 'Löschen',
    restore: 'Wiederherstellen',
    links: 'Links',
    noAbstract: 'Kein Abstract.',
    suggestions: {
      label: 'Vorgeschlagene Schlagwörter',
      add: ({ name }) => `Vorgeschlagenes Schlagwort ${name} hinzufügen`,
      why: ({ from, likelihood, words }) =>
        from === 'named'
          ? `Im Paper kommt der Name des Schlagworts vor: ${words.join(', ')}`
          : `${percent(likelihood)} wahrscheinlich, nach den Papers mit diesem Schlagwort: ${words.join(', ')}`,
      because: ({ from, words }) =>
        from === 'named' ? 'im Paper genannt' : `wegen ${words.slice(0, 3).join(', ')}`,
      keeping: (words) => `Wie das, was Sie behalten: ${words.join(', ')}`
    },
    tags: {
      add: 'Schlagwort hinzufügen',
      remove: (name) => `Schlagwort ${name} entfernen`,
      placeholder: 'Neues oder bekanntes Schlagwort',
      known: 'Schlagwörter der Bibliothek'
    },
    note: {
      label: 'Notiz',
      write: 'Schreiben',
      edit: 'Bearbeiten',
      placeholder: 'Markdown. Wird beim Tippen gespeichert.',
      help: 'Esc beendet das Schreiben. $…$ ist Mathematik, [[ verknüpft ein Paper.',
      wide: 'Mehr Platz für die Notiz',
      wideTitle: (title) => `Notiz zu „${title}“`,
      preview: 'Wie sie sich liest',
      tools: {
        label: 'Formatierung',
        bold: 'Fett',
        italic: 'Kursiv',
        link: 'Link',
        list: 'Liste',
        formula: 'Formel',
        paper: 'Verweis auf ein Paper',
        preview: 'Vorschau'
      },
      papers: 'Papers zum Verweisen',
      papersFound: (n) =>
        `${papers(n)} zum Verweisen: Pfeiltasten wählen, die Eingabetaste übernimmt.`,
      noSuchPaper: (key) => `Kein Paper hat den Zitierschlüssel ${key}`,
      mentions: 'Erwähnt in den Notizen von',
      notSavedYet:
        'Die Notiz konnte nicht gespeichert werden, deshalb wurde nichts geändert. Siehe die Meldung dort.',
      notSaved:
        'Die Notiz konnte nicht gespeichert werden. Kopieren Sie ihren Text, oder schließen Sie das Fenster noch einmal, um es ohne sie zu verlassen.',
      keepMine: 'Meinen speichern',
      takeTheirs: 'Den anderen nehmen',
      history: {
        open: 'Frühere Fassungen',
        title: (title) => `Frühere Notizen zu „${title}“`,
        loading: 'Frühere Fassungen werden gesucht…',
        none: 'Diese Notiz hat noch keine früheren Fassungen.',
        versions: 'Fassungen',
        every: 'Jedes Speichern',
        at: (at) => moment(at),
        length: (n) => `${number(n)} Zeichen`,
        text: 'Was anders war',
        onlyThen: 'Nur damals: ',
        onlyNow: 'Nur jetzt: ',
        help: 'Unterstrichenes stand damals da, Durchgestrichenes erst jetzt. Enter stellt wieder her; das lässt sich rückgängig machen.',
        isNow: 'So ist die Notiz jetzt.',
        restore: 'Diese Fassung wiederherstellen'
      },
      saving: 'Wird gespeichert…',
      saved: (at, now) => {
        const minutes = Math.floor((now - Date.parse(at)) / 60_000)
        if (minutes < 1) return 'Gerade gespeichert'
        if (minutes < 60) return `Vor ${count(minutes, 'Minute', 'Minuten')} gespeichert`
        return `Gespeichert am ${longDate(at.slice(0, 10))}`
      }
    },
    attachments: {
      label: 'Anhänge',
      add: 'Datei anhängen…',
      remove: (name) => `Anhang ${name} entfernen`,
      size: bytes
    },
    several: (n) => `${papers(n)} ausgewählt`,
    severalHelp: 'Was Sie jetzt tun, geschieht mit allen.',
    nothing: 'Kein Paper ausgewählt'
  }
}
