import type { Link } from '@shared/model/paper'
import { linkKindOf } from '@shared/text/url'

/** The web addresses in a field that holds one or several (`http://a.org; http://b.org`). */
export function webLinks(text: string): Link[] {
  return text
    .split(/\s+|;(?=\s|https?:)/i)
    .map((word) => word.replace(/(?<![;,])[;,]+$/, ''))
    .filter((word) => /^https?:\/\/[^\s]+$/i.test(word) && URL.canParse(word))
    .map((url) => ({ kind: linkKindOf(url), url }))
}
