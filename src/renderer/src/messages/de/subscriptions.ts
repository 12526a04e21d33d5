import { german } from '@shared/messages/formats'
import { papers } from './count'
import type { subscriptions as english } from '../en/subscriptions'

const { count, number } = german
const feeds = (n: number): string => count(n, 'Feed', 'Feeds')

export const subscriptions: typeof english = {
  title: 'Abonnements',
  help: 'Diese fragt Sheaf nach neuen Papers, solange es offen ist, und legt sie in den Eingang. Was schon da war, kommt nicht noch einmal; Tage, an denen Sheaf geschlossen war, werden nachgeholt.',
  loading: 'Wird nachgesehen…',
  none: 'Es gibt noch keine, und niemand wird gefragt.',
  list: 'Abonnements',
  kinds: {
    web: 'Feed oder Seite',
    arxiv: 'arXiv',
    daily: 'Tägliche Papers',
    openalex: 'Suche bei OpenAlex',
    crossref: 'Suche bei Crossref',
    mail: 'Benachrichtigungen per Mail (IMAP)'
  },
  about: (source) => {
    switch (source.kind) {
      case 'web':
        return source.url
      case 'arxiv':
        return source.query
      case 'daily':
        return `${source.site}, ${{ date: 'nach Tagen', week: 'nach Wochen', month: 'nach Monaten' }[source.period]}`
      case 'openalex':
      case 'crossref':
        return source.search
      case 'mail':
        return `${source.user}, Ordner ${source.folder} bei ${source.host}`
    }
  },
  add: 'Hinzufügen…',
  fetchAll: 'Alle jetzt abrufen',
  fetch: 'Jetzt abrufen',
  fetchIt: (name) => `„${name}“ jetzt abrufen`,
  edit: 'Bearbeiten…',
  editIt: (name) => `„${name}“ bearbeiten`,
  pause: 'Anhalten',
  pauseIt: (name) => `„${name}“ anhalten`,
  resume: 'Fortsetzen',
  resumeIt: (name) => `„${name}“ fortsetzen`,
  more: 'Letzte Male',
  moreOf: (name) => `Die letzten Abrufe von „${name}“`,
  remove: 'Entfernen',
  removeIt: (name) => `„${name}“ entfernen`,
  removed: (name) => `„${name}“ entfernt. Die Papers bleiben.`,
  running: 'Wird abgerufen…',
  paused: 'Angehalten',
  byHand: 'Nur wenn Sie es sagen',
  next: (at) => `Nächstes Mal: ${at}`,
  soon: 'Nächstes Mal: gleich',
  neverAsked: 'Noch nicht abgerufen',
  needsPassword:
    'Das Passwort ist nicht auf diesem Rechner. Bearbeiten Sie das Abonnement und geben Sie es ein.',
  run: (at, { named, added, held }) => {
    if (named === 0) return `${at}: nichts Neues`
    const known = named - added - held
    return `${at}: ${[
      `${number(added)} neu`,
      ...(known > 0 ? [`${number(known)} schon bekannt`] : []),
      ...(held > 0 ? [`${number(held)} zurückgehalten`] : [])
    ].join(', ')}`
  },
  failed: (at, why) => `${at}: ${why}`,
  total: (named, held) =>
    held > 0
      ? `bisher ${papers(named)}, ${number(held)} zurückgehalten`
      : `bisher ${papers(named)}`,
  noRuns: 'Es wurde noch nicht abgerufen.',
  back: 'Zurück',
  arrived: (name, added) => `${count(added, 'neues Paper', 'neue Papers')} von „${name}“`,
  watched: 'Überwachter Ordner',
  watchedChange: 'Ändern…',
  lists: 'OPML',
  opmlIn: 'Feeds aus einer Liste hinzufügen (OPML)…',
  opmlOut: 'Feeds in eine Liste schreiben (OPML)…',
  written: (file, n) => `${feeds(n)} in ${file} geschrieben`,
  feeds: (n) => `${feeds(n)} in dieser Liste`,
  addFeeds: (n) => `${feeds(n)} abonnieren`,
  feedsAdded: (n) => (n === 0 ? 'Alle diese Feeds sind schon da.' : `${feeds(n)} abonniert.`),
  held: {
    open: (n) => `Zurückgehalten: ${number(n)}`,
    title: (name) => `Zurückgehalten von „${name}“`,
    help: (n, passing) => {
      if (n === 0) return 'Nichts ist zurückgehalten.'
      const those = `${papers(n)} ${n === 1 ? 'kam' : 'kamen'} wegen des Filters nicht herein.`
      return passing === 0
        ? those
        : `${those} So, wie er jetzt ist, ließe er ${number(passing)} davon herein.`
    },
    list: 'Zurückgehaltene Papers',
    why: {
      only: 'Nicht, was „Nur“ verlangt',
      never: 'Was „Nie“ nennt',
      passes: 'Der Filter lässt es jetzt herein'
    },
    take: 'Aufnehmen',
    takeIt: (title) => `„${title}“ aufnehmen`,
    takeAll: (n) => `Alle ${number(n)} aufnehmen`,
    takePassing: (n) => `Die ${number(n)} aufnehmen, die jetzt hereinkämen`,
    taken: (n) => `${papers(n)} aufgenommen`,
    older: (n) =>
      `Von ${n === 1 ? 'einem Paper, das' : `${number(n)} Papers, die`} vor längerer Zeit zurückgehalten ${n === 1 ? 'wurde, ist' : 'wurden, sind'} nur noch die Namen bekannt; was Ihnen davon fehlt, kann über seine Kennung oder aus einer Datei aufgenommen werden.`,
    edit: 'Filter bearbeiten…'
  },
  form: {
    titleNew: 'Neues Abonnement',
    titleEdit: (name) => `Abonnement „${name}“`,
    address: 'Adresse',
    addressHelp:
      'Ein Feed oder eine Seite, eine Kategorie oder Anfrage von arXiv, eine Seite täglicher Papers, eine Mailadresse für Benachrichtigungen oder eine Liste von Feeds (OPML).',
    nothing:
      'Diese Adresse kennt Sheaf nicht. Wählen Sie unten, was gefragt wird, und füllen Sie den Rest aus.',
    kind: 'Was gefragt wird',
    name: 'Name',
    nameHelp: 'An den Papers steht, dass sie von hier kamen.',
    url: 'Adresse des Feeds oder der Seite',
    webHelp: 'Sie beginnt mit http:// oder https://.',
    hostHelp: 'Sein Name, etwa imap.example.org.',
    arxiv: 'Anfrage',
    arxivHelp: 'In der Sprache der arXiv-API: cat:math.AG, au:noether, cat:cs.LG AND all:graph',
    search: 'Gesuchte Wörter',
    site: 'Adresse der Seite',
    way: 'Gelesen wird',
    ways: { api: 'Die API', page: 'Die Seiten' },
    period: 'Eine Liste für jeden Zeitraum',
    periods: { date: 'Tag', week: 'Woche', month: 'Monat' },
    host: 'Mailserver (IMAP)',
    port: 'Port',
    security: 'Verbindung',
    securities: { tls: 'TLS', starttls: 'STARTTLS' },
    user: 'Benutzername',
    folder: 'Ordner',
    folderHelp: 'Mails darin werden nur gelesen: Nichts wird markiert, verschoben oder gelöscht.',
    password: 'Passwort',
    passwordHelp:
      'Es wird im Schlüsselbund des Systems aufbewahrt. Viele Dienste verlangen ein App-Passwort.',
    passwordKept: 'Es ist im Schlüsselbund des Systems. Lassen Sie dies leer, um es zu behalten.',
    every: 'Wie oft',
    schedules: {
      0: 'Nur wenn ich es sage',
      1: 'Jede Stunde',
      3: 'Alle 3 Stunden',
      6: 'Alle 6 Stunden',
      12: 'Alle 12 Stunden',
      24: 'Jeden Tag',
      168: 'Jede Woche'
    },
    filter: 'Welche Papers hereinkommen',
    only: 'Nur',
    onlyHelp: 'Eine Anfrage wie im Suchfeld: graph or tree. Leer für alle.',
    byKnown: 'Von Autorinnen und Autoren behaltener Papers, gleich worüber',
    byKnownHelp:
      'Mit einer Anfrage kommen diese neben dem, was sie findet; ohne eine kommen nur diese.',
    never: 'Nie',
    neverHelp: 'Eine Anfrage: Was sie findet, wird zurückgehalten.',
    preview: ({ of, passing }) =>
      of === 0
        ? 'Wenn Papers gekommen sind, sehen Sie hier, was daraus wird.'
        : of === 1
          ? `Das letzte Paper käme ${passing === 1 ? '' : 'nicht '}herein.`
          : `Von den letzten ${papers(of)} ${passing === 1 ? 'käme 1' : `kämen ${number(passing)}`} herein.`,
    papers: 'Die neuesten davon',
    passes: 'kommt herein',
    heldBack: 'zurückgehalten',
    save: 'Speichern',
    subscribe: 'Abonnieren'
  }
}
