/** What a link to a paper in Sheaf begins with. */
export const linkScheme = 'sheaf'

/** A link that selects the paper with a citation key, from a note, a mail or a web page. */
export function linkTo(key: string): string {
  return `${linkScheme}:${encodeURIComponent(key)}`
}

/** The citation key a `sheaf:` link names, `sheaf://key/` too, as some programs write it; null for anything else. */
export function keyOfLink(text: string): string | null {
  const [, named] = /^sheaf:(?:\/\/)?([^/]+)\/?$/i.exec(text) ?? []
  if (named === undefined || named.length > 500) return null
  try {
    return decodeURIComponent(named)
  } catch {
    return named
  }
}
