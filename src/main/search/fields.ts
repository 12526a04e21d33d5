import { identifierTerm, termOf } from './analysis'
import type { SearchDocument } from './document'
import type { FieldWords } from './inverted-index'
import { scanWords } from './scan-words'
import { isEnglish } from './language'
import { wholeWord, type Vocabulary } from './vocabulary'

/** What is searched of a paper, by number. */
export const fields = [
  'title',
  'abstract',
  'people',
  'venue',
  'tags',
  'note',
  'digests',
  'identifiers'
] as const
export type Field = (typeof fields)[number]

/** The bit of a field. */
export function bitOf(field: Field): number {
  return 1 << fields.indexOf(field)
}

export const allFields = 2 ** fields.length - 1

/**
 * Fields of few words each. Nearly every paper has a word that begins with some one or two letters: such are
 * looked for in these only.
 */
export const shortFields = bitOf('title') | bitOf('people') | bitOf('tags') | bitOf('identifiers')

/** Longer texts are searched up to here, in UTF-16 code units; some 30,000 words. */
const maxAnalysed = 200_000
const stopWord = -1
/** Stands before an identifier in the keys of slots. */
const identifierMark = '\u0002'

/** Reads documents for an index: which terms stand where in each of their fields. */
export class DocumentReader {
  /** Words met lately, each with a slot of its own in the lists below. */
  readonly #slots = new Map<string, number>()
  /** By slot: the word's term, or `stopWord`. */
  #terms: number[] = []
  /** By slot: the word's own number. */
  #ids: number[] = []
  /** By slot: the document it was met in last. */
  #metIn: number[] = []
  /** How many documents were read. */
  #read = 0
  /** Numbers of the words of the document that is read, each once. */
  #words: number[] = []
  #generation = 0

  constructor(private readonly vocabulary: Vocabulary) {}

  /** `words` are the numbers of all words in the vocabulary, in rising order, each once. */
  read(document: SearchDocument): { fields: FieldWords[]; words: Int32Array } {
    if (this.#generation !== this.vocabulary.generation) this.rest()
    this.#generation = this.vocabulary.generation
    this.#read++
    this.#words = []
    const found = this.#fieldsOf(document)
    return { fields: found, words: Int32Array.from(this.#words).sort() }
  }

  #fieldsOf(document: SearchDocument): FieldWords[] {
    const isOwn = isEnglish(document.language, `${document.title} ${document.abstract}`)
    return fields.flatMap((name, field) => {
      // Names, tags and notes may be in any language; a title and an abstract are in the paper's.
      const areWhole = !isOwn && (name === 'title' || name === 'abstract')
      const terms: number[] = []
      const places: number[] = []
      const take = (slot: number, place: number): void => {
        const term = this.#terms[slot] ?? stopWord
        if (term === stopWord) return
        terms.push(term)
        places.push(place)
        if (this.#metIn[slot] === this.#read) return
        this.#metIn[slot] = this.#read
        this.#words.push(this.#ids[slot] ?? 0)
      }
      if (name === 'identifiers')
        for (const [place, identifier] of document.identifiers.entries()) {
          const word = identifierTerm(identifier)
          if (word === '') continue
          const stem = termOf(word)
          // It may be written like a word that is not searched for.
          const key = stem === undefined ? identifierMark + word : word
          take(this.#slotOf(word, key, stem ?? word), place)
        }
      else
        scanWords(textOf(document, name).slice(0, maxAnalysed), (surface, place) => {
          const word = areWhole ? wholeWord(surface) : surface
          const slot = this.#slots.get(word)
          take(slot ?? this.#slotOf(word, word, areWhole ? word : termOf(surface)), place)
        })
      return terms.length === 0 ? [] : [{ field, terms, places, length: terms.length }]
    })
  }

  /** Gives back the memory that makes reading many documents quick. */
  rest(): void {
    this.#slots.clear()
    this.#terms = []
    this.#ids = []
    this.#metIn = []
  }

  /** `key` is what its slot goes by. */
  #slotOf(word: string, key: string, stem: string | undefined): number {
    const known = this.#slots.get(key)
    if (known !== undefined) return known
    const slot = this.#terms.length
    this.#slots.set(key, slot)
    // A long word may have been cut within a sign.
    const whole = word.toWellFormed()
    this.#terms.push(
      stem === undefined ? stopWord : this.vocabulary.intern(whole, stem.toWellFormed())
    )
    this.#ids.push(stem === undefined ? 0 : this.vocabulary.idOf(whole))
    this.#metIn.push(0)
    return slot
  }
}

/** A sum over all that is searched of a document: another one means that something has changed. */
export function sumOf(document: SearchDocument): number {
  let sum = 0x811c9dc5
  const add = (text: string): void => {
    // FNV-1a, with a sign of its own behind each text.
    for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193)
    sum = Math.imul(sum ^ 0xffff, 0x01000193)
  }
  for (const name of fields)
    if (name === 'identifiers') for (const each of document.identifiers) add(each)
    else add(textOf(document, name))
  add(document.language)
  return sum
}

function textOf(document: SearchDocument, field: Exclude<Field, 'identifiers'>): string {
  if (field === 'venue') return `${document.venue} ${document.year}`
  return field === 'tags' ? document.tags.join('\n') : document[field]
}
