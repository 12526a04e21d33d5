import { english } from '@shared/messages/formats'
import type { Span } from '@shared/model/topic-map'
import { isoDay } from '@shared/text/windows'

const { count, number, percent, longDate, shortDate } = english

/** `Week of 4 May 2026`, `May 2026`. */
function window(day: number, span: Span): string {
  const date = isoDay(day)
  if (span === 'month') return longDate(date.slice(0, 7))
  return span === 'week' ? `Week of ${longDate(date)}` : longDate(date)
}

/** The words of the pictures of a library. */
export const pictures = {
  label: 'Pictures',
  kinds: { map: 'Map of topics', timeline: 'Timeline', rising: 'Rising terms' },
  close: 'Close the pictures',
  asTable: 'Show as a table',
  save: { label: 'Save', svg: 'Save as SVG…', png: 'Save as PNG…' },
  saved: (fileName: string) => `Saved as ${fileName}.`,
  colourBy: 'Colours by',
  colourings: {
    tag: 'Colours by tag',
    read: 'Colours by reading',
    year: 'Colours by year',
    digest: 'Colours by digest'
  },
  span: 'How long each bar is',
  spans: { auto: 'Days, weeks or months', day: 'By day', week: 'By week', month: 'By month' },
  window,
  shortWindow: (day: number, span: Span) =>
    shortDate(isoDay(day).slice(0, span === 'month' ? 7 : 10)),
  empty: 'Nothing to draw yet',
  emptyHelp: 'Import papers, and their topics, days and words are drawn here.',
  legend: {
    label: 'Colours',
    inbox: 'In the Inbox',
    unread: 'Unread',
    read: 'Read',
    noTag: 'None of these tags',
    otherDigests: 'Other digests',
    noYear: 'No year',
    years: (from: number, to: number) => `${String(from)}–${String(to)}`,
    pick: (name: string, n: number) => `List ${name}: ${count(n, 'paper')}`
  },
  map: {
    label: (n: number) => `Map of topics with ${count(n, 'paper')}`,
    region: (terms: readonly string[], n: number) => `${terms.join(', ')}: ${count(n, 'paper')}`,
    keys: 'Arrows move, + and − zoom, 0 shows all, Tab goes through topics, Enter lists a topic or what is in view. Shift and drag draws around papers.',
    tools: 'What dragging does',
    tool: { move: 'Drag moves the map', box: 'Drag draws a box', lasso: 'Drag draws a loop' },
    zoom: 'Zoom',
    closer: 'Closer',
    further: 'Further away',
    whole: 'Show the whole map',
    layOut: 'Lay the map out anew',
    layOutHelp: 'Lay the map out anew: papers that came since have a say in it then',
    working: (done: number) => `Finding places, ${percent(done)}`,
    wordless: (n: number) =>
      n === 1
        ? 'One paper shares no words with others and has no place.'
        : `${number(n)} papers share no words with others and have no place.`,
    nothing: 'No paper is there. Press 0 to see the whole map.',
    failed: 'The map could not be made',
    failedHelp: 'Nothing in the library was changed.',
    again: 'Try again',
    table: 'Topics with the words that set them apart, from large to small ones',
    heads: ['Topic', 'Size', 'Papers'],
    levels: ['large', 'medium', 'small']
  },
  timeline: {
    label: 'Papers that arrived, were kept and were read',
    keys: 'Arrows go from bar to bar, with Shift over several; Enter lists their papers. Drag over bars to list them together.',
    table: 'Papers that arrived, were kept and were read, the newest first',
    when: 'When',
    what: { arrived: 'Arrived', kept: 'Kept in the Inbox', read: 'Read' },
    between: (from: string, to: string) => `${from} to ${to}`,
    bin: (when: string, bin: { arrived: number; kept: number; read: number }) =>
      `${when}: ${number(bin.arrived)} arrived, ${number(bin.kept)} kept, ${number(bin.read)} read`
  },
  rising: {
    help: (n: number, span: Span) =>
      `Words that stand in more of the papers of the last ${span} than before; each line goes over ${number(n)} ${span}s.`,
    term: (word: string, counts: readonly number[]) =>
      `${word}: in ${count(counts.at(-1) ?? 0, 'paper')} lately, before in ${counts.slice(0, -1).map(number).join(', ')}`,
    none: 'No word rises',
    noneHelp:
      'When papers of several days have come, words that become more frequent are drawn here.',
    table: 'Words that rise, with how many papers of each time have them',
    word: 'Word'
  },
  picked: {
    label: 'Picked papers',
    help: 'Picked in a picture',
    drawn: 'Drawn around on the map',
    inView: 'In view on the map',
    collect: 'Collect…',
    tag: 'Tag…',
    tagTitle: (n: number) => `Tag ${count(n, 'paper')}`,
    tagName: 'Name of the tag',
    tagged: (n: number, name: string) => `${count(n, 'paper')} tagged ${name}.`,
    back: 'Back',
    backHelp: 'Show what was listed before',
    empty: ['None of them is here any more', 'The papers that were picked have left the library.']
  },
  commands: {
    open: (kind: string) => `Show picture: ${kind}`,
    close: 'Close the pictures',
    focus: 'Go to the picture',
    table: 'Show the picture as a table, or as a picture',
    svg: 'Save the picture as SVG…',
    png: 'Save the picture as PNG…',
    layOut: 'Lay the map of topics out anew',
    colour: (by: string) => `Map of topics: ${by}`,
    back: 'Show what was listed before papers were picked',
    collect: 'Collect the picked papers…',
    tag: 'Tag the picked papers…',
    needsPicture: 'Open a picture first.',
    needsPicked: 'Pick papers in a picture first.'
  }
}
