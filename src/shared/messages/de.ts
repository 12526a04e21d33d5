import { german } from './formats'
import type { Words } from './en'

const { number, decimal } = german

function decimalOr(n: number): string {
  return Number.isInteger(n) ? number(n) : decimal(n)
}

/** What the main process says, in German. The glossary is at the top of the window's catalogue. */
export const de: Words = {
  menu: {
    file: '&Datei',
    import: 'Importieren…',
    paste: 'Eingefügten Text importieren',
    export: 'Exportieren…',
    linkFolder: 'LaTeX-Ordner verknüpfen …',
    settings: 'Einstellungen…',
    edit: '&Bearbeiten',
    undo: 'Rückgängig',
    redo: 'Wiederholen',
    cut: 'Ausschneiden',
    copy: 'Kopieren',
    pasteText: 'Einfügen',
    selectAll: 'Alles auswählen',
    copyBibtex: 'BibTeX kopieren',
    cite: 'Zitieren …',
    find: 'Suchen',
    view: '&Ansicht',
    commands: 'Befehle…',
    sidebar: 'Seitenleiste ein- oder ausblenden',
    resetZoom: 'Originalgröße',
    zoomIn: 'Vergrößern',
    zoomOut: 'Verkleinern',
    fullScreen: 'Vollbild ein- oder ausschalten',
    help: '&Hilfe',
    keys: 'Tasten',
    quit: 'Beenden',
    close: 'Fenster schließen'
  },
  dialogs: {
    import: 'Importieren',
    attach: 'Dateien anhängen',
    attachButton: 'Anhängen',
    documents: 'Dokumente',
    exportAs: (format) => `Als ${format} exportieren`,
    libraryFolder: 'Ordner für die Bibliothek',
    useFolder: 'Diesen Ordner verwenden',
    watchedFolder: 'Zu beobachtender Ordner',
    watchFolder: 'Diesen Ordner beobachten',
    couldNotStart: 'Sheaf konnte nicht starten'
  },
  database: {
    theLibrary: 'der Bibliothek',
    copyDamaged: (file) => `Die Kopie der Bibliothek unter ${file} ist beschädigt.`,
    newer: (file) =>
      `${file} stammt von einem neueren Sheaf. Aktualisieren Sie Sheaf, um die Datei zu öffnen; sie wurde nicht verändert.`,
    full: (file) =>
      `Der Datenträger mit ${file} ist voll. Schaffen Sie Platz und versuchen Sie es erneut; nichts wurde verändert.`,
    damaged: (file) =>
      `${file} ist keine Sheaf-Bibliothek oder ist beschädigt. Die Datei wurde so belassen, wie sie ist.`,
    busy: (file) =>
      `Ein anderes Programm schreibt gerade in ${file}. Versuchen Sie es gleich noch einmal; nichts wurde verändert.`,
    unreachable: (file) =>
      `${file} kann nicht geöffnet oder geschrieben werden. Prüfen Sie, ob der Ordner existiert und beschreibbar ist.`,
    unexpected: 'In der Bibliothek ist etwas schiefgegangen.'
  },
  library: {
    takenBack: 'Was gerade geschrieben wurde, ist zurückgenommen.',
    importRuns: 'Ein Import läuft. Warten Sie, bis er fertig ist, oder brechen Sie ihn ab.',
    noPaper: 'Dieses Paper ist nicht mehr in der Bibliothek.',
    noNotePaper: 'Das Paper dieser Notiz ist nicht mehr in der Bibliothek.',
    noteChanged:
      'Diese Notiz wurde anderswo geändert, während Sie schrieben. Ihr Text ist noch nicht gespeichert: Wählen Sie, welcher von beiden bleiben soll.',
    noVersion: 'Diese Fassung der Notiz ist nicht in der Bibliothek.',
    noStatement: 'Die Angabe dieser Quelle ist nicht mehr in der Bibliothek.',
    noDigest: 'Dieser Digest ist nicht mehr in der Bibliothek.',
    noDay: (date) => `${date} ist kein Tag des Kalenders.`,
    tagNeedsName: 'Ein Schlagwort braucht einen Namen.',
    noTag: 'Dieses Schlagwort ist nicht mehr in der Bibliothek.',
    noKey: (key) =>
      `„${key}“ kann kein Zitierschlüssel sein. Verwenden Sie Buchstaben ohne Akzente, Ziffern und . : _ + / -, am Anfang einen Buchstaben oder eine Ziffer.`,
    keyTaken: (key, title) =>
      `Der Schlüssel „${key}“ gehört zu „${title}“. Schlüssel unterscheiden sich in mehr als Groß- und Kleinschreibung; wählen Sie einen anderen.`,
    within: (folder) =>
      `${folder} und der Ordner der Bibliothek liegen ineinander. Wählen Sie einen Ordner außerhalb.`
  },
  attachments: {
    unreadable: (name) => `${name} konnte nicht gelesen werden.`,
    unsupported: (name, extensions) =>
      `${name} kann nicht angehängt werden. Sheaf nimmt Dateien der Arten ${extensions}.`,
    notCopied: (name) => `${name} konnte nicht in die Bibliothek kopiert werden.`,
    gone: 'Dieser Anhang ist nicht mehr da.',
    missing: (name) => `Die Datei „${name}“ fehlt im Ordner der Bibliothek.`,
    moved: (name, path) =>
      `„${name}“ ist verknüpft und liegt nicht mehr unter ${path}. Legen Sie die Datei dorthin zurück oder hängen Sie sie neu an.`,
    noHash: 'Eine Datei hat keine gültige Prüfsumme.',
    noProgram: (name) => `Kein Programm auf diesem Rechner hat „${name}“ geöffnet.`
  },
  window: {
    notUnderstood: 'Diese Anfrage wurde nicht verstanden.',
    dropUnknown: 'Die abgelegte Datei ist nicht mehr bekannt. Legen Sie sie noch einmal ab.',
    linkRefused:
      'Dieser Link wurde nicht geöffnet: Sheaf öffnet nur Web-Adressen (https, http) und Mail-Adressen.',
    searchReplaced: 'Eine neuere Suche ist an die Stelle dieser getreten.',
    searchStopped: 'Die Suche endete unerwartet. Suchen Sie noch einmal, um sie neu zu starten.',
    searchClosed: 'Die Suche ist geschlossen.',
    searchBehind: 'Die Suche konnte die letzten Änderungen nicht aufnehmen.',
    notSearched: 'Danach konnte nicht gesucht werden.'
  },
  files: {
    noRoom: (file) =>
      `Auf dem Datenträger ist kein Platz für ${file}. Schaffen Sie Platz und exportieren Sie noch einmal; die vorhandene Datei ist unberührt.`,
    notWritten: (file, reason) => `${file} konnte nicht geschrieben werden: ${reason}`,
    reasons: {
      EISDIR: 'es ist ein Ordner. Wählen Sie einen Namen für die Datei darin.',
      ENOENT: 'der Ordner existiert nicht. Legen Sie ihn an oder wählen Sie einen anderen.',
      ENOTDIR: 'ein Teil des Pfads ist eine Datei, kein Ordner. Wählen Sie einen anderen Ort.',
      EACCES:
        'Sie dürfen dort nicht schreiben. Ändern Sie die Zugriffsrechte oder wählen Sie einen anderen Ort.',
      EPERM:
        'Sie dürfen dort nicht schreiben. Ändern Sie die Zugriffsrechte oder wählen Sie einen anderen Ort.',
      EROFS: 'der Datenträger ist schreibgeschützt. Wählen Sie einen anderen Ort.',
      ELOOP: 'die symbolischen Links führen im Kreis. Wählen Sie einen anderen Ort.',
      ENAMETOOLONG: 'der Name ist zu lang. Wählen Sie einen kürzeren.',
      EBUSY:
        'ein anderes Programm hält die Datei fest. Schließen Sie es und exportieren Sie noch einmal.',
      ERR_INVALID_ARG_VALUE:
        'der Name enthält ein Zeichen, das in Dateinamen nicht vorkommen kann. Wählen Sie einen anderen.'
    },
    refused:
      'das System hat es abgelehnt. Wählen Sie einen anderen Ort und exportieren Sie noch einmal.'
  },
  importing: {
    over: 'Dieser Import ist vorbei. Legen Sie seine Dateien noch einmal ab.',
    cancelled: 'Der Import wurde abgebrochen. Nichts wurde verändert.',
    tooLong: (name) =>
      `Das Lesen von ${name} brauchte zu viel Zeit oder Speicher; die Datei wurde ausgelassen.`,
    unreadable: (name) => `${name} konnte nicht gelesen werden.`,
    notFound: (name) => `${name} wurde nicht gefunden. Prüfen Sie Name und Ort.`,
    mayNotRead: (name) => `${name} darf nicht gelesen werden. Prüfen Sie die Zugriffsrechte.`,
    noFile: (name) => `${name} ist keine Datei, die gelesen werden kann.`,
    emptyFolder: (name) => `${name} ist ein leerer Ordner.`,
    packedTooDeep: (name) => `${name} ist zu tief in andere Dateien gepackt.`,
    tooMuchWithin: (name) =>
      `${name} enthält mehr, als auf einmal gelesen werden kann (20.000 Dateien, 1 GB). Entpacken Sie es und legen Sie Teile davon ab.`,
    empty: (file) => `${file} ist leer.`,
    noText: (file) => `${file} enthält keinen Text.`,
    binary: (file) => `${file} enthält Binärdaten, nicht den Text eines Digests.`,
    kinds: {
      pdf: 'ein PDF',
      zip: 'ein Zip-Archiv',
      picture: 'ein Bild',
      compressed: 'eine komprimierte Datei',
      database: 'eine Datenbank'
    },
    otherKind: (file, kind) =>
      `${file} ist ${kind}, nicht der Text eines Digests. Speichern Sie die Seite als Text oder fügen Sie ihren Text ein.`,
    longLine: (file, line, millions) =>
      `Zeile ${number(line)} von ${file} ist ${number(millions)} Millionen Zeichen lang; das ist nicht der Text eines Digests.`,
    tooLarge: (file, size, limit) =>
      `${file} hat ${number(size)} MB; Sheaf liest Dateien bis ${number(limit)} MB. Teilen Sie die Datei oder speichern Sie nur den Teil mit den Papers.`,
    otherFormat: (file) => `${file} kann nicht in diesem Format gelesen werden.`,
    noPapers: (file) =>
      `In ${file} wurden keine Papers gefunden. Sheaf liest Trending-Papers-Seiten, Mails, Listen und Feeds von arXiv, Scholar-Alerts, Newsletter und jeden Text mit arXiv-IDs oder DOIs; dazu Literaturangaben: BibTeX, RIS, NBIB, CSL-JSON, EndNote- und PubMed-XML, JSON von Better BibTeX.`,
    xmlTooDeep: 'Dieses XML ist tiefer verschachtelt als jede Liste von Papers.',
    xmlTooLong: 'Dieses XML hat mehr Elemente, als gelesen werden können.',
    pageTooDeep: 'Diese Seite ist tiefer verschachtelt als jede Liste von Papers.',
    mailParts: (name, parts) =>
      `${name} hat ${number(parts)} Teile; eine Mail hat höchstens einige Dutzend.`,
    mailUnreadable: (name) => `${name} ist eine Mail, die nicht gelesen werden kann.`,
    mailWithoutPapers: (name) => `${name} ist eine Mail, die keine Papers nennt.`,
    zipUnreadable: (name) =>
      `${name} ist ein Zip-Archiv, das nicht entpackt werden kann. Laden Sie es neu oder entpacken Sie es selbst und legen Sie den Inhalt ab.`,
    pdfWithoutTitle: (name) =>
      `Auf der ersten Seite von ${name} wurde kein Titel gefunden. Falls es ein Scan ist, legen Sie das Paper von Hand an und hängen Sie die Datei an.`,
    pdfLocked: (name) =>
      `${name} ist mit einem Passwort geschützt. Speichern Sie es ohne und legen Sie das ab.`,
    pdfUnreadable: (name) =>
      `${name} ist ein PDF, das nicht gelesen werden kann. Laden Sie es neu.`,
    fileMissing: (name, title) =>
      `Die Datei ${name} zu „${title}“ wurde nicht gefunden oder ist kein Dokument. Hängen Sie sie von dort an, wo sie jetzt liegt.`
  },
  skipped: {
    neither: (text) =>
      `Nicht verstanden: „${text}“ ist weder ein Titel mit Abstract noch Teil der Seite.`,
    noTitleAt: (id) => `Nicht verstanden: arXiv:${id} hat hier keinen Titel.`,
    recordWithoutTitle: 'Nicht verstanden: ein Eintrag ohne Titel.',
    linkWithoutTitle: 'Ein Link zu einem Paper hat keinen Titel.',
    paperWithoutTitle: (n) => `Paper ${number(n)} hat keinen Titel.`,
    untitled: (n, name) =>
      `Eintrag ${number(n)}${name === '' ? '' : ` (${name})`} hat keinen Titel.`,
    itemWithoutTitle: 'Ein Eintrag des Feeds hat keinen Titel.',
    brokenFeed: (why) => `Dieser JSON-Feed ist fehlerhaft: ${why}`,
    feedNotPaper: (name, url) =>
      `„${name}“ ist ein Feed, kein Paper. Speichern Sie, was unter ${url} steht, und legen Sie das ab.`,
    arxivError: (what) => `arXiv hat mit einem Fehler geantwortet: ${what}.`,
    noList: 'In dieser Datei steht keine Liste von Einträgen.',
    noItem: (text) => `Kein Eintrag: „${text}“.`,
    item: 'Der Eintrag hier',
    notJson: (what, line) =>
      `${what} ist kein gültiges JSON${line === null ? '' : ` (beginnt in Zeile ${number(line)})`}.`,
    notClosed: 'Die Liste der Einträge ist nicht geschlossen: Die Datei endet zu früh.',
    entryWithoutAll: 'Ein Eintrag hat weder Titel noch Schlüssel.'
  },
  bibtex: {
    preamble: 'die Präambel',
    abbreviation: (name) => `die Abkürzung ${name}`,
    value: 'ein Wert',
    comment: 'ein Kommentar',
    keyless: 'ein Eintrag ohne Schlüssel',
    endsEarly: (what) => `${what}: Die Datei endet vor dem Eintrag.`,
    noField: (what, near) => `${what}: „${near}“ ist kein Feld.`,
    noEquals: (what, name, near) => `${what}: Dem Feld ${name} fehlt das „=“ vor „${near}“.`,
    tooLong: (what) => `${what}: Ein aus Abkürzungen zusammengesetzter Wert ist zu lang.`,
    noValue: (what, near) => `${what}: Vor „${near}“ fehlt ein Wert.`,
    undefinedName: (what, name) =>
      `${what}: Die Abkürzung ${name} ist nicht definiert; ihr Name wurde beibehalten.`,
    missing: (what, sign) => `${what}: Ein „${sign}“ fehlt.`,
    missingBefore: (what, sign, near) => `${what}: „${sign}“ fehlt vor „${near}“.`
  },
  lookups: {
    off: 'Das Nachschlagen ist ausgeschaltet. Erlauben Sie es in den Einstellungen.',
    running: 'Es werden schon Papers nachgeschlagen. Warten Sie oder brechen Sie das ab.',
    over: 'Dieses Nachschlagen ist vorbei. Schlagen Sie die Papers noch einmal nach.',
    cancelled: 'Das Nachschlagen wurde abgebrochen.',
    noContact:
      'Der Kontakt für das Nachschlagen ist keine Mail-Adresse. Berichtigen Sie ihn oder lassen Sie ihn leer.',
    tooLarge: (host, megabytes) =>
      `${host} hat mehr als ${number(megabytes)} MB gesendet, mehr als jede Antwort, nach der Sheaf fragt. Sie wurde nicht gelesen.`,
    encoding: (host) =>
      `${host} hat in einer Kodierung geantwortet, die nicht verlangt war; die Antwort wurde nicht gelesen.`,
    notUnderstoodAs: (service, what) =>
      `Die Antwort von ${service} war nicht zu verstehen (${what}). Falls Ihr Netz eine Anmeldung verlangt, melden Sie sich an; sonst versuchen Sie es später.`,
    notUnderstood: (service) =>
      `Die Antwort von ${service} war nicht zu verstehen. Versuchen Sie es später.`,
    leftOut: (service, times) =>
      `${service} hat ${number(times)}-mal nacheinander versagt und wurde für den Rest ausgelassen. Versuchen Sie es später.`,
    noAddress: (from) =>
      `${from === null ? 'Das' : `Das, wohin ${from} führt,`} ist keine Web-Adresse (http, https) und wurde nicht gefragt.`,
    credentials: (host) =>
      `Die Adresse bei ${host} enthält einen Benutzernamen oder ein Passwort und wurde nicht gefragt.`,
    downgrade: (host) =>
      `${host} führt von einer sicheren Adresse zu einer unsicheren; dem wurde nicht gefolgt.`,
    notPublic: (host) =>
      `${host} ist keine öffentliche Adresse des Webs und wurde nicht gefragt. Sheaf schlägt nur im öffentlichen Internet nach.`,
    notAsked: (host, why) => `${host} konnte nicht gefragt werden: ${why}.`,
    reasons: {
      ENOTFOUND: 'der Name ist nicht bekannt; sind Sie online?',
      EAI_AGAIN: 'der Name konnte nicht aufgelöst werden; sind Sie online?',
      ENETUNREACH: 'nicht erreichbar; sind Sie online?',
      EHOSTUNREACH: 'nicht erreichbar; sind Sie online?',
      ENETDOWN: 'das Netz ist ausgefallen',
      ECONNREFUSED: 'die Verbindung wurde abgelehnt; versuchen Sie es später',
      ECONNRESET: 'die Verbindung brach ab; versuchen Sie es später',
      EPIPE: 'die Verbindung brach ab; versuchen Sie es später',
      ETIMEDOUT: 'es kam keine Antwort; versuchen Sie es später'
    },
    damagedAnswer: 'die Antwort ist beschädigt; versuchen Sie es später',
    certificate: 'das Zertifikat konnte nicht geprüft werden',
    failed: 'die Verbindung kam nicht zustande; versuchen Sie es später',
    leaveAlone: (minutes) =>
      `man möge ${number(minutes)} Minuten lang nicht fragen; versuchen Sie es dann wieder`,
    askedTooOften: 'es wurde zu oft gefragt; versuchen Sie es später',
    outOfOrder: (status) => `außer Betrieb (Status ${String(status)}); versuchen Sie es später`,
    refusedRequest: (status) => `die Anfrage wurde abgelehnt (Status ${String(status)})`,
    endless: 'eine Adresse verweist endlos auf die nächste',
    slow: (seconds) => `es dauerte länger als ${decimalOr(seconds)} Sekunden`,
    noConnection: (seconds) =>
      `innerhalb von ${decimalOr(seconds)} Sekunden kam keine Verbindung zustande`,
    noAddresses: 'der Name hat keine Adresse',
    kinds: {
      brokenJson: 'fehlerhaftes JSON',
      noObject: 'JSON ohne Objekt',
      xmlWithout: (name) => `XML ohne <${name}>`,
      xmlEnds: (name) => `XML, das vor </${name}> endet`,
      unknown: 'eine Antwort unbekannter Art',
      notData: (type) => `${type}, keine Daten`
    },
    identifiers: { arxiv: 'arXiv-ID', pmid: 'PubMed-ID' },
    vetoes: {
      abstract: 'Der Titel ist derselbe, aber das Abstract handelt von etwas anderem.',
      authors: 'Der Titel ist derselbe, aber niemand von den Autoren.',
      year: 'Der Titel ist derselbe, aber es erschien Jahre früher oder später.',
      doi: 'Der Titel ist derselbe, aber die DOI eine andere.'
    },
    otherIdentifier: (scheme) => `Es hat eine andere ${scheme}.`,
    otherTitle: 'Der Titel ist ein anderer.',
    nearTitle: 'Der Titel ist nur fast derselbe, und kein Autor zeigt, dass es dieses Paper ist.',
    shortTitle:
      'Der Titel ist derselbe, aber zu kurz, um ein Paper von einem anderen zu unterscheiden.',
    identifierOtherTitle: 'Die Kennung ist dieselbe, aber die Titel haben fast nichts gemeinsam.',
    identifierOtherAuthors: 'Die Kennung ist dieselbe, aber Titel und Autoren sind andere.',
    twoOfOneTitle:
      'Ein anderes Paper anderer Leute hat denselben Titel, und nichts sagt, welches gemeint ist.'
  }
}
