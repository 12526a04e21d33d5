import { english } from '@shared/messages/formats'
import type { Appearance } from '@shared/model/paper'
import type { Rising, Standing, TrendOverview, TrendWeights } from '@shared/model/trend'
import type { RisingKind, TrendPart } from '@shared/model/trend-parts'
import type { Span, TrendWindow } from '@shared/model/trend-window'

const { count, number, decimal, longDate, shortDate } = english

const within: Record<TrendWindow, string> = {
  ...{ day: 'this day', week: 'this week', month: 'this month', all: 'all digests' }
}
const before: Record<TrendWindow, string> = {
  ...{ day: 'the day before', week: 'the week before', month: 'the month before', all: 'before' }
}

/** `9–15 March 2026`, or what is as short. */
function span({ from, to }: Span): string {
  if (from === to) return longDate(to)
  const day = String(Number(from.slice(8)))
  if (from.slice(0, 7) === to.slice(0, 7)) return `${day}–${longDate(to)}`
  const start = longDate(from)
  return `${from.slice(0, 4) === to.slice(0, 4) ? start.slice(0, -5) : start} – ${longDate(to)}`
}

/** A weight as it is written in the formula. */
function weight(n: number): string {
  return String(Math.round(n * 100) / 100)
}

const namedBy = (n: number): string => `named by ${count(n, 'source')}`

/** The words of what trends and what rises. */
export const trending = {
  trending: {
    label: 'Trends',
    window: 'Days to look at',
    windows: { day: 'Day', week: 'Week', month: 'Month', all: 'All' } satisfies Record<
      TrendWindow,
      string
    >,
    span: (overview: TrendOverview) => span(overview),
    earlier: {
      day: 'Earlier day with a digest',
      week: 'Earlier week with a digest',
      month: 'Earlier month with a digest'
    },
    later: {
      day: 'Later day with a digest',
      week: 'Later week with a digest',
      month: 'Later month with a digest'
    },
    goToDay: 'Go to the days around a date',
    newest: 'Newest',
    of: (digests: number) => `from ${count(digests, 'digest')}`,
    score: 'The score…',
    scoreHelp: 'How scores are made, and what each part counts for',
    only: ({ label, now }: Rising) => `Only the ${count(now, 'paper')} with “${label}”`,
    whole: 'Show all papers again',
    none: 'Nothing trends yet',
    noneHelp:
      'Drop digests on the window: pages of trending papers, arXiv mailings, alerts. What several of them name, high up and lately, comes first here.',
    noneThen: {
      day: 'No papers of this day',
      week: 'No papers of this week',
      month: 'No papers of this month',
      all: 'No papers'
    } satisfies Record<TrendWindow, string>,
    noneThenHelp: 'No digest in your library is of these days.',
    allAway: 'What the digests of these days name was dismissed, or is in the trash.',
    goTo: (day: string) => `Go to ${longDate(day)}`,
    parts: {
      sources: 'Sources',
      rank: 'Place',
      recency: 'Recency',
      votes: 'Votes',
      stars: 'Stars'
    } satisfies Record<TrendPart, string>,
    mark: (score: number, { sources, place, day, votes, stars }: Standing) =>
      [
        `Score ${decimal(score)}: ${namedBy(sources)}`,
        `best place ${number(place)}`,
        `last on ${shortDate(day)}`,
        ...(votes === null ? [] : [count(votes, 'vote')]),
        ...(stars === null ? [] : [count(stars, 'star')])
      ].join(', '),
    rising: {
      title: 'Rising',
      kind: 'What rises',
      kinds: {
        term: 'Terms',
        person: 'People',
        venue: 'Venues',
        repository: 'Repositories'
      } satisfies Record<RisingKind, string>,
      against: (former: Span) => `against ${span(former)}`,
      told: ({ label, now, before: earlier, factor }: Rising, overview: TrendOverview) =>
        `${label}: in ${number(now)} of ${count(overview.papers, 'paper')} of ${within[overview.window]}, ${number(earlier)} of ${number(overview.before?.papers ?? 0)} ${before[overview.window]}; about ${decimal(factor)} times as much. Shows these papers.`,
      needsWindow: 'Choose a day, a week or a month: it is compared with the one before it.',
      needsPapers: 'There are no papers to compare.',
      needsBefore: (window: TrendWindow) =>
        `There is no digest of ${before[window]} to compare with. Drop one, or look at longer stretches.`,
      nothing: (window: TrendWindow) =>
        `Nothing stands out against ${before[window]}: at least two papers, and more than chance would have it.`
    },
    sheet: {
      title: 'How the score is made',
      formula: (w: TrendWeights) =>
        `score = ${weight(w.sources)} × sources + ${weight(w.rank)} × 1 / log₂(1 + place) + ${weight(w.recency)} × 2^(−days / ${weight(w.halfLife)}) + ${weight(w.votes)} × log₁₀(1 + votes) + ${weight(w.stars)} × log₁₀(1 + stars)`,
      part: 'Part',
      counts: 'Counts for',
      here: 'This paper',
      points: 'Points',
      weightOf: (part: string) => `What ${part.toLowerCase()} count for`,
      help: {
        sources: () => 'One for each source that names the paper.',
        rank: () => 'Of its best place in a digest: 1 for the first, ½ for the third.',
        recency: (days: number) =>
          `1 if the newest digest of these days names it, ½ if that was ${days === 1 ? 'a day' : `${weight(days)} days`} earlier.`,
        votes: () => 'Of the most votes that a digest says: 1 for nine, 2 for 99.',
        stars: () => 'Likewise, of the stars of its code.'
      } satisfies Record<TrendPart, (halfLife: number) => string>,
      value: {
        sources: ({ sources }) => count(sources, 'source'),
        rank: ({ place }) => `place ${number(place)}`,
        recency: ({ day, age }) =>
          age === 0 ? shortDate(day) : `${shortDate(day)}, ${count(age, 'day')} earlier`,
        votes: ({ votes }) => (votes === null ? 'none told' : count(votes, 'vote')),
        stars: ({ stars }) => (stars === null ? 'none told' : count(stars, 'star'))
      } satisfies Record<TrendPart, (standing: Standing) => string>,
      halfLife: 'Half-life in days',
      halfLifeHelp: 'After so many days recency counts half.',
      sum: (title: string) => `Score of “${title}”`,
      namedBy: 'Named by',
      naming: ({ source, date, position, of }: Appearance) =>
        `${source}, ${longDate(date)}: place ${number(position)} of ${number(of)}`,
      reset: 'As it comes'
    },
    commands: {
      window: {
        day: 'Trends: day',
        week: 'Trends: week',
        month: 'Trends: month',
        all: 'Trends: all digests'
      } satisfies Record<TrendWindow, string>,
      earlier: 'Trends: earlier',
      later: 'Trends: later',
      newest: 'Trends: newest',
      whole: 'Trends: all papers, not only those of what rises',
      score: 'Trends: how the score is made…',
      needsTrending: 'Go to Trends first.',
      needsEarlier: 'No digest is earlier.',
      needsLater: 'No digest is later.',
      needsChosen: 'Choose something that rises first.'
    }
  }
}
