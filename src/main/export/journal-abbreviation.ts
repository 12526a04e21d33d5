import { titleWords } from './title-words'

/** Words that ISO 4 leaves out: articles, conjunctions and prepositions, in the languages titles have. */
const leftOut: ReadonlySet<string> = new Set(
  (
    'a an the of and for in on to with from by at or as into ' +
    'der die das des dem den und für im in zur zum über von ' +
    'le la les l et de des du d en pour sur aux el los las y para por il lo gli i e del della delle dei degli di da o os da das do dos'
  ).split(' ')
)
/** Abbreviated as they stand: parts of a whole that keep their letter or number. */
const ending = /^[A-Z]$|^\d+$|^[IVX]+$/

let words: { whole: Map<string, string>; stems: Map<string, string> } | null = null

/**
 * The name of a journal as ISO 4 abbreviates it: small words and punctuation gone, the rest by the list of
 * title words (`title-words.ts`), the longest stem that fits. A name of one word stays as it is.
 */
export function journalAbbreviation(name: string): string {
  const parts = name
    .replace(/\s*\([^()]*\)\s*$/, '')
    .replace(/[:;,.]+(?=\s|$)/g, '')
    .split(/\s+/)
    .filter((part) => part !== '')
  const telling = parts.filter((part, at) =>
    at === 0 ? !isLeftOut(part) : !isLeftOut(part) || ending.test(part)
  )
  if (telling.length < 2) return name
  return telling
    .filter((part) => !/^[&+–—-]$/.test(part))
    .map((part) => part.split('-').map(abbreviated).join('-'))
    .join(' ')
}

function isLeftOut(part: string): boolean {
  return leftOut.has(part.toLowerCase().replace(/['’]$/, ''))
}

function abbreviated(part: string): string {
  const elided = /^[dl]['’](.+)$/i.exec(part)?.[1] ?? part
  const [, before = '', core = '', after = ''] = /^([^\p{L}]*)(.*?)([^\p{L}]*)$/u.exec(elided) ?? []
  // An acronym is one already.
  if (core.length < 2 || /^\p{Lu}{2,}$/u.test(core)) return elided
  const short = shortWord(core)
  return short === null ? elided : before + cased(short, core) + after.replace(/^\./, '')
}

function shortWord(word: string): string | null {
  words ??= readWords()
  const small = word.toLowerCase()
  const whole = words.whole.get(small)
  if (whole !== undefined) return whole === small ? null : whole
  for (let length = small.length; length >= 3; length--) {
    const stem = words.stems.get(small.slice(0, length))
    if (stem === undefined) continue
    // An abbreviation saves at least two letters, and one without a full stop is a whole word.
    if (!stem.endsWith('.')) return null
    return stem.length - 1 < small.length - 1 ? stem : null
  }
  return null
}

function readWords(): NonNullable<typeof words> {
  const whole = new Map<string, string>()
  const stems = new Map<string, string>()
  for (const pair of titleWords.split(/[|\n]/)) {
    const [word = '', short = ''] = pair.trim().split(' ')
    if (short === '') continue
    if (word.endsWith('-')) stems.set(word.slice(0, -1), short)
    else whole.set(word, short)
  }
  return { whole, stems }
}

function cased(short: string, word: string): string {
  const [first = ''] = word
  return first === first.toLowerCase() ? short : short.charAt(0).toUpperCase() + short.slice(1)
}
