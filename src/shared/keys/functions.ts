import { baseKey } from '../text/citation-key'
import { plainText } from '../text/residue'
import type { CallParameters, Given } from './arguments'
import { familyOf, initialsOf, lettersOf, peopleOf } from './people'
import type { KeySubject } from './subject'
import { capitalised, isStopWord, wordsIn } from './words'

/** A function of patterns: what it says of a paper; null ends the alternative that it stands in. */
export interface KeyFunction {
  parameters: CallParameters
  says: (paper: KeySubject, given: Given) => string | null
}

const creator = ['creator', '*'] as const
const noParameters: CallParameters = []

function plain(says: (paper: KeySubject) => string): KeyFunction {
  return { parameters: noParameters, says }
}

/** `n` letters of the family name of each, up to `max` people, with a word for the others. */
const authors: KeyFunction = {
  parameters: [
    ...[['n', 0] as const, ['max', 0] as const, creator, ['etal', 'EtAl'] as const],
    ...[['sep', ''] as const, ['initials', false] as const]
  ],
  says: (paper, given) => {
    const people = peopleOf(paper, given.text('creator'))
    const max = given.number('max')
    const shown = max > 0 ? people.slice(0, max) : people
    const names = shown.map(
      (name) =>
        lettersOf(familyOf(name), given.number('n')) +
        (given.isSet('initials') ? initialsOf(name) : '')
    )
    const rest = shown.length < people.length ? [given.text('etal')] : []
    return [...names, ...rest].join(given.text('sep'))
  }
}

function namesUpTo(most: number, shown: number, others: string, sep: string): KeyFunction {
  return {
    parameters: [creator],
    says: (paper, given) => {
      const names = peopleOf(paper, given.text('creator')).map(familyOf)
      if (names.length === 0) return ''
      return names.length > most ? [...names.slice(0, shown), others].join(sep) : names.join(sep)
    }
  }
}

function titleWords(paper: KeySubject): string[] {
  const words = wordsIn(paper.title)
  const telling = words.filter((word) => !isStopWord(word))
  return telling.length > 0 ? telling : words
}

function shortened(n: number, m: number): KeyFunction {
  return {
    parameters: [
      ['n', n],
      ['m', m]
    ],
    says: (paper, given) =>
      titleWords(paper)
        .slice(0, Math.max(0, given.number('n')))
        .map((word, at) => (at < given.number('m') ? capitalised(word) : word))
        .join('')
  }
}

const datePart = (paper: KeySubject, at: number): string => paper.issued.split('-')[at] ?? ''

function extraOf({ extra }: KeySubject, ...names: string[]): string {
  return extra.find(({ name }) => names.includes(name.toLowerCase()))?.value.trim() ?? ''
}

/** Whether a paper is of one of the kinds named, by Sheaf's names, CSL's and BibTeX's entries. */
function isOneOf(value: string, wanted: string): boolean {
  return wanted
    .split(/[\s,]+/)
    .filter((one) => one !== '')
    .some((one) => value.toLowerCase().startsWith(one.toLowerCase()))
}

const typeWords: Readonly<Record<KeySubject['type'], string>> = {
  'article-journal': 'article-journal article journalarticle',
  'paper-conference': 'paper-conference inproceedings conferencepaper',
  article: 'preprint',
  book: 'book',
  chapter: 'chapter incollection inbook booksection',
  thesis: 'thesis phdthesis mastersthesis',
  report: 'report techreport',
  dataset: 'dataset',
  software: 'software computerprogram',
  webpage: 'webpage online',
  document: 'document misc'
}

