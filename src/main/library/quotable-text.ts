import search from 'approx-string-match'
import type { TextQuote } from '@shared/model/annotation'

/** Where a passage stands now, in UTF-16 code units; `end` is behind it. */
export interface Found {
  start: number
  end: number
  /** Whether its letters are the same, rather than only most of them. */
  isSame: boolean
}

/** Of a passage's letters so many may differ, as a share. */
const mostErrors = 0.25
/** Shorter passages are believed only with what is around them. */
const tellingLength = 12
/** Longer passages are looked for by their beginning and end. */
const longest = 1000
const endLength = 300

/**
 * A text in which passages of a former one are found again. Compared are letters, digits and signs: not
 * spaces, line ends, hyphens (which words have where lines end), capitals, accents and forms of one letter.
 */
export class QuotableText {
  /** What is compared. */
  readonly #plain: string
  /** Of each of its code units: where what it is of begins in the text, and ends. */
  readonly #from: Uint32Array
  readonly #to: Uint32Array

  constructor(readonly text: string) {
    const { plain, from, to } = plainOf(text)
    this.#plain = plain
    this.#from = Uint32Array.from(from)
    this.#to = Uint32Array.from(to)
  }

  /**
   * Where a passage stands: the same letters, of several such places that with the same around it, then
   * the nearest to `near`; or else about the same, within `reach` of `near` before elsewhere. Null if it is not there.
   */
  find(quote: TextQuote, near: number | null = null, reach = Infinity): Found | null {
    const wanted = {
      exact: plainOf(quote.exact).plain,
      prefix: plainOf(quote.prefix).plain,
      suffix: plainOf(quote.suffix).plain
    }
    if (wanted.exact === '') return null
    const hint = near === null ? null : this.#plainOffset(near)
    const same = this.#same(wanted, hint)
    if (same !== null) return this.#raw(same, same + wanted.exact.length, true)
    if (hint !== null && reach < this.text.length) {
      const from = this.#plainOffset(Math.max(0, (near ?? 0) - reach))
      const to = this.#plainOffset((near ?? 0) + reach)
      const about = this.#about(wanted, hint, from, to)
      if (about !== null) return this.#raw(...about, false)
    }
    const about = this.#about(wanted, hint, 0, this.#plain.length)
    return about === null ? null : this.#raw(...about, false)
  }

  #same({ exact, prefix, suffix }: TextQuote, hint: number | null): number | null {
    let best: { at: number; context: number; distance: number } | null = null
    for (let at = this.#plain.indexOf(exact); at >= 0; at = this.#plain.indexOf(exact, at + 1)) {
      const context = this.#context(prefix, suffix, at, at + exact.length)
      const distance = hint === null ? at : Math.abs(at - hint)
      if (
        best === null ||
        context > best.context ||
        (context === best.context && distance < best.distance)
      )
        best = { at, context, distance }
    }
    if (best === null) return null
    const isTold = exact.length >= tellingLength || prefix.length + suffix.length === 0
    return isTold || best.context >= Math.min(8, (prefix.length + suffix.length) / 2)
      ? best.at
      : null
  }

  /** How many letters around a place are those that were around the passage. */
  #context(prefix: string, suffix: string, start: number, end: number): number {
    let before = 0
    while (
      before < prefix.length &&
      prefix[prefix.length - 1 - before] === this.#plain[start - 1 - before]
    )
      before++
    let behind = 0
    while (behind < suffix.length && suffix[behind] === this.#plain[end + behind]) behind++
    return before + behind
  }

  #about(
    { exact, prefix, suffix }: TextQuote,
    hint: number | null,
    from: number,
    to: number
  ): [number, number] | null {
    const within = this.#plain.slice(from, to)
    const place = (found: { start: number; end: number } | null): [number, number] | null =>
      found === null ? null : [found.start + from, found.end + from]
    const near = hint === null ? 0 : hint - from
    if (exact.length > longest) {
      const head = nearest(within, exact.slice(0, endLength), mostErrors, near)
      const tail = nearest(within, exact.slice(-endLength), mostErrors, near + exact.length)
      const length = head === null || tail === null ? 0 : tail.end - head.start
      return head !== null && tail !== null && Math.abs(length / exact.length - 1) < mostErrors
        ? place({ start: head.start, end: tail.end })
        : null
    }
    if (exact.length >= tellingLength) {
      const share = exact.length < tellingLength * 2 ? mostErrors / 2 : mostErrors
      const found = nearest(within, exact, share, near)
      if (found !== null) return place(found)
    }
    // Few letters are told from others only by those around them.
    const around = prefix + exact + suffix
    if (around.length < tellingLength * 2) return null
    const window = nearest(within, around, mostErrors, near - prefix.length)
    if (window === null) return null
    const part = within.slice(window.start, window.end)
    const inside = nearest(part, exact, 0.34, prefix.length)
    return inside === null
      ? null
      : place({ start: window.start + inside.start, end: window.start + inside.end })
  }

  #raw(start: number, end: number, isSame: boolean): Found {
    return { start: this.#from[start] ?? 0, end: this.#to[end - 1] ?? this.text.length, isSame }
  }

  /** Where in what is compared an offset of the text is. */
  #plainOffset(offset: number): number {
    let low = 0
    let high = this.#from.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#from[middle] ?? 0) < offset) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** Of the places with the fewest other letters the one nearest to `near`. */
function nearest(
  text: string,
  pattern: string,
  share: number,
  near: number
): { start: number; end: number } | null {
  const found = search(text, pattern, Math.floor(pattern.length * share))
  const least = Math.min(...found.map(({ errors }) => errors))
  const best = found
    .filter(({ errors }) => errors === least)
    .sort((a, b) => Math.abs(a.start - near) - Math.abs(b.start - near))[0]
  return best === undefined || best.end <= best.start ? null : best
}

const signs: Readonly<Record<string, string>> = {
  ...{ '‘': "'", '’': "'", '‚': "'", '“': '"', '”': '"', '„': '"', '«': '"', '»': '"' },
  ...{ '-': '', '\u00ad': '', '‐': '', '‑': '', '–': '', '—': '', '−': '' }
}

function plainOf(text: string): { plain: string; from: number[]; to: number[] } {
  let plain = ''
  const from: number[] = []
  const to: number[] = []
  for (let at = 0; at < text.length;) {
    const char = String.fromCodePoint(text.codePointAt(at) ?? 0)
    const letters =
      signs[char] ??
      char
        .normalize('NFKD')
        .replace(/[\p{Mn}\s]/gu, '')
        .toLowerCase()
    // An accent goes with its letter.
    if (letters === '' && from.length > 0 && /\p{Mn}/u.test(char))
      to[to.length - 1] = at + char.length
    for (let unit = 0; unit < letters.length; unit++) {
      from.push(at)
      to.push(at + char.length)
    }
    plain += letters
    at += char.length
  }
  return { plain, from, to }
}
