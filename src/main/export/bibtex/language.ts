/** Babel's names of languages by the first part of a BCP 47 tag. */
const names: ReadonlyMap<string, string> = new Map(
  (
    'en english de ngerman fr french es spanish it italian pt portuguese nl dutch sv swedish da danish ' +
    'nb norsk no norsk nn nynorsk fi finnish is icelandic pl polish cs czech sk slovak sl slovene ' +
    'hr croatian hu hungarian ro romanian bg bulgarian ru russian uk ukrainian el greek tr turkish ' +
    'et estonian lv latvian lt lithuanian ca catalan eu basque'
  )
    .split(' ')
    .flatMap((word, i, all): [string, string][] => (i % 2 === 0 ? [[word, all[i + 1] ?? '']] : []))
)

/** The name babel and BibLaTeX know a language by; empty where they know none. */
export function babelName(tag: string): string {
  return names.get(tag.toLowerCase().split(/[-_]/)[0] ?? '') ?? ''
}
