/** Folders and files that nobody outside may name. `outside` lies beside everything of Sheaf's. */
const paths = (outside: string): string[] => [
  `${outside}/canary.txt`,
  `../../outside/canary.txt`,
  '../'.repeat(40) + 'etc/passwd',
  '/etc/passwd',
  '/proc/self/mem',
  '..\\..\\outside\\canary.txt',
  'C:\\Windows\\win.ini',
  '\\\\host\\share\\x',
  `file://${outside}/canary.txt`,
  '%2e%2e%2fcanary',
  'CON',
  'a\0.bib',
  '~/.bashrc',
  '$(touch canary)',
  '`touch canary`',
  '; touch canary;',
  '| touch canary',
  '--eval=(delete-file "canary")',
  '-o/etc/x'
]

const words = [
  ...[
    "' OR 1=1 --",
    "'; DROP TABLE paper; --",
    '"); DELETE FROM paper; --',
    '1; PRAGMA x',
    'x%_\\'
  ],
  ...["' UNION SELECT sql FROM sqlite_master --", "ATTACH 'canary.db' AS c", '?1', '@id', '\u0000'],
  ...[
    '<img src=x onerror=alert(1)>',
    '<script>alert(1)</script>',
    'javascript:alert(1)',
    '{{7*7}}'
  ],
  ...['\\input{canary}', '\\write18{touch canary}', '}} @preamble{"x"}', '%s%s%n', '${x}', '#{x}'],
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '[object Object]'],
  ...[
    '\ud800',
    '\udc00 low',
    '\ud83d',
    '\u202eesrever',
    '\u200b\u2060\ufeff',
    'é'.normalize('NFD')
  ],
  ...[
    '',
    ' ',
    '\n',
    '\t\r\n',
    '-',
    '-1',
    '0',
    '1e999',
    'NaN',
    'null',
    'undefined',
    'true',
    '[]',
    '{}'
  ],
  ...[
    'a~2 b~ c*',
    '"open',
    '((((',
    '-(-(-a',
    'tag:',
    'in:""',
    'year:..',
    'key:*',
    'is:',
    'a OR OR b'
  ],
  ...[
    'year:99999999..-1',
    'added:0000-00-00',
    'NEAR(a b)',
    'title:author:note:',
    '*',
    '~',
    '-',
    '""'
  ],
  ...[
    '[auth:lower][year]',
    '[auth',
    '[title:(((]',
    'x'.repeat(199),
    'x'.repeat(201),
    '字'.repeat(100)
  ],
  ...[
    'CommandOrControl+Shift+K',
    '2024-02-31',
    '0000-00-00',
    '9999-99-99',
    'a@b.c',
    'apa',
    '../apa'
  ]
]

/** Texts that have broken programs: paths, SQL, markup, TeX, shells, half letters, queries. */
export function hostileTexts(outside: string): string[] {
  return [...paths(outside), ...words]
}

const nested = (depth: number, wrap: (inner: unknown) => unknown): unknown => {
  let value: unknown = 1
  for (let level = 0; level < depth; level++) value = wrap(value)
  return value
}

function cyclic(): unknown {
  const ring: Record<string, unknown> = { id: 1 }
  ring['self'] = ring
  return ring
}

function cyclicList(): unknown {
  const list: unknown[] = [1]
  list.push(list)
  return list
}

/** Values of every kind that a call can bring from one process to another, made when they are wanted. */
export const hostileValues: readonly (() => unknown)[] = [
  ...[undefined, null, true, false, 0, -0, 1, -1, 1.5, NaN, Infinity, -Infinity].map(
    (value) => () => value
  ),
  ...[2 ** 31, 2 ** 32, 2 ** 53, -(2 ** 63), 1e308, 5e-324].map((value) => () => value),
  () => 10n ** 40n,
  () => new Date(NaN),
  () => new Map([['id', 1]]),
  () => new Set([1]),
  () => new Uint8Array(1000),
  () => new Error('x'),
  () => /(a+)+$/,
  () => [],
  () => ({}),
  () => [[[]]],
  () => Array<unknown>(100),
  () => Array.from({ length: 100_000 }, (_, at) => at),
  () => Array<string>(100_000).fill('x'),
  () => Array<object>(100_000).fill({ id: 1 }),
  () => Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`key${at}`, at])),
  () => 'x'.repeat(10_000_000),
  () => '\ud800'.repeat(1_000_000),
  () => '('.repeat(100_000),
  () => '"'.repeat(9999),
  () => nested(900, (inner) => [inner]),
  () => nested(900, (inner) => ({ id: inner })),
  () => cyclic(),
  () => cyclicList(),
  () => JSON.parse('{"__proto__": {"polluted": 1}, "id": 1}') as unknown,
  () => ({ constructor: { prototype: { polluted: 1 } } }),
  () => ({ then: 'x', toString: 'x', valueOf: 'x', toJSON: 'x', length: 1e9 }),
  () => ({ id: 1, ids: [1], extra: true })
]
