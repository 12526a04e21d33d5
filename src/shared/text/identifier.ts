import type { Identifier } from '../model/paper'

/** A DOI as typed, pasted or written in a file (`10.…`, `doi:10.…`, an address at doi.org), in lower case. */
export function parseDoi(text: string): Identifier | null {
  const plain = text.trim().replace(/^doi\s*[:=]?\s*(?=10\.|https?:)/i, '')
  const address = /^(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/([^?#]+)/i.exec(plain)?.[1]
  const value = (address === undefined ? plain : decoded(address)).trim().toLowerCase()
  if (value.length > 300 || !/^10\.\d{4,9}(?:\.\d+)*\/\S+$/.test(value)) return null
  return { scheme: 'doi', value, version: null }
}

/**
 * An arXiv id, new or old, as typed, pasted or written in a file (`arXiv:2403.01234v2 [cs.CL]`, an
 * address at arxiv.org), its version apart.
 */
export function parseArxiv(text: string): Identifier | null {
  const id = text
    .trim()
    .replace(/^(?:https?:\/\/)?(?:[a-z]+\.)?arxiv\.org\/(?:abs|pdf|html)\//i, '')
    .replace(/^arxiv\s*:\s*/i, '')
    .replace(/\s*\[[^\]]*\]$/, '')
    .replace(/[?#].*$/, '')
    .replace(/\.pdf$/i, '')
  const match = /^(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v([1-9]\d{0,3}))?$/i.exec(id)
  if (!match) return null
  const [, name = '', version] = match
  // The subject class of an old id says nothing: math.GT/0309136 is math/0309136.
  const value = name.includes('/') ? name.toLowerCase().replace(/\.[a-z]{2}\//, '/') : name
  return { scheme: 'arxiv', value, version: version === undefined ? null : Number(version) }
}

/** The month an arXiv id was given in, `2023-06` for `2306.77777` and `2006-01` for `math/0601001`. */
export function monthOfArxiv(value: string): string {
  const [, year = '', month = ''] = /^(?:[a-z-]+\/)?(\d\d)(\d\d)/.exec(value) ?? []
  if (!(Number(month) >= 1 && Number(month) <= 12)) return ''
  // arXiv began in August 1991.
  return `${Number(year) >= 91 ? '19' : '20'}${year}-${month}`
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
