import { english } from '@shared/messages/formats'
import type {
  FilterPreview,
  SubscriptionKind,
  SubscriptionRun,
  SubscriptionSource
} from '@shared/model/subscription'

const { count, number } = english

const kinds: Record<SubscriptionKind, string> = {
  web: 'Feed or page',
  arxiv: 'arXiv',
  daily: 'Daily papers',
  openalex: 'Search at OpenAlex',
  crossref: 'Search at Crossref',
  mail: 'Alert mails (IMAP)'
}

function about(source: SubscriptionSource): string {
  switch (source.kind) {
    case 'web':
      return source.url
    case 'arxiv':
      return source.query
    case 'daily':
      return `${source.site}, ${{ date: 'by day', week: 'by week', month: 'by month' }[source.period]}`
    case 'openalex':
    case 'crossref':
      return source.search
    case 'mail':
      return `${source.user}, folder ${source.folder} at ${source.host}`
  }
}

/** The words of what is asked for new papers. */
export const subscriptions = {
  title: 'Subscriptions',
  help: 'Sheaf asks these for new papers while it is open, and puts them into the Inbox. What came before does not come again; days on which Sheaf was closed are caught up with.',
  loading: 'Looking…',
  none: 'There are none yet, and nobody is asked.',
  list: 'Subscriptions',
  kinds,
  about,
  add: 'Add…',
  fetchAll: 'Fetch all now',
  fetch: 'Fetch now',
  fetchIt: (name: string): string => `Fetch “${name}” now`,
  edit: 'Edit…',
  editIt: (name: string): string => `Edit “${name}”`,
  pause: 'Pause',
  pauseIt: (name: string): string => `Pause “${name}”`,
  resume: 'Resume',
  resumeIt: (name: string): string => `Resume “${name}”`,
  more: 'Last times',
  moreOf: (name: string): string => `The last times that “${name}” was asked`,
  remove: 'Remove',
  removeIt: (name: string): string => `Remove “${name}”`,
  removed: (name: string): string => `“${name}” removed. Its papers stay.`,
  running: 'Asking…',
  paused: 'Paused',
  byHand: 'Only when you ask',
  next: (at: string): string => `Next: ${at}`,
  soon: 'Next: in a moment',
  neverAsked: 'Not asked yet',
  needsPassword: 'Its password is not on this computer. Edit it and enter the password.',
  run: (at: string, { named, added, held }: SubscriptionRun): string => {
    if (named === 0) return `${at}: nothing new`
    const known = named - added - held
    return `${at}: ${[
      `${number(added)} new`,
      ...(known > 0 ? [`${number(known)} known already`] : []),
      ...(held > 0 ? [`${number(held)} held back`] : [])
    ].join(', ')}`
  },
  failed: (at: string, why: string): string => `${at}: ${why}`,
  total: (named: number, held: number): string =>
    held > 0
      ? `${count(named, 'paper')} so far, ${number(held)} held back`
      : `${count(named, 'paper')} so far`,
  noRuns: 'It was not asked yet.',
  back: 'Back',
  arrived: (name: string, added: number): string => `${count(added, 'new paper')} from “${name}”`,
  watched: 'Watched folder',
  watchedChange: 'Change…',
  lists: 'OPML',
  opmlIn: 'Add feeds from a list (OPML)…',
  opmlOut: 'Write feeds to a list (OPML)…',
  written: (file: string, feeds: number): string => `${count(feeds, 'feed')} written to ${file}`,
  feeds: (n: number): string => `${count(n, 'feed')} in this list`,
  addFeeds: (n: number): string => `Subscribe to ${count(n, 'feed')}`,
  feedsAdded: (n: number): string =>
    n === 0 ? 'All of these feeds are there already.' : `Subscribed to ${count(n, 'feed')}.`,
  held: {
    open: (n: number): string => `Held back: ${number(n)}`,
    title: (name: string): string => `Held back from “${name}”`,
    help: (n: number, passing: number): string => {
      if (n === 0) return 'Nothing is held back.'
      const those = `${count(n, 'paper')} did not come in because of the filter.`
      return passing === 0
        ? those
        : `${those} As it is now, it would let ${number(passing)} of them in.`
    },
    list: 'Papers held back',
    why: {
      only: 'Not what “Only” asks for',
      never: 'What “Never” asks for',
      passes: 'The filter lets it in by now'
    },
    take: 'Take in',
    takeIt: (title: string): string => `Take in “${title}”`,
    takeAll: (n: number): string => `Take in all ${number(n)}`,
    takePassing: (n: number): string => `Take in the ${number(n)} that pass now`,
    taken: (n: number): string => `${count(n, 'paper')} taken in`,
    older: (n: number): string =>
      `${count(n, 'paper')} held back longer ago ${n === 1 ? 'is' : 'are'} known by name only; what you miss of them can be added by its identifier or from a file.`,
    edit: 'Edit the filter…'
  },
  form: {
    titleNew: 'New subscription',
    titleEdit: (name: string): string => `Subscription “${name}”`,
    address: 'Address',
    addressHelp:
      'A feed or a page, an arXiv category or query, a site of daily papers, a mail address for alerts, or a list of feeds (OPML).',
    nothing: 'This is no address that Sheaf knows. Choose below what to ask, and fill in the rest.',
    kind: 'What is asked',
    name: 'Name',
    nameHelp: 'Papers say that they came from here.',
    url: 'Address of the feed or page',
    webHelp: 'It begins with http:// or https://.',
    hostHelp: 'Its name, such as imap.example.org.',
    arxiv: 'Query',
    arxivHelp: 'In the language of arXiv’s API: cat:math.AG, au:noether, cat:cs.LG AND all:graph',
    search: 'Words to search for',
    site: 'Address of the site',
    way: 'Read from',
    ways: { api: 'Its API', page: 'Its pages' },
    period: 'A list for each',
    periods: { date: 'Day', week: 'Week', month: 'Month' },
    host: 'Mail server (IMAP)',
    port: 'Port',
    security: 'Connection',
    securities: { tls: 'TLS', starttls: 'STARTTLS' },
    user: 'User name',
    folder: 'Folder',
    folderHelp: 'Mails in it are only read: nothing is marked, moved or deleted.',
    password: 'Password',
    passwordHelp: 'It is kept in the system’s keychain. Many services want an app password.',
    passwordKept: 'It is in the system’s keychain. Leave this empty to keep it.',
    every: 'How often',
    schedules: {
      0: 'Only when I ask',
      1: 'Every hour',
      3: 'Every 3 hours',
      6: 'Every 6 hours',
      12: 'Every 12 hours',
      24: 'Every day',
      168: 'Every week'
    },
    filter: 'Which papers come in',
    only: 'Only',
    onlyHelp: 'A query, as in the search box: graph or tree. Empty for all.',
    byKnown: 'By authors of papers that I keep, whatever they are about',
    byKnownHelp: 'With a query these come beside what answers it; without one, only these come.',
    never: 'Never',
    neverHelp: 'A query: what answers it is held back.',
    preview: ({ of, passing }: FilterPreview): string =>
      of === 0
        ? 'When papers have come, you see here what this makes of them.'
        : `Of the last ${count(of, 'paper')}, ${number(passing)} would come in.`,
    papers: 'The newest of them',
    passes: 'comes in',
    heldBack: 'held back',
    save: 'Save',
    subscribe: 'Subscribe'
  }
}
