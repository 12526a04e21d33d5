import { english } from '@shared/messages/formats'
import type { ChangeLabel } from '@shared/model/journal'
import { plainText } from '@shared/text/residue'

const { count, number, shortDate } = english

/** What was done, as it stands after "Undo". `name` is a tag, a file, a title. */
function change({ kind, count: n, name }: ChangeLabel): string {
  const papers = n === 1 ? 'a paper' : count(n, 'paper')
  const words: Record<ChangeLabel['kind'], string> = {
    import: `import of ${count(n, 'paper')} from ${name}`,
    'open-archive': `opening of ${name} with ${count(n, 'paper')}`,
    edit: `edit of “${short(name)}”`,
    complete: `completion of ${papers}`,
    'edit-several': `edit of ${papers}`,
    tag: `tag ${papers} “${short(name)}”`,
    untag: `take tag “${short(name)}” off ${papers}`,
    'tag-rename': `new name of tag “${short(name)}”`,
    'tag-merge': `merge ${n === 1 ? 'a tag' : count(n, 'tag')} into “${short(name)}”`,
    'tag-colour': n === 1 ? `colour of tag “${short(name)}”` : `colour of ${count(n, 'tag')}`,
    'tag-delete': n === 1 ? `delete tag “${short(name)}”` : `delete ${count(n, 'tag')}`,
    rule: `rule: tag ${papers} “${short(name)}”`,
    'rule-edit': `rule for tag “${short(name)}”`,
    'rule-delete': `delete the rule for tag “${short(name)}”`,
    collect: `add ${papers} to “${short(name)}”`,
    uncollect: `take ${papers} out of “${short(name)}”`,
    'collection-new': `new collection “${short(name)}”`,
    'collection-rename': `new name of collection “${short(name)}”`,
    'collection-move': `move collection “${short(name)}”`,
    'collection-delete': `delete collection “${short(name)}”`,
    'search-new': `save search “${short(name)}”`,
    'search-edit': `change of search “${short(name)}”`,
    'search-move': `move search “${short(name)}”`,
    'search-delete': `delete search “${short(name)}”`,
    star: `star ${papers}`,
    unstar: `unstar ${papers}`,
    read: `mark ${papers} read`,
    unread: `mark ${papers} unread`,
    note: `note on “${short(name)}”`,
    'restore-note': `earlier note on “${short(name)}”`,
    trash: `move ${papers} to the trash`,
    restore: `restore ${papers}`,
    'empty-trash': `delete ${papers} from the trash`,
    keep: `keep ${named(n, name)}`,
    dismiss: `dismiss ${named(n, name)}`,
    undecide: `put ${named(n, name)} back into the Inbox`,
    key: `citation key ${name}`,
    keys: `make the citation keys of ${papers} anew`,
    merge: `merge ${papers}`,
    apart: `tell ${papers} apart`,
    choose: `value of “${short(name)}”`,
    seen: `newer version of ${papers} seen`,
    'digest-date': `date of a digest`,
    attach: `attach ${n === 1 && name !== '' ? name : count(n, 'file')}`,
    detach: `remove attachment ${name}`,
    annotate: n === 1 ? `annotation${quoted(name)}` : count(n, 'annotation'),
    recolour: `colour of ${n === 1 ? `annotation${quoted(name)}` : count(n, 'annotation')}`,
    annotation: `edit of ${n === 1 ? `annotation${quoted(name)}` : count(n, 'annotation')}`,
    'take-over': `take over ${count(n, 'annotation')} from ${name}`,
    'replace-file': `replace ${name}`,
    reanchor: `new places of ${count(n, 'annotation')} in ${name}`,
    unannotate: `deletion of ${n === 1 ? `annotation${quoted(name)}` : count(n, 'annotation')}`,
    'link-project': `link of ${short(name)}`,
    'set-project': `settings of ${short(name)}`,
    'unlink-project': `unlink ${short(name)}`,
    recite: `citations of ${short(name)}`,
    'remove-entry': `entry ${short(name)} taken out of a .bib`,
    subscribe: `subscription${name === '' ? ` to ${count(n, 'feed')}` : quoted(name)}`,
    'set-subscription': `settings of subscription${quoted(name)}`,
    'pause-subscription': `pause of subscription${quoted(name)}`,
    'resume-subscription': `resumption of subscription${quoted(name)}`,
    unsubscribe: `removal of subscription${quoted(name)}`
  }
  return words[kind]
}

