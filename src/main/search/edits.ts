/**
 * Whether `typed` is `word` but for at most so many edits, each a letter too many, missing, wrong, or
 * swapped with its neighbour. With `unfinished`, whether it is so near to some beginning of `word`.
 */
export function isWithinEdits(
  typed: string,
  word: string,
  most: number,
  unfinished: boolean
): boolean {
  const surplus = word.length - typed.length
  if (surplus < -most || (!unfinished && surplus > most)) return false
  if (most === 1) return isWithinOne(typed, word, unfinished)
  return isWithin(typed, word, most, unfinished)
}

function isWithinOne(typed: string, word: string, unfinished: boolean): boolean {
  let at = 0
  while (at < typed.length && typed[at] === word[at]) at += 1
  if (at === typed.length) return unfinished || word.length - at <= 1
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

/** As `lunr.TokenSet.fromFuzzyString` has it: letters that change places may have others put between them. */
function isWithin(typed: string, word: string, most: number, unfinished: boolean): boolean {
  let at = 0
  while (most === 0 && at < typed.length && typed[at] === word[at]) at++
  if (at === typed.length) return unfinished || word.length - at <= most
  if (most === 0) return false
  const [first, second] = [typed[0] ?? '', typed[1]]
  const [behind, beyond] = [typed.slice(1), word.slice(1)]
  return (
    (first === word[0] && isWithin(behind, beyond, most, unfinished)) ||
    isWithin(behind, word, most - 1, unfinished) ||
    (word !== '' &&
      (isWithin(typed, beyond, most - 1, unfinished) ||
        isWithin(behind, beyond, most - 1, unfinished) ||
        (second === word[0] && isWithin(first + typed.slice(2), beyond, most - 1, unfinished))))
  )
}
