import type { ChangeLabel } from '@shared/model/journal'
import { count, number, shortDate } from '../count'

/** What was done, as it stands after "Undo". `name` is a tag, a file, a title. */
function change({ kind, count: n, name }: ChangeLabel): string {
  const papers = n === 1 ? 'a paper' : count(n, 'paper')
  const words: Record<ChangeLabel['kind'], string> = {
    import: `import of ${count(n, 'paper')} from ${name}`,
    edit: `edit of “${short(name)}”`,
    complete: `completion of ${papers}`,
    tag: `tag ${papers} “${short(name)}”`,
    untag: `take tag “${short(name)}” off ${papers}`,
    star: `star ${papers}`,
    unstar: `unstar ${papers}`,
    read: `mark ${papers} read`,
    unread: `mark ${papers} unread`,
    note: `note on “${short(name)}”`,
    trash: `move ${papers} to the trash`,
    restore: `restore ${papers}`,
    key: `citation key ${name}`,
    keys: `make the citation keys of ${papers} anew`,
    merge: `merge ${papers}`,
    apart: `tell ${papers} apart`,
    choose: `value of “${short(name)}”`,
    seen: `newer version of ${papers} seen`,
    'digest-date': `date of a digest`,
    attach: `attach ${n === 1 && name !== '' ? name : count(n, 'file')}`,
    detach: `remove attachment ${name}`
  }
  return words[kind]
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39).trimEnd()}…` : text
}

/** The words of the window's frame: header, sidebar, list, footer. */
export const library = {
  change,
  header: {
    search: 'Search the library',
    searchPlaceholder: 'Search',
    clearSearch: 'Clear search',
    import: 'Import',
    export: 'Export',
    undo: 'Undo',
    commands: 'Commands',
    undoWhat: (label: ChangeLabel) => `Undo: ${change(label)}`,
    nothingToUndo: 'Nothing to undo'
  },
  sidebar: {
    label: 'Sidebar',
    views: {
      library: 'Library',
      unread: 'Unread',
      starred: 'Starred',
      incomplete: 'Incomplete',
      updated: 'Updated',
      trash: 'Trash'
    },
    digests: 'Digests',
    noDigests: 'Drop one on the window.',
    files: 'Files',
    /** A digest with its day; a file by its name. */
    source: (name: string, date: string) => (date === '' ? name : `${name}, ${shortDate(date)}`),
    tags: 'Tags',
    noTags: 'Press t on a paper.',
    inferred: 'The year is inferred',
    resize: 'Width of the sidebar'
  },
  list: {
    searching: 'Searching…',
    label: 'Papers',
    resize: 'Width of the list',
    count: (n: number) => count(n, 'paper'),
    found: (total: number, shown: number, pending: number) => {
      const best = shown < total ? `, the best ${number(shown)} shown` : ''
      const rest = pending > 0 ? `; ${count(pending, 'paper')} still to be indexed` : ''
      return `${number(total)} found${best}${rest}`
    },
    selected: (n: number) => `${count(n, 'paper')} selected`,
    unread: 'Unread',
    starred: 'starred',
    note: 'note',
    incomplete: 'incomplete',
    updated: 'newer version',
    sortBy: 'Sort by',
    sorts: {
      relevance: 'Relevance',
      position: 'Place in digest',
      added: 'Date added',
      title: 'Title',
      authors: 'Authors',
      year: 'Year',
      keeping: 'Like what you keep'
    },
    ascending: 'Ascending',
    descending: 'Descending',
    modes: {
      any: () => 'No paper has all of these words; showing those with any of them.',
      text: () => 'Ranked by how much they have of this text.',
      meaning: () => 'The nearest in meaning, with these words or without.',
      near: (query: string) => `No exact match; showing near ones for “${short(query)}”.`
    },
    byMeaning: 'By meaning',
    byMeaningHelp: 'Rank papers by what the query means, not only by its words',
    nothingFound: 'Nothing found',
    nothingFoundHelp:
      'Try fewer words, or the beginning of one. Accents and capitals do not matter.',
    elsewhere: (n: number) =>
      n === 1
        ? 'One paper in the rest of the library answers this.'
        : `${number(n)} papers in the rest of the library answer this.`,
    searchAll: 'Search the whole library'
  },
  linkKinds: { paper: 'paper', pdf: 'PDF', code: 'code', project: 'project page', data: 'data' },
  empty: {
    welcome: 'A library for what you read',
    welcomeHelp:
      'Drop a digest anywhere on this window: the text of a trending-papers page, an arXiv mailing, or a BibTeX file. Every paper in it lands here. You can also paste its text, or open the file.',
    open: 'Open a file…',
    sample: 'Try the sample digest',
    views: {
      unread: ['Nothing unread', 'Papers you have not marked as read are listed here.'],
      starred: ['Nothing starred', 'Press s on a paper to star it.'],
      incomplete: [
        'Every paper is complete',
        'Papers that lack an author, a year or a venue are listed here.'
      ],
      updated: ['Nothing updated', 'Papers that have come in a newer version are listed here.'],
      trash: ['The trash is empty', 'Papers you delete are kept here until you restore them.'],
      tag: ['No papers have this tag', 'Drag papers onto it, or press t on one.'],
      digest: ['No papers', 'Its papers are in the trash.']
    }
  },
  footer: {
    saved: 'All saved',
    selected: 'selected',
    last: (label: ChangeLabel) => `Last: ${change(label)}`,
    undone: (label: ChangeLabel) => `Taken back: ${change(label)}.`,
    redone: (label: ChangeLabel) => `Made again: ${change(label)}.`
  },
  drop: {
    title: 'Drop to import',
    help: 'Digests as text. Everything in them lands in your library.'
  }
}