function quoted(name: string): string {
  return name === '' ? '' : ` “${short(name)}”`
}

function named(n: number, name: string): string {
  return n === 1 && name !== '' ? `“${short(plainText(name))}”` : count(n, 'paper')
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39).trimEnd()}…` : text
}

/** What several changes of one kind were, with how many papers: `3 imports (204 papers)`. */
function kindOfChanges(kind: ChangeLabel['kind'], n: number, papers: number): string {
  const names: Record<ChangeLabel['kind'], string> = {
    import: 'import',
    'open-archive': 'opening of an exported library',
    edit: 'edit',
    complete: 'completion',
    tag: 'tagging',
    untag: 'removal of a tag',
    star: 'starring',
    unstar: 'unstarring',
    read: 'reading mark',
    unread: 'unread mark',
    note: 'note',
    trash: 'move to the trash',
    restore: 'restoring',
    keep: 'decision to keep',
    dismiss: 'dismissal',
    undecide: 'return to the Inbox',
    key: 'citation key',
    merge: 'merge',
    apart: 'telling apart',
    choose: 'choice of a value',
    seen: 'version seen',
    'digest-date': 'date of a digest',
    attach: 'attachment',
    detach: 'removed attachment',
    'edit-several': 'edit of several papers',
    'tag-rename': 'new name of a tag',
    'tag-merge': 'merge of tags',
    'tag-colour': 'colour of a tag',
    'tag-delete': 'deleted tag',
    rule: 'tagging by a rule',
    'rule-edit': 'change of a rule',
    'rule-delete': 'deleted rule',
    collect: 'addition to a collection',
    uncollect: 'removal from a collection',
    'collection-new': 'new collection',
    'collection-rename': 'new name of a collection',
    'collection-move': 'move of a collection',
    'collection-delete': 'deleted collection',
    'search-new': 'saved search',
    'search-edit': 'change of a search',
    'search-move': 'move of a search',
    'search-delete': 'deleted search',
    'restore-note': 'earlier note',
    'empty-trash': 'emptying of the trash',
    annotate: 'annotation',
    recolour: 'colour of an annotation',
    annotation: 'edit of an annotation',
    'take-over': 'taking over of annotations',
    'replace-file': 'replaced file',
    reanchor: 'new place of annotations',
    unannotate: 'deleted annotation',
    'link-project': 'link of a project',
    'set-project': 'settings of a project',
    'unlink-project': 'unlinked project',
    recite: 'change of citations',
    'remove-entry': 'entry taken out of a .bib',
    subscribe: 'subscription',
    'set-subscription': 'change of a subscription',
    'pause-subscription': 'pause of a subscription',
    'resume-subscription': 'resumption of a subscription',
    unsubscribe: 'removal of a subscription',
    keys: 'making of citation keys'
  }
  const plurals: Partial<Record<ChangeLabel['kind'], string>> = {
    'open-archive': 'openings of exported libraries',
    untag: 'removals of a tag',
    trash: 'moves to the trash',
    keep: 'decisions to keep',
    undecide: 'returns to the Inbox',
    choose: 'choices of a value',
    seen: 'versions seen',
    'digest-date': 'dates of digests',
    'edit-several': 'edits of several papers',
    'tag-rename': 'new names of tags',
    'tag-merge': 'merges of tags',
    'tag-colour': 'colours of tags',
    rule: 'taggings by a rule',
    'rule-edit': 'changes of rules',
    collect: 'additions to a collection',
    uncollect: 'removals from a collection',
    'collection-rename': 'new names of collections',
    'collection-move': 'moves of collections',
    'search-new': 'saved searches',
    'search-edit': 'changes of searches',
    'search-move': 'moves of searches',
    'search-delete': 'deleted searches',
    'empty-trash': 'emptyings of the trash',
    recolour: 'colours of annotations',
    annotation: 'edits of annotations',
    'link-project': 'links of projects',
    'set-project': 'settings of projects',
    recite: 'changes of citations',
    'remove-entry': 'entries taken out of a .bib',
    keys: 'makings of citation keys',
    'take-over': 'takings over of annotations',
    reanchor: 'new places of annotations'
  }
  const what = n === 1 ? `1 ${names[kind]}` : `${number(n)} ${plurals[kind] ?? `${names[kind]}s`}`
  return papers > n ? `${what} (${count(papers, 'paper')})` : what
}

/** The words of the window's frame: header, sidebar, list, footer. */
export const library = {
  change,
  kindOfChanges,
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
      inbox: 'Inbox',
      library: 'Library',
      unread: 'Unread',
      starred: 'Starred',
      incomplete: 'Incomplete',
      updated: 'Updated',
      unfiled: 'In no collection',
      untagged: 'Untagged',
      trending: 'Trends',
      dismissed: 'Dismissed',
      trash: 'Trash'
    },
    digests: 'Digests',
    noDigests: 'Drop one on the window.',
    files: 'Files',
    /** A digest with its day; a file by its name. */
    source: (name: string, date: string) => (date === '' ? name : `${name}, ${shortDate(date)}`),
    searches: 'Saved searches',
    noSearches: 'Search, then press Ctrl Shift S.',
    collections: 'Collections',
    noCollections: 'Press f on a paper.',
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
    moreTags: (n: number): string => `+ ${count(n, 'tag')}`,
    namedBy: ([first = '', second = '', ...others]: readonly string[]) =>
      others.length === 0
        ? `named by ${first} and ${second}`
        : `named by ${first}, ${second} and ${count(others.length, 'other')}`,
    note: 'note',
    incomplete: 'incomplete',
    updated: 'newer version',
    sortBy: 'Sort by',
    sorts: {
      relevance: 'Relevance',
      position: 'Place in digest',
      digest: 'Digest',
      added: 'Date added',
      title: 'Title',
      authors: 'Authors',
      year: 'Year',
      venue: 'Venue',
      type: 'Type',
      key: 'Citation key',
      read: 'Read or unread',
      keeping: 'Likeness to what you keep',
      trend: 'Trending score'
    },
    ascending: 'Ascending',
    descending: 'Descending',
    modes: {
      any: () => 'No paper has all of these words; showing those with any of them.',
      text: () => 'Ranked by how much they have of this text.',
      meaning: () => 'The nearest in meaning, with these words or without.',
      pages: () => 'Found in the text of PDFs only.',
      near: (query: string) => `No exact match; showing near ones for “${short(query)}”.`
    },
    inNote: 'Note',
    inAnnotation: (page: string) => (page === '' ? 'Annotation' : `Annotation, page ${page}`),
    onPage: (page: number, pages: number) =>
      pages > 1 ? `Page ${String(page)}, and ${String(pages - 1)} more` : `Page ${String(page)}`,
    openPlace: 'Open it there',
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
    views: {
      unread: ['Nothing unread', 'Papers you have not marked as read are listed here.'],
      starred: ['Nothing starred', 'Press s on a paper to star it.'],
      incomplete: [
        'Every paper is complete',
        'Papers that lack an author, a year or a venue are listed here.'
      ],
      updated: ['Nothing updated', 'Papers that have come in a newer version are listed here.'],
      dismissed: [
        'Nothing dismissed',
        'What you dismiss in the Inbox stays away, whichever digest names it again. It can be restored here.'
      ],
      trash: ['The trash is empty', 'Papers you delete are kept here until you restore them.'],
      unfiled: [
        'Every paper is in a collection',
        'Papers that are in no collection are listed here.'
      ],
      untagged: ['Every paper has a tag', 'Papers without a tag are listed here.'],
      collection: ['This collection is empty', 'Drag papers onto it, or press f on one.'],
      tags: ['No paper has all of these tags', 'Ctrl-click a tag to take it out again.'],
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
    onto: (name: string) => `Add to ${name}`,
    help: 'Digests, reference files, PDFs, folders. You see what they bring before it is added.'
  }
}
