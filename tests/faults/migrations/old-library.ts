import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { migrations } from '../../../src/main/database/migrations'

type Value = string | number | null | Uint8Array
type Row = Readonly<Record<string, Value>>

/** What a library of old holds: nothing, what many have, or what should not be there and is. */
export type Holding = 'nothing' | 'papers' | 'dirt'

const at = '2024-03-14T10:00:00.000Z'
const sum = (n: number): string => createHash('sha256').update(String(n)).digest('hex')

/** The rows of the `n`th paper and of what belongs to it, by tables; those of later schemas are left out. */
function rowsOf(n: number): Readonly<Record<string, readonly Row[]>> {
  const paper = { paper_id: n }
  const words = `Gluing ${String(n)}: Größe, 深度学習 and $x_${String(n)}$`
  const tag = 1 + (n % 40)
  return {
    paper: [
      {
        ...{ id: n, citation_key: `ono${String(n)}`, type: 'article', title: words },
        ...{ folded_title: words.toLowerCase(), abstract: `We glue ${words}. `.repeat(8) },
        ...{ issued: '2024-03', venue: 'Annals of Gluing', volume: '7', issue: '', pages: '1–9' },
        ...{ publisher: '', language: 'en', starred: n % 2, read_at: n % 3 === 0 ? at : null },
        ...{ trashed_at: n % 50 === 0 ? at : null, added_at: at, modified_at: at },
        updated_at: n % 7 === 0 ? at : null
      }
    ],
    creator: ['Ono', 'van Berg'].map((family, position) => ({
      ...paper,
      ...{ position, role: 'author', family, given: 'Ada', particle: '', suffix: '', literal: '' }
    })),
    identifier: [
      { ...paper, scheme: 'arxiv', value: `2403.${String(n).padStart(5, '0')}`, version: n % 3 },
      { ...paper, scheme: 'doi', value: `10.5555/${String(n)}`, version: null }
    ],
    link: [{ ...paper, position: 0, kind: 'code', url: `https://example.org/${String(n)}` }],
    appearance: [
      { ...paper, digest_id: 1 + (n % 5), position: n, start_offset: n, end_offset: n + 9 }
    ],
    paper_tag: [{ ...paper, tag_id: tag }],
    note: [
      {
        ...{ ...paper, body: `See [[ono${String(n + 1)}|there]] 😀 ${words}`, revision: n % 4 },
        saved_at: at
      }
    ],
    attachment: [
      {
        ...{ ...paper, name: 'a.pdf', media_type: 'application/pdf', sha256: sum(n), bytes: n },
        ...{ added_at: at, path: n % 9 === 0 ? `/home/me/${String(n)}.pdf` : '' }
      }
    ],
    extra_field: [{ ...paper, name: 'shelf', value: words }],
    statement: [
      { ...paper, field: 'venue', value: '"A"', source: 'a.bib', chosen: n % 2, said_at: at }
    ],
    distinct_papers: n % 10 === 1 ? [{ ...paper, other_id: n + 1 }] : [],
    key_alias: [{ ...paper, citation_key: `former${String(n)}` }],
    paper_vector: [
      { ...paper, model: 'small', text_sum: n, vector: Uint8Array.from([n % 256, 127, 0]) }
    ],
    annotation: [
      {
        ...{ ...paper, part: n % 3, sha256: n % 3 === 2 ? sum(n) : '', page: 1, sort_at: n / 3 },
        ...{ kind: 'highlight', colour: n % 8, placed: 1, comment: words, author: '', origin: '' },
        ...{ created_at: at, modified_at: at, folded: words.toLowerCase(), target: '{"a":[1.5]}' }
      }
    ],
    annotation_tag: [{ annotation_id: n, tag_id: tag }],
    collection_paper: [{ ...paper, collection_id: 1 + (n % 3) }],
    tag_rule_exception: n === 1 ? [{ ...paper, rule_id: 1 }] : [],
    triage: [
      { ...paper, state: ['inbox', 'kept', 'dismissed'][n % 3] ?? '', returned: 0, since: at }
    ],
    note_link: [{ ...paper, citation_key: `ono${String(n + 1)}` }],
    note_version: [{ ...paper, saved_at: at, length: 3, head: null, tail: null, text: 'was' }],
    latex_entry: [
      { ...paper, bib: '/a.bib', citation_key: `ono${String(n)}`, hash: sum(n), lead: '\n' }
    ],
    latex_rewrite: [
      {
        ...{ entry_id: 1, path: `/${String(n)}.tex`, old_key: 'a', new_key: 'b' },
        ...{ places: `[3,${String(n + 4)}]`, swaps: `[[3,"a","b"]]`, holds: 'new' },
        ...{ old_hash: sum(n), new_hash: sum(n + 1) }
      }
    ],
    reading_place: [
      {
        ...{ sha256: sum(n), page: n, x: n / 7, y: 0.1, scale: 'page-fit', rotation: 90 },
        two_pages: 0
      }
    ]
  }
}

