import { createHash } from 'node:crypto'
import { createReadStream, existsSync, statSync } from 'node:fs'
import { open, rename, rm, statfs } from 'node:fs/promises'
import { dirname, isAbsolute } from 'node:path'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import type { ArchivedAttachment, ArchivedLibrary } from '@shared/model/archived-library'
import { flushNames, makeFolder } from '../../database/folders'
import { isAttachable, storedPath } from '../../library/attachments'
import type { ArchiveReader } from './archive-reader'

/** How the file of an attachment is kept in the library that it is opened in. */
export interface KeptFile {
  sha256: string
  /** Where it lies, if it is linked; empty for a copy. */
  path: string
}

interface Work {
  signal: AbortSignal
  onProgress: (done: number, of: number) => void
}

/**
 * Checks every file of an archive against its manifest, and puts those that are attached into a library's store.
 * What was put there is removed again where anything fails.
 */
export class RestoredFiles {
  readonly #kept = new Map<ArchivedAttachment, KeptFile>()
  readonly #made: string[] = []

  constructor(
    private readonly archive: ArchiveReader,
    private readonly folder: string
  ) {}

  keptAs(attachment: ArchivedAttachment): KeptFile {
    return this.#kept.get(attachment) ?? { sha256: attachment.sha256, path: '' }
  }

  /** @throws AppError `unsupported`, `disk-full`, `cancelled` */
  async take({ papers }: ArchivedLibrary, { signal, onProgress }: Work): Promise<void> {
    const targets = new Map<string, Set<string>>()
    let bytes = 0
    for (const attachment of papers.flatMap(({ attachments }) => attachments)) {
      const kept = await this.#keep(attachment)
      this.#kept.set(attachment, kept)
      if (attachment.file === null || kept.path !== '') continue
      const target = storedPath(this.folder, kept.sha256, attachment.name)
      if (existsSync(target)) continue
      const others = targets.get(attachment.file)
      if (others === undefined) targets.set(attachment.file, new Set([target]))
      else others.add(target)
      bytes += this.archive.listed(attachment.file)?.bytes ?? 0
    }
    await this.#requireRoom(bytes)
    const { files } = this.archive.manifest
    for (const [index, { path }] of files.entries()) {
      onProgress(index, files.length)
      if (signal.aborted) throw new AppError('cancelled', words.archive.openCancelled)
      const [first, ...others] = targets.get(path) ?? []
      await this.#copy(path, first ?? null)
      for (const other of others) await this.#copy(path, other)
    }
  }

  async removeAgain(): Promise<void> {
    for (const path of this.#made.splice(0)) await rm(path, { force: true })
  }

  /** A file that is linked stays so where it lies in its place as it was; else what the archive has of it is kept. */
  async #keep({ sha256, linkedTo, file }: ArchivedAttachment): Promise<KeptFile> {
    const inArchive = file === null ? sha256 : (this.archive.listed(file)?.sha256 ?? sha256)
    if (linkedTo === '' || !isLocal(linkedTo)) return { sha256: inArchive, path: '' }
    if (file === null) return { sha256, path: linkedTo }
    const held = await hashOf(linkedTo)
    return held === sha256 || held === inArchive
      ? { sha256, path: linkedTo }
      : { sha256: inArchive, path: '' }
  }

  /** Reads a file to its end, which checks it; into the store where it has a place there. */
  async #copy(path: string, target: string | null): Promise<void> {
    if (target === null) {
      const pieces = this.archive.read(path)
      let step = await pieces.next()
      while (step.done !== true) step = await pieces.next()
      return
    }
    const part = `${target}.part`
    makeFolder(dirname(target))
    const file = await open(part, 'w')
    try {
      for await (const piece of this.archive.read(path)) await file.writeFile(piece)
      await file.sync()
    } catch (error) {
      await file.close()
      await rm(part, { force: true })
      throw error
    }
    await file.close()
    await rename(part, target)
    flushNames(dirname(target))
    this.#made.push(target)
  }

  async #requireRoom(bytes: number): Promise<void> {
    if (bytes === 0) return
    const { bavail, bsize } = await statfs(this.folder)
    if (bytes > bavail * bsize)
      throw new AppError('disk-full', words.archive.noRoom(this.archive.name))
  }
}

/** Whether a path leads to a document on this computer: one on another would be asked for just by looking. */
function isLocal(path: string): boolean {
  return isAbsolute(path) && !/^(\\\\|\/\/)/.test(path) && isAttachable(path)
}

/** The hash of a file as it is now; null where there is none. */
async function hashOf(path: string): Promise<string | null> {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return null
  const hash = createHash('sha256')
  try {
    for await (const piece of createReadStream(path)) hash.update(piece as Buffer)
  } catch {
    // It may not be read: as good as not there.
    return null
  }
  return hash.digest('hex')
}
