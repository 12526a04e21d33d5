import { german } from '@shared/messages/formats'
import type { imports as shape } from '../en/imports'
import { papers } from './count'

const { count, longDate, number } = german

const more = (n: number, before: number): string => (before === 0 ? papers(n) : number(n))

const gone = {
  tag: 'Das Schlagwort, auf dem sie abgelegt wurden, gibt es nicht mehr; importiert werden sie trotzdem.',
  collection:
    'Die Sammlung, auf der sie abgelegt wurden, gibt es nicht mehr; importiert werden sie trotzdem.'
}

export const imports: typeof shape = {
  imports: {
    title: 'Import',
    waits: 'Dies wird gelesen, sobald der Import davor fertig ist.',
    takenBack:
      'Sheaf endete mitten in einem Import. Was er schon hinzugefügt hatte, ist zurückgenommen; importieren Sie die Dateien noch einmal.',
    summary: ({ added, merged, unchanged, dismissed, items, skipped }) => {
      if (items.length === 0) return 'Nichts importiert'
      const lines = skipped.filter(({ line }) => line > 0).length
      const files = skipped.length - lines
      return [
        ...(added > 0 ? [`${papers(added)} hinzugefügt`] : []),
        ...(merged > 0 ? [`${more(merged, added)} mit Vorhandenem zusammengeführt`] : []),
        ...(unchanged > 0 ? [`${more(unchanged, added + merged)} schon in der Bibliothek`] : []),
        ...(dismissed > 0 ? [`${papers(dismissed)} früher verworfen, ausgelassen`] : []),
        ...(lines > 0 ? [`${count(lines, 'Zeile', 'Zeilen')} nicht verstanden`] : []),
        ...(files > 0 ? [`${count(files, 'Datei', 'Dateien')} nicht importiert`] : [])
      ].join(', ')
    },
    filing: ({ kind, name }) =>
      name === null
        ? gone[kind]
        : {
            tag: `Sie bekommen das Schlagwort „${name}“.`,
            collection: `Sie kommen in die Sammlung „${name}“.`
          }[kind],
    filed: ({ kind, name }) =>
      name === null
        ? gone[kind]
        : {
            tag: `Mit dem Schlagwort „${name}“ versehen.`,
            collection: `In die Sammlung „${name}“ gelegt.`
          }[kind],
    notTaken: (why) => `Die Dateien des beobachteten Ordners wurden nicht aufgenommen: ${why}`,
    arrived: ({ added, merged }) =>
      `Aus dem beobachteten Ordner: ${[
        ...(added > 0 ? [`${papers(added)} hinzugefügt`] : []),
        ...(merged > 0 ? [`${number(merged)} mit Vorhandenem zusammengeführt`] : [])
      ].join(', ')}`,
    nothingHelp: 'Die Bibliothek ist, wie sie war.',
    undo: 'Import rückgängig machen',
    loading: 'Der Text des Digests wird geöffnet…',
    digest: 'Digest',
    source: 'Text des Digests',
    papers: 'Papers dieses Imports',
    edit: 'Bearbeiten',
    editPaper: (title) => `Angaben zu ${title} bearbeiten`,
    status: ({ status, trashed, triage }) => {
      if (trashed) return 'Im Papierkorb'
      if (triage === 'dismissed') return 'Früher verworfen'
      return { added: 'Neu', merged: 'Zusammengeführt', unchanged: 'Schon da' }[status]
    },
    skipped: {
      title: 'Nicht verstanden',
      item: ({ file, line }) => (line === 0 ? file : `${file}, Zeile ${number(line)}`)
    },
    digestName: (source, date) => (date === '' ? source : `${source}, ${longDate(date)}`),
    date: {
      label: 'Datum des Digests',
      inferred: '(Jahr aus der Zeit der Datei erschlossen)',
      unknown: 'Datum nicht bekannt',
      save: 'Datum speichern',
      invalid: 'Geben Sie ein ganzes Datum ein: Tag, Monat und Jahr.'
    },
    sourceView: {
      paper: 'Paper',
      none: 'Paper wählen',
      previous: 'Vorheriges Paper',
      next: 'Nächstes Paper'
    },
    review: {
      dismissed: (n) =>
        n === 1
          ? 'Eines davon wurde früher verworfen und bleibt weg.'
          : `${number(n)} davon wurden früher verworfen und bleiben weg.`,
      title: ({ added, merged, unchanged }) => {
        const parts = [
          ...(added > 0 ? [count(added, 'neues Paper', 'neue Papers')] : []),
          ...(merged > 0 ? [`${more(merged, added)} mit Vorhandenem zusammenzuführen`] : []),
          ...(unchanged > 0 ? [`${more(unchanged, added + merged)} schon in der Bibliothek`] : [])
        ]
        return parts.length === 0 ? 'Nichts hinzuzufügen' : parts.join(', ')
      },
      add: ({ added, merged, unchanged, filed }) =>
        added > 0
          ? `${papers(added)} hinzufügen`
          : merged > 0
            ? `${papers(merged)} zusammenführen`
            : unchanged > 0 && filed?.name
              ? `Zu ${filed.name} hinzufügen`
              : 'Fertig',
      papers: 'Papers, die hinzukommen',
      status: ({ status, trashed, dismissed, same }) => {
        if (status === 'left-out') return 'Ausgelassen'
        if (trashed) return 'Bleibt im Papierkorb'
        if (dismissed) return 'Bleibt verworfen'
        if (status === 'added') return same === null ? 'Neu' : 'Neu, für sich'
        return status === 'merged' ? 'Wird zusammengeführt' : 'Schon da'
      },
      corrected: 'berichtigt',
      correct: 'Berichtigen…',
      correctPaper: (title) => `Berichtigen, was von ${title} gelesen wurde`,
      leaveOut: 'Auslassen',
      takeIn: 'Aufnehmen',
      apart: 'Nicht dasselbe Paper',
      together: 'Doch dasselbe Paper',
      sameAs: (title, key) => `Dasselbe wie „${title}“ (${key})`,
      apartFrom: (title, key) => `Nicht dasselbe wie „${title}“ (${key})`,
      readAs: 'Gelesen als',
      noFormat: 'kein bekanntes Format',
      pages: (from, to, of) => `Papers ${number(from)} bis ${number(to)} von ${number(of)}`,
      previous: 'Vorherige Papers',
      next: 'Nächste Papers',
      keys: 'Eingabetaste berichtigt, x lässt aus, n trennt.',
      formats: {
        'trending-page': 'Trending-Papers-Seite',
        'daily-papers': 'Daily Papers (JSON)',
        'daily-papers-page': 'Daily Papers (gespeicherte Seite)',
        'paper-dump': 'Titel, PDFs und Zusammenfassungen',
        'sheaf-digest': 'Mit Sheaf gemachter Digest',
        'sheaf-digest-text': 'Mit Sheaf gemachter Digest, als Text',
        'arxiv-mailing': 'arXiv-Mail',
        'arxiv-listing': 'arXiv-Liste',
        feed: 'RSS- oder Atom-Feed',
        'json-feed': 'JSON-Feed',
        opml: 'OPML',
        'scholar-alert': 'Google-Scholar-Alert',
        'semantic-scholar-alert': 'Semantic-Scholar-Alert',
        'paper-links': 'Beliebiger Text mit Links zu Papers',
        bibtex: 'BibTeX oder BibLaTeX',
        ris: 'RIS',
        nbib: 'NBIB (MEDLINE)',
        'csl-json': 'CSL-JSON',
        'better-bibtex-json': 'Better-BibTeX-JSON',
        'endnote-xml': 'EndNote-XML',
        'pubmed-xml': 'PubMed-XML'
      }
    },
    progress: {
      label: ({ stage, file }) =>
        ({
          reading: `${file} wird gelesen`,
          comparing: 'Vorhandene Papers werden gesucht',
          adding: 'Papers werden in die Bibliothek aufgenommen'
        })[stage],
      counts: ({ stage, done, of }) =>
        of === 0
          ? ''
          : `${number(done)} von ${stage === 'reading' ? count(of, 'Datei', 'Dateien') : papers(of)}`
    }
  }
}
