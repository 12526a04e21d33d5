import { german } from '@shared/messages/formats'
import type { Span } from '@shared/model/topic-map'
import { isoDay } from '@shared/text/windows'
import type { Words } from '../en'
import { papers } from './count'

const { number, percent, longDate, shortDate } = german

const spanNames: Record<Span, readonly [last: string, many: string]> = {
  day: ['des letzten Tages', 'Tage'],
  week: ['der letzten Woche', 'Wochen'],
  month: ['des letzten Monats', 'Monate']
}

/** `Woche ab 4. Mai 2026`, `Mai 2026`. */
function window(day: number, span: Span): string {
  const date = isoDay(day)
  if (span === 'month') return longDate(date.slice(0, 7))
  return span === 'week' ? `Woche ab ${longDate(date)}` : longDate(date)
}

/** The words of the pictures of a library. */
export const pictures: Words['pictures'] = {
  label: 'Bilder',
  kinds: { map: 'Themenkarte', timeline: 'Zeitleiste', rising: 'Steigende Begriffe' },
  close: 'Bilder schließen',
  asTable: 'Als Tabelle zeigen',
  save: { label: 'Speichern', svg: 'Als SVG speichern…', png: 'Als PNG speichern…' },
  saved: (fileName) => `Als ${fileName} gespeichert.`,
  colourBy: 'Farben nach',
  colourings: {
    tag: 'Farben nach Schlagwort',
    read: 'Farben nach Gelesenem',
    year: 'Farben nach Jahr',
    digest: 'Farben nach Digest'
  },
  span: 'Wie lang ein Balken ist',
  spans: {
    auto: 'Tage, Wochen oder Monate',
    day: 'Nach Tagen',
    week: 'Nach Wochen',
    month: 'Nach Monaten'
  },
  window,
  shortWindow: (day, span) => shortDate(isoDay(day).slice(0, span === 'month' ? 7 : 10)),
  empty: 'Noch nichts zu zeichnen',
  emptyHelp: 'Importieren Sie Papers; ihre Themen, Tage und Wörter werden hier gezeichnet.',
  legend: {
    label: 'Farben',
    inbox: 'Im Eingang',
    unread: 'Ungelesen',
    read: 'Gelesen',
    noTag: 'Keines dieser Schlagwörter',
    otherDigests: 'Andere Digests',
    noYear: 'Ohne Jahr',
    years: (from, to) => `${String(from)}–${String(to)}`,
    pick: (name, n) => `${name} auflisten: ${papers(n)}`
  },
  map: {
    label: (n) => `Themenkarte mit ${n === 1 ? 'einem Paper' : papers(n)}`,
    region: (terms, n) => `${terms.join(', ')}: ${papers(n)}`,
    keys: 'Pfeiltasten verschieben, + und − zoomen, 0 zeigt alles, Tab geht durch die Themen, Eingabe listet ein Thema auf oder was zu sehen ist. Umschalt und Ziehen umkreist Papers.',
    tools: 'Was Ziehen tut',
    tool: {
      move: 'Ziehen verschiebt die Karte',
      box: 'Ziehen zeichnet ein Rechteck',
      lasso: 'Ziehen zeichnet eine Schlinge'
    },
    zoom: 'Zoom',
    closer: 'Näher heran',
    further: 'Weiter weg',
    whole: 'Die ganze Karte zeigen',
    layOut: 'Die Karte neu anordnen',
    layOutHelp: 'Die Karte neu anordnen: Papers, die seither kamen, reden dann mit',
    working: (done) => `Plätze werden gesucht, ${percent(done)}`,
    wordless: (n) =>
      n === 1
        ? 'Ein Paper teilt keine Wörter mit anderen und hat keinen Platz.'
        : `${number(n)} Papers teilen keine Wörter mit anderen und haben keinen Platz.`,
    nothing: 'Dort ist kein Paper. Drücken Sie 0, um die ganze Karte zu sehen.',
    failed: 'Die Karte konnte nicht gemacht werden',
    failedHelp: 'An der Bibliothek wurde nichts geändert.',
    again: 'Noch einmal versuchen',
    table: 'Themen mit den Wörtern, die sie auszeichnen, von großen zu kleinen',
    heads: ['Thema', 'Größe', 'Papers'],
    levels: ['groß', 'mittel', 'klein']
  },
  timeline: {
    label: 'Papers, die kamen, behalten und gelesen wurden',
    keys: 'Pfeiltasten gehen von Balken zu Balken, mit Umschalt über mehrere; Eingabe listet ihre Papers auf. Ziehen Sie über Balken, um sie zusammen aufzulisten.',
    table: 'Papers, die kamen, behalten und gelesen wurden, die neuesten zuerst',
    when: 'Wann',
    what: { arrived: 'Gekommen', kept: 'Behalten', read: 'Gelesen' },
    between: (from, to) => `${from} bis ${to}`,
    bin: (when, bin) =>
      `${when}: ${number(bin.arrived)} gekommen, ${number(bin.kept)} behalten, ${number(bin.read)} gelesen`
  },
  rising: {
    help: (n, span) =>
      `Wörter, die in mehr Papers ${spanNames[span][0]} stehen als zuvor; jede Linie geht über ${number(n)} ${spanNames[span][1]}.`,
    term: (word, counts) =>
      `${word}: zuletzt in ${n(counts.at(-1) ?? 0)}, davor in ${counts.slice(0, -1).map(number).join(', ')}`,
    none: 'Kein Wort steigt',
    noneHelp:
      'Wenn Papers mehrerer Tage gekommen sind, werden hier Wörter gezeichnet, die häufiger werden.',
    table: 'Wörter, die steigen, und in wie vielen Papers jeder Zeit sie stehen',
    word: 'Wort'
  },
  picked: {
    label: 'Ausgewählte Papers',
    help: 'In einem Bild ausgewählt',
    drawn: 'Auf der Karte umkreist',
    inView: 'Auf der Karte zu sehen',
    collect: 'Sammeln…',
    tag: 'Schlagwort geben…',
    tagTitle: (n) => `Schlagwort für ${papers(n)}`,
    tagName: 'Name des Schlagworts',
    tagged: (n, name) => `${papers(n)} mit Schlagwort ${name}.`,
    back: 'Zurück',
    backHelp: 'Zeigen, was vorher da war',
    empty: [
      'Keines davon ist noch hier',
      'Die ausgewählten Papers sind nicht mehr in der Bibliothek.'
    ]
  },
  commands: {
    open: (kind) => `Bild zeigen: ${kind}`,
    close: 'Bilder schließen',
    focus: 'Zum Bild gehen',
    table: 'Das Bild als Tabelle zeigen, oder als Bild',
    svg: 'Das Bild als SVG speichern…',
    png: 'Das Bild als PNG speichern…',
    layOut: 'Die Themenkarte neu anordnen',
    colour: (by) => `Themenkarte: ${by}`,
    back: 'Zeigen, was vor der Auswahl im Bild da war',
    collect: 'Die im Bild ausgewählten Papers sammeln…',
    tag: 'Den im Bild ausgewählten Papers ein Schlagwort geben…',
    needsPicture: 'Öffnen Sie erst ein Bild.',
    needsPicked: 'Wählen Sie erst Papers in einem Bild aus.'
  }
}

/** Papers in the dative. */
function n(count: number): string {
  return count === 1 ? 'einem Paper' : papers(count)
}
