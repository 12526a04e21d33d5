import type { Answer } from '../lookup/http'
import { requireSuccess, requireText, requireWhole } from './answers'
import { dayOf, daysLater, leftOff, type Asked, type Step } from './source'

/** Such sites state limits of hundreds of requests in minutes; a page every two seconds is far below. */
const gapMs = 2000

/** So far back days are caught up with; more is a search's business. */
const mostDaysBack = 31

/** What a site has no list of, it may have within so many days; later it never will. */
const waitDays = 7

type Period = Asked<'daily'>['source']['period']

/**
 * Asks a site of daily papers for each day, week or month since the last time. The present one is asked
 * for again and again: it is still filling.
 */
export async function* askDaily(asked: Asked<'daily'>): AsyncGenerator<Step> {
  const { source, memory, now, signal, get } = asked
  const today = dayOf(now())
  const earliest = daysLater(today, -mostDaysBack)
  const left = leftOff(memory, today)
  // The first time, what came out the day before is there too.
  const through = memory['through'] === undefined ? daysLater(left, -1) : left
  const from = through < earliest ? earliest : through
  let next = from
  let isWaiting = false
  let missing: Answer | null = null
  let isFound = false
  for (const { name, last } of periods(from, today, source.period)) {
    const accept = source.way === 'api' ? 'application/json' : 'text/html'
    const answer = await get(addressOf(source, name), { gapMs, accept }, signal)
    // What is not there yet, or never will be, is no failure while anything else is.
    const isThere = ![400, 404].includes(answer.status)
    if (isThere) {
      requireSuccess(answer)
      requireText(answer)
      requireWhole(answer)
      isFound = true
    } else missing = answer
    const isOld = last < daysLater(today, -waitDays)
    const isEmpty = !isThere || isNoList(answer, name, source.way)
    // Whatever comes behind it, a list that is not there yet is asked for again.
    isWaiting ||= isEmpty && !isOld
    if (!isWaiting && last < today) next = daysLater(last, 1)
    const modified = new Date(`${last < today ? last : today}T12:00:00Z`)
    yield {
      goesOn: true,
      brought: isEmpty
        ? []
        : [{ kind: 'bytes', request: { name: asked.name, bytes: answer.bytes, modified } }],
      memory: { through: next }
    }
  }
  if (!isFound && missing !== null) requireSuccess(missing)
}

/** An empty list; or another, since without a list for the day asked for such a site sends to the newest it has. */
function isNoList({ url, text }: Answer, name: string, way: 'api' | 'page'): boolean {
  if (way === 'page') return !new URL(url).pathname.endsWith(`/${name}`)
  return /^\s*(?:\[\s*\]|\{\s*\})\s*$/.test(text)
}

function addressOf({ site, way, period }: Asked<'daily'>['source'], name: string): string {
  const base = site.replace(/\/+$/, '')
  return way === 'api'
    ? `${base}/api/daily_papers?${period}=${name}&limit=100`
    : `${base}/papers/${period}/${name}`
}

/** The days, weeks or months from one day to another, and the last day of each. */
function periods(from: string, to: string, period: Period): { name: string; last: string }[] {
  const found: { name: string; last: string }[] = []
  for (let day = from; day <= to;) {
    const last = lastDayOf(day, period)
    const name = { date: day, week: weekOf(day), month: day.slice(0, 7) }[period]
    found.push({ name, last })
    day = daysLater(last, 1)
  }
  return found
}

function lastDayOf(day: string, period: Period): string {
  if (period === 'date') return day
  if (period === 'week') return daysLater(day, 7 - isoWeekday(day))
  const [year = 0, month = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

/** From 1, Monday, to 7. */
function isoWeekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}

/** `2026-W11` (ISO 8601): the year and number of a week are those of its Thursday. */
function weekOf(day: string): string {
  const thursday = daysLater(day, 4 - isoWeekday(day))
  const year = thursday.slice(0, 4)
  const days = (Date.parse(thursday) - Date.parse(`${year}-01-01`)) / 86_400_000
  return `${year}-W${String(Math.floor(days / 7) + 1).padStart(2, '0')}`
}
