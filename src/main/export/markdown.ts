import type { Paper } from '@shared/model/paper'
import { formatName, isAndOthers } from '@shared/text/person-name'
import { plainText } from '@shared/text/residue'
import { bestLink } from './best-link'

/** Papers as a list of references in Markdown (CommonMark): people, year, the title with its link, where it stands. */
export function toMarkdown(papers: readonly Paper[]): string {
  return papers.map((paper) => `- ${reference(paper)}\n`).join('')
}

function reference(paper: Paper): string {
  const people = paper.creators.filter(({ role }) => role === 'author')
  const named = people.length > 0 ? people : paper.creators
  const names = named
    .filter(({ name }) => !isAndOthers(name))
    .map(({ name }) => formatName(name, 'given-first'))
  const isCut = names.length < named.length
  const year = paper.issued.slice(0, 4)
  const who = [listed(names, isCut), year === '' ? '' : `(${year})`]
    .filter((part) => part !== '')
    .join(' ')
  const title = escaped(plainText(paper.title))
  const url = addressOf(paper)
  const where = [
    paper.venue === '' ? '' : `*${escaped(paper.venue)}*`,
    paper.volume === ''
      ? ''
      : escaped(paper.issue === '' ? paper.volume : `${paper.volume}(${paper.issue})`),
    escaped(paper.pages)
  ]
    .filter((part) => part !== '')
    .join(', ')
  const linked = url === '' ? title : `[${title}](<${url}>)`
  return [
    who === '' ? '' : escaped(who),
    linked,
    where,
    paper.citationKey === '' ? '' : `\`${paper.citationKey}\``
  ]
    .filter((part) => part !== '')
    .join('. ')
}

function listed(names: readonly string[], isCut: boolean): string {
  if (isCut || names.length > 6)
    return names.length === 0 ? '' : `${names.slice(0, 6).join(', ')} et al.`
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}

/** Where a reader finds it: by its DOI, on arXiv, else at its own address; none that could end the link. */
function addressOf(paper: Paper): string {
  const of = (scheme: string): string =>
    paper.identifiers.find((one) => one.scheme === scheme)?.value ?? ''
  const doi = of('doi')
  const arxiv = of('arxiv')
  const url =
    doi !== ''
      ? `https://doi.org/${doi}`
      : arxiv !== ''
        ? `https://arxiv.org/abs/${arxiv}`
        : bestLink(paper.links)
  return /^https?:\/\//i.test(url)
    ? url.replace(/[\s<>\\]/g, (sign) => encodeURIComponent(sign))
    : ''
}

/** Text of which no sign means anything to Markdown, or to the HTML within it. */
function escaped(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>#|~$]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .trim()
}
