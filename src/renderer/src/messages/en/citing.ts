import type { ExportOptions } from '@shared/model/export-options'
import type { KeySettings } from '@shared/model/library-settings'
import { english } from '@shared/messages/formats'

const { count, number } = english

const addresses: Record<ExportOptions['addresses'], string> = {
  both: 'DOI and address',
  doi: 'The address only without a DOI',
  url: 'The address, no DOI'
}
const bibtexUrls: Record<ExportOptions['bibtexUrl'], string> = {
  field: 'In the field url',
  note: 'In the note',
  none: 'Nowhere'
}
const braces: Record<ExportOptions['braces'], string> = {
  names: 'Names and acronyms',
  capitals: 'Every capital',
  none: 'Nothing'
}
const letters: Record<ExportOptions['letters'], string> = {
  'by-format': 'Commands in BibTeX, letters in BibLaTeX',
  unicode: 'Letters in both',
  commands: 'Commands in both'
}
const preprints: Record<ExportOptions['preprints'], string> = {
  online: '@misc, @online',
  unpublished: '@unpublished',
  article: '@article'
}
const journals: Record<ExportOptions['journals'], string> = {
  full: 'In full',
  abbreviated: 'Abbreviated (ISO 4)'
}
const incomplete: Record<ExportOptions['incomplete'], string> = {
  misc: 'Set as @misc',
  'as-it-is': 'Set as their type all the same'
}
const order: Record<ExportOptions['order'], string> = {
  listed: 'As listed',
  key: 'By key',
  author: 'By author and year',
  newest: 'Newest first'
}
const clashes: Record<KeySettings['clashes'], string> = {
  letters: 'a, b, … z, aa',
  numbers: '-2, -3, …'
}

/** The words about citation keys, exports and formatted references. */
export const citing = {
  citing: {
    title: 'Citation keys and export',
    help: 'These choices belong to this library, and hold on the command line too.',
    open: 'Citation keys and export…',
    keys: {
      title: 'Citation keys',
      pattern: 'Pattern for new keys',
      patternHelp:
        'Such as auth.lower + year + shorttitle(1).lower. Parts are joined by +, alternatives parted by |. Write standard for Sheaf’s own keys.',
      at: (message: string, place: number) => `At ${number(place)}: ${message}`,
      clashes: 'Behind a key that is taken',
      clashChoices: clashes,
      preview: 'What it makes of papers in this library',
      noPapers: 'There are no papers to show it on yet.',
      now: 'Key now',
      made: 'By this pattern',
      paper: 'Paper',
      keep: 'Use this pattern',
      kept: 'New papers get keys by this pattern. Keys that are there stay as they are.',
      functions: 'Functions',
      filters: 'Filters'
    },
    export: {
      title: 'BibTeX and BibLaTeX',
      addresses: 'DOI and address',
      addressChoices: addresses,
      bibtexUrl: 'Where BibTeX has the address',
      bibtexUrlChoices: bibtexUrls,
      braces: 'Braces in titles keep the capitals of',
      bracesChoices: braces,
      letters: 'Letters beyond ASCII',
      lettersChoices: letters,
      preprints: 'Preprints',
      preprintChoices: preprints,
      journals: 'Names of journals',
      journalChoices: journals,
      incomplete: 'Papers that lack what their type needs',
      incompleteChoices: incomplete,
      order: 'Order of entries',
      orderChoices: order,
      comments: 'Write above an entry what it lacks',
      leftOut: 'Fields to leave out',
      leftOutHelp: 'Names such as abstract, keywords, file, parted by commas.',
      leftOutWrong: (name: string) => `“${name}” is no name of a field.`,
      strings: 'Abbreviations',
      stringsHelp:
        '@string definitions, such as @string{tog = "ACM Transactions on Graphics"}. A value that equals one is written by its name.'
    },
    make: {
      title: 'Make keys anew',
      looking: 'Making keys…',
      summary: (changed: number, all: number) =>
        changed === 0
          ? `The pattern makes the keys that the ${count(all, 'paper')} have already.`
          : `${count(changed, 'key')} of ${number(all)} would change. The old ones still lead to their papers, and BibLaTeX gets them as ids.`,
      warning:
        'Texts that cite the old keys do not change by this, but for those of linked projects.',
      nowhere: 'No linked project cites these papers.',
      more: (n: number) => `and ${number(n)} more`,
      apply: (n: number) => `Change ${count(n, 'key')}`,
      done: (n: number) => `${count(n, 'key')} made anew.`
    },
    references: {
      title: 'Formatted references',
      style: 'Style',
      own: 'yours',
      add: 'Add a style…',
      looking: 'Formatting…',
      shown: (shown: number, all: number) =>
        shown < all ? `The first of ${count(all, 'reference')}` : count(all, 'reference'),
      copyText: 'Copy as text',
      copyHtml: 'Copy with italics',
      copied: (n: number) => `Copied ${count(n, 'reference')}.`,
      tooMany: 'More than 5,000 papers are selected: the first 5,000 are formatted.',
      credits:
        'Styles by the Citation Style Language project (citationstyles.org, CC BY-SA 3.0). Citations by citeproc-js (CPAL 1.0).'
    }
  }
}
