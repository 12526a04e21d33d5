/** Numbers from 0 to below 1 that a seed decides (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** What breaks parsers: marks of every format, cut encodings, giant numbers, half letters. */
const nasty = [
  ...[
    '{',
    '}',
    '"',
    '\\',
    '<',
    '>',
    '&',
    '\0',
    '\u{feff}',
    '\ud83d',
    '\r',
    '\n',
    '\t',
    '$',
    '%',
    '#'
  ],
  ...[
    '\\begin{',
    '@',
    '<![CDATA[',
    ']]>',
    '<!--',
    '&#x110000;',
    '&#0;',
    '-->',
    '//',
    'ER  - ',
    'TY  - '
  ],
  ...[
    '9'.repeat(400),
    '-1',
    '1e999',
    'null',
    '[[',
    '"items":',
    'http://',
    'arXiv:',
    '10.1/',
    '=3D',
    '=?utf-8?B?'
  ],
  ...[' and ', ', ', 'others', 'et al.', '\u202e', '\u0301'.repeat(50), 'é', 'ß', '…']
]

/** What, repeated many times, makes readers slow that are not linear. */
const repeated = [
  ...[
    '{',
    '}',
    '[',
    ']',
    '(',
    '<a>',
    '</a>',
    '<!--',
    '&amp;',
    '"',
    '\\',
    '\\\\',
    '\n',
    ' ',
    '\t',
    '@a{',
    '@misc{a,'
  ],
  ...[
    'a,',
    ' and ',
    '# "a" ',
    '$',
    'TI  - a\n',
    'TY  - JOUR\n',
    'AU  - A. ',
    'PMID- 1\n',
    '- [a](b)\n',
    '| a ',
    '*',
    '`'
  ],
  ...[
    'http://a ',
    'arXiv:2603.00001 ',
    '10.1000/a ',
    '{"a":',
    '[{',
    '<div>',
    '<b',
    "'",
    '--',
    'a-',
    '.a',
    '\r\n',
    '=\r\n'
  ]
]

/** One of many ways to spoil a text; `other` is what it may be crossed with. */
export function mutate(text: string, other: string, random: () => number): string {
  let result = text
  const times = 1 + Math.floor(random() * 4)
  for (let time = 0; time < times; time++) result = mutateOnce(result, other, random)
  return result.slice(0, 2_000_000)
}

function mutateOnce(text: string, other: string, random: () => number): string {
  const at = (limit: number): number => Math.floor(random() * (limit + 1))
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const from = at(text.length)
  const to = Math.min(text.length, from + at(60))
  switch (Math.floor(random() * 9)) {
    case 0:
      return text.slice(0, from) + text.slice(to)
    case 1:
      return text.slice(0, from) + text.slice(from, to) + text.slice(from)
    case 2:
      return text.slice(0, from)
    case 3:
      return text.slice(0, from) + other.slice(at(other.length))
    case 4:
      return text.slice(0, from) + one(nasty) + text.slice(to)
    case 5:
      return text.slice(0, from) + one(repeated).repeat(10 ** (2 + at(2))) + text.slice(from)
    case 6:
      return text.slice(0, from) + String.fromCharCode(at(0xffff)) + text.slice(from + 1)
    case 7: {
      const lines = text.split('\n')
      const line = at(lines.length - 1)
      return [...lines.slice(line), ...lines.slice(0, line)].join('\n')
    }
    default:
      return text.slice(0, from) + one(nasty) + text.slice(from)
  }
}
