import { join, normalize, sep } from 'node:path'
import type { Language } from '@shared/messages/languages'

/** The window's own origin, served by `protocol.ts`; nothing else is ever loaded. */
export const scheme = 'app'
export const host = 'sheaf'

/** The window's page, which speaks a language from its first word on. */
export function startPage(language: Language): string {
  const page = `${scheme}://${host}/index.html`
  return language === 'en' ? page : `${page}?language=${language}`
}

/** The origin of the frame that shows PDFs: another one, so that it has a process of its own and no way into the window. */
export const readerHost = 'reader'
export const readerPage = `${scheme}://${readerHost}/reader/index.html`

/** Where the window finds the pages that it shows in a frame. */
export const shownFolder = `${scheme}://${host}/shown/`

/** The token of a page that is to be shown in a frame; null for any other address. */
export function shownToken(address: string): string | null {
  const url = URL.parse(address)
  if (url?.protocol !== `${scheme}:` || url.host !== host) return null
  return /^\/shown\/([0-9a-f-]{36})$/.exec(url.pathname)?.[1] ?? null
}

/** Whether an address is the window's own; compared part by part, not by its beginning. */
export function isOwnPage(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && url.protocol === `${scheme}:` && url.host === host
}

/**
 * The file an address of ours stands for; null for anything that would lead out of `root`, and for
 * what is the other origin's.
 */
export function resolveInside(root: string, address: string): string | null {
  const url = URL.parse(address)
  if (url?.host !== host && url?.host !== readerHost) return null
  let path: string
  try {
    path = decodeURIComponent(url.pathname)
  } catch {
    return null
  }
  if (/[\0\\%]|\.\./.test(path)) return null
  const file = normalize(join(root, path))
  if (!file.startsWith(root + sep)) return null
  const [folder] = file.slice(root.length + 1).split(sep)
  const isReaders = folder === 'reader' || folder === 'pdfjs'
  // Scripts and styles, which hold nothing of the user's, lie in one folder for both.
  return folder === 'assets' || isReaders === (url.host === readerHost) ? file : null
}

/** The token of an open file that an address of the reader's asks for; null for any other address. */
export function fileToken(address: string): string | null {
  const url = URL.parse(address)
  if (url?.protocol !== `${scheme}:` || url.host !== readerHost) return null
  return /^\/file\/([0-9a-f-]{36})$/.exec(url.pathname)?.[1] ?? null
}
