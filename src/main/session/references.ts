import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import type { Paper } from '@shared/model/paper'
import type { ReferenceStyle } from '@shared/model/reference-style'
import { toCslJson } from '../export/csl-json'
import { checkStyle, styleTitle, StyleError } from '../export/csl/format'
import { spawnFormatWorker } from '../export/csl/spawn-worker'
import type { FormatReply } from '../export/csl/worker'
import { writeFileAtomically } from '../files/write-file'

const deadlineMs = 60_000
const largestStyle = 2_000_000

/** Formatted references: the styles there are (Sheaf's, and the user's beside the library), and their work. */
export class References {
  #locales: Record<string, string> | null = null

  /** `folder` holds the styles and locales that ship with Sheaf. */
  constructor(private readonly folder: string) {}

  /** Every style by its title; the user's own first. */
  styles(library: string): ReferenceStyle[] {
    const own = this.#in(this.#ownFolder(library), true)
    const shipped = this.#in(join(this.folder, 'styles'), false)
    return [...own, ...shipped.filter(({ id }) => own.every((one) => one.id !== id))]
  }

  /**
   * Keeps a style of the user's beside the library.
   * @throws AppError `unsupported` for what is no style that can be used
   */
  add(library: string, file: string): ReferenceStyle {
    if (statSync(file).size > largestStyle)
      throw new AppError('too-large', words.styles.tooLarge(basename(file)))
    const xml = readFileSync(file, 'utf8')
    try {
      checkStyle(xml)
    } catch (error) {
      throw asAppError(error, basename(file))
    }
    mkdirSync(this.#ownFolder(library), { recursive: true })
    const name = basename(file)
      .replace(/\.(?:csl|xml)$/i, '')
      .replace(/[^\w.-]/g, '-')
    writeFileAtomically(join(this.#ownFolder(library), `${name}.csl`), xml)
    return { id: name, title: styleTitle(xml) || name, own: true }
  }

  /**
   * References to papers, in the style's own order.
   * @throws AppError `not-found` for a style that is gone, `unsupported` for one that cannot be used
   */
  async format(
    papers: readonly Paper[],
    style: string,
    library: string,
    format: 'html' | 'text'
  ): Promise<string[]> {
    const places = [this.#ownFolder(library), join(this.folder, 'styles')]
    const file = places
      .map((place) => join(place, `${basename(style)}.csl`))
      .find((path) => existsSync(path))
    if (file === undefined) throw new AppError('not-found', words.styles.gone(style))
    const request = {
      items: papers.map(toCslJson),
      style: readFileSync(file, 'utf8'),
      ...{ locales: this.#readLocales(), language: '', format }
    }
    const reply = await answerOf(request)
    if (!reply.ok)
      throw asAppError(
        reply.isStyle ? new StyleError(reply.message) : reply.message,
        basename(file)
      )
    return reply.entries
  }

  #ownFolder(library: string): string {
    return join(library, 'styles')
  }

  #in(folder: string, own: boolean): ReferenceStyle[] {
    if (!existsSync(folder)) return []
    return readdirSync(folder)
      .filter((name) => name.endsWith('.csl'))
      .map((name) => {
        const id = name.slice(0, -'.csl'.length)
        return { id, title: styleTitle(readFileSync(join(folder, name), 'utf8')) || id, own }
      })
      .sort((a, b) => a.title.localeCompare(b.title, 'en'))
  }

  #readLocales(): Record<string, string> {
    const folder = join(this.folder, 'locales')
    this.#locales ??= Object.fromEntries(
      readdirSync(folder).map((name) => [
        name.replace(/^locales-|\.xml$/g, ''),
        readFileSync(join(folder, name), 'utf8')
      ])
    )
    return this.#locales
  }
}

/** A thread for each: nobody asks for many at once, and one that hangs is ended. */
async function answerOf(request: unknown): Promise<FormatReply> {
  const worker = spawnFormatWorker()
  try {
    return await new Promise<FormatReply>((resolve) => {
      const fail = (message: string): void => {
        resolve({ ok: false, message, isStyle: false })
      }
      const timer = setTimeout(() => {
        fail('It took too long.')
      }, deadlineMs)
      worker.on('message', (reply: FormatReply) => {
        clearTimeout(timer)
        resolve(reply)
      })
      worker.on('error', (error) => {
        clearTimeout(timer)
        fail(error instanceof Error ? error.message : String(error))
      })
      worker.postMessage(request)
    })
  } finally {
    void worker.terminate()
  }
}

function asAppError(error: unknown, file: string): AppError {
  const detail = error instanceof Error ? error.message : String(error)
  const message =
    error instanceof StyleError ? words.styles.unusable(file, detail) : words.styles.failed
  return new AppError('unsupported', message, { cause: error, detail })
}
