import type { Identifier } from '../model/paper'

/**
 * What stands for the title of a paper that a source names by its identifier alone (`arXiv:2403.01234`,
 * `doi:10.1000/182`), until another source says the title. Null where there is no such identifier.
 */
export function placeholderTitle(identifiers: readonly Identifier[]): string | null {
  const schemes: readonly [Identifier['scheme'], string][] = [
    ['arxiv', 'arXiv:'],
    ['doi', 'doi:'],
    ['pmid', 'PMID:'],
    ['isbn', 'ISBN:']
  ]
  for (const [scheme, prefix] of schemes) {
    const found = identifiers.find((identifier) => identifier.scheme === scheme)
    if (found !== undefined) return `${prefix}${found.value}`
  }
  return null
}

/** Whether a title only stands in for one that is not known. */
export function isPlaceholderTitle(title: string): boolean {
  return /^(?:arXiv:(?:\d{4}\.\d{4,5}|[a-z-]+\/\d{7})|doi:10\.\S+|PMID:\d+|ISBN:[\dX]+)$/.test(
    title
  )
}
