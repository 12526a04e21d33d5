import { german } from '@shared/messages/formats'
import type { tools as shape } from '../en/tools'
import { papers } from './count'

const { bytes, count, number } = german

export const tools: typeof shape = {
  tools: {
    about: {
      title: 'Über Sheaf',
      version: (version) => `Version ${version}`,
      on: (electron, chromium) => `Electron ${electron}, Chromium ${chromium}`,
      sent: 'Ihre Bibliothek bleibt auf diesem Computer. Sheaf erzählt niemandem, was Sie tun, und fragt im Netz nur nach dem, was Sie nachschlagen lassen oder abonnieren.',
      own: 'Sheaf ist freie Software unter der MIT-Lizenz. Es besteht aus diesen Paketen:',
      updates: 'Nach Updates suchen…',
      filter: 'Ein Paket finden',
      packages: 'Pakete',
      none: 'So heißt kein Paket.',
      noText: 'Das Paket bringt keinen Text seiner Lizenz mit.',
      chromium:
        'Electron steht unter der MIT-Lizenz; die Lizenzen von Chromium und allem darin stehen in LICENSES.chromium.html neben dem Programm. Das Sprachmodell all-MiniLM-L6-v2 steht unter Apache 2.0, die Zitierstile stehen unter CC BY-SA 3.0.'
    },
    updates: {
      title: 'Updates',
      have: (version) => `Sie haben Version ${version}.`,
      asking: 'Es wird gefragt, ob es eine neuere Version gibt…',
      owned: {
        package:
          'Sheaf wurde als Paket dieses Systems installiert, und das System aktualisiert es. Holen Sie das neuere Paket dort, woher Sie dieses haben, und installieren Sie es ebenso: Ihre Bibliothek bleibt, wie sie ist. Im Netz wurde nichts gefragt.',
        source:
          'Sheaf wurde aus seinem Quelltext gestartet. Holen Sie den neueren Quelltext und starten Sie es wieder mit npm start. Im Netz wurde nichts gefragt.'
      },
      nowhere:
        'Dieses Sheaf weiß nicht, wo neuere Versionen bekannt gegeben werden. Sehen Sie dort nach, woher Sie es haben. Im Netz wurde nichts gefragt.',
      newest: 'Es gibt keine neuere.',
      newer: (version) => `Es gibt Version ${version}.`,
      published: (day) => `Veröffentlicht am ${day}`,
      notes: 'Was neu ist',
      noFile:
        'Für diese Art von Computer gibt es keine Datei davon. Sehen Sie dort nach, woher Sie Sheaf haben.',
      how: 'Die Datei wird geprüft, zu Ihren Downloads gelegt und Ihnen dort gezeigt. Sheaf installiert nichts von selbst.',
      download: (size) => `Herunterladen (${size})`,
      downloading: (name) => `${name} wird heruntergeladen`,
      stop: 'Abbrechen',
      stopped: 'Das Herunterladen wurde abgebrochen; nichts davon wurde behalten.',
      done: (name) =>
        name.endsWith('.AppImage')
          ? `${name} wurde geprüft und liegt bei Ihren Downloads. Erlauben Sie in den Eigenschaften der Datei, sie auszuführen, und starten Sie sie statt der bisherigen: Ihre Bibliothek bleibt, wie sie ist.`
          : `${name} wurde geprüft und liegt bei Ihren Downloads. Beenden Sie Sheaf und öffnen Sie die Datei, um sie zu installieren: Ihre Bibliothek bleibt, wie sie ist.`,
      in: 'Ordner',
      again: 'Noch einmal versuchen'
    },
    edit: {
      title: 'Angaben bearbeiten',
      fields: {
        type: 'Art',
        title: 'Titel',
        authors: 'Autoren',
        editors: 'Herausgeber',
        issued: 'Erscheinungsdatum',
        venue: 'Zeitschrift, Tagungsband oder Buch',
        volume: 'Band',
        issue: 'Heft',
        pages: 'Seiten',
        publisher: 'Verlag',
        language: 'Sprache',
        doi: 'DOI',
        arxiv: 'arXiv-ID',
        abstract: 'Abstract'
      },
      help: {
        authors:
          'Einer pro Zeile: „van Beethoven, Ludwig“. Eine Gruppe oder Firma in {geschweiften Klammern}.',
        issued: '2026, 2026-03 oder 2026-03-14',
        language: 'Etwa en oder pt-BR'
      },
      types: {
        'article-journal': 'Zeitschriftenartikel',
        'paper-conference': 'Konferenzbeitrag',
        article: 'Preprint',
        book: 'Buch',
        chapter: 'Kapitel',
        thesis: 'Abschlussarbeit',
        report: 'Bericht',
        dataset: 'Datensatz',
        software: 'Software',
        webpage: 'Webseite',
        document: 'Anderes Dokument'
      },
      links: {
        title: 'Links',
        kind: (row) => `Art von Link ${number(row)}`,
        url: (row) => `Adresse von Link ${number(row)}`,
        add: 'Link hinzufügen',
        remove: (row) => `Link ${number(row)} entfernen`,
        kinds: { paper: 'Paper', pdf: 'PDF', code: 'Code', project: 'Projektseite', data: 'Daten' }
      },
      errors: {
        titleMissing: 'Ein Paper braucht einen Titel.',
        noName: 'Jede Zeile braucht einen Namen mit mindestens einem Buchstaben oder einer Ziffer.',
        date: 'Schreiben Sie das Datum als 2026, 2026-03 oder 2026-03-14.',
        language: 'Das ist kein Sprachkürzel. Schreiben Sie en, de oder pt-BR.',
        doi: 'Eine DOI beginnt mit 10. und hat einen Schrägstrich, etwa 10.1000/182.',
        arxiv: 'Eine arXiv-ID sieht aus wie 2403.01234, 2403.01234v2 oder hep-th/9901001.',
        url: 'Geben Sie eine Web-Adresse ein, die mit https:// oder http:// beginnt.'
      },
      fix: 'Noch ist nichts gespeichert: siehe die markierten Felder.',
      unsaved: 'Ihre Änderungen sind nicht gespeichert.',
      discard: 'Änderungen verwerfen',
      keep: 'Weiter bearbeiten'
    },
    key: {
      title: 'Zitierschlüssel ändern',
      label: 'Zitierschlüssel',
      help: 'Buchstaben ohne Akzente, Ziffern und : . _ + / -',
      invalid:
        'Ein Schlüssel beginnt mit einem Buchstaben a–z oder einer Ziffer und besteht nur daraus und aus : . _ + / - (höchstens 200).',
      suggest: 'Vorschlagen',
      checking: 'Verknüpfte Projekte werden durchsucht…'
    },
    duplicates: {
      title: 'Dubletten',
      looking: 'Papers, die dasselbe sein könnten, werden gesucht…',
      found: (total, shown) => {
        if (total === 0) return 'Keine zwei Papers sehen gleich aus.'
        const all = `${count(total, 'Gruppe', 'Gruppen')} von Papers, die dasselbe sein könnten.`
        const part = shown < total ? ` Die ersten ${number(shown)} werden gezeigt.` : ''
        return `${all}${part} Was bleibt, bekommt, was die anderen haben; deren Schlüssel bleiben bekannt.`
      },
      group: (n) => `Gruppe ${number(n)}`,
      reasons: {
        identifier: 'Eine DOI, arXiv-ID oder PubMed-ID',
        title: 'Ein Titel, und nichts spricht dagegen',
        'near-title': 'Ein erster Autor und fast ein Titel'
      },
      stays: 'bleibt',
      merge: 'Zusammenführen',
      apart: 'Nicht dasselbe',
      mergeAll: (n) => `Alle ${number(n)} Gruppen zusammenführen`,
      undo: 'Letztes rückgängig'
    },
    settings: {
      title: 'Einstellungen',
      parts: {
        look: 'Darstellung',
        incoming: 'Was hereinkommt',
        reading: 'Lesen',
        search: 'Suchen, Nachschlagen',
        latex: 'LaTeX',
        library: 'Bibliothek'
      },
      theme: 'Erscheinungsbild',
      themes: { system: 'System', light: 'Hell', dark: 'Dunkel' },
      language: 'Sprache',
      languages: { system: 'System', en: 'English', de: 'Deutsch' },
      density: 'Dichte',
      densities: { comfortable: 'Luftig', compact: 'Kompakt' },
      review: 'Importe',
      reviews: { always: 'Vor dem Hinzufügen ansehen', never: 'Sofort hinzufügen' },
      attaching: 'Dateien, die mit Papers kommen',
      attachings: { copy: 'In die Bibliothek kopieren', link: 'Verknüpfen, wo sie liegen' },
      watched: {
        title: 'Beobachteter Ordner',
        none: 'Keiner. Was in einen beobachteten Ordner kommt, wird von selbst in die Bibliothek aufgenommen.',
        choose: 'Wählen…',
        stop: 'Nicht mehr beobachten',
        help: 'Digests, Literaturdateien und PDFs, die hineinkommen, werden von selbst aufgenommen.'
      },
      library: 'Bibliothek',
      folder: 'Ordner',
      file: 'Datei',
      size: 'Größe',
      papers: 'Papers',
      bytes,
      count: (n) => papers(n),
      loading: '…',
      change: 'Ändern…',
      changeHelp:
        'Ein Ordner mit einer Bibliothek öffnet diese. Ein Ordner ohne bekommt eine Kopie dieser Bibliothek; die alte bleibt, wo sie ist.'
    },
    palette: {
      title: 'Befehle',
      label: 'Befehl suchen',
      placeholder: 'Tippen Sie, was Sie tun möchten',
      list: 'Befehle',
      found: (n) => `${count(n, 'Befehl', 'Befehle')} gefunden`,
      nothing: 'Kein Befehl hat diese Wörter.',
      recent: 'Zuletzt benutzt'
    },
    keys: {
      title: 'Tasten',
      find: 'Einen Befehl oder eine Taste suchen',
      help: 'Jeder Befehl kann andere Tasten haben als die, mit denen er kommt. In der Liste bewegen die Pfeiltasten, Enter öffnet das Paper, die Leertaste wählt eines mehr aus.',
      add: (title) => `Eine Taste für „${title}“ hinzufügen`,
      remove: (key, title) => `${key} von „${title}“ nehmen`,
      reset: (title) => `„${title}“ seine eigenen Tasten wiedergeben`,
      resetAll: 'Allen Befehlen ihre eigenen Tasten wiedergeben',
      press: 'Taste drücken…',
      pressHelp: 'Escape lässt es, wie es war.',
      taken: (key, other) => `${key} ist die Taste von „${other}“.`,
      takeOver: 'Stattdessen hier verwenden',
      reserved: (key) => `${key} hat überall eine eigene Bedeutung; wählen Sie eine andere.`,
      changed: 'geändert',
      none: 'Kein Befehl hat diese Wörter oder diese Taste.',
      said: (key, title) => `${key} ist jetzt eine Taste von „${title}“.`
    },
    history: {
      title: 'Verlauf',
      loading: 'Der Verlauf wird geöffnet…',
      list: 'Änderungen, die neuesten zuerst',
      empty: 'Noch wurde nichts geändert.',
      beginning: 'Der Anfang, vor der ersten Änderung',
      now: 'jetzt',
      undone: 'zurückgenommen',
      gone: 'endgültig zurückgenommen: Danach kamen andere Änderungen',
      keys: 'Pfeiltasten wählen, Enter geht dorthin.',
      changes: (n) => count(n, 'Änderung', 'Änderungen'),
      back: (n) => `${count(n, 'Änderung', 'Änderungen')} zurücknehmen`,
      forward: (n) => `${count(n, 'Änderung', 'Änderungen')} wiederholen`,
      here: 'Hier steht die Bibliothek.',
      goneHelp:
        'Dies wurde zurückgenommen, und dann wurde anderes geändert: Es lässt sich nicht wiederholen.',
      wouldBack: (what) => `Bis hierher zurückzugehen nimmt zurück: ${what}.`,
      wouldForward: (what) => `Bis hierher vorzugehen wiederholt: ${what}.`,
      and: ' und ',
      stop: 'Anhalten',
      steps: ({ done, of }) => `${number(done)} von ${count(of, 'Änderung', 'Änderungen')}`,
      done: (n) => `${count(n, 'Änderung', 'Änderungen')} weit gegangen.`,
      stopped: ({ done, of }) =>
        `Angehalten nach ${number(done)} von ${count(of, 'Änderung', 'Änderungen')}. Dort steht die Bibliothek; gehen Sie von hier weiter oder zurück.`
    }
  }
}
