// Papers for benchmarks, made up from a word list with a fixed seed: the same on every machine.

const syllables = 'lo ra mi ten sor ka ve du pli gra no si be cor tal um fe ri stra po'.split(' ')

/** @param {number} seed */
export function randomNumbers(seed) {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

/**
 * A trending page of `count` papers. Words follow Zipf's law, as those of real abstracts do.
 *
 * @param {number} count
 */
export function makeDigest(count, seed = 7) {
  const random = randomNumbers(seed)
  const pick = () => Math.floor(5000 ** random()) - 1
  const words = Array.from({ length: 5000 }, (_, rank) => {
    const length = 2 + (rank % 3)
    return Array.from({ length }, () => syllables[Math.floor(random() * syllables.length)]).join('')
  })
  const sentence = (/** @type {number} */ length) => {
    const text = Array.from({ length }, () => words[pick()]).join(' ')
    return text.charAt(0).toUpperCase() + text.slice(1)
  }
  const papers = Array.from({ length: count }, (_, index) => {
    const title = `${sentence(7)} number ${String(index)}`
    const abstract = Array.from({ length: 9 }, () => `${sentence(17)}.`).join(' ')
    return `${title}\n\n${abstract}`
  })
  const head = 'new\n\nGet trending papers in your email inbox!\n\nMar 14'
  return { text: `${head}\n\n${papers.join('\n\n')}\n`, words }
}
