import { quoteAt } from '@shared/text/quote'
import type { JournalledDb } from '../database/handle'
import { column, first, sql } from '../database/sql'
import { getAnnotations, place } from './annotations'
import { QuotableText } from './quotable-text'

/** Finds the passages marked in a paper's title and abstract again, after those have changed. What is not there any more is noted as without a place. */
export function reanchorFields(db: JournalledDb, paperId: number): void {
  const ids = column<number>(
    db,
    sql`SELECT id FROM annotation WHERE paper_id = ${paperId} AND part IN (0, 1)`
  )
  if (ids.length === 0) return
  const paper = first<{ title: string; abstract: string }>(
    db,
    sql`SELECT title, abstract FROM paper WHERE id = ${paperId}`
  )
  if (paper === undefined) return
  const texts = new Map<string, QuotableText>()
  for (const annotation of getAnnotations(db, ids)) {
    const { target } = annotation
    if (target.on === 'pdf') continue
    const now = paper[target.on]
    const { start, end } = target.position
    if (annotation.placed && now.slice(start, end) === target.quote.exact) continue
    const text = texts.get(target.on) ?? new QuotableText(now)
    texts.set(target.on, text)
    const found = text.find(target.quote, start)
    const quote = found === null ? null : quoteAt(now, found.start, found.end)
    if (found === null || quote === null) place(db, annotation, target, false)
    else {
      const position = { start: found.start, end: found.end }
      place(db, annotation, { ...target, quote, position }, true)
    }
  }
}
