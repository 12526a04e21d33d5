import type { TermVectors } from '@shared/model/term-vectors'
import { randomFrom } from '../../../../src/main/pictures/random'
import type { MeaningBytes } from '../../../../src/main/pictures/places'

/** Papers made of words of their topic and of words that all have; paper `id` is of topic `id % topics`. */
export function madeUpTopics(
  ids: readonly number[],
  topics: number,
  { ownWords = 20, common = 60 }: { ownWords?: number; common?: number } = {}
): TermVectors {
  const words = [
    ...Array.from({ length: common }, (_, at) => `common${letters(at)}`),
    ...Array.from(
      { length: topics * ownWords },
      (_, at) => `topic${letters(Math.floor(at / ownWords))}word${letters(at % ownWords)}`
    )
  ]
  const rows = ids.map((id) => {
    const random = randomFrom(id)
    const from = common + (id % topics) * ownWords
    const counts = new Map<number, number>()
    const add = (term: number): void => {
      counts.set(term, (counts.get(term) ?? 0) + 1)
    }
    for (let n = 0; n < 12; n++) add(from + Math.floor(random() * ownWords))
    for (let n = 0; n < 24; n++) add(Math.floor(random() * common))
    return [...counts].sort(([a], [b]) => a - b)
  })
  const starts = [0]
  for (const row of rows) starts.push((starts.at(-1) ?? 0) + row.length)
  return {
    papers: Int32Array.from(ids),
    starts: Int32Array.from(starts),
    terms: Int32Array.from(rows.flat(), ([term]) => term),
    counts: Uint8Array.from(rows.flat(), ([, count]) => count),
    words
  }
}

/** Vectors of a meaning that goes by other topics than the words do. */
export function madeUpMeaning(
  ids: readonly number[],
  topicOf: (id: number) => number
): MeaningBytes {
  const width = 32
  const values = new Int8Array(ids.length * width)
  for (const [at, id] of ids.entries()) {
    const [own, topic] = [randomFrom(id), randomFrom(1000 + topicOf(id))]
    for (let n = 0; n < width; n++)
      values[at * width + n] = Math.round(90 * (topic() - 0.5) + 40 * (own() - 0.5))
  }
  return { papers: Int32Array.from(ids), values, width }
}

function letters(n: number): string {
  return String.fromCharCode(97 + Math.floor(n / 26), 97 + (n % 26))
}
