import { english } from '@shared/messages/formats'
import type { LinkKind, PaperType } from '@shared/model/paper'
import type { Settings } from '@shared/model/settings'

const { bytes, count, number } = english

const types: Record<PaperType, string> = {
  'article-journal': 'Journal article',
  'paper-conference': 'Conference paper',
  article: 'Preprint',
  book: 'Book',
  chapter: 'Chapter',
  thesis: 'Thesis',
  report: 'Report',
  dataset: 'Data set',
  software: 'Software',
  webpage: 'Web page',
  document: 'Other document'
}
const linkKinds: Record<LinkKind, string> = {
  paper: 'Paper',
  pdf: 'PDF',
  code: 'Code',
  project: 'Project page',
  data: 'Data'
}
const themes: Record<Settings['theme'], string> = {
  system: 'System',
  light: 'Light',
  dark: 'Dark'
}
const densities: Record<Settings['density'], string> = {
  comfortable: 'Comfortable',
  compact: 'Compact'
}

/** The words of the dialogs: details, citation key, settings, commands, keys. */
export const tools = {
  tools: {
    about: {
      title: 'About Sheaf',
      version: (version: string) => `Version ${version}`,
      on: (electron: string, chromium: string) => `Electron ${electron}, Chromium ${chromium}`,
      sent: 'Your library stays on this computer. Sheaf tells nobody what you do, and asks nothing of the network but what you have it look up or subscribe to.',
      own: 'Sheaf is free software under the MIT licence. It is made of these packages:',
      updates: 'Check for Updates…',
      filter: 'Find a package',
      packages: 'Packages',
      none: 'No package is called that.',
      noText: 'The package brings no text of its licence.',
      chromium:
        'Electron comes under the MIT licence; the licences of Chromium and all in it are in LICENSES.chromium.html beside the program. The language model all-MiniLM-L6-v2 is under Apache 2.0, the citation styles under CC BY-SA 3.0.'
    },
    updates: {
      title: 'Updates',
      have: (version: string) => `You have version ${version}.`,
      asking: 'Asking whether there is a newer version…',
      owned: {
        package:
          'Sheaf was installed as a package of this system, so the system brings it up to date. Get the newer package from where you got this one, and install it the same way: your library stays as it is. Nothing was asked of the network.',
        source:
          'Sheaf was started from its source. Get the newer source, and start it again with npm start. Nothing was asked of the network.'
      },
      nowhere:
        'This build does not know where newer versions are made known. Look where you got it from. Nothing was asked of the network.',
      newest: 'There is no newer one.',
      newer: (version: string) => `Version ${version} is available.`,
      published: (day: string) => `Published ${day}`,
      notes: 'What is new',
      noFile: 'There is no file of it for this kind of computer. Look where you got Sheaf from.',
      how: 'The file is checked, put among your downloads and shown to you there. Sheaf installs nothing by itself.',
      download: (size: string) => `Download (${size})`,
      downloading: (name: string) => `Downloading ${name}`,
      stop: 'Stop',
      stopped: 'The download was stopped; nothing of it was kept.',
      done: (name: string) =>
        name.endsWith('.AppImage')
          ? `${name} was checked and is in your downloads. Allow it to run, in its properties, and start it in place of the former one: your library stays as it is.`
          : `${name} was checked and is in your downloads. Quit Sheaf, then open the file to install it: your library stays as it is.`,
      in: 'Folder',
      again: 'Try Again'
    },
    edit: {
      title: 'Edit details',
      fields: {
        type: 'Type',
        title: 'Title',
        authors: 'Authors',
        editors: 'Editors',
        issued: 'Date of publication',
        venue: 'Journal, proceedings or book',
        volume: 'Volume',
        issue: 'Issue',
        pages: 'Pages',
        publisher: 'Publisher',
        language: 'Language',
        doi: 'DOI',
        arxiv: 'arXiv id',
        abstract: 'Abstract'
      },
      help: {
        authors: 'One a line: “van Beethoven, Ludwig”. A group or company in {braces}.',
        issued: '2026, 2026-03 or 2026-03-14',
        language: 'Such as en or pt-BR'
      },
      types,
      links: {
        title: 'Links',
        kind: (row: number) => `Kind of link ${String(row)}`,
        url: (row: number) => `Address of link ${String(row)}`,
        add: 'Add a link',
        remove: (row: number) => `Remove link ${String(row)}`,
        kinds: linkKinds
      },
      errors: {
        titleMissing: 'A paper needs a title.',
        noName: 'Every line needs a name with at least one letter or digit.',
        date: 'Write the date as 2026, 2026-03 or 2026-03-14.',
        language: 'This is no language tag. Write en, de or pt-BR.',
        doi: 'A DOI starts with 10. and has a slash, such as 10.1000/182.',
        arxiv: 'An arXiv id looks like 2403.01234, 2403.01234v2 or hep-th/9901001.',
        url: 'Enter a web address that starts with https:// or http://.'
      },
      fix: 'Nothing was saved yet: see the marked fields.',
      unsaved: 'Your changes are not saved.',
      discard: 'Discard changes',
      keep: 'Keep editing'
    },
    key: {
      title: 'Change citation key',
      label: 'Citation key',
      help: 'Letters and digits without accents, and : . _ + / -',
      invalid:
        'A key starts with a letter a–z or a digit, and holds only those and : . _ + / - (at most 200).',
      suggest: 'Suggest',
      checking: 'Looking through linked projects…'
    },
    duplicates: {
      title: 'Duplicates',
      looking: 'Looking for papers that may be one…',
      found: (total: number, shown: number) => {
        if (total === 0) return 'No two papers look the same.'
        const all = `${count(total, 'group')} of papers that may be one.`
        const part = shown < total ? ` The first ${number(shown)} are shown.` : ''
        return `${all}${part} The one that stays gets what the others have; their keys stay known.`
      },
      group: (n: number) => `Group ${number(n)}`,
      reasons: {
        identifier: 'One DOI, arXiv id or PubMed id',
        title: 'One title, and nothing against it',
        'near-title': 'One first author, and nearly one title'
      },
      stays: 'stays',
      merge: 'Merge',
      apart: 'Not the same',
      mergeAll: (n: number) => `Merge all ${number(n)} groups`,
      undo: 'Undo last'
    },
    settings: {
      title: 'Settings',
      parts: {
        look: 'Appearance',
        incoming: 'What comes in',
        reading: 'Reading',
        search: 'Search, look-ups',
        latex: 'LaTeX',
        library: 'Library'
      },
      theme: 'Theme',
      themes,
      language: 'Language',
      languages: { system: 'System', en: 'English', de: 'Deutsch' },
      density: 'Density',
      densities,
      review: 'Imports',
      reviews: { always: 'Look before adding', never: 'Add at once' },
      attaching: 'Files that come with papers',
      attachings: { copy: 'Copy into the library', link: 'Link where they lie' },
      watched: {
        title: 'Watched folder',
        none: 'None. What comes into a watched folder is added to the library by itself.',
        choose: 'Choose…',
        stop: 'Stop watching',
        help: 'Digests, reference files and PDFs that come into it are added by themselves.'
      },
      library: 'Library',
      folder: 'Folder',
      file: 'File',
      size: 'Size',
      papers: 'Papers',
      bytes: bytes,
      count: (n: number) => count(n, 'paper'),
      loading: '…',
      change: 'Change…',
      changeHelp:
        'A folder that holds a library opens it. A folder without one gets a copy of this library; the old one stays where it is.'
    },
    palette: {
      title: 'Commands',
      label: 'Find a command',
      placeholder: 'Type what you want to do',
      list: 'Commands',
      found: (n: number) => `${count(n, 'command')} found`,
      nothing: 'No command has these words.',
      recent: 'Used lately'
    },
    keys: {
      title: 'Keys',
      find: 'Find a command or a key',
      help: 'Every command can have other keys than it comes with. In the list, the arrow keys move, Enter opens the paper, Space selects one more.',
      add: (title: string) => `Add a key for ${title}`,
      remove: (key: string, title: string) => `Remove ${key} from ${title}`,
      reset: (title: string) => `Give ${title} its own keys back`,
      resetAll: 'Give all commands their own keys back',
      press: 'Press a key…',
      pressHelp: 'Escape leaves it as it was.',
      taken: (key: string, other: string) => `${key} is the key of “${other}”.`,
      takeOver: 'Use it here instead',
      reserved: (key: string) => `${key} has a meaning of its own everywhere; choose another.`,
      changed: 'changed',
      none: 'No command has these words or this key.',
      said: (key: string, title: string) => `${key} is now a key of ${title}.`
    },
    history: {
      title: 'History',
      loading: 'Opening the history…',
      list: 'Changes, the newest first',
      empty: 'Nothing has been changed yet.',
      beginning: 'The beginning, before the first change',
      now: 'now',
      undone: 'taken back',
      gone: 'taken back for good: other changes came after',
      keys: 'Arrow keys choose, Enter steps there.',
      changes: (n: number) => count(n, 'change'),
      back: (n: number) => `Take back ${count(n, 'change')}`,
      forward: (n: number) => `Make ${count(n, 'change')} again`,
      here: 'This is where the library stands.',
      goneHelp: 'This was taken back, and other changes were made then: it cannot be made again.',
      wouldBack: (what: string) => `Stepping back to here takes back ${what}.`,
      wouldForward: (what: string) => `Stepping forward to here makes again ${what}.`,
      and: ' and ',
      stop: 'Stop',
      steps: ({ done, of }: { done: number; of: number }) =>
        `${number(done)} of ${count(of, 'change')}`,
      done: (n: number) => `Stepped over ${count(n, 'change')}.`,
      stopped: ({ done, of }: { done: number; of: number }) =>
        `Stopped after ${number(done)} of ${count(of, 'change')}. The library stands there; step on or back from here.`
    }
  }
}
