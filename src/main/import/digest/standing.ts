/** What a page says of how a paper stands: votes for it, stars of its code. */
export interface Standing {
  votes?: number
  stars?: number
}

const count = String.raw`([\d.,]*\d) ?([km]?)`
const votes = [
  new RegExp(`^${count} ?(?:upvotes?|votes?|likes?)$`, 'i'),
  new RegExp(`^(?:upvotes?|votes?|likes?) ${count}$`, 'i')
]
const stars = [
  new RegExp(`^${count} ?(?:github )?stars?$`, 'i'),
  new RegExp(`^(?:github|code|stars?) ${count}$`, 'i')
]

/** Reads a line that is nothing but such a count: `Upvote 128`, `1.2k stars`, `GitHub 310`; null for any other. */
export function readStanding(line: string): Standing | null {
  const text = line.trim()
  const found = (patterns: readonly RegExp[]): number | null => {
    for (const pattern of patterns) {
      const match = pattern.exec(text)
      if (match !== null) return amount(match[1] ?? '', match[2] ?? '')
    }
    return null
  }
  const voted = found(votes)
  if (voted !== null) return { votes: voted }
  const starred = found(stars)
  return starred === null ? null : { stars: starred }
}

/** `1,234` and `1.234` are thousands, `1.2k` is twelve hundred. */
function amount(digits: string, unit: string): number | null {
  const factor = { '': 1, k: 1000, m: 1_000_000 }[unit.toLowerCase()] ?? 1
  const isWhole = factor === 1 || /^\d{1,3}(?:[.,]\d{3})+$/.test(digits)
  const value = Number(isWhole ? digits.replace(/[.,]/g, '') : digits.replace(',', '.'))
  return Number.isFinite(value) ? Math.round(value * factor) : null
}
