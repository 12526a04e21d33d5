import { german } from '@shared/messages/formats'
import type { ChangeLabel } from '@shared/model/journal'
import { plainText } from '@shared/text/residue'
import type { library as shape } from '../en/library'
import { annotations, papers } from './count'

const { count, number, shortDate } = german

/** What was done, as it stands behind “Rückgängig:”. */
function change({ kind, count: n, name }: ChangeLabel): string {
  const some = n === 1 ? 'ein Paper' : papers(n)
  const ofSome = n === 1 ? 'einem Paper' : papers(n)
  const tags = count(n, 'Schlagwort', 'Schlagwörter')
  const ofTags = count(n, 'Schlagwort', 'Schlagwörtern')
  const annotation = n === 1 ? `Annotation${quoted(name)}` : annotations(n)
  const words: Record<ChangeLabel['kind'], string> = {
    import: `Import von ${papers(n)} aus ${name}`,
    'open-archive': `Öffnen von ${name} mit ${papers(n)}`,
    edit: `Bearbeitung von „${short(name)}“`,
    complete: `Vervollständigung von ${ofSome}`,
    'edit-several': `Bearbeitung von ${ofSome}`,
    tag: `Schlagwort „${short(name)}“ an ${ofSome}`,
    untag: `Schlagwort „${short(name)}“ von ${ofSome} entfernt`,
    'tag-rename': `neuer Name des Schlagworts „${short(name)}“`,
    'tag-merge': `${n === 1 ? 'ein Schlagwort' : tags} mit „${short(name)}“ zusammengeführt`,
    'tag-colour': `Farbe von ${n === 1 ? `Schlagwort „${short(name)}“` : ofTags}`,
    'tag-delete': `${n === 1 ? `Schlagwort „${short(name)}“` : tags} gelöscht`,
    rule: `Regel: Schlagwort „${short(name)}“ an ${ofSome}`,
    'rule-edit': `Regel für Schlagwort „${short(name)}“`,
    'rule-delete': `Regel für Schlagwort „${short(name)}“ gelöscht`,
    collect: `${some} zu „${short(name)}“ hinzugefügt`,
    uncollect: `${some} aus „${short(name)}“ genommen`,
    'collection-new': `neue Sammlung „${short(name)}“`,
    'collection-rename': `neuer Name der Sammlung „${short(name)}“`,
    'collection-move': `Sammlung „${short(name)}“ verschoben`,
    'collection-delete': `Sammlung „${short(name)}“ gelöscht`,
    'search-new': `Suche „${short(name)}“ gespeichert`,
    'search-edit': `Änderung der Suche „${short(name)}“`,
    'search-move': `Suche „${short(name)}“ verschoben`,
    'search-delete': `Suche „${short(name)}“ gelöscht`,
    star: `Stern für ${some}`,
    unstar: `Stern von ${ofSome} genommen`,
    read: `${some} als gelesen markiert`,
    unread: `${some} als ungelesen markiert`,
    note: `Notiz zu „${short(name)}“`,
    'restore-note': `frühere Notiz zu „${short(name)}“`,
    trash: `${some} in den Papierkorb`,
    restore: `${some} wiederhergestellt`,
    'empty-trash': `${some} aus dem Papierkorb gelöscht`,
    keep: `${named(n, name)} behalten`,
    dismiss: `${named(n, name)} verworfen`,
    undecide: `${named(n, name)} zurück in den Eingang`,
    key: `Zitierschlüssel ${name}`,
    merge: `Zusammenführung von ${ofSome}`,
    apart: `Unterscheidung von ${ofSome}`,
    choose: `Wert von „${short(name)}“`,
    seen: `neuere Version von ${ofSome} gesehen`,
    'digest-date': 'Datum eines Digests',
    attach: `${n === 1 && name !== '' ? name : count(n, 'Datei', 'Dateien')} angehängt`,
    detach: `Anhang ${name} entfernt`,
    'link-project': `Verknüpfung mit ${short(name)}`,
    'set-project': `Einstellungen von ${short(name)}`,
    'unlink-project': `Verknüpfung mit ${short(name)} gelöst`,
    recite: `Zitate von ${short(name)}`,
    'remove-entry': `Eintrag ${short(name)} aus einer .bib genommen`,
    subscribe: name === '' ? `Abonnement von ${number(n)} Feeds` : `Abonnement „${short(name)}“`,
    'set-subscription': `Einstellungen des Abonnements „${short(name)}“`,
    'pause-subscription': `Abonnement „${short(name)}“ angehalten`,
    'resume-subscription': `Abonnement „${short(name)}“ fortgesetzt`,
    unsubscribe: `Abonnement „${short(name)}“ entfernt`,
    keys: `neue Zitierschlüssel von ${ofSome}`,
    annotate: annotation,
    recolour: `Farbe von ${annotation}`,
    annotation: `Bearbeitung von ${annotation}`,
    'take-over': `${annotations(n)} aus ${name} übernommen`,
    'replace-file': `${name} ersetzt`,
    reanchor: `neue Stellen von ${annotations(n)} in ${name}`,
    unannotate: `${annotation} gelöscht`
  }
  return words[kind]
}

