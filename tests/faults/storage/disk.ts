import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { DiskRecord } from './records'

/** What a disk writes whole or not at all, in bytes. */
const sector = 512

type Change = { at: number; data: Buffer } | { length: number }

/** What a file holds for sure, and what has been done to it since. */
interface File {
  sure: Buffer
  unsure: Change[]
}

type NameChange = Extract<DiskRecord, { kind: 'create' | 'folder' | 'rename' | 'link' | 'unlink' }>

/** Names of a disk: those of files lead to one, those of folders to null. */
type Names = Map<string, File | null>

/**
 * A disk that promises no more than POSIX does: of what was written since a file's last fsync, any sectors may be
 * there; of names that were given or taken since their folder's last fsync, any first part.
 */
export class Disk {
  readonly #sure: Names = new Map()
  /** Names as programs see them. */
  readonly #now: Names = new Map()
  readonly #byInode = new Map<bigint, File>()
  #unsure: { change: NameChange; file: File | null }[] = []

  /** Starts with what a folder holds, all of it for sure. */
  constructor(private readonly root: string) {
    this.#take(root)
    for (const [path, file] of this.#sure) this.#now.set(path, file)
  }

  apply(record: DiskRecord): void {
    switch (record.kind) {
      case 'write':
        this.#file(record.inode).unsure.push({ at: record.at, data: record.data })
        return
      case 'truncate':
        this.#file(record.inode).unsure.push({ length: record.length })
        return
      case 'sync': {
        const file = this.#file(record.inode)
        for (const change of file.unsure) file.sure = changed(file.sure, change)
        file.unsure = []
        return
      }
      case 'sync-folder':
        this.#unsure = this.#unsure.filter((one) => {
          if (dirname(one.change.path) !== record.path) return true
          rename(this.#sure, one.change, one.file)
          return false
        })
        return
      case 'said':
        return
      case 'create':
        this.#byInode.set(record.inode, { sure: Buffer.alloc(0), unsure: [] })
        this.#name(record, this.#file(record.inode))
        return
      case 'rename':
      case 'link':
        this.#name(record, this.#now.get(record.from) ?? null)
        return
      default:
        this.#name(record, null)
    }
  }

  /** Writes what may be there after the power went out at this moment. */
  crash(to: string, random: () => number): void {
    const names = new Map(this.#sure)
    const luck = random()
    // Each folder is written up to some moment of its own.
    const until = new Map<string, number>()
    for (const [n, { change, file }] of this.#unsure.entries()) {
      const folder = dirname(change.path)
      let last = until.get(folder)
      if (last === undefined)
        until.set(
          folder,
          (last =
            luck < 0.4
              ? 0
              : luck < 0.6
                ? Infinity
                : Math.floor(random() * (this.#unsure.length + 1)))
        )
      if (n < last) rename(names, change, file)
    }
    rmSync(to, { recursive: true, force: true })
    mkdirSync(to)
    const reached = new Set([this.root])
    const torn = new Map<File, Buffer>()
    // A folder's path is shorter than what is in it.
    for (const path of [...names.keys()].sort()) {
      if (!reached.has(dirname(path))) continue
      const target = join(to, path.slice(this.root.length))
      const file = names.get(path)
      if (file === undefined || file === null) {
        reached.add(path)
        mkdirSync(target)
        continue
      }
      let content = torn.get(file)
      if (content === undefined) torn.set(file, (content = afterCrash(file, random)))
      writeFileSync(target, content)
    }
  }

  #take(folder: string): void {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) {
        this.#sure.set(path, null)
        this.#take(path)
        continue
      }
      const file = { sure: readFileSync(path), unsure: [] }
      this.#byInode.set(statSync(path, { bigint: true }).ino, file)
      this.#sure.set(path, file)
    }
  }

  #name(change: NameChange, file: File | null): void {
    rename(this.#now, change, file)
    this.#unsure.push({ change, file })
  }

  #file(inode: bigint): File {
    const file = this.#byInode.get(inode)
    if (file === undefined) throw new Error('A file is written to that was never seen.')
    return file
  }
}

function rename(names: Names, change: NameChange, file: File | null): void {
  if (change.kind === 'unlink') {
    names.delete(change.path)
    return
  }
  names.set(change.path, file)
  if (change.kind === 'rename') names.delete(change.from)
}

function changed(content: Buffer, change: Change): Buffer {
  const length = 'length' in change ? change.length : change.at + change.data.length
  const isTruncated = 'length' in change && length < content.length
  let next = isTruncated ? content.subarray(0, length) : content
  if (length > next.length || !isTruncated) {
    next = Buffer.alloc(Math.max(length, next.length))
    content.copy(next)
  }
  if ('data' in change) change.data.copy(next, change.at)
  return next
}

/** What a file may hold: all that was written, nothing of it, all up to some moment, or any sectors. */
function afterCrash({ sure, unsure }: File, random: () => number): Buffer {
  const luck = random()
  if (unsure.length === 0 || luck < 0.25) return sure
  const kept = luck < 0.5 ? unsure : unsure.slice(0, Math.floor(random() * (unsure.length + 1)))
  let content = sure
  for (const change of luck < 0.7 ? kept : unsure) {
    if (luck < 0.7) content = changed(content, change)
    else if ('length' in change) content = random() < 0.5 ? changed(content, change) : content
    else for (const part of sectorsOf(change)) if (random() < 0.5) content = changed(content, part)
  }
  return content
}

function* sectorsOf({
  at,
  data
}: {
  at: number
  data: Buffer
}): Generator<{ at: number; data: Buffer }> {
  for (let from = 0; from < data.length;) {
    const end = Math.min(data.length, from + sector - ((at + from) % sector))
    yield { at: at + from, data: data.subarray(from, end) }
    from = end
  }
}
