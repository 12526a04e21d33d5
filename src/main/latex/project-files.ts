import type { Stats } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { words } from '@shared/messages/words'
import type { FilePlace } from '@shared/model/latex'
import { NotYet, ProjectFailure } from './failure'
import { decodeText } from './file-text'
import type { KeyCommands, KeyShape } from './tex/cite-commands'
import { scanAux, scanBcf } from './tex/scan-aux'
import { scanTex, type Citation, type Inclusion, type ScannedTex } from './tex/scan-tex'

/** What is not looked into for a project. */
const passedOver = /^\.|^(?:node_modules|__pycache__|_minted.*)$/
const deepest = 8
const mostFiles = 5000
/** A text that is longer was not written by hand. */
const mostBytes = 20_000_000
/** How often commands of the user's may be defined by commands of the user's. */
const mostRounds = 4

/** A file of a project with what it cites. */
export interface ProjectFile {
  path: string
  citations: readonly Citation[]
}

/** A `.bib` that a file of the project names. */
export interface NamedFile {
  path: string
  exists: boolean
  at: FilePlace
}

/** All that a project's files say. */
export interface ProjectFiles {
  files: ProjectFile[]
  /** Where each key is cited, in the order of the files. */
  cited: Map<string, FilePlace[]>
  /** Keys that only the files of the last run of LaTeX tell of: macros cite them. */
  byMacros: Set<string>
  /** Whether `\nocite{*}` cites whatever the `.bib` holds. */
  citesAll: boolean
  bibs: NamedFile[]
  /** Every `.bib` of the folder. */
  found: string[]
  /** Files that are taken in, but are not there. */
  absent: NamedFile[]
  usesBiblatex: boolean
  /** Folders in which anything that concerns the project may change. */
  folders: string[]
}

interface Cached {
  stamp: string
  own: string
  scanned: ScannedTex
}

/** Reads a project again and again, and of its files only those that have changed. */
export class ProjectReader {
  #cache = new Map<string, Cached>()
  #own = new Map<string, KeyShape>()
  /** Files that were read the last time. */
  #known = new Set<string>()
  /** What was found out about files in this reading: each is asked for once. */
  readonly #stats = new Map<string, Promise<Stats | null>>()
  /** Files that were gone, or empty all at once, the last time. */
  #doubted = new Set<string>()

  /** @param path of a folder or a `.tex` */
  constructor(readonly path: string) {}

  /** Commands of the user's that cite, as of the last reading. */
  get own(): KeyCommands {
    return this.#own
  }

