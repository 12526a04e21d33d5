import { ownDigestKind, type OwnDigest, type OwnDigestPaper } from '@shared/model/own-digest'
import type { Paper } from '@shared/model/paper'
import { isWebAddress } from '@shared/text/url'

/** What of papers goes into a digest of one's own. */
export interface OwnDigestContent {
  title: string
  date: string
  abstracts: boolean
  notes: boolean
}

/** A digest of some papers; what is not to be sent is not in it. */
export function ownDigestOf(
  papers: readonly Paper[],
  { title, date, abstracts, notes }: OwnDigestContent
): OwnDigest {
  return {
    title: title.replace(/\s+/g, ' ').trim(),
    date,
    papers: papers.map((paper): OwnDigestPaper => {
      const { type, issued, venue, volume, issue, pages, publisher, language } = paper
      return {
        ...{ type, title: paper.title, issued, venue, volume, issue, pages, publisher, language },
        abstract: abstracts ? paper.abstract : '',
        ...{ creators: paper.creators, identifiers: paper.identifiers },
        links: paper.links.filter(({ url }) => isWebAddress(url)),
        citationKey: paper.citationKey,
        note: notes ? paper.note.body : ''
      }
    })
  }
}

/** A digest as data. No sign of it means anything to HTML or XML, and none is one that XML cannot hold. */
export function dataOf(digest: OwnDigest): string {
  return safeJson({ kind: ownDigestKind, ...digest })
}

/** JSON that may stand within HTML and XML. */
export function safeJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u007f-\u009f\u2028\u2029\ufffe\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
  )
}
