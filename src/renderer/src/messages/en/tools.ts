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
      nothing: 'No command has these words.'
    },
    keys: { title: 'Keys', or: 'or' }
  }
}
