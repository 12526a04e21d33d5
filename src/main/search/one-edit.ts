/**
 * Whether `typed` is `word` but for at most one letter too many, missing, wrong, or swapped with
 * its neighbour. With `unfinished`, whether it is so near to some beginning of `word`.
 */
export function isWithinOneEdit(typed: string, word: string, unfinished: boolean): boolean {
  const surplus = word.length - typed.length
  if (surplus < -1 || (!unfinished && surplus > 1)) return false
  let at = 0
  while (at < typed.length && typed[at] === word[at]) at += 1
  if (at === typed.length) return true
  const rest = (fromTyped: number, fromWord: number): boolean =>
    (unfinished || typed.length - fromTyped === word.length - fromWord) &&
    word.startsWith(typed.slice(fromTyped), fromWord)
  const swapped = typed[at] === word[at + 1] && typed[at + 1] === word[at]
  return (
    rest(at + 1, at + 1) ||
    rest(at + 1, at) ||
    rest(at, at + 1) ||
    (swapped && rest(at + 2, at + 2))
  )
}
