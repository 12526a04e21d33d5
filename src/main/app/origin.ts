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

/** Whether an address is the window's own; compared part by part, not by its beginning. */
export function isOwnPage(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && url.protocol === `${scheme}:` && url.host === host
}

/** The file an address of ours stands for; null for anything that would lead out of `root`. */
export function resolveInside(root: string, address: string): string | null {
  const url = URL.parse(address)
  if (url?.host !== host) return null
  let path: string
  try {
    path = decodeURIComponent(url.pathname)
  } catch {
    return null
  }
  if (/[\0\\%]|\.\./.test(path)) return null
  const file = normalize(join(root, path))
  return file.startsWith(root + sep) ? file : null
}
