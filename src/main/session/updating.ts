import { createHash } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import type { Downloaded, UpdateAnswer, UpdateOwner } from '@shared/model/update'
import { fillFileAtomically } from '../files/write-file'
import type { FetchRules } from '../lookup/fetch-rules'
import type { Feed } from '../updates/feed'
import type { UpdateFile } from '../updates/manifest'

const mostBytesOfManifest = 256 * 1024
/** A large file over a slow line, in milliseconds. */
const mostForFile = 2 * 60 * 60 * 1000
/** How often it is told how far a download has come, in milliseconds. */
const tellEvery = 200

/** What looking for newer versions needs of those around it. */
export interface UpdatingOptions {
  /** The one that runs. */
  version: string
  feed: Feed
  /** Other rules than the Internet's, in tests. */
  fetchRules?: () => Promise<FetchRules>
  owner: () => UpdateOwner | null
  machine: { platform: string; arch: string }
  /** The user's folder for what is downloaded. */
  downloads: () => string
  now?: () => Date
  progressed: (progress: { done: number; of: number }) => void
}

/** Looks for a newer version when the user says so, never else; and fetches it when the user says so. */
export class Updating {
  #offered: UpdateFile | null = null
  #running: { stop: AbortController; over: Promise<unknown> } | null = null

  constructor(private readonly around: UpdatingOptions) {}

  /**
   * Asks the feed whether there is a newer version. Nothing of the user or the library is sent.
   * @throws AppError where it cannot be asked, or says what is not to be believed
   */
  async check(): Promise<UpdateAnswer> {
    const { version, feed, machine, now = () => new Date() } = this.around
    const owner = this.around.owner()
    if (owner !== null) return { kind: 'owned', version, owner }
    if (feed.address === '') return { kind: 'nowhere', version }
    return await this.#alone(async (signal) => {
      this.#offered = null
      // Not before it is asked for: that would be time of every start.
      const [{ getPublic }, { fileFor, readManifest }] = await Promise.all([
        import('../lookup/http'),
        import('../updates/manifest')
      ])
      const rules = { ...(await this.#rules()), mostBytes: mostBytesOfManifest }
      const { status, text } = await getPublic(feed.address, { signal, fetchRules: rules })
      if (status !== 200) throw new AppError('network', words.updates.noManifest(status))
      const found = readManifest(text, { publicKey: feed.publicKey, version, now: now() })
      if (found.version === version) return { kind: 'newest', version }
      const file = fileFor(found, machine.platform, machine.arch)
      this.#offered = file
      return {
        ...{ kind: 'newer', version, newer: found.version, published: found.published },
        notes: found.notes,
        file: file === null ? null : { name: file.name, bytes: file.bytes }
      }
    })
  }

  /**
   * Downloads what `check` found. Only what is, byte for byte, what was signed gets its name in the user's folder; it
   * is not run, nor made a program.
   * @throws AppError, and then nothing is left there
   */
  async download(): Promise<Downloaded & { path: string }> {
    const { feed, progressed, downloads } = this.around
    const offered = this.#offered
    if (offered === null) throw new AppError('not-found', words.updates.askAgain)
    return await this.#alone(async (signal) => {
      const { downloadPublic } = await import('../lookup/http')
      const folder = downloads()
      mkdirSync(folder, { recursive: true })
      const path = freePath(folder, offered.name)
      const rules = await this.#rules()
      const fetchRules = { ...rules, mostBytes: offered.bytes, totalMs: mostForFile }
      await fillFileAtomically(path, async (file) => {
        const hash = createHash('sha512')
        let done = 0
        let toldAt = 0
        const address = new URL(offered.name, feed.address).href
        await downloadPublic(address, { signal, fetchRules }, async (bytes) => {
          await file.writeFile(bytes)
          hash.update(bytes)
          done += bytes.length
          if (performance.now() - toldAt < tellEvery) return
          toldAt = performance.now()
          progressed({ done, of: offered.bytes })
        })
        if (done !== offered.bytes || hash.digest('hex') !== offered.sha512)
          throw new AppError('unsupported', words.updates.altered(offered.name))
      })
      return { path, name: basename(path), folder: dirname(path) }
    })
  }

  /** Ends what is under way. */
  stop(): void {
    this.#running?.stop.abort()
  }

  /** Ends what is under way, and waits until nothing of it is left. */
  async end(): Promise<void> {
    this.stop()
    await this.#running?.over
  }

  /** Public addresses, and those of `https:` only. */
  async #rules(): Promise<FetchRules> {
    if (this.around.fetchRules !== undefined) return this.around.fetchRules()
    const { publicRules } = await import('../lookup/fetch-rules')
    return {
      ...publicRules,
      mayConnect: (address, port) => port === 443 && publicRules.mayConnect(address, port)
    }
  }

  async #alone<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (this.#running !== null) throw new AppError('conflict', words.updates.running)
    const stop = new AbortController()
    const doing = work(stop.signal)
    this.#running = { stop, over: doing.catch(() => undefined) }
    try {
      return await doing
    } finally {
      this.#running = null
    }
  }
}

/** A path in a folder that nothing has yet. */
function freePath(folder: string, name: string): string {
  const end = extname(name)
  for (let count = 1; ; count++) {
    const own =
      count === 1 ? name : `${name.slice(0, name.length - end.length)} (${String(count)})${end}`
    const path = join(folder, own)
    if (!existsSync(path)) return path
  }
}