function quoted(name: string): string {
  return name === '' ? '' : ` „${short(name)}“`
}

function named(n: number, name: string): string {
  return n === 1 && name !== '' ? `„${short(plainText(name))}“` : papers(n)
}

/** What several changes of one kind were: one and many of them. */
const kinds: Record<ChangeLabel['kind'], readonly [one: string, many: string]> = {
  import: ['Import', 'Importe'],
  'open-archive': ['Öffnen einer exportierten Bibliothek', 'Öffnen exportierter Bibliotheken'],
  edit: ['Bearbeitung', 'Bearbeitungen'],
  complete: ['Vervollständigung', 'Vervollständigungen'],
  'edit-several': ['Bearbeitung mehrerer Papers', 'Bearbeitungen mehrerer Papers'],
  tag: ['vergebenes Schlagwort', 'vergebene Schlagwörter'],
  untag: ['abgenommenes Schlagwort', 'abgenommene Schlagwörter'],
  'tag-rename': ['umbenanntes Schlagwort', 'umbenannte Schlagwörter'],
  'tag-merge': ['Zusammenführung von Schlagwörtern', 'Zusammenführungen von Schlagwörtern'],
  'tag-colour': ['Farbe eines Schlagworts', 'Farben von Schlagwörtern'],
  'tag-delete': ['gelöschtes Schlagwort', 'gelöschte Schlagwörter'],
  rule: ['Anwendung einer Regel', 'Anwendungen von Regeln'],
  'rule-edit': ['Änderung einer Regel', 'Änderungen von Regeln'],
  'rule-delete': ['gelöschte Regel', 'gelöschte Regeln'],
  collect: ['Aufnahme in eine Sammlung', 'Aufnahmen in Sammlungen'],
  uncollect: ['Entnahme aus einer Sammlung', 'Entnahmen aus Sammlungen'],
  'collection-new': ['neue Sammlung', 'neue Sammlungen'],
  'collection-rename': ['umbenannte Sammlung', 'umbenannte Sammlungen'],
  'collection-move': ['verschobene Sammlung', 'verschobene Sammlungen'],
  'collection-delete': ['gelöschte Sammlung', 'gelöschte Sammlungen'],
  'search-new': ['gespeicherte Suche', 'gespeicherte Suchen'],
  'search-edit': ['geänderte Suche', 'geänderte Suchen'],
  'search-move': ['verschobene Suche', 'verschobene Suchen'],
  'search-delete': ['gelöschte Suche', 'gelöschte Suchen'],
  star: ['Stern', 'Sterne'],
  unstar: ['genommener Stern', 'genommene Sterne'],
  read: ['Markierung als gelesen', 'Markierungen als gelesen'],
  unread: ['Markierung als ungelesen', 'Markierungen als ungelesen'],
  note: ['Notiz', 'Notizen'],
  'restore-note': ['frühere Notiz', 'frühere Notizen'],
  trash: ['Verschiebung in den Papierkorb', 'Verschiebungen in den Papierkorb'],
  restore: ['Wiederherstellung', 'Wiederherstellungen'],
  'empty-trash': ['Leerung des Papierkorbs', 'Leerungen des Papierkorbs'],
  keep: ['Entscheidung, zu behalten', 'Entscheidungen, zu behalten'],
  dismiss: ['Verwerfung', 'Verwerfungen'],
  undecide: ['Rückkehr in den Eingang', 'Rückkehren in den Eingang'],
  key: ['Zitierschlüssel', 'Zitierschlüssel'],
  merge: ['Zusammenführung', 'Zusammenführungen'],
  apart: ['Unterscheidung', 'Unterscheidungen'],
  choose: ['Wahl eines Werts', 'Wahlen von Werten'],
  seen: ['gesehene Version', 'gesehene Versionen'],
  'digest-date': ['Datum eines Digests', 'Daten von Digests'],
  attach: ['Anhang', 'Anhänge'],
  detach: ['entfernter Anhang', 'entfernte Anhänge'],
  annotate: ['Annotation', 'Annotationen'],
  recolour: ['Farbe einer Annotation', 'Farben von Annotationen'],
  annotation: ['Bearbeitung einer Annotation', 'Bearbeitungen von Annotationen'],
  'take-over': ['Übernahme von Annotationen', 'Übernahmen von Annotationen'],
  'replace-file': ['ersetzte Datei', 'ersetzte Dateien'],
  reanchor: ['neue Stelle von Annotationen', 'neue Stellen von Annotationen'],
  unannotate: ['gelöschte Annotation', 'gelöschte Annotationen'],
  'link-project': ['Verknüpfung eines Projekts', 'Verknüpfungen von Projekten'],
  'set-project': ['Einstellung eines Projekts', 'Einstellungen von Projekten'],
  'unlink-project': ['gelöste Verknüpfung', 'gelöste Verknüpfungen'],
  recite: ['Änderung von Zitaten', 'Änderungen von Zitaten'],
  'remove-entry': ['aus einer .bib genommener Eintrag', 'aus einer .bib genommene Einträge'],
  subscribe: ['neues Abonnement', 'neue Abonnements'],
  'set-subscription': ['Änderung eines Abonnements', 'Änderungen von Abonnements'],
  'pause-subscription': ['angehaltenes Abonnement', 'angehaltene Abonnements'],
  'resume-subscription': ['fortgesetztes Abonnement', 'fortgesetzte Abonnements'],
  unsubscribe: ['entferntes Abonnement', 'entfernte Abonnements'],
  keys: ['Neubildung von Zitierschlüsseln', 'Neubildungen von Zitierschlüsseln']
}

