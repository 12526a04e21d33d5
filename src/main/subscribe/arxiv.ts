import { descendants, parseXml, textAt, type XmlElement } from '../import/markup/xml'
import { networkError } from '../lookup/network-error'
import { words } from '@shared/messages/words'
import { requireSuccess, requireText, requireWhole } from './answers'
import { dayOf, daysLater, leftOff, type Asked, type Memory, type Step } from './source'

/** One request every three seconds, over one connection (info.arxiv.org/help/api/tou.html). */
const manners = { gapMs: 3000, accept: 'application/atom+xml' }

const pageSize = 100
/** Of so many pages at one time: the rest comes the next. */
const mostPages = 20
/** What is submitted on a Friday before a holiday is announced so many days later, at the most. */
const overlapDays = 7

/** A search that is being read page by page, over days that stay the same meanwhile. */
interface Paging {
  from: string
  to: string
  start: number
}

/**
 * Asks arXiv's API for what was submitted since the last time, and some days before, since papers are
 * announced days after they are submitted. However long Sheaf was closed, those days are asked for.
 */
export async function* askArxiv(asked: Asked<'arxiv'>): AsyncGenerator<Step> {
  const { source, memory, now, signal, get } = asked
  const base = asked.baseUrlOf('arXiv') ?? 'https://export.arxiv.org'
  const today = dayOf(now())
  const since = leftOff(memory, today)
  let paging = pagingIn(memory) ?? { from: daysLater(since, -overlapDays), to: today, start: 0 }
  for (let pages = 0; pages < mostPages; pages++) {
    const url = new URL(`${base}/api/query`)
    const days = [paging.from, paging.to].map((day) => day.replaceAll('-', ''))
    const range = `submittedDate:[${days[0] ?? ''}0000 TO ${days[1] ?? ''}2359]`
    for (const [name, value] of Object.entries({
      search_query: `(${source.query}) AND ${range}`,
      ...{ sortBy: 'submittedDate', sortOrder: 'ascending' },
      ...{ start: String(paging.start), max_results: String(pageSize) }
    }))
      url.searchParams.set(name, value)
    const answer = await get(url.href, manners, signal)
    requireSuccess(answer)
    requireText(answer)
    requireWhole(answer)
    const root = parseXml(answer.text)
    const entries = [...descendants(root, 'entry')].length
    const total = totalOf(root)
    // arXiv's API is known to answer with an empty page now and then.
    if (entries === 0 && paging.start < total)
      throw networkError(url.host, words.subscriptions.partly)
    const start = paging.start + entries
    const isOver = start >= total || entries === 0
    const next: Memory = isOver
      ? { through: paging.to }
      : { through: since, paging: { ...paging, start } }
    yield {
      brought:
        entries === 0
          ? []
          : [
              {
                kind: 'bytes',
                request: { name: asked.name, bytes: answer.bytes, modified: new Date(now()) }
              }
            ],
      memory: next
    }
    if (isOver) return
    paging = { ...paging, start }
  }
}

function totalOf(root: XmlElement): number {
  const feed = [...descendants(root, 'feed')][0] ?? root
  return Number(textAt(feed, 'totalResults')) || 0
}

function pagingIn({ paging }: Memory): Paging | null {
  if (typeof paging !== 'object' || paging === null) return null
  const { from, to, start } = paging as Record<string, unknown>
  return typeof from === 'string' && typeof to === 'string' && Number.isInteger(start)
    ? { from, to, start: start as number }
    : null
}
