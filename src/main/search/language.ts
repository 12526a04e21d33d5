import { fold } from '@shared/text/fold'

/** Words that hold sentences together, of languages written in Latin letters; none that English has too. */
const functionWords = new Set(
  [
    // German
    'der die das und ist von mit fur auf ein eine einer eines zu den des nicht wird werden sich im dem durch bei nach uber oder aus zur zum als auch',
    // French
    'le la les des est une dans pour que qui sur par avec aux cette sont nous ces du et au leur entre ses ou',
    // Spanish, Portuguese, Catalan, Italian
    'el los las del para por se es un unos como entre o os dos da das um uma nao com na nos em pela il di che della nel dei gli delle e sul alla per amb els',
    // Dutch
    'het een van en voor zijn op niet met te bij dat deze wordt worden naar',
    // Swedish, Danish, Norwegian
    'och att det som ar pa av ett og til ikke efter ved fra',
    // Polish, Czech, Croatian, Romanian, Hungarian, Finnish, Turkish
    'w z sie jest oraz dla na pri ve v pro je su si din este cu pentru az es hogy ja sekä ve bir icin ile bu'
  ].flatMap((words) => words.split(' '))
)

/** So much of a text tells its language, in UTF-16 code units. */
const telling = 800

/**
 * Whether the words of a paper are English: by what is known of its language, else by the words that hold
 * its sentences together. What does not tell, such as a title of two words, is taken for English.
 */
export function isEnglish(language: string, text: string): boolean {
  if (language !== '') return /^(?:en|eng|english)(?![a-z])/i.test(language)
  const lower = text.slice(0, telling).toLowerCase()
  if (/ (?:the|of|and) /.test(lower)) return true
  let found = 0
  for (const word of lower.split(/[^\p{L}\p{M}]+/u)) {
    if (functionWords.has(word) || functionWords.has(fold(word))) found++
    if (found === 2) return false
  }
  return true
}