function kindOfChanges(kind: ChangeLabel['kind'], n: number, some: number): string {
  const what = count(n, ...kinds[kind])
  return some > n ? `${what} (${papers(some)})` : what
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39).trimEnd()}…` : text
}

export const library: typeof shape = {
  change,
  kindOfChanges,
  header: {
    search: 'Die Bibliothek durchsuchen',
    searchPlaceholder: 'Suchen',
    clearSearch: 'Suche leeren',
    import: 'Importieren',
    export: 'Exportieren',
    undo: 'Rückgängig',
    commands: 'Befehle',
    undoWhat: (label) => `Rückgängig: ${change(label)}`,
    nothingToUndo: 'Nichts rückgängig zu machen'
  },
  sidebar: {
    label: 'Seitenleiste',
    views: {
      inbox: 'Eingang',
      library: 'Bibliothek',
      unread: 'Ungelesen',
      starred: 'Mit Stern',
      incomplete: 'Unvollständig',
      updated: 'Aktualisiert',
      unfiled: 'In keiner Sammlung',
      untagged: 'Ohne Schlagwort',
      trending: 'Trends',
      dismissed: 'Verworfen',
      trash: 'Papierkorb'
    },
    digests: 'Digests',
    noDigests: 'Legen Sie einen auf dem Fenster ab.',
    files: 'Dateien',
    source: (name, date) => (date === '' ? name : `${name}, ${shortDate(date)}`),
    searches: 'Gespeicherte Suchen',
    noSearches: 'Suchen Sie, dann drücken Sie Strg Umschalt S.',
    collections: 'Sammlungen',
    noCollections: 'Drücken Sie f bei einem Paper.',
    tags: 'Schlagwörter',
    noTags: 'Drücken Sie t bei einem Paper.',
    inferred: 'Das Jahr ist erschlossen',
    resize: 'Breite der Seitenleiste'
  },
  list: {
    searching: 'Suche läuft…',
    label: 'Papers',
    resize: 'Breite der Liste',
    count: (n) => papers(n),
    found: (total, shown, pending) => {
      const best = shown < total ? `, die besten ${number(shown)} gezeigt` : ''
      const rest = pending > 0 ? `; ${papers(pending)} noch nicht erfasst` : ''
      return `${number(total)} gefunden${best}${rest}`
    },
    selected: (n) => `${papers(n)} ausgewählt`,
    unread: 'Ungelesen',
    starred: 'mit Stern',
    moreTags: (n) => `+ ${count(n, 'Schlagwort', 'Schlagwörter')}`,
    namedBy: ([first = '', second = '', ...others]) =>
      others.length === 0
        ? `genannt von ${first} und ${second}`
        : `genannt von ${first}, ${second} und ${count(others.length, 'weiteren', 'weiteren')}`,
    note: 'Notiz',
    incomplete: 'unvollständig',
    updated: 'neuere Version',
    sortBy: 'Sortieren nach',
    sorts: {
      relevance: 'Relevanz',
      position: 'Platz im Digest',
      digest: 'Digest',
      added: 'Hinzugefügt am',
      title: 'Titel',
      authors: 'Autoren',
      year: 'Jahr',
      venue: 'Erscheinungsort',
      type: 'Art',
      key: 'Zitierschlüssel',
      read: 'Gelesen oder ungelesen',
      keeping: 'Ähnlichkeit mit dem, was Sie behalten',
      trend: 'Wertung im Trend'
    },
    ascending: 'Aufsteigend',
    descending: 'Absteigend',
    modes: {
      any: () => 'Kein Paper hat alle diese Wörter; gezeigt werden die mit einem davon.',
      text: () => 'Geordnet danach, wie viel sie von diesem Text haben.',
      meaning: () => 'Die nächsten in der Bedeutung, mit diesen Wörtern oder ohne.',
      pages: () => 'Nur im Text von PDFs gefunden.',
      near: (query) => `Keine genaue Übereinstimmung; gezeigt wird Ähnliches zu „${short(query)}“.`
    },
    inNote: 'Notiz',
    inAnnotation: (page) => (page === '' ? 'Annotation' : `Annotation, Seite ${page}`),
    onPage: (page, pages) =>
      pages > 1
        ? `Seite ${number(page)} und ${number(pages - 1)} weitere`
        : `Seite ${number(page)}`,
    openPlace: 'Dort öffnen',
    byMeaning: 'Nach Bedeutung',
    byMeaningHelp: 'Papers danach ordnen, was die Suche bedeutet, nicht nur nach ihren Wörtern',
    nothingFound: 'Nichts gefunden',
    nothingFoundHelp:
      'Versuchen Sie weniger Wörter oder den Anfang eines Worts. Akzente und Groß- und Kleinschreibung spielen keine Rolle.',
    elsewhere: (n) =>
      n === 1
        ? 'Ein Paper in der übrigen Bibliothek passt dazu.'
        : `${number(n)} Papers in der übrigen Bibliothek passen dazu.`,
    searchAll: 'Die ganze Bibliothek durchsuchen'
  },
  linkKinds: { paper: 'Paper', pdf: 'PDF', code: 'Code', project: 'Projektseite', data: 'Daten' },
  empty: {
    views: {
      unread: ['Nichts ungelesen', 'Hier stehen Papers, die Sie nicht als gelesen markiert haben.'],
      starred: ['Nichts mit Stern', 'Drücken Sie s bei einem Paper, um ihm einen Stern zu geben.'],
      incomplete: [
        'Jedes Paper ist vollständig',
        'Hier stehen Papers, denen Autoren, Jahr oder Erscheinungsort fehlen.'
      ],
      updated: [
        'Nichts aktualisiert',
        'Hier stehen Papers, die in einer neueren Version gekommen sind.'
      ],
      dismissed: [
        'Nichts verworfen',
        'Was Sie im Eingang verwerfen, bleibt weg, welcher Digest es auch wieder nennt. Hier können Sie es zurückholen.'
      ],
      trash: [
        'Der Papierkorb ist leer',
        'Gelöschte Papers bleiben hier, bis Sie sie wiederherstellen.'
      ],
      unfiled: [
        'Jedes Paper ist in einer Sammlung',
        'Hier stehen Papers, die in keiner Sammlung sind.'
      ],
      untagged: ['Jedes Paper hat ein Schlagwort', 'Hier stehen Papers ohne Schlagwort.'],
      collection: [
        'Diese Sammlung ist leer',
        'Ziehen Sie Papers darauf, oder drücken Sie f bei einem.'
      ],
      tags: [
        'Kein Paper hat alle diese Schlagwörter',
        'Klicken Sie mit gedrückter Strg-Taste auf ein Schlagwort, um es wieder herauszunehmen.'
      ],
      tag: [
        'Kein Paper hat dieses Schlagwort',
        'Ziehen Sie Papers darauf, oder drücken Sie t bei einem.'
      ],
      digest: ['Keine Papers', 'Seine Papers sind im Papierkorb.']
    }
  },
  footer: {
    saved: 'Alles gespeichert',
    selected: 'ausgewählt',
    last: (label) => `Zuletzt: ${change(label)}`,
    undone: (label) => `Zurückgenommen: ${change(label)}.`,
    redone: (label) => `Wiederholt: ${change(label)}.`
  },
  drop: {
    title: 'Ablegen, um zu importieren',
    onto: (name) => `Zu ${name} hinzufügen`,
    help: 'Digests, Literaturdateien, PDFs, Ordner. Sie sehen, was sie bringen, bevor es aufgenommen wird.'
  }
}
