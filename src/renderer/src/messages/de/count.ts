import { german } from '@shared/messages/formats'

const { count } = german

/** `ein Paper`, `1.204 Papers`: Papers, as they are counted everywhere. */
export function papers(n: number): string {
  return count(n, 'Paper', 'Papers')
}

/** As `papers`, behind a preposition that asks for the dative: the same but for the article. */
export function somePapers(n: number): string {
  return n === 1 ? 'ein Paper' : papers(n)
}
