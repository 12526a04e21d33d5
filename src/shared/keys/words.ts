import { fold } from '../text/fold'
import { plainText } from '../text/residue'
import { romanise } from '../text/romanise'

/** Words that say nothing of what a paper is about. */
export const stopWords: ReadonlySet<string> = new Set(
  (
    'a an the on of for and or in to with from by at as into onto over under via per towards toward ' +
    'is are be can do does did has have it its this that these those how why what when where which who ' +
    'we you i our your all not no than then if but about against between through within without ' +
    'using use der die das ein eine zur zum und von le la les un une des du de et el los las y il lo gli'
  ).split(' ')
)

/** The words of a text in order: letters and digits, hyphens inside them, apostrophes gone. */
export function wordsIn(text: string): string[] {
  return (
    plainText(text)
      .replace(/[’'ʼ]/g, '')
      .match(/[\p{L}\p{N}\p{M}]+(?:-[\p{L}\p{N}\p{M}]+)*/gu) ?? []
  )
}

export function isStopWord(word: string): boolean {
  return stopWords.has(fold(word))
}

/** Letters as a key may have them: in `A-Z` and `a-z`, capitals as they are; what has no such spelling stays. */
export function asciiLetters(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{L}\p{M}]+/gu, (word) =>
      /[^\p{Script=Latin}\p{M}]/u.test(word) ? spelt(word) : word
    )
    .normalize('NFKD')
    .replace(/\p{Mn}+/gu, '')
    .replace(/[^\p{ASCII}]/gu, (letter) => {
      const plain = fold(letter)
      if (!/^[a-z0-9]+$/.test(plain)) return letter
      return letter === letter.toLowerCase() ? plain : capitalised(plain)
    })
}

/** A word of another script, its first letter as large as it was. */
function spelt(word: string): string {
  const [first = ''] = word
  const plain = romanise(word)
  return first === first.toLowerCase() ? plain : capitalised(plain)
}

export function capitalised(word: string): string {
  const [first = ''] = word
  return first.toLocaleUpperCase('en') + word.slice(first.length)
}