/** What a library has besides its papers. */
const shelves: Readonly<Record<string, readonly Row[]>> = {
  tag: Array.from({ length: 40 }, (_, n) => ({
    name: n % 2 === 0 ? `tag ${String(n)}` : `ml/part ${String(n)}/deep`,
    colour: n % 8
  })),
  digest: Array.from({ length: 5 }, (_, n) => ({
    ...{ format: 'trending', source: 'a page', file_name: 'page.txt', date: '2024-03-14' },
    ...{ date_inferred: 0, content_hash: sum(n), raw_text: 'page '.repeat(400), imported_at: at }
  })),
  collection: ['Thesis', 'To read', 'Part'].map((name, n) => ({
    name,
    parent_id: n === 2 ? 1 : null
  })),
  saved_search: [{ name: 'new', query: 'is:unread', position: 0 }],
  tag_rule: [{ query: 'gluing', tag_id: 1, enabled: 1 }],
  view_setting: [{ name: 'folded', value: '["ml"]' }],
  latex_project: [
    {
      ...{ path: '/thesis', bib: '/a.bib', dialect: 'biblatex', source: '{"kind":"library"}' },
      ...{ paused: 0, linked_at: at, recited: 3 }
    }
  ],
  latex_written: [{ bib: '/a.bib', written_at: at }],
  library_setting: [{ name: 'style', value: '"apa"' }],
  subscription: [
    {
      ...{ uid: 'one', name: 'Looms', source: '{"kind":"web","url":"https://example.org/feed"}' },
      ...{ every: 24, only_query: 'weaving', by_known: 0, never_query: '', paused: 0, added_at: at }
    }
  ],
  subscription_state: [{ subscription_id: 1, memory: '{}', next_at: at, failures: 2 }],
  subscription_run: [
    { subscription_id: 1, at, failure: 'Nobody answers.', named: 3, added: 2, held: 1 }
  ],
  subscription_item: [{ subscription_id: 1, name: 'a title', held: 1, paper: '', came_at: at }]
}

const huge = 'a word of a text that never ends, and ends – 😀 '.repeat(20_000)

/** What no present way into a library makes, and some former one may have. */
const dirt: Readonly<Record<string, readonly Row[]>> = {
  // The same paper again and again, with nothing in it, too much, or a NUL.
  paper: ['', 'Gluing', 'Gluing', 'Gluing', huge, 'a\0b'].map((title, n) => ({
    ...{ ...rowsOf(1)['paper']?.[0], id: 5001 + n, citation_key: `dirt-${String(n)}` },
    ...{ title, folded_title: title.toLowerCase(), abstract: n % 2 === 0 ? huge : '' },
    ...{ read_at: null, trashed_at: null, updated_at: null, added_at: '' }
  })),
  identifier: [5002, 5003, 5004].map((id) => ({
    ...{ paper_id: id, scheme: 'doi', value: '10.5555/twice', version: null }
  })),
  // Names that are none, alike but for capitals that SQLite does not know, or very deep.
  tag: [
    '',
    '/',
    '//',
    'a//b',
    '/lead',
    'trail/',
    'Größe',
    'GRÖßE',
    'élan',
    'Élan',
    'x/'.repeat(200)
  ].map((name, colour) => ({ name, colour })),
  // Two notes of one paper, of which one leads nowhere and one is huge.
  note: ['[[nobody]] [[ ]] [[a\0]] [[|x]]', huge].map((body) => ({
    ...{ paper_id: 5002, body, revision: 0, saved_at: '' }
  })),
  digest: [1, 2].map(() => ({
    ...{ format: '', source: '', file_name: '', date: '', date_inferred: 1, imported_at: '' },
    ...{ content_hash: sum(0), raw_text: huge }
  })),
  // What was left half written, taken back, or is about rows that are gone.
  journal_entry: ['abandoned', 'undone', 'done'].map((state) => ({
    ...{ kind: '', count: -1, name: huge, made_at: '', state, writer: 1, written_at: '' }
  })),
  journal_change: [
    { entry_id: 2, table_name: 'gone', op: 'delete', row_id: 99_999, before: '{"id":1}' },
    { entry_id: 2, table_name: 'paper', op: 'insert', row_id: 99_999, before: null }
  ],
  paper_revision: [{ paper_id: 99_999 }],
  annotation: [
    {
      ...{ ...rowsOf(2)['annotation']?.[0], paper_id: 5001, sha256: sum(-1), page: -1 },
      ...{ comment: huge, target: '' }
    }
  ],
  note_version: [{ paper_id: 99_999, saved_at: '', length: 0, head: null, tail: null, text: '' }],
  latex_entry: [{ paper_id: 99_999, bib: '', citation_key: '', hash: '', lead: '' }],
  latex_rewrite: [
    {
      ...{ entry_id: 99_999, path: '', old_key: '"\\', new_key: '', places: '[0]', swaps: '[]' },
      ...{ old_hash: '', new_hash: '', holds: 'other' }
    }
  ],
  subscription_state: [{ subscription_id: 99_999, memory: '[', next_at: 'soon', failures: -1 }],
  subscription_item: [
    { subscription_id: 99_999, name: huge, held: 0, paper: '{', came_at: '' },
    { subscription_id: 99_999, name: '', held: 0, paper: '', came_at: '' }
  ],
  reading_place: [
    { sha256: '', page: -1, x: 1e308, y: -1e308, scale: '', rotation: 7, two_pages: 2 }
  ]
}

