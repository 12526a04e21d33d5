import { crc32 } from 'node:zlib'
import { identifierTerm, termOf } from './analysis'
import { fields } from './fields'
import { isEnglish } from './language'
import { scanWords } from './scan-words'

/** Something of everything that the analysis has a rule for. */
const sample = `Pre-training's GPT-4 learned C++ and C# (U.S., 3.14) with Gödel, Łukasz, Ærø, Straße, Müller;
{\\"o} \\'e \\v{s} $\\alpha$ 深度学习 ラーニング การเรียนรู้ 🦙 ﬁnding naïve generously universities happiness`

const languages = ['The Art of Fugue', 'Die Kunst der Fuge', 'L’art de la fugue, et les voix']

/** Another one when the analysis makes something else of a text than it did: what was indexed then is no use. */
export function fingerprint(): string {
  const words: string[] = [...fields, identifierTerm('https://doi.org/10.1145/3366423.')]
  words.push(languages.filter((text) => isEnglish('', text)).join())
  scanWords(sample, (surface, place) =>
    words.push(`${surface} ${termOf(surface) ?? ''} ${String(place)}`)
  )
  return crc32(words.join('\n')).toString(16)
}
