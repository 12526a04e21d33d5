import type { Paper } from '@shared/model/paper'
import type { TrendWeights } from '@shared/model/trend'
import type { WritableDb } from '../../../../src/main/database/handle'
import { all, column, sql } from '../../../../src/main/database/sql'
import { kindOf } from '../../../../src/main/library/digests'
import { getPapers } from '../../../../src/main/library/papers'
import { termOf } from '../../../../src/main/search/analysis'
import { isEnglish } from '../../../../src/main/search/language'
import { splitWords } from '../../../../src/main/search/words'

/** A paper with what digests of a stretch of days say of it. */
export interface PlainStanding {
  paper: Paper
  score: number
}

interface Naming {
  digestId: number
  format: string
  source: string
  date: string
  position: number
  votes: number | null
  stars: number | null
}

/** Papers of days, those of the highest score first: every paper looked at, one by one, as the formula says. */
export function plainTrending(
  db: WritableDb,
  from: string,
  to: string,
  weights: TrendWeights
): PlainStanding[] {
  const papers = getPapers(db, column<number>(db, sql`SELECT id FROM paper`))
  const named = papers
    .filter(({ trashed, triage }) => !trashed && triage !== 'dismissed')
    .map((paper) => ({ paper, namings: namingsOf(db, paper.id, from, to) }))
    .filter(({ namings }) => namings.length > 0)
  const last = allNamings(db)
    .filter((naming) => isWithin(naming, from, to))
    .reduce((day, { date }) => (date > day ? date : day), '')
  return named
    .map(({ paper, namings }) => {
      const sources = new Set(namings.map(({ source }) => source)).size
      const place = Math.min(...namings.map(({ position }) => position))
      const latest = namings.map(({ date }) => date).sort()[namings.length - 1] ?? ''
      const age = (Date.parse(last) - Date.parse(latest)) / 86_400_000
      const votes = Math.max(0, ...namings.map((naming) => naming.votes ?? 0))
      const stars = Math.max(0, ...namings.map((naming) => naming.stars ?? 0))
      const score =
        weights.sources * sources +
        weights.rank * (1 / Math.log2(1 + place)) +
        weights.recency * 0.5 ** (age / weights.halfLife) +
        weights.votes * Math.log10(1 + votes) +
        weights.stars * Math.log10(1 + stars)
      return { paper, place, score }
    })
    .sort((a, b) => b.score - a.score || a.place - b.place || a.paper.id - b.paper.id)
}

/** How many of some papers have a term: the stems of one word, or of two with nothing but a space or a hyphen between. */
export function plainTermCount(papers: readonly Paper[], term: string): number {
  return papers.filter((paper) => termsOf(paper).has(term)).length
}

function termsOf({ title, abstract, language }: Paper): Set<string> {
  const terms = new Set<string>()
  const text = `${title}\n\n${abstract}`
  const stem = (word: string): string | undefined =>
    isEnglish(language, text) ? termOf(word) : word
  const words = splitWords(text)
  for (const [index, word] of words.entries()) {
    const own = stem(word.spellings[0] ?? '')
    if (own === undefined) continue
    terms.add(own)
    const next = words[index + 1]
    const between = text.slice(word.start + word.length, next?.start ?? 0)
    const following = next === undefined ? undefined : stem(next.spellings[0] ?? '')
    if (following !== undefined && /^[ -]$|^\n$/.test(between)) terms.add(`${own} ${following}`)
  }
  return terms
}

function isWithin({ format, date }: Naming, from: string, to: string): boolean {
  return kindOf(format) === 'digest' && date >= from && date <= to
}

function namingsOf(db: WritableDb, paperId: number, from: string, to: string): Naming[] {
  return all<Naming>(
    db,
    sql`SELECT a.digest_id AS digestId, d.format, d.source, d.date, a.position, a.votes, a.stars
        FROM appearance a JOIN digest d ON d.id = a.digest_id WHERE a.paper_id = ${paperId}`
  ).filter((naming) => isWithin(naming, from, to))
}

function allNamings(db: WritableDb): Naming[] {
  return all<Naming>(
    db,
    sql`SELECT 0 AS digestId, format, source, date, 1 AS position, NULL AS votes, NULL AS stars FROM digest`
  )
}
