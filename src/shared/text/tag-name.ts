/** A tag's name as it is kept: one kind of space, no empty part between slashes. May be empty. */
export function tidyTagName(name: string): string {
  return name
    .normalize('NFC')
    .replace(/\p{Cc}/gu, ' ')
    .split('/')
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
    .join('/')
}

/** The names above a tag's, the nearest first: of `ml/theory/bounds`, `ml/theory` and `ml`. */
export function namesAbove(name: string): string[] {
  const parts = name.split('/')
  return parts.slice(1).map((_, index) => parts.slice(0, parts.length - 1 - index).join('/'))
}

/** Whether a tag is under another. Capitals do not tell names apart. */
export function isUnder(name: string, above: string): boolean {
  return name.toLowerCase().startsWith(`${above.toLowerCase()}/`)
}

/** The last part of a tag's name: how it is shown beneath the one above it. */
export function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1)
}
