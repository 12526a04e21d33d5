import { english } from '@shared/messages/formats'
import type { MeaningState } from '@shared/model/meaning'
import type { Filter } from '@shared/query/clause'
import type { QueryField } from '@shared/query/parse'

const { count, longDate } = english

const fields: Record<QueryField, string> = {
  author: 'author',
  title: 'title',
  abstract: 'abstract',
  venue: 'venue',
  note: 'note',
  tag: 'tag',
  in: 'in',
  digest: 'digest',
  has: 'has',
  is: 'is',
  year: 'year',
  added: 'added',
  key: 'citation key',
  type: 'type'
}

const havings: Partial<Record<string, string>> = {
  pdf: 'a PDF',
  file: 'a file',
  note: 'a note',
  annotation: 'annotations',
  tag: 'a tag',
  collection: 'a collection',
  abstract: 'an abstract',
  author: 'an author',
  venue: 'a venue',
  year: 'a year',
  doi: 'a DOI',
  arxiv: 'an arXiv id',
  link: 'a link',
  code: 'code',
  project: 'a project page',
  data: 'data'
}

function filter(asked: Filter): string {
  switch (asked.field) {
    case 'has':
      return havings[asked.value] ?? asked.value
    case 'year':
      if (asked.from === asked.to) return String(asked.from)
      if (asked.to === null) return `${String(asked.from)} or later`
      return asked.from === null
        ? `${String(asked.to)} or before`
        : `${String(asked.from)}–${String(asked.to)}`
    case 'added':
      if (asked.from === asked.to) return `on ${longDate(asked.from)}`
      if (asked.to === '') return `since ${longDate(asked.from)}`
      return asked.from === ''
        ? `up to ${longDate(asked.to)}`
        : `${longDate(asked.from)} – ${longDate(asked.to)}`
    default:
      return asked.value
  }
}

/** What a query means, and what may complete it. */
export const search = {
  meaning: 'What is searched for',
  fields,
  filter,
  words: 'words',
  phrase: 'exactly',
  either: 'either',
  all: 'all of',
  or: ' or ',
  and: ' and ',
  not: 'not ',
  nearly: (word: string): string => `${word}, or nearly`,
  edit: (part: string): string => `Edit “${part}”`,
  remove: (part: string): string => `Remove “${part}”`,
  chipKeys: 'Delete removes a part; minus turns it around.',
  completions: 'Completions',
  completionKeys: (n: number): string =>
    n === 1
      ? 'One completion: Tab takes it.'
      : `${String(n)} completions: the arrow keys choose, Tab takes one.`,
  learning: {
    title: 'Search and related papers by meaning',
    choices: {
      on: 'Learn what papers mean, on this machine, in the background',
      off: 'Use words only'
    },
    states: {
      off: () => 'Nothing is being learnt.',
      absent: () => 'The language model did not come with this installation; words are used alone.',
      failed: () =>
        'The language model could not be run; words are used alone. Start Sheaf again to try again.',
      working: (left: number) =>
        left === 0 ? 'Looking for papers to learn…' : `${count(left, 'paper')} still to be learnt.`,
      ready: () => 'All papers are known.'
    } satisfies Record<MeaningState['state'], (left: number) => string>
  },
  fieldHelp: {
    author: 'by a person',
    title: 'words of the title',
    abstract: 'words of the abstract',
    venue: 'journal or conference',
    note: 'words of your notes and annotations',
    tag: 'one of your tags',
    in: 'a collection, or a saved search',
    digest: 'where it came from',
    has: 'pdf, code, note, annotation, doi …',
    is: 'unread, starred, incomplete …',
    year: '2023, 2020..2023, 2023..',
    added: 'today, last-week, 2026-05 …',
    key: 'the citation key',
    type: 'article, preprint, thesis …'
  } satisfies Record<QueryField, string>
}
