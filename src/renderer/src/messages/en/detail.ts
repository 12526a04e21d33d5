import { english } from '@shared/messages/formats'
import type { TagSuggestion } from '@shared/model/taste'
import type { MissingField } from '@shared/model/missing'
import type { Appearance } from '@shared/model/paper'

const { bytes, count, longDate, moment, number, ordinal, percent } = english

const missingWords: Record<MissingField, string> = {
  author: 'authors',
  year: 'year',
  venue: 'venue'
}

const fieldWords: Readonly<Record<string, string>> = {
  title: 'Title',
  creators: 'Authors and editors',
  issued: 'Date',
  venue: 'Venue',
  volume: 'Volume',
  issue: 'Issue',
  pages: 'Pages',
  publisher: 'Publisher',
  type: 'Type',
  language: 'Language',
  abstract: 'Abstract',
  doi: 'DOI',
  arxiv: 'arXiv id',
  pmid: 'PubMed id',
  isbn: 'ISBN',
  other: 'Identifier'
}

/** The words of the pane that shows one paper. */
export const detail = {
  detail: {
    label: 'Paper',
    sources: 'Where it came from',
    showSource: 'Show it in the digest’s own text',
    appearance: ({ source, date, dateInferred, position, of }: Appearance) => {
      const day = date === '' ? '' : `, ${longDate(date)}`
      return `${ordinal(position)} of ${number(of)} in ${source}${day}${dateInferred ? ' (year inferred)' : ''}`
    },
    inTrash: 'In the trash',
    collections: {
      add: 'Add to a collection',
      remove: (name: string) => `Take out of ${name}`
    },
    merge: 'Merge into one',
    apart: 'Not the same paper',
    updated: (at: string) => `A newer version came on ${longDate(at.slice(0, 10))}.`,
    seen: 'Mark as seen',
    extra: (n: number) => `${count(n, 'field')} of another program`,
    statements: {
      title: (fields: readonly string[]) => `Sources differ on ${fields.join(', ').toLowerCase()}`,
      field: (name: string) => fieldWords[name] ?? name.replace(/^extra:/, ''),
      source: (source: string, at: string) =>
        `${source === '' ? 'You' : source}, ${longDate(at.slice(0, 10))}`,
      nothing: 'Nothing',
      shown: 'Shown',
      use: 'Use this',
      useWhat: (field: string, text: string) => `Use this ${field.toLowerCase()}: ${text}`
    },
    editedBy: (names: string) => `Edited by ${names}`,
    date: longDate,
    copyCite: 'Copy \\cite{…}',
    editKey: 'Change the citation key',
    dragBib: 'Drag this out of the window as a .bib file',
    missing: (fields: readonly MissingField[]) =>
      `Not known: ${fields.map((field) => missingWords[field]).join(', ')}`,
    complete: 'Look up',
    fillIn: 'Fill in',
    star: 'Star',
    unstar: 'Starred',
    markRead: 'Mark read',
    markUnread: 'Read',
    copyBibtex: 'Copy BibTeX',
    edit: 'Edit',
    trash: 'Delete',
    restore: 'Restore',
    links: 'Links',
    noAbstract: 'No abstract.',
    suggestions: {
      label: 'Suggested tags',
      add: ({ name }: TagSuggestion): string => `Add the suggested tag ${name}`,
      why: ({ from, likelihood, words }: TagSuggestion): string =>
        from === 'named'
          ? `The paper has the name of this tag in it: ${words.join(', ')}`
          : `${percent(likelihood)} likely, going by papers with this tag: ${words.join(', ')}`,
      because: ({ from, words }: TagSuggestion): string =>
        from === 'named' ? 'named in the paper' : `for ${words.slice(0, 3).join(', ')}`,
      keeping: (words: string[]): string => `Like what you keep: ${words.join(', ')}`
    },
    tags: {
      add: 'Add a tag',
      remove: (name: string) => `Remove tag ${name}`,
      placeholder: 'New or known tag',
      known: 'Tags of the library'
    },
    note: {
      label: 'Note',
      write: 'Write',
      edit: 'Edit',
      placeholder: 'Markdown. Saved as you type.',
      help: 'Esc ends writing. $…$ is mathematics, [[ links a paper.',
      wide: 'More room for the note',
      wideTitle: (title: string) => `Note on “${title}”`,
      preview: 'How it reads',
      tools: {
        label: 'Formatting',
        bold: 'Bold',
        italic: 'Italic',
        link: 'Link',
        list: 'List',
        formula: 'Formula',
        paper: 'Link to a paper',
        preview: 'Preview'
      },
      papers: 'Papers to link to',
      papersFound: (n: number) =>
        `${count(n, 'paper')} to link to: the arrow keys choose, Enter takes one.`,
      noSuchPaper: (key: string) => `No paper has the citation key ${key}`,
      mentions: 'Mentioned in the notes of',
      notSavedYet: 'The note could not be saved, so nothing was changed. See what it says there.',
      notSaved:
        'The note could not be saved. Copy its text, or close the window again to leave without it.',
      keepMine: 'Save mine',
      takeTheirs: 'Take the other',
      history: {
        open: 'Earlier versions',
        title: (title: string) => `Earlier notes on “${title}”`,
        loading: 'Looking for earlier versions…',
        none: 'This note has no earlier versions yet.',
        versions: 'Versions',
        every: 'Every save',
        at: (at: string) => moment(at),
        length: (n: number) => count(n, 'character'),
        text: 'What was different',
        onlyThen: 'Only then: ',
        onlyNow: 'Only now: ',
        help: 'Underlined was there then, struck out is only there now. Enter restores; that can be undone.',
        isNow: 'The note is like this now.',
        restore: 'Restore this version'
      },
      saving: 'Saving…',
      saved: (at: string, now: number) => {
        const minutes = Math.floor((now - Date.parse(at)) / 60_000)
        if (minutes < 1) return 'Saved a moment ago'
        if (minutes < 60) return `Saved ${count(minutes, 'minute')} ago`
        return `Saved ${longDate(at.slice(0, 10))}`
      }
    },
    attachments: {
      label: 'Attachments',
      add: 'Attach a file…',
      remove: (name: string) => `Remove attachment ${name}`,
      size: bytes
    },
    several: (n: number) => `${count(n, 'paper')} selected`,
    severalHelp: 'What you do now is done to all of them.',
    nothing: 'No paper selected'
  }
}