/**
 * Makes the library that a Sheaf of a schema left behind, by the very steps it made it with, closed as it closed it.
 * The last thing done to it, where it has papers, is a change of the first one's title from `former title`.
 */
export function makeOldLibrary(
  file: string,
  version: number,
  holding: Holding,
  papers: number
): void {
  mkdirSync(dirname(file), { recursive: true })
  const db = new Database(file)
  db.pragma('journal_mode = WAL')
  db.pragma('foreign_keys = ON')
  for (const step of migrations)
    if (step.version <= version)
      db.transaction(() => {
        step.up(db)
        db.pragma(`user_version = ${String(step.version)}`)
      })()
  if (holding !== 'nothing') {
    db.transaction(() => {
      openEntry(db, 'import')
      insertAll(db, shelves)
      for (let n = 1; n <= papers; n++) insertAll(db, { paper: rowsOf(n)['paper'] ?? [] })
      for (let n = 1; n <= papers; n++) insertAll(db, { ...rowsOf(n), paper: [] })
      if (holding === 'dirt') insertAll(db, dirt)
      openEntry(db, null)
    })()
    db.transaction(() => {
      openEntry(db, 'prepare')
      db.prepare("UPDATE paper SET title = 'former title' WHERE id = 1").run()
      openEntry(db, 'edit')
      db.prepare("UPDATE paper SET title = 'title' WHERE id = 1").run()
      openEntry(db, null)
    })()
  }
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
}

function openEntry(db: Database.Database, kind: string | null): void {
  if (kind !== null)
    db.prepare(
      "INSERT INTO journal_entry (kind, count, name, made_at, state) VALUES (?, 1, '', ?, 'done')"
    ).run(kind, at)
  const entry = kind === null ? 'NULL' : 'last_insert_rowid()'
  db.exec(`UPDATE journal_open SET entry_id = ${entry}`)
}

function insertAll(db: Database.Database, tables: Readonly<Record<string, readonly Row[]>>): void {
  for (const [table, rows] of Object.entries(tables)) {
    const known = columnsOf(db, table)
    for (const row of known.length === 0 ? [] : rows) {
      const columns = Object.keys(row).filter((name) => known.includes(name))
      const places = columns.map(() => '?').join(', ')
      db.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`).run(
        columns.map((name) => row[name] ?? null)
      )
    }
  }
}

function columnsOf(db: Database.Database, table: string): string[] {
  return (db.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name)
}

/** What a library holds: of every table its columns, and how many rows of which sum. */
export type Contents = Readonly<
  Record<string, { columns: readonly string[]; count: number; sum: string }>
>

/**
 * Sums up what a library holds, as it would be had it not been brought up to date since `former`: in its columns, with
 * its rows alone.
 */
export function contentsOf(file: string, former?: Contents): Contents {
  const db = new Database(file, { readonly: true })
  try {
    const tables = db
      .prepare<[], string>(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
      )
      .pluck()
      .all()
      .filter((table) => former === undefined || former[table] !== undefined)
    return Object.fromEntries(
      tables.map((table) => {
        const columns = former?.[table]?.columns ?? columnsOf(db, table)
        return [table, { columns, ...sumOf(db, table, columns, former?.[table]?.count) }]
      })
    )
  } finally {
    db.close()
  }
}

/** @param most the rows of before; what a step adds comes behind them */
function sumOf(
  db: Database.Database,
  table: string,
  columns: readonly string[],
  most = -1
): { count: number; sum: string } {
  const held = columnsOf(db, table)
  const hash = createHash('sha256')
  let count = 0
  const read = columns.map((name) => (held.includes(name) ? name : (moved[name] ?? name)))
  const rows = db
    .prepare<[], Value[]>(
      `SELECT ${read.join(', ')} FROM ${table} ORDER BY 1 LIMIT ${String(most)}`
    )
    .raw()
  for (const row of rows.iterate()) {
    count++
    for (const value of row)
      hash.update(value instanceof Uint8Array ? value : `${typeof value} ${String(value)}\u0001`)
  }
  return { count, sum: hash.digest('hex') }
}

/** Columns that a later step wrote in another way, and how to read them as they were. */
const moved: Readonly<Record<string, string>> = {
  places: "(SELECT json_group_array(json_extract(value, '$[0]')) FROM json_each(swaps))",
  old_key: "json_extract(swaps, '$[0][1]')",
  new_key: "json_extract(swaps, '$[0][2]')"
}
