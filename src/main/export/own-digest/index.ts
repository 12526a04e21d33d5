import type { OwnDigest } from '@shared/model/own-digest'
import type { OwnDigestFormat } from '@shared/model/own-digest-formats'
import { toAtom } from './atom'
import { toHtml } from './html'
import { toMarkdown, toText } from './lines'
import { toMail, type MailHead } from './mail'

export { ownDigestOf, type OwnDigestContent } from './data'

/** A digest of one's own as the text of a file, in pieces that stand one behind another. */
export function writeOwnDigest(
  digest: OwnDigest,
  format: OwnDigestFormat,
  head: MailHead
): Iterable<string> {
  switch (format) {
    case 'html':
      return toHtml(digest)
    case 'markdown':
      return toMarkdown(digest)
    case 'text':
      return toText(digest)
    case 'eml':
      return toMail(digest, head)
    case 'atom':
      return toAtom(digest, head.at)
  }
}
