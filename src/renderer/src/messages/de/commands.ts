import type { commands as shape } from '../en/commands'
import { papers } from './count'

export const commands: typeof shape = {
  pastedText: 'eingefügter Text',
  copied: (format, n, text) => {
    if (format === 'cite') return `${text.length > 60 ? `${text.slice(0, 59)}…` : text} kopiert`
    const name = format === 'bibtex' ? 'BibTeX' : 'BibLaTeX'
    return `${name} von ${papers(n)} kopiert.`
  },
  exported: ({ fileName, folder, papers: n }) =>
    `${papers(n)} in ${fileName} geschrieben, im Ordner ${folder}.`,
  commands: {
    groups: { library: 'Bibliothek', move: 'Bewegen', paper: 'Papers', view: 'Ansicht' },
    titles: {
      import: 'Dateien importieren…',
      paste: 'Eingefügten Text importieren',
      sample: 'Den Beispiel-Digest importieren',
      export: '.bib exportieren (BibTeX)…',
      exportBiblatex: '.bib exportieren (BibLaTeX)…',
      exportCsl: 'CSL-JSON exportieren…',
      exportRis: 'RIS exportieren…',
      undo: 'Rückgängig',
      redo: 'Wiederholen',
      next: 'Nächstes Paper',
      previous: 'Vorheriges Paper',
      selectAll: 'Alle auswählen',
      search: 'Suchen',
      star: 'Stern geben oder nehmen',
      read: 'Als gelesen oder ungelesen markieren',
      tag: 'Schlagwort hinzufügen',
      note: 'Notiz schreiben',
      noteWide: 'Notiz mit mehr Platz schreiben',
      noteHistory: 'Frühere Fassungen der Notiz…',
      edit: 'Angaben bearbeiten…',
      key: 'Zitierschlüssel ändern…',
      copyCite: '\\cite{…} kopieren',
      copyBibtex: 'BibTeX kopieren',
      copyBiblatex: 'BibLaTeX kopieren',
      openLink: 'Ersten Link öffnen',
      source: 'Im Text des Digests zeigen',
      attach: 'Datei anhängen…',
      mark: 'Text des Abstracts auswählen, um ihn zu markieren',
      takeOver: 'Annotationen des PDFs übernehmen',
      replaceFile: 'PDF durch eine andere Datei ersetzen…',
      writePdf: 'Kopie des PDFs mit Annotationen speichern…',
      copyMarkdown: 'Annotationen als Markdown kopieren',
      saveMarkdown: 'Annotationen als Markdown speichern…',
      annotations: 'Gehe zu den Annotationen',
      complete: 'Aus dem Web vervollständigen…',
      completeAll: 'Alle unvollständigen Papers aus dem Web vervollständigen…',
      duplicates: 'Dubletten suchen…',
      merge: 'Die ausgewählten Papers in das aktuelle zusammenführen',
      place: 'Öffnen, wo es gefunden wurde',
      byMeaning: 'Nach Bedeutung suchen oder nur nach Wörtern',
      related: 'Verwandte Papers…',
      relatedToView: 'Papers wie die mit diesem Schlagwort…',
      relatedToText: 'Papers zu einem Absatz…',
      seen: 'Neuere Version als gesehen markieren',
      trash: 'In den Papierkorb legen',
      restore: 'Aus dem Papierkorb holen',
      goTo: (view) => `Gehe zu: ${view}`,
      toggleSidebar: 'Seitenleiste ein- oder ausblenden',
      palette: 'Befehle',
      keys: 'Tasten',
      settings: 'Einstellungen…'
    }
  },
  exportMenu: {
    selected: (n) => `Auswahl (${papers(n)})`,
    bibtex: (what) => `${what} als BibTeX…`,
    biblatex: (what) => `${what} als BibLaTeX…`,
    csl: (what) => `${what} als CSL-JSON…`,
    ris: (what) => `${what} als RIS…`,
    library: 'Bibliothek'
  }
}
