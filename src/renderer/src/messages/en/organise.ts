import { english } from '@shared/messages/formats'
import type { ListColumn } from '@shared/model/columns'
import type { SeveralField } from '@shared/model/several'
import type { TrashContent } from '@shared/model/trash'
import type { Grouping } from '@shared/model/view'

const { count, longDate, number, shortDate } = english

function size(bytes: number): string {
  return bytes < 1024 * 1024
    ? `${number(Math.max(1, Math.round(bytes / 1024)))} KB`
    : `${number(Math.round(bytes / 1024 / 1024))} MB`
}

/** Tags, collections, saved searches, the trash; how the list is grouped and which columns it has. */
export const organise = {
  newCollection: 'New collection…',
  newCollectionIn: 'New collection in it…',
  newCollectionTitle: 'New collection',
  newCollectionInTitle: (name: string): string => `New collection in “${name}”`,
  collectionName: 'Name of the collection',
  create: 'Create',
  rename: 'Rename…',
  renameIt: (name: string): string => `Rename “${name}”`,
  newName: 'New name',
  tagNameHelp: 'A slash puts a tag under another: “ml/theory”. All under it is renamed with it.',
  delete: 'Delete',
  deleted: (name: string): string => `“${name}” deleted.`,
  undo: 'Undo',
  moveTo: 'Move to…',
  moveItTo: (name: string): string => `Move “${name}” to`,
  topLevel: 'The top level',
  nestUnder: 'Put under another tag…',
  nestItUnder: (name: string): string => `Put “${name}” under`,
  mergeInto: 'Merge into…',
  mergeItInto: (name: string): string => `Merge “${name}” into`,
  dropTag: (name: string): string => `What to do with “${name}”`,
  nest: (name: string, under: string): string => `Put “${name}” under “${under}”`,
  merge: (name: string, into: string): string => `Merge “${name}” into “${into}”`,
  colour: 'Colour',
  colours: ['Purple', 'Brown', 'Blue', 'Pink', 'Green', 'Indigo', 'Gold', 'Teal'],
  relatedToTag: 'Papers like those with this tag…',
  ruleForTag: 'New rule for this tag…',
  manageTags: 'Manage tags…',
  manageRules: 'Rules that tag…',
  foldAll: 'Fold all',
  unfoldAll: 'Unfold all',
  addToTags: 'Also require this tag',
  emptyTrash: 'Empty the trash…',
  restoreAll: 'Restore all papers in the trash',
  moveUp: 'Move up',
  moveDown: 'Move down',
  takeQuery: 'Replace its query by the one in the search box',
  saveSearch: 'Save this search…',
  saveSearchTitle: 'Save this search',
  searchName: 'Name of the search',
  updateSearch: (name: string): string => `Save changes to “${name}”`,
  searchSaved: (name: string): string => `Saved as “${name}”.`,
  nothingToSave: 'Type a search first; then it can be saved.',
  actions: (name: string): string => `Actions for ${name}`,
  several: (names: readonly string[]): string => names.join(' + '),
  choose: {
    label: 'Find',
    nothing: 'Nothing has this name.',
    found: (n: number): string => `${count(n, 'choice')} found`,
    addTitle: (n: number): string =>
      n === 1 ? 'Add the paper to a collection' : `Add ${count(n, 'paper')} to a collection`,
    removeTitle: (n: number): string =>
      n === 1
        ? 'Take the paper out of a collection'
        : `Take ${count(n, 'paper')} out of a collection`,
    noCollections: 'There are no collections yet. Type a name to make one.',
    inNone: 'None of them is in a collection.',
    makeNew: (name: string): string => `New collection “${name}”`,
    nothingToChoose: 'There is nothing to choose from.'
  },
  added: (n: number, name: string): string => `${count(n, 'paper')} added to “${name}”.`,
  removed: (n: number, name: string): string => `${count(n, 'paper')} taken out of “${name}”.`,
  tags: {
    title: 'Tags',
    find: 'Find a tag',
    list: 'Tags',
    none: 'There are no tags yet. Press t on a paper to give it one.',
    nothing: 'No tag has these letters.',
    summary: (all: number, shown: number, chosen: number): string => {
      const part = shown < all ? `${number(shown)} of ${count(all, 'tag')}` : count(all, 'tag')
      return chosen > 0 ? `${part}, ${number(chosen)} selected` : part
    },
    papers: (n: number): string => count(n, 'paper'),
    sort: 'Sort by',
    sorts: { name: 'Name', count: 'Papers' },
    rename: 'Rename…',
    merge: 'Merge…',
    mergeTitle: (n: number): string =>
      n === 1 ? 'Merge the tag into' : `Merge ${count(n, 'tag')} into`,
    rule: 'New rule…',
    delete: 'Delete',
    deleted: (n: number): string => `${count(n, 'tag')} deleted. Their papers stay.`,
    rare: 'Select tags of few papers',
    rareLabel: 'At most',
    rareAfter: 'papers',
    selectRare: 'Select',
    keys: 'Space selects, Shift with arrows extends, F2 renames, Del deletes.'
  },
  rules: {
    title: 'Rules that tag',
    help: 'Papers that answer a search get a tag: those that are there, and those that come or change later. A paper from which you take the tag off is left alone.',
    none: 'There are no rules yet.',
    add: 'New rule',
    query: 'Papers that answer this search',
    queryHelp: 'As in the search box: words, author:li, year:2023.., in:"a saved search".',
    tag: 'get this tag',
    tagHelp: 'A slash puts it under another: “ml/theory”.',
    on: 'On',
    off: 'Off',
    edit: 'Edit',
    delete: 'Delete',
    save: 'Save and apply',
    saveOff: 'Save',
    turnOn: (tag: string): string => `Rule for “${tag}” is on`,
    rule: (query: string, tag: string): string => `${query} → ${tag}`,
    looking: 'Looking…',
    preview: (answering: number, toTag: number): string => {
      if (answering === 0) return 'No paper answers this now.'
      const have = `${count(answering, 'paper')} ${answering === 1 ? 'answers' : 'answer'} this now; `
      if (toTag === 0) return `${have}none needs the tag.`
      return `${have}${number(toTag)} would get the tag.`
    },
    andMore: (n: number): string => `and ${number(n)} more`,
    newest: 'The newest of them',
    done: (n: number, tag: string): string =>
      n === 0
        ? 'Rule saved. No paper needed the tag.'
        : `Rule saved. ${count(n, 'paper')} tagged “${tag}”.`
  },
  edit: {
    title: (n: number): string => `Edit ${count(n, 'paper')}`,
    help: 'Only what you touch changes. One undo takes all of it back.',
    fields: {
      type: 'Type',
      venue: 'Journal, proceedings or book',
      language: 'Language',
      year: 'Year'
    } satisfies Record<SeveralField, string>,
    mixed: 'Several values',
    keepMixed: 'Leave as they are',
    changed: 'will be set for all',
    reset: 'Leave as it is',
    state: 'State',
    starred: 'Starred',
    read: 'Read',
    tags: 'Tags',
    addTag: 'Add a tag to all',
    add: 'Add',
    collections: 'Collections',
    noCollections: 'There are no collections yet.',
    some: (n: number, of: number): string => `${number(n)} of ${number(of)}`,
    willAdd: 'for all',
    willRemove: 'for none',
    apply: (n: number): string => `Change ${count(n, 'paper')}`,
    yearError: 'A year has four digits.',
    nothing: 'Nothing to change yet.',
    command: 'Edit the selected papers…'
  },
  trash: {
    title: 'Empty the trash?',
    lost: ({ papers, notes, files, bytes }: TrashContent): string => {
      const parts = [
        ...(notes > 0 ? [count(notes, 'note')] : []),
        ...(files > 0 ? [`${count(files, 'attached file')} (${size(bytes)})`] : [])
      ]
      const more = parts.length > 0 ? `, with ${parts.join(' and ')}` : ''
      return `${count(papers, 'paper')} will be deleted${more}.`
    },
    later:
      'Undo brings them back for 30 days. After that they are gone, and so are their files where no other paper has them.',
    empty: 'Empty trash',
    nothing: 'The trash is empty already.',
    done: (n: number): string => `${count(n, 'paper')} deleted for good.`,
    age: (days: number): string =>
      days === 0
        ? 'deleted today'
        : `deleted ${days === 1 ? 'yesterday' : `${number(days)} days ago`}`
  },
  layout: {
    menu: 'View options',
    form: 'Show as',
    rows: 'Two lines',
    table: 'Table',
    groupBy: 'Group by',
    groupings: {
      none: 'Nothing',
      digest: 'Digest',
      added: 'Date added',
      year: 'Year',
      venue: 'Venue',
      author: 'First author',
      type: 'Type',
      tag: 'First tag'
    } satisfies Record<Grouping, string>,
    noGroup: {
      none: '',
      digest: 'In no digest',
      added: 'At no known time',
      year: 'No year',
      venue: 'No venue',
      author: 'No author',
      type: 'No type',
      tag: 'No tag'
    } satisfies Record<Grouping, string>,
    day: (key: string): string => (key.length > 7 ? shortDate(key) : longDate(key)),
    today: 'Today',
    yesterday: 'Yesterday',
    columns: 'Columns',
    columnNames: {
      title: 'Title',
      authors: 'Authors',
      year: 'Year',
      venue: 'Venue',
      tags: 'Tags',
      added: 'Added',
      key: 'Key',
      type: 'Type',
      read: 'State'
    } satisfies Record<ListColumn, string>,
    columnHelp: 'Enter sorts; Alt with arrows moves, Shift with arrows resizes.',
    resizeColumn: (name: string): string => `Width of ${name}`,
    read: 'read',
    unread: 'unread',
    group: (label: string, n: number): string => `${label}, ${count(n, 'paper')}`,
    groupByCommand: (what: string): string =>
      what === 'Nothing' ? 'Do not group the list' : `Group the list by ${what.toLowerCase()}`,
    toggleTable: 'Show the list as a table or in two lines',
    columnCommand: (name: string): string => `Show or hide the column ${name}`,
    nextGroup: 'Next group',
    previousGroup: 'Previous group',
    toggleGroup: 'Fold or unfold the group',
    foldAll: 'Fold all groups',
    unfoldAll: 'Unfold all groups'
  },
  commands: {
    collect: 'Add to a collection…',
    uncollect: 'Take out of a collection…',
    uncollectHere: 'Take out of this collection',
    newCollection: 'New collection…',
    saveSearch: 'Save this search…',
    updateSearch: 'Save changes to this saved search',
    openSearch: (name: string): string => `Open saved search ${name}`,
    renamePlace: 'Rename this tag, collection or saved search…',
    deletePlace: 'Delete this tag, collection or saved search',
    movePlace: 'Move or nest this tag or collection…',
    mergeTag: 'Merge this tag into another…',
    manageTags: 'Manage tags…',
    manageRules: 'Rules that tag…',
    emptyTrash: 'Empty the trash…',
    restoreAll: 'Restore all papers in the trash',
    focusSidebar: 'Go to the sidebar',
    editSeveral: 'Edit the selected papers…'
  }
}
