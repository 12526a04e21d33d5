import { german } from '@shared/messages/formats'
import type { reader as shape } from '../en/reader'

const { number, percent } = german

export const reader: typeof shape = {
  label: 'Leseansicht',
  toolbar: 'Seiten',
  resize: 'Breite des Papers neben dem PDF',
  opening: 'Wird geöffnet…',
  page: 'Seite',
  of: (pages) => `von ${number(pages)}`,
  percent,
  openElsewhere: 'Mit einem anderen Programm öffnen',
  closeTab: 'Schließen',
  frame: {
    language: 'de',
    title: (title) => `PDF von ${title}`,
    label: (title) => `Seiten von ${title}`,
    page: 'Seite {n}',
    thumbnails: 'Kleine Seiten',
    preview: 'Wohin der Link führt'
  },
  tabs: {
    label: 'Offene Papers',
    library: 'Bibliothek',
    closeHelp: 'Schließen'
  },
  find: {
    label: 'In diesem PDF suchen',
    placeholder: 'Suchen',
    next: 'Nächster Treffer',
    previous: 'Vorheriger Treffer',
    caseSensitive: 'Groß- und Kleinschreibung beachten',
    wholeWords: 'Ganze Wörter',
    list: 'Liste',
    close: 'Suche schließen',
    count: ({ current, total, state }) => {
      if (state === 'none' || (total === 0 && state !== 'pending')) return 'Nicht gefunden'
      if (total === 0) return ''
      return `${number(current)} von ${number(total)} ${total === 1 ? 'Treffer' : 'Treffern'}`
    }
  },
  side: {
    outline: 'Gliederung',
    hits: 'Treffer',
    marks: 'Annotationen',
    noOutline: 'Dieses PDF hat keine Gliederung.',
    noHits: 'Nichts gefunden.',
    more: (shown, total) => `Die ersten ${number(shown)} von ${number(total)} Treffern.`
  },
  marks: {
    none: 'In diesem PDF ist nichts markiert. Wählen Sie Text aus oder nehmen Sie ein Werkzeug.',
    tools: {
      note: 'Klicken Sie, wo die Notiz stehen soll.',
      area: 'Ziehen Sie einen Rahmen um den Bereich.',
      ink: 'Zeichnen Sie.',
      text: 'Klicken Sie, wo der Text beginnen soll, oder ziehen Sie seinen Rahmen.'
    }
  },
  locked: {
    title: (name) => `„${name}“ öffnet sich mit einem Passwort.`,
    label: 'Passwort',
    wrong: 'Dieses Passwort öffnet es nicht.',
    open: 'Öffnen'
  },
  failures: {
    damaged: (name) =>
      `„${name}“ ist beschädigt oder kein PDF und kann nicht gezeigt werden. Versuchen Sie ein anderes Programm oder hängen Sie die Datei neu an.`,
    gone: (name) =>
      `„${name}“ kann nicht mehr gelesen werden. Liegt die Datei auf einem anderen Datenträger, schließen Sie ihn an; sonst hängen Sie sie neu an.`,
    unexpected: (name) =>
      `„${name}“ kann hier nicht gezeigt werden. Ein anderes Programm kann es vielleicht.`
  },
  noPdf: 'Dieses Paper hat kein PDF. Hängen Sie eines an oder öffnen Sie den Link.',
  commands: {
    group: 'Leseansicht',
    open: 'PDF lesen',
    openElsewhere: 'PDF mit einem anderen Programm öffnen',
    reopen: 'Zurück zum offenen PDF',
    leave: 'Zurück zur Liste',
    closeTab: 'PDF schließen',
    nextTab: 'Nächstes offenes Paper',
    previousTab: 'Vorheriges offenes Paper',
    find: 'Im PDF suchen',
    findNext: 'Nächster Treffer im PDF',
    findPrevious: 'Vorheriger Treffer im PDF',
    goToPage: 'Gehe zu Seite…',
    nextPage: 'Nächste Seite',
    previousPage: 'Vorherige Seite',
    back: 'Zurück zur vorigen Stelle im PDF',
    forward: 'Vorwärts im PDF',
    outline: 'Gliederung ein- oder ausblenden',
    thumbnails: 'Kleine Seiten ein- oder ausblenden',
    zoomIn: 'Seiten größer',
    zoomOut: 'Seiten kleiner',
    fitWidth: 'Seiten so breit wie das Fenster',
    fitPage: 'Ganze Seiten',
    twoPages: 'Zwei Seiten nebeneinander',
    rotate: 'Seiten im Uhrzeigersinn drehen',
    rotateBack: 'Seiten gegen den Uhrzeigersinn drehen',
    dark: 'Dunkle oder helle Seiten',
    marks: 'Annotationen des PDFs ein- oder ausblenden',
    highlight: 'Ausgewählten Text hervorheben',
    highlightIn: (colour) => `Ausgewählten Text hervorheben: ${colour}`,
    underline: 'Ausgewählten Text unterstreichen',
    comment: 'Ausgewählten Text kommentieren',
    note: 'Notiz auf die Seite setzen',
    area: 'Bereich der Seite markieren',
    ink: 'Auf die Seite zeichnen',
    text: 'Auf die Seite schreiben',
    list: 'Liste neben dem PDF ein- oder ausblenden',
    beside: 'Paper neben dem PDF ein- oder ausblenden'
  }
}
