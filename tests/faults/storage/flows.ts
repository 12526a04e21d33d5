import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { checkBackup } from '../../../src/main/database/backup/keep-backup'
import { listBackups } from '../../../src/main/database/backup/backup-folder'
import { perform } from '../../../src/main/database/backup/work'
import type { JournalledDb, ReadableDb, WritableDb } from '../../../src/main/database/handle'
import { markInUse, unmarkInUse } from '../../../src/main/database/in-use'
import { lookAtLibrary } from '../../../src/main/database/look'
import { migrate } from '../../../src/main/database/migrate'
import { migrations } from '../../../src/main/database/migrations'
import { closeLibrary, libraryFile, openLibrary } from '../../../src/main/database/open'
import { all, column, sql } from '../../../src/main/database/sql'
import { applyAll } from '../../../src/main/import/importer'
import { answer } from '../../../src/main/import/parse-request'
import { keepBib, type Kept } from '../../../src/main/latex/keep-bib'
import { addAnnotation, changeAnnotations } from '../../../src/main/library/annotations'
import { storedPath } from '../../../src/main/library/attachments'
import { change, continueChange } from '../../../src/main/library/journal'
import { takeBackUnfinished } from '../../../src/main/library/long-change'
import { saveNote } from '../../../src/main/library/notes'
import { addPaper, editPaper, trashPapers } from '../../../src/main/library/paper-changes'
import { getPapers } from '../../../src/main/library/papers'
import { addTag, mergeTags, tagNamed } from '../../../src/main/library/tags'
import { emptyTrash } from '../../../src/main/library/trash'
import { entryText } from '../../../src/main/session/entry-text'
import { contentOf, fields } from '../../unit/support/content'

/** What users do that must be on the disk when the app says that it is done. */
export const flowNames = [
  ...(['import', 'annotate', 'note', 'tag merge', 'delete', 'export', 'migrate', 'backup'] as const)
] as const
export type FlowName = (typeof flowNames)[number]

/** What there is at one moment: sums of the library's content and of the kept `.bib`, and which backups count. */
export interface State {
  library: string
  bib: string
  backups: string[]
}

/** Folders of a run: what is under test is in `root`; `beside` has what the user brings along. */
export interface Places {
  root: string
  beside: string
}

/** How much text each thing has, in letters. */
type Size = number

const byHand = '% mine\n@misc{own, note = "by hand"}\n'

/** A library that is worked with in one way, by the code that the app does it with. */
export class Flow {
  /** What imports said that they could not take; the papers are there without it. */
  readonly reported: string[] = []
  #db: WritableDb | null = null
  #step = 0

  constructor(
    readonly name: FlowName,
    private readonly places: Places,
    private readonly size: Size = 300
  ) {}

  /** How many steps there are to do at the most. */
  get most(): number {
    return this.name === 'migrate' ? oldVersions.length : Infinity
  }

  get bib(): string {
    return join(this.places.root, 'refs.bib')
  }

  /** Of the n-th step: each has one of its own where it is opened that is looked at. */
  library(n = 0): string {
    return join(this.places.root, this.name === 'migrate' ? `library ${String(n)}` : 'library')
  }

  get db(): WritableDb {
    this.#db ??= this.#opened()
    return this.#db
  }

