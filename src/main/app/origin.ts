/** The window's own origin, served by `protocol.ts`; nothing else is ever loaded. */
export const scheme = 'app'
export const host = 'sheaf'
export const startPage = `${scheme}://${host}/index.html`

/** Whether an address is the window's own; compared part by part, not by its beginning. */
export function isOwnPage(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && url.protocol === `${scheme}:` && url.host === host
}
