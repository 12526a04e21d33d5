import type { PaperFields } from '@shared/model/paper'
import { missingFrom } from '@shared/model/missing'
import { isAndOthers } from '@shared/text/person-name'
import { isPlaceholderTitle } from '@shared/text/placeholder-title'
import type { Candidate } from './service'

/** What is known of a paper once a candidate is believed: its gaps filled, what it had kept. */
export function knownWith(paper: PaperFields, { title, says }: Candidate): PaperFields {
  const { type, creators = [], identifiers = [] } = says
  const isNew = ({ scheme, value }: PaperFields['identifiers'][number]): boolean =>
    !paper.identifiers.some((one) => one.scheme === scheme && one.value === value)
  return {
    ...paper,
    title: isPlaceholderTitle(paper.title) ? title : paper.title,
    type: isUnpublished(paper) && type !== undefined ? type : paper.type,
    abstract: paper.abstract || (says.abstract ?? ''),
    issued: paper.issued || (says.issued ?? ''),
    venue: paper.venue || (says.venue ?? ''),
    creators: hasBetterPeople(paper, creators) ? creators : paper.creators,
    identifiers: [...paper.identifiers, ...identifiers.filter(isNew)]
  }
}

/** Whether a citation of the paper would lack something: a title, all its authors, a year, a venue. */
export function isWanting(paper: PaperFields): boolean {
  return missingFrom(paper).length > 0 || isPlaceholderTitle(paper.title) || isCutShort(paper)
}

/** Whether as far as is known the paper is a preprint that has come out nowhere. */
export function isUnpublished({ type, venue }: PaperFields): boolean {
  return type === 'article' && venue === ''
}

function isCutShort({ creators }: PaperFields): boolean {
  return creators.some(({ name }) => isAndOthers(name))
}

function hasBetterPeople(paper: PaperFields, people: PaperFields['creators']): boolean {
  if (paper.creators.length === 0) return true
  return isCutShort(paper) && !isCutShort({ ...paper, creators: people }) && people.length > 0
}
