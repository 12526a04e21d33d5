import { german } from '@shared/messages/formats'
import type { latex as shape } from '../en/latex'

const { count, number } = german

const editors: (typeof shape)['citing']['editors'] = {
  system: 'Der des Systems',
  vscode: 'VS Code',
  emacs: 'Emacs',
  vim: 'Vim',
  texstudio: 'TeXstudio'
}

/** The editor, as it stands in a sentence. */
function inSentence(editor: keyof typeof editors): string {
  return editor === 'system' ? 'den Editor des Systems' : editors[editor]
}

const health: (typeof shape)['projects']['health'] = {
  ok: 'Auf dem neuesten Stand',
  problems: 'Auf dem neuesten Stand, mit Problemen',
  failing: 'Nicht geschrieben',
  paused: 'Angehalten',
  unset: 'Keine .bib gewählt',
  unknown: 'Wird gelesen'
}

const files = (n: number): string => count(n, 'Datei', 'Dateien')

export const latex: typeof shape = {
  projects: {
    title: 'LaTeX-Projekte',
    link: 'Ordner verknüpfen…',
    open: 'Zeigen, wie es darum steht…',
    health,
    hint: (project, time) =>
      project.failure !== ''
        ? project.failure
        : `${health[project.health]}${time === '' ? '' : `, geschrieben ${time}`}`,
    linked: (name) => `${name} ist verknüpft.`,
    gone: 'Dieses Projekt ist nicht mehr verknüpft.'
  },
  project: {
    written: (time) => `Zuletzt geschrieben: ${time}`,
    never: 'Noch nicht geschrieben',
    reading: 'Das Projekt wird gelesen…',
    about: (read, cited, entries) =>
      `${files(read)} gelesen, ${number(cited)} Schlüssel zitiert, ${count(entries, 'Eintrag', 'Einträge')} in der .bib`,
    retrying: 'Sheaf versucht es von selbst noch einmal.',
    writeNow: 'Jetzt schreiben',
    pause: 'Anhalten',
    resume: 'Fortsetzen',
    unlink: 'Verknüpfung lösen',
    unlinked: (name) => `${name} ist nicht mehr verknüpft. Die Dateien bleiben, wie sie sind.`,
    bib: 'Die .bib, die Sheaf führt',
    chooseBib: 'Andere wählen…',
    noBib: 'Keine gewählt',
    source: 'Was darin steht',
    sources: { cited: 'Was zitiert wird', library: 'Die ganze Bibliothek' },
    tag: (name) => `Papers mit Schlagwort ${name}`,
    collection: (path) => `Papers in ${path}`,
    search: (name) => `Was „${name}“ findet`,
    goneSource: 'Etwas, das es in der Bibliothek nicht mehr gibt',
    dialect: 'Geschrieben für',
    dialects: { bibtex: 'BibTeX', biblatex: 'BibLaTeX' },
    help: 'Ihre eigenen Einträge, Kommentare und Formatierungen in dieser Datei bleiben, wie sie sind.',
    problems: (n) => (n === 0 ? 'Probleme' : `Probleme (${number(n)})`),
    noProblems: 'Alles ist in Ordnung.',
    problem: {
      missing: (key) => `${key} wird zitiert, steht aber weder in der .bib noch in der Bibliothek.`,
      former: (key) => `${key} ist ein früherer Schlüssel eines Papers.`,
      capitals: (key) =>
        `${key} wird mit anderer Groß- und Kleinschreibung zitiert, als der Eintrag sie hat.`,
      unused: (key) => `${key} wurde von Hand geschrieben und wird nicht zitiert.`,
      duplicate: (key) => `Zwei Einträge haben den Schlüssel ${key}.`,
      edited: (key) =>
        `Der Eintrag ${key} wurde von Hand geändert. Sheaf lässt ihn, bis Sie entscheiden.`,
      foreign: (file, total) =>
        total === 1
          ? `${file} hat einen Eintrag, den die Bibliothek nicht hat.`
          : `${file} hat ${number(total)} Einträge, die die Bibliothek nicht hat.`,
      'no-bib': (file) => `${file} wird im Text genannt, ist aber nicht da.`,
      'unnamed-bib': (file) => `Keine Datei des Projekts nennt ${file}.`,
      broken: (file) =>
        `Ein Eintrag in ${file} hat kein Ende. Sheaf schreibt wieder, sobald er eines hat.`,
      'no-file': (file) => `${file} wird eingebunden, ist aber nicht da.`,
      unwritable: (key) =>
        `${key} hat Buchstaben, die in der Kodierung dieser Datei nicht vorkommen. Speichern Sie die Datei als UTF-8.`
    },
    more: (n) => `und ${number(n)} weitere`,
    openAt: (name, line) => (line === 0 ? name : `${name}:${String(line)}`),
    open: (name, line) =>
      line === 0 ? `${name} öffnen` : `${name} bei Zeile ${String(line)} öffnen`,
    fixes: {
      recite: (to) => `${to} zitieren`,
      take: 'In die Bibliothek aufnehmen',
      takeAll: (n) => (n === 1 ? 'Importieren…' : 'Alle importieren…'),
      leave: 'Meinen lassen',
      write: 'Den von Sheaf schreiben',
      remove: (isSecond) => (isSecond ? 'Nur den ersten behalten' : 'Herausnehmen'),
      keep: (file) => `${file} führen`
    },
    entries: (n) => (n === 0 ? 'Einträge' : `Einträge (${number(n)})`),
    noEntries: 'Die .bib hat noch keine Einträge. Zitieren Sie im Text ein Paper der Bibliothek.',
    owners: { ours: 'Sheaf', theirs: 'von Hand', edited: 'von Hand geändert' },
    columns: { key: 'Schlüssel', title: 'Titel', owner: 'Geschrieben von', cited: 'Zitiert' },
    showPaper: (title) => `„${title}“ zeigen`
  },
  renaming: {
    also: (total, changed) =>
      `Auch an ${count(total, 'Stelle', 'Stellen')} in ${files(changed)} verknüpfter Projekte ändern`,
    nowhere:
      'Kein verknüpftes Projekt zitiert dieses Paper. Der alte Schlüssel bleibt bekannt und führt weiter zu ihm.',
    stays: 'Der alte Schlüssel bleibt bekannt: Er führt weiter zu diesem Paper.',
    more: (n) =>
      n === 1
        ? 'Eine weitere Stelle wird auch geändert.'
        : `${number(n)} weitere Stellen werden auch geändert.`,
    done: (n) => `${files(n)} mit geändert. Rückgängig stellt den alten Stand wieder her.`,
    places: 'Stellen'
  },
  cite: {
    title: 'Zitieren',
    asked: 'Zitieren, für Ihren Editor',
    label: 'Papers zum Zitieren suchen',
    placeholder: 'Autor, Titel, Jahr',
    list: 'Papers',
    format: 'Geschrieben als',
    formats: {
      latex: 'LaTeX',
      biblatex: 'BibLaTeX',
      natbib: 'natbib',
      pandoc: 'Pandoc-Markdown',
      mmd: 'MultiMarkdown',
      typst: 'Typst',
      org: 'Org',
      orgRef: 'Org-ref',
      'asciidoctor-bibtex': 'AsciiDoc',
      keys: 'Nur Schlüssel'
    },
    command: 'LaTeX-Befehl',
    commandHelp: 'Etwa citep; leer für den üblichen',
    badCommand: 'Ein LaTeX-Befehl hat nur Buchstaben und vielleicht einen Stern.',
    chosen: 'Gewählt',
    remove: (key) => `${key} nicht zitieren`,
    nothing: 'Kein Paper hat diese Wörter.',
    keys: (isWaiting, canPush) =>
      `Eingabetaste ${isWaiting ? 'zitiert' : 'kopiert'}. Tab nimmt eines dazu.${canPush ? ' Strg Eingabetaste setzt es in Ihren Editor.' : ''}`,
    copy: 'Kopieren',
    insert: 'Zitieren',
    push: (editor) => `In ${inSentence(editor)} setzen`,
    copied: (text) => `${text} kopiert`,
    pushed: (text, editor) => `${text} in ${inSentence(editor)} gesetzt.`
  },
  citing: {
    editor: 'Editor',
    editors,
    shortcut: 'Taste für die Zitatauswahl, aus jedem Programm',
    shortcutHelp: 'Etwa Ctrl+Alt+C; leer für keine',
    server: 'Editoren dürfen nach Zitaten fragen',
    servers: {
      off: 'Nein',
      token: 'Mit einem Token',
      open: 'Jedes Programm auf diesem Rechner'
    },
    serverHelp:
      'Für Plug-ins, die „cite as you write“ von Better BibTeX sprechen. Nur dieser Rechner kann fragen, und keine Webseite.',
    port: 'Port',
    address: 'Adresse für das Plug-in',
    copyAddress: 'Adresse kopieren',
    addressCopied: 'Adresse kopiert.'
  }
}
