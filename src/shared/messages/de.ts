import { ownDigestLabels } from '../text/own-digest-labels'
import { german } from './formats'
import type { Words } from './en'
import { subscriptions } from './subscriptions-de'

const { count, decimal, longDate, moment, number } = german

function decimalOr(n: number): string {
  return Number.isInteger(n) ? number(n) : decimal(n)
}

/** What the main process says, in German. The glossary is at the top of the window's catalogue. */
export const de: Words = {
  ownDigest: {
    language: 'de',
    labels: ownDigestLabels.de,
    papers: (n) => count(n, 'Paper', 'Papers'),
    about: (date, n) => `${longDate(date)} · ${count(n, 'Paper', 'Papers')}`
  },
  menu: {
    file: '&Datei',
    import: 'Importieren…',
    paste: 'Eingefügten Text importieren',
    export: 'Exportieren…',
    exportEverything: 'Alles exportieren…',
    openArchive: 'Exportierte Bibliothek öffnen…',
    linkFolder: 'LaTeX-Ordner verknüpfen …',
    settings: 'Einstellungen…',
    edit: '&Bearbeiten',
    undo: 'Rückgängig',
    redo: 'Wiederholen',
    history: 'Verlauf…',
    backups: 'Sicherungen…',
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
    checkUpdates: 'Nach Updates suchen…',
    about: 'Über Sheaf',
    quit: 'Beenden',
    close: 'Fenster schließen'
  },
  dialogs: {
    import: 'Importieren',
    references: 'Literaturangaben',
    allFiles: 'Alle Dateien',
    attach: 'Dateien anhängen',
    attachButton: 'Anhängen',
    exportAnnotations: 'Annotationen exportieren',
    replaceFile: (name) => `${name} ersetzen`,
    replaceButton: 'Ersetzen',
    addStyle: 'Ein Stil der Citation Style Language',
    addStyleButton: 'Diesen Stil hinzufügen',
    styleFiles: 'CSL-Stil',
    documents: 'Dokumente',
    exportAs: (format) => `Als ${format} exportieren`,
    libraryFolder: 'Ordner für die Bibliothek',
    useFolder: 'Diesen Ordner verwenden',
    watchedFolder: 'Zu beobachtender Ordner',
    watchFolder: 'Diesen Ordner beobachten',
    couldNotStart: 'Sheaf konnte nicht starten',
    exportEverything: 'Alles exportieren',
    archiveName: (day) => `Sheaf-Bibliothek ${day}.zip`,
    archives: 'Exportierte Bibliotheken',
    openArchive: 'Exportierte Bibliothek öffnen',
    openButton: 'Öffnen',
    otherFolder: 'Ordner wählen…',
    cancel: 'Abbrechen',
    archiveFolder: 'Ordner für die exportierte Bibliothek',
    openHere: 'Hier öffnen',
    notEmpty: 'Diese Bibliothek ist nicht leer.',
    notEmptyHelp: (name) =>
      `Eine exportierte Bibliothek wird als eigene Bibliothek geöffnet, damit nichts vermischt wird. Wählen Sie einen neuen Ordner für „${name}“: Sheaf arbeitet dann mit dieser, und die jetzige Bibliothek bleibt, wie und wo sie ist.`
  },
  database: {
    theLibrary: 'der Bibliothek',
    copyDamaged: (file) => `Die Kopie der Bibliothek unter ${file} ist beschädigt.`,
    newer: (file) =>
      `${file} stammt von einem neueren Sheaf. Aktualisieren Sie Sheaf, um die Datei zu öffnen; sie wurde nicht verändert.`,
    notUpdated: (file, reason) =>
      `${file} konnte nicht für diese Version von Sheaf aktualisiert werden und ist, wie sie war: Die Version davor öffnet sie. Zuvor wurde eine Sicherung angelegt. Bitte melden Sie dies: ${reason}`,
    full: (file) =>
      `Der Datenträger mit ${file} ist voll. Schaffen Sie Platz und versuchen Sie es erneut; nichts wurde verändert.`,
    damaged: (file) =>
      `${file} ist keine Sheaf-Bibliothek oder ist beschädigt. Die Datei wurde so belassen, wie sie ist.`,
    busy: (file) =>
      `Ein anderes Programm schreibt gerade in ${file}. Versuchen Sie es gleich noch einmal; nichts wurde verändert.`,
    unreachable: (file) =>
      `${file} kann nicht geöffnet oder geschrieben werden. Prüfen Sie, ob der Ordner existiert und beschreibbar ist.`,
    gone: 'Worum es hier geht, ist nicht mehr in der Bibliothek.',
    unexpected: 'In der Bibliothek ist etwas schiefgegangen.'
  },
  updates: {
    running: 'Es wird schon nach einer neueren Version gesucht oder eine heruntergeladen.',
    askAgain: 'Suchen Sie zuerst noch einmal nach Updates.',
    noManifest: (status) =>
      `Die Stelle, an der neuere Versionen bekannt gegeben werden, antwortete nicht wie erwartet (Status ${String(status)}). Versuchen Sie es später.`,
    unreadable:
      'Was über neuere Versionen gesagt wurde, ist nicht lesbar. Es wurde nichts heruntergeladen; versuchen Sie es später.',
    unsigned:
      'Was über neuere Versionen gesagt wurde, ist nicht von den Herausgebern von Sheaf unterschrieben und wird nicht geglaubt. Es wurde nichts heruntergeladen.',
    otherApp: (app) =>
      `Was gesagt wurde, handelt von einem anderen Programm (${app}). Es wurde nichts heruntergeladen.`,
    expired: (day) =>
      `Was über neuere Versionen gesagt wurde, galt nur bis ${day}; es kann also neuere geben, die darin fehlen. Prüfen Sie das Datum dieses Computers, oder versuchen Sie es später.`,
    older: (told, own) =>
      `Angeboten wird Version ${told}; sie ist älter als Ihre Version ${own}. Es wurde nichts heruntergeladen.`,
    altered: (name) =>
      `${name} ist nicht, was die Herausgeber von Sheaf unterschrieben haben: Die Datei wurde verändert oder kam beschädigt an. Sie wurde verworfen; versuchen Sie es später.`
  },
  library: {
    takenBack: 'Was gerade geschrieben wurde, ist zurückgenommen.',
    stepRuns:
      'Ein Schritt im Verlauf ist im Gang. Warten Sie, bis er fertig ist, oder halten Sie ihn an.',
    changedMeanwhile:
      'Die Bibliothek wurde geändert, während Sie durch ihren Verlauf gingen. Sie steht, wo das begann; sehen Sie noch einmal hin, ehe Sie weitergehen.',
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
    tagTaken: (other, former) =>
      `Es gibt schon ein Schlagwort „${other}“. Führen Sie „${former}“ damit zusammen oder wählen Sie einen anderen Namen.`,
    tagUnder: (into, tag) =>
      `„${into}“ steht unter „${tag}“ und kann es deshalb nicht aufnehmen. Führen Sie die beiden andersherum zusammen.`,
    noRule: 'Diese Regel ist nicht mehr in der Bibliothek.',
    ruleNeedsSearch: 'Eine Regel braucht eine Suche.',
    noCollection: 'Diese Sammlung ist nicht mehr in der Bibliothek.',
    collectionNeedsName: 'Eine Sammlung braucht einen Namen.',
    collectionTaken: (name) =>
      `An dieser Stelle gibt es schon eine Sammlung „${name}“. Wählen Sie einen anderen Namen.`,
    collectionInItself: (name, into) =>
      `„${name}“ kann nicht nach „${into}“ verschoben werden, denn „${into}“ ist darin.`,
    noSearch: 'Diese gespeicherte Suche ist nicht mehr in der Bibliothek.',
    searchNeedsQuery: 'Eine gespeicherte Suche braucht eine Anfrage.',
    searchNeedsName: 'Eine gespeicherte Suche braucht einen Namen.',
    searchTaken: (name) =>
      `Es gibt schon eine gespeicherte Suche „${name}“. Wählen Sie einen anderen Namen.`,
    noKey: (key) =>
      `„${key}“ kann kein Zitierschlüssel sein. Verwenden Sie Buchstaben ohne Akzente, Ziffern und . : _ + / -, am Anfang einen Buchstaben oder eine Ziffer.`,
    keyTaken: (key, title) =>
      `Der Schlüssel „${key}“ gehört zu „${title}“. Schlüssel unterscheiden sich in mehr als Groß- und Kleinschreibung; wählen Sie einen anderen.`,
    within: (folder) =>
      `${folder} und der Ordner der Bibliothek liegen ineinander. Wählen Sie einen Ordner außerhalb.`,
    openElsewhere: (folder) =>
      `Die Bibliothek in ${folder} ist in einem anderen Sheaf geöffnet. Schließen Sie sie dort und versuchen Sie es noch einmal.`
  },
  attachments: {
    unreadable: (name) => `${name} konnte nicht gelesen werden.`,
    unsupported: (name, extensions) =>
      `${name} kann nicht angehängt werden. Sheaf nimmt Dateien der Arten ${extensions}.`,
    notCopied: (name) => `${name} konnte nicht in die Bibliothek kopiert werden.`,
    noRoom: (name) =>
      `${name} konnte nicht in die Bibliothek kopiert werden: Ihr Datenträger ist voll. Schaffen Sie Platz und hängen Sie die Datei erneut an.`,
    gone: 'Dieser Anhang ist nicht mehr da.',
    missing: (name) => `Die Datei „${name}“ fehlt im Ordner der Bibliothek.`,
    moved: (name, path) =>
      `„${name}“ ist verknüpft und liegt nicht mehr unter ${path}. Legen Sie die Datei dorthin zurück oder hängen Sie sie neu an.`,
    twin: (name) => `„${name}“ ist schon an dieses Paper angehängt.`,
    noPdf: (name) =>
      `„${name}“ ist kein PDF. Öffnen Sie die Datei mit dem Programm, das dieser Rechner dafür hat.`,
    empty: (name) => `„${name}“ ist leer. Hängen Sie die Datei neu an.`,
    noHash: 'Eine Datei hat keine gültige Prüfsumme.',
    noProgram: (name) => `Kein Programm auf diesem Rechner hat „${name}“ geöffnet.`
  },
  annotations: {
    noPaper: 'Das Paper dieser Annotation ist nicht mehr in der Bibliothek.',
    onePlace: 'Nur einer Annotation auf einmal lässt sich eine Stelle zuweisen.',
    noFile: 'Die Datei dieser Annotation ist nicht mehr angehängt.',
    tooLong: (name) =>
      `${name} zu lesen dauerte zu lang oder brauchte zu viel Speicher. Nichts wurde verändert.`,
    unreadable: (name) => `Die Annotationen in ${name} konnten nicht gelesen werden.`,
    notWritten: (name) =>
      `In eine Kopie von ${name} lassen sich keine Annotationen schreiben: Die Datei ist gesperrt oder beschädigt.`,
    onlyPdf: (held, name) =>
      `„${held}“ hat Annotationen: Nur ein PDF kann an seine Stelle treten. Hängen Sie ${name} daneben an.`,
    noPdf: (name) => `„${name}“ ist kein PDF: Es hat keine eigenen Annotationen.`,
    none: 'Es gibt keine Annotationen zu exportieren.',
    original: (name) =>
      `„${name}“ ist das Original und bleibt, wie es ist. Wählen Sie für die Kopie einen anderen Namen.`,
    annotated: 'annotiert'
  },
  window: {
    notUnderstood: 'Diese Anfrage wurde nicht verstanden.',
    dropUnknown: 'Die abgelegte Datei ist nicht mehr bekannt. Legen Sie sie noch einmal ab.',
    linkRefused:
      'Dieser Link wurde nicht geöffnet: Sheaf öffnet nur Web-Adressen (https, http) und Mail-Adressen.',
    searchReplaced: 'Eine neuere Suche ist an die Stelle dieser getreten.',
    searchStopped: 'Die Suche endete unerwartet. Suchen Sie noch einmal, um sie neu zu starten.',
    searchClosed: 'Die Suche ist geschlossen.',
    writersStopped: 'Das Schreiben der Einträge wurde abgebrochen. Versuchen Sie es noch einmal.',
    trendsStopped:
      'Was im Trend liegt, ließ sich nicht ermitteln. Gehen Sie an einen anderen Ort und zurück, um es noch einmal zu versuchen.',
    searchBehind: 'Die Suche konnte die letzten Änderungen nicht aufnehmen.',
    notSearched: 'Danach konnte nicht gesucht werden.',
    noPicture:
      'Das Bild konnte nicht gemacht werden. An der Bibliothek wurde nichts geändert; versuchen Sie es noch einmal.'
  },
  backups: {
    gone: 'Diese Sicherung ist nicht mehr da.',
    damaged:
      'Diese Sicherung ist nicht mehr, was sie war, als sie gemacht wurde: Ihre Datei ist beschädigt. Wählen Sie eine andere; die Bibliothek wurde nicht verändert.',
    lost: 'Die Sicherung kam nicht zustande: Die Arbeit daran endete unerwartet. Sie wird noch einmal versucht.',
    failed: (why) =>
      `Die Sicherung der Bibliothek ist fehlgeschlagen. ${why} Sie wird noch einmal versucht.`,
    sourceDamaged:
      'Die Datei der Bibliothek hat ihre Prüfung nicht bestanden, deshalb zählt diese Sicherung nicht; die früheren bleiben. Beenden Sie Sheaf und starten Sie es neu: Dann sieht es genauer hin und bietet an, was sich tun lässt.',
    smaller: (now, before) =>
      `Die neueste Sicherung enthält viel weniger als die vorige: ${now}, zuvor ${before}. Die früheren bleiben. Wenn Sie das nicht selbst waren, öffnen Sie „Sicherungen“.`,
    counts: (papers, notes, annotations) =>
      `${count(papers, 'Paper', 'Papers')}, ${count(notes, 'Notiz', 'Notizen')} und ${count(annotations, 'Annotation', 'Annotationen')}`,
    otherProgram:
      'Ein anderes Programm hat die Bibliothek geöffnet. Schließen Sie es und stellen Sie dann wieder her; nichts wurde verändert.',
    importRuns:
      'Ein Import läuft. Warten Sie, bis er fertig ist, oder brechen Sie ihn ab; stellen Sie dann wieder her.'
  },
  rescue: {
    title: 'Sheaf',
    missing: (folder) => `In ${folder} ist keine Bibliothek mehr.`,
    empty: (file) => `Die Datei der Bibliothek, ${file}, ist leer.`,
    noLibrary: (file) =>
      `${file} ist keine Bibliothek: Es ist etwas anderes oder vom ersten Byte an verdorben.`,
    damaged: (file) =>
      `Die Datei der Bibliothek, ${file}, ist beschädigt: Was darin steht, passt nicht zusammen.`,
    behind: (file) =>
      `Der Datei der Bibliothek, ${file}, fehlen Änderungen, die ihre neueste Sicherung hat: Sheaf endete nicht, wie es soll, und was es zuletzt schrieb, ist verloren.`,
    inUse: (folder) => `Die Bibliothek in ${folder} ist in einem anderen Sheaf geöffnet.`,
    inUseHelp:
      'Zwei zugleich könnten einander die Arbeit verderben. Schließen Sie sie dort, dann öffnet sie sich hier von selbst; oder öffnen Sie hier eine andere Bibliothek.',
    asItIs: 'So öffnen, wie sie ist',
    missingHelp:
      'Wenn sie auf einem Laufwerk liegt, das gerade nicht verbunden ist: Beenden Sie Sheaf, verbinden Sie das Laufwerk und starten Sie Sheaf neu.',
    kept: 'Die Datei bleibt unter einem anderen Namen erhalten, was auch immer Sie wählen. Angehängte Dateien werden nicht angerührt.',
    backup: (at, counts) =>
      `Die neueste gute Sicherung ist vom ${moment(at)} und enthält ${counts}. Was danach geändert wurde, ist nicht darin. Ältere lassen sich wiederherstellen, sobald Sheaf offen ist, unter „Sicherungen“.`,
    noBackup: 'Von dieser Bibliothek gibt es keine gute Sicherung.',
    restore: 'Sicherung wiederherstellen',
    salvage: 'Retten, was lesbar ist',
    another: 'Andere Bibliothek öffnen…',
    fresh: 'Neue Bibliothek beginnen',
    quit: 'Beenden',
    back: 'Zurück',
    salvaged: (counts) => `Das war lesbar: ${counts}.`,
    salvagedHelp:
      'Der Verlauf der Änderungen wird nicht gerettet: Was sich rückgängig machen lässt, beginnt von vorn.',
    nothing: 'Von der beschädigten Datei ist nichts lesbar.',
    nameless: (n) =>
      `Die Titel von ${count(n, 'Paper', 'Papers')} waren nicht lesbar; was zu ihnen gehört, bleibt.`,
    useSalvaged: 'Gerettetes öffnen',
    lostPaper: (id) => `Paper ${String(id)}, dessen Titel nicht lesbar war`,
    noneThere: (folder) => `In ${folder} ist keine Bibliothek.`
  },
  files: {
    noRoom: (file) =>
      `Auf dem Datenträger ist kein Platz für ${file}. Schaffen Sie Platz und exportieren Sie noch einmal; die vorhandene Datei ist unberührt.`,
    notWritten: (file, reason) => `${file} konnte nicht geschrieben werden: ${reason}`,
    reasons: {
      EISDIR: 'es ist ein Ordner. Wählen Sie einen Namen für die Datei darin.',
      ENOENT: 'der Ordner existiert nicht. Legen Sie ihn an oder wählen Sie einen anderen.',
      ESPIPE: 'es ist keine einfache Datei. Wählen Sie einen anderen Namen.',
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
  latex: {
    reasons: {
      ENOSPC: (name) =>
        `Auf der Festplatte ist kein Platz, um „${name}“ zu schreiben. Die alte Datei ist unberührt.`,
      EDQUOT: (name) =>
        `Ihr Anteil an der Festplatte ist voll: „${name}“ konnte nicht geschrieben werden.`,
      ENOENT: (name, folder) => `„${name}“ ist nicht da, oder der Ordner „${folder}“ fehlt.`,
      ENOTDIR: (name, folder) => `„${folder}“, wo „${name}“ war, ist kein Ordner mehr.`,
      EACCES: (name) =>
        `Sie dürfen „${name}“ nicht lesen oder schreiben. Vielleicht ist die Datei schreibgeschützt.`,
      EPERM: (name) =>
        `„${name}“ ist schreibgeschützt, oder ein anderes Programm hält die Datei fest.`,
      EROFS: (name) => `Das Laufwerk mit „${name}“ lässt sich nur lesen.`,
      EBUSY: (name) => `Ein anderes Programm hält „${name}“ fest.`,
      ELOOP: (name) => `Die symbolischen Links von „${name}“ führen im Kreis.`,
      EISDIR: (name) => `„${name}“ ist ein Ordner.`,
      EIO: (name) => `Die Festplatte oder der Cloud-Ordner hat „${name}“ nicht hergegeben.`,
      ETIMEDOUT: (name) => `Der Cloud-Ordner hat „${name}“ nicht rechtzeitig hergegeben.`,
      ENETDOWN: (name) => `Das Netzlaufwerk mit „${name}“ ist nicht zu erreichen.`,
      EHOSTDOWN: (name) => `Das Netzlaufwerk mit „${name}“ ist nicht zu erreichen.`
    },
    about: (name, sentence) => `„${name}“: ${sentence}`,
    refused: (name, reason) => `„${name}“ ließ sich nicht lesen oder schreiben (${reason}).`,
    utf16:
      'Die Datei ist in UTF-16 geschrieben, was TeX und BibTeX nicht lesen können. Speichern Sie sie als UTF-8.',
    gone: (path) => `„${path}“ ist nicht mehr da.`,
    bibGone: (bib) =>
      `„${bib}“ ist weg, und damit auch, was Sie hineingeschrieben haben. Legen Sie die Datei zurück, oder lassen Sie Sheaf seinen Teil mit „Jetzt schreiben“ neu schreiben.`,
    misread: (bib, key) =>
      `„${bib}“ wurde nicht geschrieben und ist, wie es war: Mit dem Eintrag ${key} ließe es sich nicht mehr lesen. Sehen Sie in den Feldern dieses Papers nach geschweiften Klammern, die nicht zusammenpassen.`,
    goneTag:
      'Das Schlagwort, dessen Papers in dieser Datei stehen, gibt es in der Bibliothek nicht mehr. Wählen Sie etwas anderes; die Datei bleibt, wie sie ist.',
    goneCollection:
      'Die Sammlung, deren Papers in dieser Datei stehen, gibt es in der Bibliothek nicht mehr. Wählen Sie etwas anderes; die Datei bleibt, wie sie ist.',
    goneSearch:
      'Die gespeicherte Suche, deren Papers in dieser Datei stehen, gibt es in der Bibliothek nicht mehr. Wählen Sie etwas anderes; die Datei bleibt, wie sie ist.',
    notLinked: 'Dieses Projekt ist nicht mehr verknüpft.',
    linkedAlready: (path) => `„${path}“ ist schon verknüpft.`,
    keptAlready: (bib, project) =>
      `„${bib}“ wird schon für „${project}“ geführt. Wählen Sie eine andere Datei.`,
    entryChanged: (key) =>
      `Der Eintrag ${key} hat sich inzwischen geändert. Sehen Sie noch einmal nach.`,
    emptyEntry: 'Dieser Eintrag sagt nichts, was die Bibliothek aufnehmen könnte.',
    noFile: (file) => `„${file}“ ist keine Datei dieses Projekts.`,
    noFileNow: (file) => `„${file}“ ist keine Datei dieses Projekts mehr.`,
    noProgram: (file) => `Kein Programm auf diesem Rechner hat „${file}“ geöffnet.`,
    leftBehind: (file, key, more) =>
      `„${file}“ wurde seither geändert und hat noch den Schlüssel ${key}${more === 0 ? '' : ` und ${number(more)} weitere`}.`,
    folderDialog: 'Ordner eines LaTeX-Projekts',
    fileDialog: 'Hauptdatei eines LaTeX-Projekts',
    link: 'Verknüpfen',
    bibDialog: 'Die .bib, die Sheaf führt',
    keepThis: 'Diese Datei führen'
  },
  citing: {
    webPage: 'Webseiten dürfen nicht fragen.',
    nothingHere: 'Hier gibt es nichts.',
    onlyGet: 'Nur GET wird beantwortet.',
    wrongToken: 'Der Token fehlt oder ist falsch; Sheafs Einstellungen zeigen ihn.',
    noFormat: (known) => `Dieses Format ist nicht bekannt. Es gibt: ${known}.`,
    asking: 'Sheaf fragt schon nach einem Zitat.',
    strange: 'Dieses Zitat enthält Zeichen, die kein Schlüssel und kein Befehl hat.',
    noProgram: (program) =>
      `Das Programm „${program}“ wurde nicht gefunden. Installieren Sie seinen Befehl, oder wählen Sie in den Einstellungen einen anderen Editor.`,
    notTaken: (program) =>
      `„${program}“ hat es nicht angenommen. Läuft der Editor, und hört er zu (Emacs: server-start; Vim: --servername VIM)?`,
    portTaken: (port) =>
      `Port ${String(port)} gehört einem anderen Programm, vielleicht Zotero. Wählen Sie einen anderen Port, oder schließen Sie das Programm.`,
    noPort: (port) =>
      `Sheaf konnte an Port ${String(port)} nicht zuhören. Wählen Sie einen anderen.`,
    noVsCode:
      'VS Code nimmt keinen Text von außen an. Das Zitat ist in der Zwischenablage: Fügen Sie es dort ein.',
    noEditor:
      'Wählen Sie in den Einstellungen Ihren Editor, damit Zitate in ihn gesetzt werden. Dieses ist in der Zwischenablage.',
    keyTaken: (key) =>
      `Die Taste ${key} war nicht zu bekommen: Ein anderes Programm hat sie, oder das System verweigert sie. Wählen Sie eine andere.`
  },
  styles: {
    tooLarge: (name) => `„${name}“ ist zu groß für einen Stil.`,
    gone: (style) => `Den Stil „${style}“ gibt es nicht mehr. Wählen Sie einen anderen.`,
    unusable: (name, why) => `„${name}“ ist als Stil nicht zu gebrauchen: ${why}`,
    failed:
      'Die Literaturangaben ließen sich in diesem Stil nicht formatieren. Wählen Sie einen anderen.',
    none: 'Diese Datei ist kein CSL-Stil.',
    dependent: (parent) =>
      `Dieser Stil verweist nur auf einen anderen: ${parent}. Besorgen Sie sich diesen.`,
    silent: 'Dieser Stil sagt nichts über Zitate.'
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
    emptyArchive: (name: string) => `${name} ist ein Archiv, in dem nichts ist.`,
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
  archive: {
    cancelled: 'Der Export wurde abgebrochen. Was vorher da war, ist unberührt.',
    openCancelled:
      'Das Öffnen der exportierten Bibliothek wurde abgebrochen. Nichts wurde geändert.',
    running:
      'Eine Bibliothek wird gerade exportiert oder geöffnet. Warten Sie, bis das fertig ist, oder brechen Sie es ab.',
    notEmpty:
      'Diese Bibliothek ist nicht leer. Öffnen Sie die exportierte Bibliothek in einem eigenen Ordner; nichts wurde geändert.',
    folderTaken: (folder) =>
      `In ${folder} liegt schon eine Bibliothek. Wählen Sie einen leeren Ordner; nichts wurde geändert.`,
    notOne: (name) =>
      `${name} ist keine Bibliothek, die Sheaf exportiert hat. Wählen Sie eine Datei, die mit „Alles exportieren“ entstanden ist; nichts wurde geändert.`,
    newer: (name) =>
      `${name} wurde von einem neueren Sheaf exportiert. Aktualisieren Sie Sheaf, um sie zu öffnen; nichts wurde geändert.`,
    damaged: (name) =>
      `${name} ist beschädigt und lässt sich nicht entpacken. Besorgen Sie die Datei noch einmal, oder nehmen Sie eine ältere; nichts wurde geändert.`,
    locked: (name, file) =>
      `„${file}“ in ${name} ist verschlüsselt oder auf eine Weise gepackt, die Sheaf nicht kennt. Entpacken Sie das Archiv und packen Sie es als einfaches Zip-Archiv neu; nichts wurde geändert.`,
    outside: (name, file) =>
      `„${file}“ in ${name} nennt einen Ort außerhalb des Archivs. So hat Sheaf es nicht erstellt: Trauen Sie dieser Datei nicht. Nichts wurde geändert.`,
    missing: (name, file) =>
      `„${file}“ fehlt in ${name}. Besorgen Sie die Datei noch einmal, oder nehmen Sie eine ältere; nichts wurde geändert.`,
    changed: (name, file) =>
      `„${file}“ in ${name} ist nicht, was exportiert wurde: Größe oder Prüfsumme stimmt nicht. Besorgen Sie die Datei noch einmal, oder nehmen Sie eine ältere; nichts wurde geändert.`,
    wrong: (name, where) =>
      `${name} ist nicht zu verstehen (${where}). Besorgen Sie die Datei noch einmal, oder nehmen Sie eine ältere; nichts wurde geändert.`,
    tooLarge: (name) =>
      `${name} enthält einen Text, der größer ist, als Sheaf auf einmal lesen kann (500 MB). Nichts wurde geändert.`,
    noRoom: (name) =>
      `Auf dem Datenträger ist kein Platz für die Dateien in ${name}. Schaffen Sie Platz und versuchen Sie es noch einmal; nichts wurde geändert.`
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
  subscriptions,
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