  /**
   * @throws ProjectFailure naming the file that cannot be read: what it cites is not known then
   * @throws NotYet while a file of the project is being replaced
   */
  async read(): Promise<ProjectFiles> {
    this.#stats.clear()
    const about = await statOf(this.path)
    if (about === null) throw new ProjectFailure(words.latex.gone(this.path), this.path)
    const isFolder = about.isDirectory()
    const listed = isFolder ? await listFolder(this.path) : await besides(this.path)
    for (let round = 1; ; round++) {
      const walk = await this.#walk(isFolder, listed)
      const own = new Map(walk.flatMap(({ scanned }) => scanned.defined))
      const isSettled = fingerprint(own) === fingerprint(this.#own)
      this.#own = own
      if (isSettled || round === mostRounds) return this.#gather(isFolder, listed, walk)
    }
  }

  /** Every file that the documents take in, in their order; all files where there is no document. */
  async #walk(isFolder: boolean, listed: readonly string[]): Promise<Walked[]> {
    const walked = new Map<string, Walked>()
    const sources = isFolder ? listed.filter((path) => /\.(?:tex|ltx)$/i.test(path)) : [this.path]
    const read = await Promise.all(
      sources.map(async (path) => [path, await this.#scan(path)] as const)
    )
    const roots = read.filter(([, scanned]) => !isFolder || scanned?.isRoot === true)
    const visit = async (path: string, main: string): Promise<void> => {
      if (walked.has(path) || walked.size >= mostFiles) return
      const scanned = await this.#scan(path)
      if (scanned === null) return
      const one: Walked = { path, scanned, main, absent: [] }
      walked.set(path, one)
      for (const inclusion of scanned.inclusions) {
        const found = await this.#find(inclusion, path, main)
        if (found !== null) await visit(found, main)
        else if (inclusion.extension === '.tex' && inclusion.path.includes('/')) {
          const expected = resolve(dirname(main), inclusion.path + extensionFor(inclusion))
          one.absent.push(expected)
        }
      }
    }
    for (const [path] of roots.length > 0 ? roots : read) await visit(path, path)
    await this.#holdIfReplaced(walked)
    this.#known = new Set(walked.keys())
    return [...walked.values()]
  }

  /** A file that was there a moment ago may be there again in another: editors write by renaming. */
  async #holdIfReplaced(walked: ReadonlyMap<string, Walked>): Promise<void> {
    for (const path of this.#known) {
      if (walked.has(path) || (await statOf(path)) !== null) this.#doubted.delete(path)
      else if (!this.#doubted.has(path)) {
        this.#doubted.add(path)
        throw new NotYet(`${basename(path)} is being replaced.`)
      }
    }
  }

  async #find(inclusion: Inclusion, from: string, main: string): Promise<string | null> {
    const folders = [dirname(main), dirname(from)]
    if (inclusion.isRelative) folders.reverse()
    for (const folder of new Set(folders))
      for (const ending of new Set([inclusion.extension, '']))
        if (!inclusion.path.endsWith(ending) || ending === '') {
          const path = resolve(folder, inclusion.path + ending)
          if ((await this.#stat(path))?.isFile() === true) return path
        }
    return null
  }

  #stat(path: string): Promise<Stats | null> {
    let about = this.#stats.get(path)
    if (about === undefined) this.#stats.set(path, (about = statOf(path)))
    return about
  }

  async #scan(path: string): Promise<ScannedTex | null> {
    const about = await this.#stat(path)
    if (about === null || !about.isFile() || about.size > mostBytes) return null
    const stamp = stampOf(about)
    const own = fingerprint(this.#own)
    const cached = this.#cache.get(path)
    if (cached?.stamp === stamp && cached.own === own) return cached.scanned
    // An editor that writes in place leaves a file empty for a moment.
    if (about.size === 0 && cached !== undefined && !this.#doubted.has(path)) {
      this.#doubted.add(path)
      throw new NotYet(`${basename(path)} is being written.`)
    }
    this.#doubted.delete(path)
    const text = await readText(path)
    const after = await statOf(path)
    if (after === null || stampOf(after) !== stamp)
      throw new NotYet(`${basename(path)} is being written.`)
    const scanned = scanTex(text, this.#own)
    this.#cache.set(path, { stamp, own, scanned })
    return scanned
  }

  async #gather(
    isFolder: boolean,
    listed: readonly string[],
    walk: readonly Walked[]
  ): Promise<ProjectFiles> {
    const base = isFolder ? this.path : dirname(this.path)
    const shown = (path: string): string =>
      path.startsWith(base + '/') || path.startsWith(base + '\\')
        ? path.slice(base.length + 1)
        : path
    const cited = new Map<string, FilePlace[]>()
    const bibs = new Map<string, NamedFile>()
    const absent: NamedFile[] = []
    let [citesAll, usesBiblatex] = [false, false]
    for (const { path, scanned, main, absent: missing } of walk) {
      const name = shown(path)
      for (const { key, line, column } of scanned.citations) {
        const place = { file: path, name, line, column }
        const known = cited.get(key)
        if (key === '*') citesAll = true
        else if (known === undefined) cited.set(key, [place])
        else known.push(place)
      }
      usesBiblatex ||= scanned.usesBiblatex
      for (const bib of scanned.bibs) {
        const beside = resolve(dirname(main), bib.path)
        const there =
          (await this.#stat(beside)) !== null ? beside : resolve(dirname(path), bib.path)
        const exists = (await this.#stat(there)) !== null
        const file = exists ? there : beside
        const at = { file: path, name, line: bib.line, column: bib.column }
        if (!bibs.has(file)) bibs.set(file, { path: file, exists, at })
      }
      for (const file of missing)
        absent.push({ path: file, exists: false, at: { file: path, name, line: 0, column: 0 } })
    }
    const files = walk.map(({ path, scanned }) => ({ path, citations: scanned.citations }))
    const runs = listed.filter((path) => /\.(?:aux|bcf)$/i.test(path))
    const ofRuns = await keysOfRuns(runs)
    citesAll ||= ofRuns.delete('*')
    const unknown = [...ofRuns].filter((key) => !cited.has(key))
    return {
      ...{ files, cited, citesAll, absent, usesBiblatex },
      byMacros: unknown.length === 0 ? new Set() : await stillWritten(unknown, files),
      bibs: [...bibs.values()],
      found: listed.filter((path) => /\.bib$/i.test(path)),
      folders: [...new Set([base, ...listed, ...files.map(({ path }) => path)].map(folderOf(base)))]
    }
  }
}

interface Walked {
  path: string
  scanned: ScannedTex
  /** The document it belongs to: what it takes in is looked for beside that. */
  main: string
  absent: string[]
}

const folderOf =
  (base: string) =>
  (path: string): string =>
    path === base ? base : dirname(path)

function extensionFor({ path, extension }: Inclusion): string {
  return extname(path) === '' ? extension : ''
}

/** Sources of a folder and those beneath it, with `.bib`s and the files of runs, in order. */
async function listFolder(folder: string, depth = 0): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (depth > 0) return []
    throw new ProjectFailure(error, folder)
  })
  const paths: string[] = []
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (passedOver.test(entry.name) || paths.length >= mostFiles) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      if (depth < deepest) paths.push(...(await listFolder(path, depth + 1)))
    } else if (/\.(?:tex|ltx|bib|aux|bcf)$/i.test(entry.name)) paths.push(path)
  }
  return paths
}

