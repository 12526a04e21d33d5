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

/** Longer texts are searched up to here, in UTF-16 code units; some 30,000 words. */
const maxAnalysed = 200_000
const stopWord = -1

/** Reads documents for an index: which terms stand where in each of their fields. */
export class DocumentReader {
  /** Surfaces met lately, with their terms; and with their own numbers. */
  readonly #terms = new Map<string, number>()
  readonly #ids = new Map<string, number>()
  #generation = 0

  constructor(private readonly vocabulary: Vocabulary) {}

  /** `words` are the numbers of all words in the vocabulary, in rising order, each once. */
  read(document: SearchDocument): { fields: FieldWords[]; words: Int32Array } {
    const seen = new Set<number>()
    const found = this.#read(document, (word) => seen.add(this.#idOf(word)))
    return { fields: found, words: Int32Array.from(seen).sort() }
  }

  #read(document: SearchDocument, onWord: (word: string) => void): FieldWords[] {
    if (this.#generation !== this.vocabulary.generation) this.rest()
    this.#generation = this.vocabulary.generation
    const isOwn = isEnglish(document.language, `${document.title} ${document.abstract}`)
    return fields.flatMap((name, field) => {
      // Names, tags and notes may be in any language; a title and an abstract are in the paper's.
      const areWhole = !isOwn && (name === 'title' || name === 'abstract')
      const terms: number[] = []
      const places: number[] = []
      const take = (term: number, place: number): void => {
        if (term === stopWord) return
        terms.push(term)
        places.push(place)
      }
      if (name === 'identifiers')
        for (const [place, identifier] of document.identifiers.entries()) {
          const word = identifierTerm(identifier)
          if (word === '') continue
          take(this.vocabulary.intern(word, termOf(word) ?? word), place)
          onWord(word)
        }
      else
        scanWords(textOf(document, name).slice(0, maxAnalysed), (surface, place) => {
          const word = areWhole ? wholeWord(surface) : surface
          const term = areWhole ? this.vocabulary.intern(word, word) : this.#termOf(surface)
          take(term, place)
          if (term !== stopWord) onWord(word)
        })
      return terms.length === 0 ? [] : [{ field, terms, places, length: terms.length }]
    })
  }

  /** Gives back the memory that makes reading many documents quick. */
  rest(): void {
    this.#terms.clear()
    this.#ids.clear()
  }

  #idOf(word: string): number {
    const known = this.#ids.get(word)
    if (known !== undefined) return known
    const id = this.vocabulary.idOf(word)
    this.#ids.set(word, id)
    return id
  }

  #termOf(surface: string): number {
    const known = this.#terms.get(surface)
    if (known !== undefined) return known
    const stem = termOf(surface)
    const term = stem === undefined ? stopWord : this.vocabulary.intern(surface, stem)
    this.#terms.set(surface, term)
    return term
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
