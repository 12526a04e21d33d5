import { randomUUID } from 'node:crypto'
import { open } from 'node:fs/promises'

/** So many bytes are given at once at most. */
const mostBytes = 16 * 1024 * 1024

/**
 * The files that are open in the reader. Its frame knows none of them by path: it gets the bytes it
 * asks for of a file whose token it was told, until that is closed.
 */
export class ReaderFiles {
  readonly #open = new Map<string, { path: string; sha256: string }>()

  /** Gives the token for a file; `sha256` is of what was in it when it was attached. */
  open(path: string, sha256: string): string {
    const token = randomUUID()
    this.#open.set(token, { path, sha256 })
    return token
  }

  /** The hash of an open file; null of any other. */
  hashOf(token: string): string | null {
    return this.#open.get(token)?.sha256 ?? null
  }

  close(token: string): void {
    this.#open.delete(token)
  }

  /**
   * The bytes of a file that a `Range` header asks for.
   * @returns null where there is no such file, or no range of it
   */
  async read(
    token: string,
    range: string | null
  ): Promise<{ bytes: Uint8Array<ArrayBuffer>; range: string } | null> {
    const path = this.#open.get(token)?.path
    const [, from, to] = /^bytes=(\d{1,15})-(\d{1,15})$/.exec(range ?? '') ?? []
    if (path === undefined || from === undefined || to === undefined) return null
    const [start, end] = [Number(from), Number(to)]
    if (end < start || end - start >= mostBytes) return null
    try {
      await using file = await open(path)
      const { size } = await file.stat()
      const wanted = new Uint8Array(Math.max(0, Math.min(end + 1, size) - start))
      const { bytesRead } = await file.read(wanted, 0, wanted.length, start)
      const bytes = wanted.subarray(0, bytesRead)
      return { bytes, range: `bytes ${start}-${start + bytesRead - 1}/${size}` }
    } catch {
      return null
    }
  }
}