  /** Makes what there is before. */
  prepare(): void {
    mkdirSync(this.places.root, { recursive: true })
    mkdirSync(this.places.beside, { recursive: true })
    if (this.name === 'migrate') {
      for (const [n, version] of oldVersions.entries()) makeOld(this.library(n), version, this.size)
      return
    }
    // An import is the first thing that a user does: there is no library yet.
    if (this.name === 'import') return
    writeFileSync(this.bib, byHand)
    change(this.db, { kind: 'import', count: 12, name: 'before' }, (tx) => {
      for (let n = 0; n < 12; n++) {
        const id = addPaper(tx, this.#paper(n))
        addTag(tx, [id], `before/${String(n % 4)}`)
      }
    })
    this.close()
  }

  /** Opens what there is as a start of the app does. */
  open(): void {
    if (this.name !== 'migrate') this.#db ??= this.#opened()
  }

  close(): void {
    const db = this.#db
    this.#db = null
    if (db === null) return
    closeLibrary(db)
    unmarkInUse(this.library())
  }

  /** As the app does when its disk has failed: closes, whatever comes of it. */
  leave(): void {
    try {
      this.close()
    } catch {
      // Whoever opens it next reads what is on the disk.
    }
  }

  /** Does the next thing; it is on the disk then. */
  async next(): Promise<void> {
    const n = this.#step
    await this.#acts[this.name](n)
    this.#step++
  }

  state(): State {
    if (this.name === 'migrate') {
      const done = Array.from({ length: this.#step }, (_, n) => this.library(n))
      return {
        ...{ library: String(this.#step), bib: '' },
        backups: done.flatMap((folder) => listBackups(folder).map(({ name }) => name))
      }
    }
    return {
      library: sumOfContent(this.db),
      bib: existsSync(this.bib) ? sumOf(readFileSync(this.bib)) : '',
      backups: listBackups(this.library()).map(({ name }) => name)
    }
  }

  /**
   * Everything that is not as it must be whatever happened, and the state that was found; opens what there is.
   * @param done how many steps were said to be done
   */
  async examine(done = 0): Promise<{ wrong: string[]; state: State }> {
    const wrong: string[] = []
    if (this.name === 'migrate') {
      for (const n of oldVersions.keys()) wrong.push(...this.#examineOld(n, n < done))
      return { wrong, state: this.state() }
    }
    const trouble = lookAtLibrary(this.library(), false)
    // A first start that was cut off before there was anything: the user is asked, and nothing is lost.
    if (trouble === 'empty' && done < 0) return { wrong, state: nothing }
    if (trouble !== null) return { wrong: [`The start says: ${trouble}`], state: nothing }
    wrong.push(...unsound(this.db))
    for (const { sha256, name } of all<{ sha256: string; name: string }>(
      this.db,
      sql`SELECT sha256, name FROM attachment WHERE path = ''`
    )) {
      const path = storedPath(this.library(), sha256, name)
      if (!existsSync(path)) wrong.push('An attached file is gone')
      else if (createHash('sha256').update(readFileSync(path)).digest('hex') !== sha256)
        wrong.push('An attached file is not what it was')
    }
    wrong.push(...badBackups(this.library()))
    const state = this.state()
    if (this.name === 'export') wrong.push(...(await this.#examineBib()))
    return { wrong, state }
  }

  #opened(): WritableDb {
    const db = openLibrary(this.library())
    markInUse(this.library())
    try {
      takeBackUnfinished(db)
      return db
    } catch (error) {
      db.close()
      throw error
    }
  }

  readonly #acts: Readonly<Record<FlowName, (n: number) => void | Promise<void>>> = {
    import: (n) => this.#import(n),
    annotate: (n) => {
      const [paperId = 0] = this.#papers(n)
      change(this.db, { kind: 'annotate', count: 1, name: '' }, (tx) => {
        const id = addAnnotation(tx, {
          ...{
            paperId,
            kind: 'highlight',
            colour: n % 8,
            comment: '',
            tags: [`t${String(n % 3)}`]
          },
          target: {
            on: n % 2 === 0 ? 'title' : 'abstract',
            quote: { exact: `Paper ${String(n)}`, prefix: '', suffix: '' },
            position: { start: n, end: n + 1 }
          }
        })
        if (id !== null) changeAnnotations(tx, [id], { comment: this.#text(n) })
      })
    },
    note: (n) => {
      // A burst of typing in each of two notes, as it comes from the window.
      const [paperId = 0] = this.#papers(n >> 2)
      const { revision, body } = getPapers(this.db, [paperId])[0]?.note ?? { revision: 0, body: '' }
      continueChange(this.db, { kind: 'note', count: 1, name: 'A note' }, 60, (tx) => {
        saveNote(tx, { paperId, body: `${body.slice(-this.size)} ${this.#text(n)}`, revision })
      })
    },
    'tag merge': (n) => {
      const [first, second] = [`tags ${String(n >> 1)}/a`, `tags ${String(n >> 1)}/b`]
      if (n % 2 === 0)
        change(this.db, { kind: 'tag', count: 6, name: first }, (tx) => {
          addTag(tx, this.#papers(n).slice(0, 4), first)
          addTag(tx, this.#papers(n + 2).slice(0, 4), `${second}/${this.#text(n).slice(0, 80)}`)
        })
      else
        change(this.db, { kind: 'tag-merge', count: 2, name: first }, (tx) => {
          mergeTags(tx, [tagNamed(tx, second) ?? 0], tagNamed(tx, first) ?? 0)
        })
    },
    delete: (n) => {
      const label = { kind: n % 3 === 2 ? 'empty-trash' : 'trash', count: 1, name: '' } as const
      const write = (tx: JournalledDb): void => {
        if (n % 3 === 2) emptyTrash(tx)
        else if (n % 3 === 1) trashPapers(tx, this.#papers(0).slice(-2))
        else for (let each = 0; each < 4; each++) addPaper(tx, this.#paper(1000 + n * 4 + each))
      }
      change(this.db, label, write)
    },
    export: async (n) => {
      if (n % 2 === 1) await this.#keep()
      else
        change(this.db, { kind: 'edit', count: 1, name: '' }, (tx) => {
          editPaper(tx, this.#papers(n)[0] ?? 0, this.#paper(2000 + n))
        })
    },
    migrate: (n) => {
      closeLibrary(openLibrary(this.library(n)))
    },
    backup: async (n) => {
      if (n % 2 === 1) await perform({ kind: 'make', folder: this.library(), reason: 'by-hand' })
      else
        change(this.db, { kind: 'edit', count: 1, name: '' }, (tx) => {
          addPaper(tx, this.#paper(3000 + n))
        })
    }
  }

  async #import(n: number): Promise<void> {
    const entries = Array.from({ length: 10 }, (_, each) => {
      const { title, abstract } = this.#paper(n * 10 + each)
      const file = each % 5 === 0 ? `, file = {${String(n)}-${String(each)}.pdf}` : ''
      if (file !== '')
        writeFileSync(
          join(this.places.beside, `${String(n)}-${String(each)}.pdf`),
          `%PDF-1.4 ${title} ${abstract.repeat(4)}`
        )
      return `@article{k${String(n * 10 + each)}, title = {${title}}, abstract = {${abstract}}${file}}`
    })
    const path = join(this.places.beside, `${String(n)}.bib`)
    writeFileSync(path, entries.join('\n'))
    const reply = await answer({ name: `${String(n)}.bib`, path })
    if (!reply.ok) throw new Error(reply.error.message)
    const report = await applyAll(this.db, reply.value, {
      keeping: { folder: this.library(), attaching: 'copy' },
      signal: new AbortController().signal
    })
    this.reported.push(...report.skipped.map(({ reason }) => reason))
  }

  /** Keeps the `.bib` to what the library has, as a linked project does. */
  #keep(): Promise<Kept> {
    const wanted = getPapers(
      this.db,
      this.#papers(0).sort((a, b) => a - b)
    ).map((paper) => ({
      ...{ paperId: paper.id, key: paper.citationKey, text: entryText(paper, 'bibtex') }
    }))
    return keepBib(this.db, { bib: this.bib, dialect: 'bibtex', wanted, mayRemake: false })
  }

  /** Whether Sheaf still knows its own entries and the user's, and brings the file to what is wanted. */
  async #examineBib(): Promise<string[]> {
    const kept = await this.#keep()
    const strange = kept.entries.filter(({ key, owner }) => (owner === 'ours') === (key === 'own'))
    const again = await this.#keep()
    return [
      ...strange.map(({ key, owner }) => `${key} in the .bib is taken for ${owner}`),
      ...(kept.entries.length === this.#papers(0).length + 1
        ? []
        : ['Entries of the .bib are missing or double']),
      ...(kept.file.text.startsWith(byHand.trimEnd())
        ? []
        : ['What is the user’s in the .bib has changed']),
      ...(again.written ? ['The .bib does not come to rest'] : [])
    ]
  }

  #examineOld(n: number, isDone: boolean): string[] {
    const folder = this.library(n)
    const wrong: string[] = []
    const trouble = lookAtLibrary(folder, true)
    if (trouble !== null) return [`The start says of an old library: ${trouble}`]
    const version = versionOf(folder)
    const isUpdated = version > (oldVersions[n] ?? 0)
    if (isDone && version !== migrations.at(-1)?.version)
      wrong.push('An update that was done is lost')
    const isBackedUp = listBackups(folder).some(({ reason }) => reason === 'before-update')
    if (isUpdated && !isBackedUp) wrong.push('An old library was updated, and there is no backup')
    wrong.push(...badBackups(folder))
    const db = openLibrary(folder)
    try {
      wrong.push(...unsound(db))
      if (db.pragma('user_version', { simple: true }) !== migrations.at(-1)?.version)
        wrong.push('An old library was not updated')
      const titles = column<string>(db, sql`SELECT title FROM paper ORDER BY id`)
      if (titles.length !== oldPapers) wrong.push('An old library has other papers than it had')
    } finally {
      closeLibrary(db)
    }
    return wrong
  }

  #papers(from: number): number[] {
    const ids = column<number>(
      this.db,
      sql`SELECT id FROM paper WHERE trashed_at IS NULL ORDER BY id`
    )
    const start = from % Math.max(1, ids.length)
    return [...ids.slice(start), ...ids.slice(0, start)]
  }

  #paper(n: number): ReturnType<typeof fields> {
    return fields({ title: `Paper ${String(n)} on ${wordOf(n)}`, abstract: this.#text(n) })
  }

  #text(n: number): string {
    let text = ''
    for (let each = 0; text.length < this.size; each++) text += `${wordOf(n * 31 + each)} `
    return text.trimEnd()
  }
}

const nothing: State = { library: '', bib: '', backups: [] }
const oldPapers = 9
/** Schemas of versions that were there before, the oldest first. */
const oldVersions = migrations.slice(0, -1).map(({ version }) => version)

/** A library as a former version left it. */
function makeOld(folder: string, version: number, size: Size): void {
  mkdirSync(folder, { recursive: true })
  const file = libraryFile(folder)
  const db = new Database(file) as unknown as WritableDb
  db.pragma('journal_mode = WAL')
  migrate(
    db,
    file,
    migrations.filter((one) => one.version <= version)
  )
  db.exec(`
    INSERT INTO journal_entry (kind, count, name, made_at, state) VALUES ('', 0, '', '', 'done');
    UPDATE journal_open SET entry_id = 1`)
  const insert = db.prepare(`INSERT INTO paper (citation_key, type, title, folded_title, abstract,
      issued, venue, volume, issue, pages, publisher, language, starred, added_at, modified_at)
    VALUES (?, 'article', ?, ?, ?, '', '', '', '', '', '', '', 0, '', '')`)
  for (let n = 0; n < oldPapers; n++)
    insert.run(`key${String(n)}`, `Paper ${String(n)}`, `paper ${String(n)}`, 'x'.repeat(size))
  db.exec('UPDATE journal_open SET entry_id = NULL')
  closeLibrary(db)
}

function versionOf(folder: string): number {
  const db = new Database(libraryFile(folder), { readonly: true })
  try {
    return db.pragma('user_version', { simple: true }) as number
  } finally {
    db.close()
  }
}

function unsound(db: WritableDb): string[] {
  const verdict = db.pragma('integrity_check(1)', { simple: true })
  return [
    ...(verdict === 'ok' ? [] : [`The library does not fit: ${String(verdict)}`]),
    ...((db.pragma('foreign_key_check') as unknown[]).length === 0 ? [] : ['Rows point nowhere'])
  ]
}

/** Those that count and are not whole. */
function badBackups(folder: string): string[] {
  return listBackups(folder).flatMap(({ name }) => {
    try {
      checkBackup(folder, name)
      return []
    } catch (error) {
      return [`A backup that counts is not good: ${String(error)}`]
    }
  })
}

function sumOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16)
}

/** All that is the user's doing; what is remembered of a kept `.bib` is settled with the file. */
function sumOfContent(db: WritableDb): string {
  const content = { ...contentOf(db), versions: noteVersions(db) }
  return sumOf(
    JSON.stringify(Object.entries(content).filter(([table]) => !table.startsWith('latex_')))
  )
}

function noteVersions(db: ReadableDb): unknown[] {
  return all(db, sql`SELECT * FROM note_version ORDER BY id`)
}

const someWords = 'sheaf river lattice quorum ember torque violet anchor mosaic cipher'.split(' ')

function wordOf(n: number): string {
  return `${someWords[n % someWords.length] ?? ''}${String((n * 7919) % 997)}`
}
