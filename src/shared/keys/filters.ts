import type { CallParameters, Given } from './arguments'
import { asciiLetters, capitalised, isStopWord, wordsIn } from './words'

/** A filter of patterns: what it makes of a text; null ends the alternative that it stands in. */
export interface KeyFilter {
  parameters: CallParameters
  makes: (text: string, given: Given) => string | null
}

function plain(makes: (text: string) => string): KeyFilter {
  return { parameters: [], makes }
}

const comparisons: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '=': (a, b) => a === b,
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '>=': (a, b) => a >= b,
  '>': (a, b) => a > b
}

/** Every filter, by its name in small letters. */
export const keyFilters: Readonly<Record<string, KeyFilter>> = {
  lower: plain((text) => text.toLowerCase()),
  upper: plain((text) => text.toUpperCase()),
  capitalize: plain((text) => text.replace(/[\p{L}\p{M}]+/gu, (word) => capitalised(word))),
  camel: plain((text) =>
    wordsIn(text)
      .map((word, at) => (at === 0 ? word.toLowerCase() : capitalised(word.toLowerCase())))
      .join('')
  ),
  fold: plain(asciiLetters),
  transliterate: plain(asciiLetters),
  ascii: plain((text) => text.replace(/[^\x20-\x7E]/g, '')),
  alphanum: plain((text) => text.replace(/[^\p{L}\p{N}\p{M} ]/gu, '')),
  clean: plain((text) => asciiLetters(text).replace(/[^A-Za-z0-9:._+/-]/g, '')),
  nopunct: plain((text) => text.replace(/[\p{P}\p{S}]/gu, '')),
  nopunctordash: plain((text) => text.replace(/[\p{P}\p{S}]/gu, '')),
  noblanks: plain((text) => text.replace(/\s+/g, '')),
  condense: {
    parameters: [['sep', '']],
    makes: (text, given) => text.trim().replace(/\s+/g, given.text('sep'))
  },
  skipwords: plain((text) =>
    text
      .split(/\s+/)
      .filter((word) => !isStopWord(word.replace(/[^\p{L}\p{N}\p{M}]/gu, '')))
      .join(' ')
  ),
  select: {
    parameters: [
      ['start', 1],
      ['n', 1000]
    ],
    makes: (text, given) => {
      const start = given.number('start')
      const from = start < 0 ? text.split(/\s+/).length + start : Math.max(0, start - 1)
      return text
        .split(/\s+/)
        .slice(from, from + Math.max(0, given.number('n')))
        .join(' ')
    }
  },
  substring: {
    parameters: [
      ['start', 1],
      ['n', 1000]
    ],
    makes: (text, given) => {
      const letters = [...text]
      const start = given.number('start')
      const from = start < 0 ? Math.max(0, letters.length + start) : Math.max(0, start - 1)
      return letters.slice(from, from + Math.max(0, given.number('n'))).join('')
    }
  },
  abbr: {
    parameters: [['n', 1]],
    makes: (text, given) =>
      wordsIn(text)
        .map((word) => [...word].slice(0, Math.max(1, given.number('n'))).join(''))
        .join('')
  },
  acronym: plain((text) =>
    wordsIn(text)
      .filter((word) => !isStopWord(word))
      .map((word) => ([...word][0] ?? '').toUpperCase())
      .join('')
  ),
  replace: {
    parameters: [
      ['find', ''],
      ['replace', '']
    ],
    makes: (text, given) =>
      given.text('find') === ''
        ? text
        : text.replaceAll(given.text('find'), () => given.text('replace'))
  },
  prefix: {
    parameters: [['text', '']],
    makes: (text, given) => (text === '' ? '' : given.text('text') + text)
  },
  postfix: {
    parameters: [['text', '']],
    makes: (text, given) => (text === '' ? '' : text + given.text('text'))
  },
  default: {
    parameters: [['text', '']],
    makes: (text, given) => (text === '' ? given.text('text') : text)
  },
  len: {
    parameters: [
      ['is', '>'],
      ['n', 0]
    ],
    makes: (text, given) => {
      const holds = comparisons[given.text('is')] ?? (() => false)
      return holds([...text].length, given.number('n')) ? text : null
    }
  },
  match: {
    parameters: [['text', '']],
    makes: (text, given) =>
      text.toLowerCase().includes(given.text('text').toLowerCase()) ? text : null
  }
}
