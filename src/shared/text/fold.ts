/** Letters that Unicode does not decompose, by the ASCII that readers type for them. */
const undecomposed: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ĸ: 'k',
  ŧ: 't'
}

/**
 * Folds text for comparison: compatibility decomposition (NFKD), no combining marks, lower case,
 * `ø ł ß …` as plain letters. Scripts other than Latin stay as they are, without their marks.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}+/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþħıŋĸŧ]/g, (letter) => undecomposed[letter] ?? letter)
}

/** A title as a key for comparison: folded, letters and digits only, words parted by one space. */
export function foldTitle(title: string): string {
  return fold(title)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
