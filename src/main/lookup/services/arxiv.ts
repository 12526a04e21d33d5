import type { Identifier } from '@shared/model/paper'
import { monthOfArxiv } from '@shared/text/identifier'
import { paperInAtom } from '../../import/digest/feed'
import { descendants, textAt, type XmlElement } from '../../import/markup/xml'
import type { Said } from '../../import/parsed'
import { plainLine, said } from '../said'
import { xmlOf } from '../read-answer'
import type { Candidate, Service, ServiceOptions } from '../service'

/**
 * "Make no more than one request every three seconds, and limit requests to a single connection at a
 * time" (info.arxiv.org/help/api/tou.html; the user's manual asks for the same three seconds).
 */
const manners = { gapMs: 3000, accept: 'application/atom+xml' }

/** An address of fifty ids stays under 1,000 characters; the API itself takes up to 2,000 results. */
const batch = 50

/** arXiv's API, asked for ids; it answers in Atom (info.arxiv.org/help/api/user-manual.html). */
export function arxiv({ get, baseUrl = 'https://export.arxiv.org' }: ServiceOptions): Service {
  return {
    name: 'arXiv',
    byIdentifier: {
      // One id that is none, such as of a thirteenth month, would spoil the whole list.
      takes: ({ scheme, value }) => scheme === 'arxiv' && monthOfArxiv(value) !== '',
      batch,
      find: async (identifiers, signal) => {
        const url = new URL(`${baseUrl}/api/query`)
        url.searchParams.set('id_list', identifiers.map(({ value }) => value).join(','))
        url.searchParams.set('max_results', String(identifiers.length))
        const root = xmlOf('arXiv', await get(url.href, manners, signal), 'feed')
        return [...descendants(root, 'entry')].flatMap(candidate)
      }
    }
  }
}

function candidate(entry: XmlElement): Candidate[] {
  const paper = paperInAtom(entry)
  const id = paper?.says.identifiers?.find(({ scheme }) => scheme === 'arxiv')
  // An id that was never given comes back as an entry with nothing but the id.
  if (paper === null || id === undefined) return []
  const { type, abstract, issued, creators, identifiers, links } = paper.says
  const preprint: Said = said({
    type: type ?? 'article',
    ...{ abstract: abstract ?? '', issued: issued ?? '', creators: creators ?? [] },
    ...{ identifiers: withoutVersion(identifiers ?? []), links: links ?? [] }
  })
  return [
    {
      source: 'arXiv',
      url: `https://arxiv.org/abs/${id.value}`,
      title: plainLine(paper.title),
      says: { ...preprint, ...published(textAt(entry, 'journal_ref')) }
    }
  ]
}

/** arXiv describes the newest version, which is not the one the user has in hand. */
function withoutVersion(identifiers: readonly Identifier[]): Identifier[] {
  return identifiers.map((identifier) => ({ ...identifier, version: null }))
}

/**
 * What an author wrote of where the paper came out, if it has the form that most journals have:
 * `Phys. Rev. D 76, 013009 (2007)`. Anything else is left to services that know it in parts.
 */
function published(journalRef: string): Said {
  const [, venue = '', volume = '', rest = '', year = ''] =
    /^(\p{Lu}[\p{L}\s.&:'-]*?),?\s+(?:vol(?:ume|\.)?\s*)?(\d{1,4})\b([^()]*)\((\d{4})\)[^()]*$/iu.exec(
      journalRef.slice(0, 300)
    ) ?? []
  if (venue === '' || /\b(?:proc|proceedings|conference|workshop|chapter)\b/i.test(venue)) return {}
  const pages = /,\s*(\w?\d+(?:\s*[-–]+\s*\w?\d+)?)\s*$/.exec(rest)?.[1] ?? ''
  return said({
    type: 'article-journal',
    ...{ venue, volume, issued: year, pages: pages.replace(/\s*[-–]+\s*/, '–') }
  })
}
