/** How a command takes its citation keys. */
export interface KeyShape {
  /** Groups in braces that stand before the one with the keys, such as the volume of `\volcite`. */
  readonly before: number
  /** Whether the arguments repeat: `\autocites[12]{a}[34]{b}`. */
  readonly many: boolean
}

/** Commands by name, without the backslash and the star. */
export type KeyCommands = ReadonlyMap<string, KeyShape>

const one: KeyShape = { before: 0, many: false }
const second: KeyShape = { before: 1, many: false }

/** LaTeX's own, natbib's, those of apacite and jurabib, and what classes of journals add. */
const plain = (
  'cite nocite bibentry citet citep citealt citealp citeauthor citefullauthor citeyear citeyearpar ' +
  'citenum citetalias citepalias defcitealias shortcites citeA citeNP citeauthorNP citeyearNP ' +
  'fullciteA fullciteNP shortcite shortciteA shortciteNP citeonline onlinecite newcite citefull'
).split(' ')

/** BibLaTeX's, by chapter 3.9 of its manual, and those of csquotes that cite. */
const biblatex = (
  'parencite footcite footcitetext textcite smartcite autocite supercite fullcite footfullcite ' +
  'citetitle citedate citeurl notecite pnotecite fnotecite citename citelist citefield ' +
  'textcquote blockcquote'
).split(' ')

const afterAnother = (
  'volcite pvolcite fvolcite ftvolcite svolcite tvolcite avolcite foreigntextcquote ' +
  'hyphentextcquote foreignblockcquote hyphenblockcquote'
).split(' ')

const repeated =
  'cite parencite footcite footcitetext textcite smartcite autocite supercite fullcite footfullcite'
    .split(' ')
    .map((name) => `${name}s`)
const repeatedVolumes = 'volcite pvolcite fvolcite ftvolcite svolcite tvolcite avolcite'
  .split(' ')
  .map((name) => `${name}s`)

const known: KeyCommands = new Map([
  ...[...plain, ...biblatex].map((name) => [name, one] as const),
  ...afterAnother.map((name) => [name, second] as const),
  ...repeated.map((name) => [name, { before: 0, many: true }] as const),
  ...repeatedVolumes.map((name) => [name, { before: 1, many: true }] as const)
])

/** A package's own command is taken for one that cites if its name ends as those do. */
const looksLikeOne = /^(?!(?:re|ex|in)cite$)[A-Za-z]+cite(?:[tp]|al[tp]|author|year)?$/

/** How a command takes keys; undefined for one that cites nothing. `own` are the user's. */
export function keyShape(name: string, own: KeyCommands): KeyShape | undefined {
  const mine = own.get(name)
  if (mine !== undefined) return mine
  const small = name.charAt(0).toLowerCase() + name.slice(1)
  return known.get(small) ?? (looksLikeOne.test(name) ? one : undefined)
}