/** Every function, by its name in small letters. */
export const keyFunctions: Readonly<Record<string, KeyFunction>> = {
  standard: plain(baseKey),
  auth: {
    parameters: [['n', 0], ['m', 1], creator, ['initials', false]],
    says: (paper, given) => {
      const name = peopleOf(paper, given.text('creator'))[Math.max(1, given.number('m')) - 1]
      if (name === undefined) return ''
      const family = lettersOf(familyOf(name), given.number('n'))
      return given.isSet('initials') ? family + initialsOf(name) : family
    }
  },
  authors,
  authorlast: {
    parameters: [creator],
    says: (paper, given) => {
      const name = peopleOf(paper, given.text('creator')).at(-1)
      return name === undefined ? '' : familyOf(name)
    }
  },
  authini: {
    parameters: [['n', 5], creator],
    says: (paper, given) => {
      const people = peopleOf(paper, given.text('creator'))
      const [first, ...others] = people.map(familyOf)
      if (first === undefined) return ''
      return lettersOf(first, given.number('n')) + others.map((name) => lettersOf(name, 1)).join('')
    }
  },
  authfirstini: {
    parameters: [creator],
    says: (paper, given) => {
      const [name] = peopleOf(paper, given.text('creator'))
      return name === undefined ? '' : lettersOf(initialsOf(name), 1)
    }
  },
  authinitials: {
    parameters: [creator],
    says: (paper, given) => {
      const [name] = peopleOf(paper, given.text('creator'))
      return name === undefined ? '' : initialsOf(name)
    }
  },
  authetal: namesUpTo(2, 1, 'EtAl', ''),
  authetal2: namesUpTo(2, 1, 'etal', '.'),
  authauthea: namesUpTo(2, 2, 'ea', '.'),
  authalpha: {
    parameters: [creator],
    says: (paper, given) => {
      const names = peopleOf(paper, given.text('creator')).map(familyOf)
      if (names.length <= 1) return lettersOf(names[0] ?? '', 3)
      if (names.length <= 4) return names.map((name) => lettersOf(name, 1)).join('')
      return `${names
        .slice(0, 3)
        .map((name) => lettersOf(name, 1))
        .join('')}+`
    }
  },
  authcount: plain((paper) => String(peopleOf(paper, '*').length)),
  edtr: {
    parameters: [
      ['n', 0],
      ['m', 1]
    ],
    says: (paper, given) => {
      const name = peopleOf(paper, 'editor')[Math.max(1, given.number('m')) - 1]
      return name === undefined ? '' : lettersOf(familyOf(name), given.number('n'))
    }
  },
  title: plain((paper) => wordsIn(paper.title).map(capitalised).join('')),
  fulltitle: plain((paper) => plainText(paper.title)),
  shorttitle: shortened(3, 0),
  veryshorttitle: shortened(1, 0),
  year: plain((paper) => datePart(paper, 0)),
  shortyear: plain((paper) => datePart(paper, 0).slice(-2)),
  month: plain((paper) => datePart(paper, 1)),
  day: plain((paper) => datePart(paper, 2)),
  date: plain((paper) => paper.issued),
  origyear: plain((paper) => extraOf(paper, 'origdate').slice(0, 4) || datePart(paper, 0)),
  journal: plain((paper) => paper.venue),
  venue: plain((paper) => paper.venue),
  publisher: plain((paper) => paper.publisher),
  volume: plain((paper) => paper.volume),
  issue: plain((paper) => paper.issue),
  pages: plain((paper) => paper.pages),
  firstpage: plain((paper) => /[\p{L}\d]+/u.exec(paper.pages)?.[0] ?? ''),
  lastpage: plain((paper) => /[\p{L}\d]+(?=[^\p{L}\d]*$)/u.exec(paper.pages)?.[0] ?? ''),
  keyword: {
    parameters: [['n', 1]],
    says: (paper, given) => paper.tags[Math.max(1, given.number('n')) - 1]?.name ?? ''
  },
  doi: plain((paper) => paper.identifiers.find(({ scheme }) => scheme === 'doi')?.value ?? ''),
  arxiv: plain((paper) => paper.identifiers.find(({ scheme }) => scheme === 'arxiv')?.value ?? ''),
  isbn: plain((paper) => paper.identifiers.find(({ scheme }) => scheme === 'isbn')?.value ?? ''),
  citationkey: plain((paper) => paper.citationKey),
  field: {
    parameters: [['name', '']],
    says: (paper, given) => extraOf(paper, given.text('name').toLowerCase())
  },
  type: {
    parameters: [['is', '']],
    says: (paper, given) => {
      if (given.text('is') === '') return paper.type
      const isIt = typeWords[paper.type].split(' ').some((word) => isOneOf(word, given.text('is')))
      return isIt ? '' : null
    }
  },
  language: {
    parameters: [['is', '']],
    says: (paper, given) => {
      if (given.text('is') === '') return paper.language
      return isOneOf(paper.language, given.text('is')) ? '' : null
    }
  }
}
