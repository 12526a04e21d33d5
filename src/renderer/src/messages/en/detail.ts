import type { TagSuggestion } from '@shared/model/taste'
import type { MissingField } from '@shared/model/missing'
import type { Appearance } from '@shared/model/paper'
import { count, longDate, number, ordinal } from '../count'

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

const percent = new Intl.NumberFormat('en', { style: 'percent' })

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
          : `${percent.format(likelihood)} likely, going by papers with this tag: ${words.join(', ')}`,
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
      size: (bytes: number) =>
        bytes < 1024 * 1024
          ? `${String(Math.max(1, Math.round(bytes / 1024)))} KB`
          : `${(bytes / 1024 / 1024).toFixed(1)} MB`
    },
    several: (n: number) => `${count(n, 'paper')} selected`,
    severalHelp: 'What you do now is done to all of them.',
    nothing: 'No paper selected'
  }
}