/** What belongs to a single document: the files of its runs, and every `.bib` of its folder. */
async function besides(path: string): Promise<string[]> {
  const folder = dirname(path)
  const stem = basename(path, extname(path))
  const names = await readdir(folder).catch(() => [])
  const bibs = names.filter((name) => /\.bib$/i.test(name)).map((name) => join(folder, name))
  const runs = ['', 'build', 'out', 'output'].flatMap((place) =>
    ['.aux', '.bcf'].map((ending) => join(folder, place, stem + ending))
  )
  return [...bibs, ...runs]
}

async function keysOfRuns(paths: readonly string[]): Promise<Set<string>> {
  const keys = new Set<string>()
  for (const path of paths) {
    const about = await statOf(path)
    if (about === null || about.size > mostBytes) continue
    // A run that is under way leaves a half; what is missing from it comes with the next look.
    const text = await readText(path).catch(() => '')
    for (const key of (/\.bcf$/i.test(path) ? scanBcf : scanAux)(text).keys) keys.add(key)
  }
  return keys
}

/** Those keys that still stand somewhere in the sources: what a run cited and is gone since is not cited. */
async function stillWritten(
  keys: readonly string[],
  files: readonly { path: string }[]
): Promise<Set<string>> {
  const left = new Set<string>()
  for (const { path } of files) {
    const text = (await readText(path).catch(() => '')).replace(/(?<!\\)%[^\n]*/g, '')
    const words = new Set(text.split(/[\s,{}[\]()\\#~"]+/))
    for (const key of keys) if (words.has(key)) left.add(key)
  }
  return left
}

async function readText(path: string): Promise<string> {
  try {
    return decodeText(await readFile(path)).text
  } catch (error) {
    throw new ProjectFailure(error, path)
  }
}

/** Null where nothing is. */
async function statOf(path: string): Promise<Stats | null> {
  try {
    return await stat(path)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || code === 'ENOTDIR') return null
    throw new ProjectFailure(error, path)
  }
}

function stampOf({ mtimeMs, size, ino }: Stats): string {
  return `${String(mtimeMs)}/${String(size)}/${String(ino)}`
}

function fingerprint(own: KeyCommands): string {
  return JSON.stringify([...own].sort(([a], [b]) => (a < b ? -1 : 1)))
}
