import { german } from '@shared/messages/formats'
import type { organise as shape } from '../en/organise'
import { papers } from './count'

const { bytes, count, longDate, number, shortDate } = german

const groupings: (typeof shape)['layout']['groupings'] = {
  none: 'Nichts',
  digest: 'Digest',
  added: 'Datum des Hinzufügens',
  year: 'Jahr',
  venue: 'Erscheinungsort',
  author: 'Erstautor',
  type: 'Art',
  tag: 'Erstes Schlagwort'
}

const tags = (n: number): string => count(n, 'Schlagwort', 'Schlagwörter')

export const organise: typeof shape = {
  newCollection: 'Neue Sammlung…',
  newCollectionIn: 'Neue Sammlung darin…',
  newCollectionTitle: 'Neue Sammlung',
  newCollectionInTitle: (name) => `Neue Sammlung in „${name}“`,
  collectionName: 'Name der Sammlung',
  create: 'Anlegen',
  rename: 'Umbenennen…',
  renameIt: (name) => `„${name}“ umbenennen`,
  newName: 'Neuer Name',
  tagNameHelp:
    'Ein Schrägstrich ordnet ein Schlagwort einem anderen unter: „ml/theorie“. Alles darunter wird mit umbenannt.',
  delete: 'Löschen',
  deleted: (name) => `„${name}“ gelöscht.`,
  undo: 'Rückgängig',
  moveTo: 'Verschieben nach…',
  moveItTo: (name) => `„${name}“ verschieben nach`,
  topLevel: 'Oberste Ebene',
  nestUnder: 'Einem anderen Schlagwort unterordnen…',
  nestItUnder: (name) => `„${name}“ unterordnen unter`,
  mergeInto: 'Zusammenführen mit…',
  mergeItInto: (name) => `„${name}“ zusammenführen mit`,
  dropTag: (name) => `Was mit „${name}“ geschehen soll`,
  nest: (name, under) => `„${name}“ unter „${under}“ einordnen`,
  merge: (name, into) => `„${name}“ in „${into}“ aufgehen lassen`,
  colour: 'Farbe',
  colours: ['Violett', 'Braun', 'Blau', 'Rosa', 'Grün', 'Indigo', 'Gold', 'Petrol'],
  relatedToTag: 'Papers wie die mit diesem Schlagwort…',
  ruleForTag: 'Neue Regel für dieses Schlagwort…',
  manageTags: 'Schlagwörter verwalten…',
  manageRules: 'Regeln für Schlagwörter…',
  foldAll: 'Alle zuklappen',
  unfoldAll: 'Alle aufklappen',
  addToTags: 'Auch dieses Schlagwort verlangen',
  emptyTrash: 'Papierkorb leeren…',
  restoreAll: 'Alle Papers im Papierkorb wiederherstellen',
  moveUp: 'Nach oben',
  moveDown: 'Nach unten',
  takeQuery: 'Ihre Anfrage durch die im Suchfeld ersetzen',
  saveSearch: 'Diese Suche speichern…',
  saveSearchTitle: 'Diese Suche speichern',
  searchName: 'Name der Suche',
  updateSearch: (name) => `Änderungen an „${name}“ speichern`,
  searchSaved: (name) => `Als „${name}“ gespeichert.`,
  nothingToSave: 'Geben Sie erst eine Suche ein; dann lässt sie sich speichern.',
  actions: (name) => `Aktionen für ${name}`,
  several: (names) => names.join(' + '),
  choose: {
    label: 'Suchen',
    nothing: 'Nichts hat diesen Namen.',
    found: (n) => `${count(n, 'Möglichkeit', 'Möglichkeiten')} gefunden`,
    addTitle: (n) =>
      n === 1
        ? 'Das Paper zu einer Sammlung hinzufügen'
        : `${papers(n)} zu einer Sammlung hinzufügen`,
    removeTitle: (n) =>
      n === 1 ? 'Das Paper aus einer Sammlung nehmen' : `${papers(n)} aus einer Sammlung nehmen`,
    noCollections: 'Es gibt noch keine Sammlungen. Geben Sie einen Namen ein, um eine anzulegen.',
    inNone: 'Keines davon ist in einer Sammlung.',
    makeNew: (name) => `Neue Sammlung „${name}“`,
    nothingToChoose: 'Es gibt nichts zu wählen.'
  },
  added: (n, name) => `${papers(n)} zu „${name}“ hinzugefügt.`,
  removed: (n, name) => `${papers(n)} aus „${name}“ genommen.`,
  tags: {
    title: 'Schlagwörter',
    find: 'Schlagwort suchen',
    list: 'Schlagwörter',
    none: 'Es gibt noch keine Schlagwörter. Drücken Sie t bei einem Paper, um ihm eines zu geben.',
    nothing: 'Kein Schlagwort hat diese Buchstaben.',
    summary: (all, shown, chosen) => {
      const ofAll = count(all, 'Schlagwort', 'Schlagwörtern')
      const part = shown < all ? `${number(shown)} von ${ofAll}` : tags(all)
      return chosen > 0 ? `${part}, ${number(chosen)} ausgewählt` : part
    },
    papers,
    sort: 'Sortieren nach',
    sorts: { name: 'Name', count: 'Papers' },
    rename: 'Umbenennen…',
    merge: 'Zusammenführen…',
    mergeTitle: (n) =>
      n === 1 ? 'Das Schlagwort zusammenführen mit' : `${tags(n)} zusammenführen zu`,
    rule: 'Neue Regel…',
    delete: 'Löschen',
    deleted: (n) => `${tags(n)} gelöscht. Die Papers bleiben.`,
    rare: 'Schlagwörter mit wenigen Papers auswählen',
    rareLabel: 'Höchstens',
    rareAfter: 'Papers',
    selectRare: 'Auswählen',
    keys: 'Leertaste wählt aus, Umschalt mit Pfeiltasten erweitert, F2 benennt um, Entf löscht.'
  },
  rules: {
    title: 'Regeln für Schlagwörter',
    help: 'Papers, die zu einer Suche passen, bekommen ein Schlagwort: die vorhandenen und die, die später kommen oder sich ändern. Ein Paper, dem Sie das Schlagwort nehmen, bleibt ohne.',
    none: 'Es gibt noch keine Regeln.',
    add: 'Neue Regel',
    query: 'Papers, die zu dieser Suche passen,',
    queryHelp: 'Wie im Suchfeld: Wörter, author:li, year:2023.., in:"eine gespeicherte Suche".',
    tag: 'bekommen dieses Schlagwort',
    tagHelp: 'Ein Schrägstrich ordnet es einem anderen unter: „ml/theorie“.',
    on: 'Ein',
    off: 'Aus',
    edit: 'Bearbeiten',
    delete: 'Löschen',
    save: 'Speichern und anwenden',
    saveOff: 'Speichern',
    turnOn: (tag) => `Die Regel für „${tag}“ ist eingeschaltet`,
    rule: (query, tag) => `${query} → ${tag}`,
    looking: 'Suche läuft…',
    preview: (answering, toTag) => {
      if (answering === 0) return 'Jetzt passt kein Paper dazu.'
      const have = `${papers(answering)} ${answering === 1 ? 'passt' : 'passen'} jetzt dazu; `
      if (toTag === 0) return `${have}keines braucht das Schlagwort.`
      return `${have}${number(toTag)} ${toTag === 1 ? 'bekäme' : 'bekämen'} das Schlagwort.`
    },
    andMore: (n) => `und ${number(n)} weitere`,
    newest: 'Die neuesten davon',
    done: (n, tag) =>
      n === 0
        ? 'Regel gespeichert. Kein Paper brauchte das Schlagwort.'
        : `Regel gespeichert. ${papers(n)} ${n === 1 ? 'hat' : 'haben'} jetzt das Schlagwort „${tag}“.`
  },
  edit: {
    title: (n) => `${papers(n)} bearbeiten`,
    help: 'Nur was Sie anfassen, ändert sich. Einmal Rückgängig nimmt alles zurück.',
    fields: {
      type: 'Art',
      venue: 'Zeitschrift, Tagungsband oder Buch',
      language: 'Sprache',
      year: 'Jahr'
    },
    mixed: 'Mehrere Werte',
    keepMixed: 'Lassen, wie sie sind',
    changed: 'wird bei allen gesetzt',
    reset: 'Lassen, wie es ist',
    state: 'Status',
    starred: 'Mit Stern',
    read: 'Gelesen',
    tags: 'Schlagwörter',
    addTag: 'Allen ein Schlagwort geben',
    add: 'Hinzufügen',
    collections: 'Sammlungen',
    noCollections: 'Es gibt noch keine Sammlungen.',
    some: (n, of) => `${number(n)} von ${number(of)}`,
    willAdd: 'für alle',
    willRemove: 'für keines',
    apply: (n) => `${papers(n)} ändern`,
    yearError: 'Ein Jahr hat vier Ziffern.',
    nothing: 'Noch nichts zu ändern.',
    command: 'Ausgewählte Papers bearbeiten…'
  },
  trash: {
    title: 'Papierkorb leeren?',
    lost: ({ papers: n, notes, files, bytes: size }) => {
      const parts = [
        ...(notes > 0 ? [count(notes, 'Notiz', 'Notizen')] : []),
        ...(files > 0
          ? [`${count(files, 'angehängten Datei', 'angehängten Dateien')} (${bytes(size)})`]
          : [])
      ]
      const more = parts.length > 0 ? `, mit ${parts.join(' und ')}` : ''
      return `${papers(n)} ${n === 1 ? 'wird' : 'werden'} gelöscht${more}.`
    },
    later:
      'Rückgängig bringt sie 30 Tage lang zurück. Danach sind sie fort und mit ihnen ihre Dateien, wo kein anderes Paper sie hat.',
    empty: 'Papierkorb leeren',
    nothing: 'Der Papierkorb ist schon leer.',
    done: (n) => `${papers(n)} endgültig gelöscht.`,
    age: (days) => {
      if (days === 0) return 'heute gelöscht'
      return days === 1 ? 'gestern gelöscht' : `vor ${number(days)} Tagen gelöscht`
    }
  },
  layout: {
    menu: 'Ansichtsoptionen',
    form: 'Zeigen als',
    rows: 'Zwei Zeilen',
    table: 'Tabelle',
    groupBy: 'Gruppieren nach',
    groupings,
    noGroup: {
      none: '',
      digest: 'In keinem Digest',
      added: 'Zu unbekannter Zeit',
      year: 'Ohne Jahr',
      venue: 'Ohne Erscheinungsort',
      author: 'Ohne Autor',
      type: 'Ohne Art',
      tag: 'Ohne Schlagwort'
    },
    day: (key) => (key.length > 7 ? shortDate(key) : longDate(key)),
    today: 'Heute',
    yesterday: 'Gestern',
    columns: 'Spalten',
    columnNames: {
      title: 'Titel',
      authors: 'Autoren',
      year: 'Jahr',
      venue: 'Erscheinungsort',
      tags: 'Schlagwörter',
      added: 'Hinzugefügt',
      key: 'Schlüssel',
      type: 'Art',
      read: 'Status'
    },
    columnHelp:
      'Eingabetaste sortiert; Alt mit Pfeiltasten verschiebt, Umschalt mit Pfeiltasten ändert die Breite.',
    resizeColumn: (name) => `Breite von ${name}`,
    read: 'gelesen',
    unread: 'ungelesen',
    group: (label, n) => `${label}, ${papers(n)}`,
    groupByCommand: (what) =>
      what === groupings.none ? 'Liste nicht gruppieren' : `Liste gruppieren nach: ${what}`,
    toggleTable: 'Liste als Tabelle oder in zwei Zeilen zeigen',
    columnCommand: (name) => `Spalte ${name} ein- oder ausblenden`,
    nextGroup: 'Nächste Gruppe',
    previousGroup: 'Vorherige Gruppe',
    toggleGroup: 'Gruppe zu- oder aufklappen',
    foldAll: 'Alle Gruppen zuklappen',
    unfoldAll: 'Alle Gruppen aufklappen'
  },
  commands: {
    collect: 'Zu einer Sammlung hinzufügen…',
    uncollect: 'Aus einer Sammlung nehmen…',
    uncollectHere: 'Aus dieser Sammlung nehmen',
    newCollection: 'Neue Sammlung…',
    saveSearch: 'Diese Suche speichern…',
    updateSearch: 'Änderungen an dieser gespeicherten Suche speichern',
    openSearch: (name) => `Gespeicherte Suche ${name} öffnen`,
    renamePlace: 'Dieses Schlagwort, diese Sammlung oder gespeicherte Suche umbenennen…',
    deletePlace: 'Dieses Schlagwort, diese Sammlung oder gespeicherte Suche löschen',
    movePlace: 'Dieses Schlagwort oder diese Sammlung verschieben oder unterordnen…',
    mergeTag: 'Dieses Schlagwort mit einem anderen zusammenführen…',
    manageTags: 'Schlagwörter verwalten…',
    manageRules: 'Regeln für Schlagwörter…',
    emptyTrash: 'Papierkorb leeren…',
    restoreAll: 'Alle Papers im Papierkorb wiederherstellen',
    focusSidebar: 'Zur Seitenleiste',
    editSeveral: 'Ausgewählte Papers bearbeiten…'
  }
}
