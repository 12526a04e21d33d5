import { htmlToText } from '../import/references/markup'
import { sayingsOf, type Reference } from '../import/references/reference'
import type { Said } from '../import/parsed'

const blank: Reference = {
  ...{ type: null, title: '', abstract: '', issued: '', venue: '', volume: '', issue: '' },
  ...{ pages: '', publisher: '', language: '', creators: [], identifiers: [], links: [] },
  ...{ tags: [], note: '', citationKey: '' }
}

/** What a record says, without what it leaves empty. */
export function said(parts: Partial<Reference>): Said {
  return sayingsOf({ ...blank, ...parts })
}

/**
 * A line of a record (a title, a venue, a name) as plain text. Publishers deposit it with the markup
 * of HTML, JATS or MathML, sometimes escaped, once or twice.
 */
export function plainLine(text: string): string {
  return plain(text.slice(0, 5000)).replace(/\s+/g, ' ').trim()
}

/** An abstract as plain text, its paragraphs parted, without a heading that says "Abstract". */
export function plainAbstract(text: string): string {
  return plain(text.slice(0, 200_000))
    .replace(/^\s*(?:abstract|summary)\s*[:.\u2014-]?\s*(?=\n|\p{Lu})/iu, '')
    .trim()
}

function plain(text: string): string {
  let current = htmlToText(withHtmlNames(text))
  // Escaped markup shows only now; its lines are markup's for the next pass.
  for (let pass = 0; pass < 2 && markup.test(current); pass++)
    current = htmlToText(withHtmlNames(current.replaceAll('\n', '<br>')))
  return current
}

const markup = /<\/?[a-z][^<>]*>|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/i

/** JATS' paragraphs and titles by the names HTML has for them; what TeX repeats of a formula left out. */
function withHtmlNames(text: string): string {
  return text
    .replace(/<tex-math\b[^<>]*>[^<]*<\/tex-math>/gi, '')
    .replace(/<(\/?)(?:jats|mml):/gi, '<$1')
    .replace(/<(\/?)title\b[^<>]*>/gi, '<$1h2>')
    .replace(/<(\/?)sec\b[^<>]*>/gi, '<$1div>')
}
