import type { OwnDigestPaper } from '@shared/model/own-digest'
import type { Identifier } from '@shared/model/paper'
import { formatName } from '@shared/text/person-name'
import { bestLink } from '../best-link'

/** Whoever made a paper, as a reader names them. */
export function peopleOf(paper: OwnDigestPaper, role: 'author' | 'editor'): string[] {
  return paper.creators
    .filter((creator) => creator.role === role)
    .map(({ name }) => formatName(name, 'given-first').replace(/\s+/g, ' '))
}

/** An identifier in the words that everybody knows it by: `doi:10.1000/1`, `arXiv:2503.01234v2`. */
export function identifierText({ scheme, value, version }: Identifier): string {
  const names = { doi: 'doi', arxiv: 'arXiv', pmid: 'PMID', isbn: 'ISBN', other: 'id' }
  return `${names[scheme]}:${value}${version === null ? '' : `v${String(version)}`}`
}

/** Where an identifier leads to; empty for one that leads nowhere. */
function identifierUrl({ scheme, value }: Identifier): string {
  const path = value.split('/').map(encodeURIComponent).join('/')
  if (scheme === 'doi') return `https://doi.org/${path}`
  if (scheme === 'arxiv') return `https://arxiv.org/abs/${path}`
  return scheme === 'pmid' ? `https://pubmed.ncbi.nlm.nih.gov/${path}/` : ''
}

/** Where a reader finds a paper: by its identifiers, else at its own address. */
export function addressOf(paper: OwnDigestPaper): string {
  for (const scheme of ['doi', 'arxiv', 'pmid'] as const) {
    const found = paper.identifiers.find((one) => one.scheme === scheme)
    if (found !== undefined) return identifierUrl(found)
  }
  return bestLink(paper.links)
}
