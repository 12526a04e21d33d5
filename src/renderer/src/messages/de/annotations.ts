import { german } from '@shared/messages/formats'
import type { Annotation, AnnotationKind } from '@shared/model/annotation'
import type { annotations as shape } from '../en/annotations'
import { annotations as several, papers } from './count'

const { longDate, number } = german

const kinds: Record<AnnotationKind, string> = {
  highlight: 'Hervorhebung',
  underline: 'Unterstreichung',
  note: 'Notiz',
  area: 'Bereich',
  ink: 'Zeichnung',
  text: 'Text'
}
const colours = ['Gelb', 'Grün', 'Blau', 'Rot', 'Violett', 'Orange', 'Rosa', 'Grau']

/** As in English: what a colour means, or else how it looks. */
function colour(names: readonly string[], number: number): string {
  const own = names[number] ?? ''
  return own === '' ? (colours[number] ?? '') : own
}

function place({ target }: Pick<Annotation, 'target'>): string {
  if (target.on !== 'pdf') return target.on === 'title' ? 'Titel' : 'Abstract'
  return `S. ${target.pageLabel === '' ? String(target.page + 1) : target.pageLabel}`
}

export const annotations: typeof shape = {
  annotations: {
    label: 'Annotationen',
    kinds,
    colour,
    placeOf: place,
    place: 'Stelle zuweisen',
    placeWhat: (what) => `Annotation eine Stelle zuweisen: ${what}`,
    placing: 'Wählen Sie den Text aus, an dem sie stehen soll, und drücken Sie die Eingabetaste.',
    toolbar: {
      label: 'Ausgewählten Text markieren',
      highlight: (name, key) => `Hervorheben: ${name} (${String(key)})`,
      underline: 'Unterstreichen',
      comment: 'Kommentieren',
      place: 'Hierher setzen',
      keys: 'Tasten: 1–8 hebt hervor, u unterstreicht, Eingabetaste kommentiert.'
    },
    none: 'Noch keine. Wählen Sie Text im Abstract oder im PDF aus, um ihn zu markieren.',
    item: (kind, at) => `${kinds[kind]}, ${at}`,
    lost: 'Stelle verloren',
    lostHelp: 'Die Wörter stehen nicht mehr im Text.',
    edit: 'Bearbeiten',
    editWhat: (what) => `Annotation bearbeiten: ${what}`,
    remove: 'Löschen',
    removeWhat: (what) => `Annotation löschen: ${what}`,
    comment: 'Kommentar',
    commentPlaceholder: 'Markdown. Wird beim Schreiben gespeichert.',
    colourLabel: 'Farbe',
    kindLabel: 'Art',
    tag: 'Schlagwort',
    addTag: 'Der Annotation ein Schlagwort geben',
    removeTag: (name) => `Schlagwort ${name} von der Annotation entfernen`,
    by: (author, at) => `${author === '' ? '' : `${author}, `}${longDate(at.slice(0, 10))}`,
    more: (n) => `Alle ${number(n)} zeigen`,
    unplaced: (n) =>
      n === 1
        ? 'Eine hat im jetzigen Text keine Stelle gefunden.'
        : `${number(n)} haben im jetzigen Text keine Stelle gefunden.`,
    loose: (n) =>
      n === 1
        ? 'Eine ist in einer Datei, die nicht mehr angehängt ist.'
        : `${number(n)} sind in Dateien, die nicht mehr angehängt sind.`,
    showUnplaced: 'Zeigen',
    lookIn: (file) => `In ${file} suchen`,
    reanchored: (placed, lost) => {
      const found = placed === 0 ? '' : `${several(placed)} an neuer Stelle.`
      const not = lost === 0 ? '' : `Für ${number(lost)} fand sich keine Stelle.`
      return [found, not].filter((part) => part !== '').join(' ')
    },
    replaced: (placed, lost) => {
      if (placed + lost === 0) return 'Die Datei wurde ersetzt.'
      const all = `Die Datei wurde ersetzt; ${number(placed)} von ${several(placed + lost)} wiedergefunden.`
      return lost === 0 ? all : `${all} Für ${number(lost)} fand sich keine Stelle.`
    },
    takenOver: (added, known) => {
      if (added + known === 0) return 'Dieses PDF hat keine eigenen Annotationen.'
      const had = known === 0 ? '' : ` ${number(known)} schon vorhanden.`
      return added === 0
        ? 'Alle seine Annotationen wurden schon früher übernommen.'
        : `${several(added)} übernommen.${had}`
    },
    written: (n, left, fileName) =>
      `${several(n)} in ${fileName} geschrieben.${left === 0 ? '' : ` ${number(left)} ohne Stelle ausgelassen.`}`,
    copied: (n) => `${several(n)} als Markdown kopiert.`,
    saved: (n, fileName) => `${several(n)} in ${fileName} geschrieben.`,
    file: {
      menu: (name) => `Mehr zu ${name}`,
      short: 'Mehr',
      replace: 'Durch eine andere Datei ersetzen…',
      takeOver: 'Annotationen daraus übernehmen',
      write: 'Kopie mit Annotationen speichern…'
    },
    view: {
      search: 'Annotationen durchsuchen',
      searchPlaceholder: 'Wörter aus Zitat, Kommentar oder Schlagwort',
      colours: 'Farben',
      kind: 'Art',
      anyKind: 'Jede Art',
      tag: 'Schlagwort',
      anyTag: 'Jedes Schlagwort',
      unplaced: 'Stelle verloren',
      ofPaper: (title) => `Nur zu „${title}“`,
      everywhere: 'Alle Papers zeigen',
      found: (n, among) => (n === 0 ? 'Keine Annotationen' : `${several(n)} in ${papers(among)}`),
      empty: 'Noch keine Annotationen',
      emptyHelp:
        'Wählen Sie Text in einem Abstract aus und drücken Sie 1 bis 8, oder übernehmen Sie, was Ihre PDFs mitgebracht haben.',
      nothing: 'Keine Annotation ist so',
      nothingHelp: 'Nehmen Sie ein Wort oder einen Filter weg.',
      export: 'Annotationen exportieren',
      copy: 'Als Markdown kopieren',
      save: 'Als Markdown speichern…',
      keys: 'Eingabetaste führt zum Paper, e bearbeitet, Entf löscht.',
      close: 'Zurück zu den Papers'
    },
    settings: {
      title: 'Farben der Annotationen',
      help: 'Was jede Ihnen bedeutet, etwa Methode oder Zweifel.',
      annotator: 'Ihr Name in annotierten PDFs',
      annotatorHelp: 'Steht in Kopien, die Sie exportieren. Leer für keinen Namen.'
    }
  }
}
