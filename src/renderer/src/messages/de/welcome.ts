import type { welcome as shape } from '../en/welcome'

export const welcome: typeof shape = {
  welcome: {
    title: 'Eine Bibliothek für das, was Sie lesen',
    help: 'Jedes Paper, das ein Digest nennt, landet hier, von anderen unterschieden und beim Tippen durchsuchbar. Was Sie behalten, kommt in Ihre .bib, unter Schlüsseln, die bleiben.',
    drop: 'Legen Sie Digests, Literaturdateien, PDFs oder ganze Ordner irgendwo auf diesem Fenster ab.',
    dropHelp: (paste) => `Oder fügen Sie mit ${paste} den Text eines Digests ein.`,
    sample: 'Den Beispiel-Digest ausprobieren',
    open: 'Datei öffnen…',
    elsewhere: 'Wenn Sie von woanders kommen',
    from: {
      zotero: [
        'Aus Zotero importieren…',
        'Wählen Sie in Zotero „Datei“, „Bibliothek exportieren“ und das Format Better BibTeX JSON, BibTeX oder RIS; mit „Dateien exportieren“ kommen die PDFs mit. Öffnen Sie dann diese Datei.'
      ],
      jabref: [
        'Aus JabRef importieren…',
        'Öffnen Sie die .bib-Datei, mit der Sie in JabRef arbeiten. Schlüssel bleiben, und verknüpfte Dateien werden gefunden.'
      ],
      mendeley: [
        'Aus Mendeley importieren…',
        'Wählen Sie in Mendeley alles aus, dann „Datei“, „Exportieren“ und BibTeX oder RIS. Öffnen Sie dann diese Datei.'
      ],
      folder: [
        'Einen Ordner importieren…',
        'PDFs werden an ihrer ersten Seite erkannt; Digests, .bib- und .ris-Dateien darin werden auch gelesen.'
      ]
    },
    archive: [
      'Exportierte Bibliothek öffnen…',
      'Eine Zip-Datei, die mit „Alles exportieren“ entstanden ist, kommt mit allem zurück, was darin war.'
    ],
    looked:
      'Nichts kommt hinzu, bevor Sie es gesehen haben, und ein Rückgängig nimmt alles wieder zurück.'
  }
}
