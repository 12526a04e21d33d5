import { german } from '@shared/messages/formats'
import type { Appearance } from '@shared/model/paper'
import type { Rising, Standing, TrendOverview, TrendWeights } from '@shared/model/trend'
import type { RisingKind, TrendPart } from '@shared/model/trend-parts'
import type { Span, TrendWindow } from '@shared/model/trend-window'

const { count, number, decimal, longDate, shortDate } = german

const within: Record<TrendWindow, string> = {
  ...{ day: 'dieses Tages', week: 'dieser Woche', month: 'dieses Monats', all: 'aller Digests' }
}
const before: Record<TrendWindow, string> = {
  ...{ day: 'des Vortags', week: 'der Vorwoche', month: 'des Vormonats', all: 'davor' }
}

/** `9.–15. März 2026`, oder was ebenso kurz ist. */
function span({ from, to }: Span): string {
  if (from === to) return longDate(to)
  const day = `${String(Number(from.slice(8)))}.`
  if (from.slice(0, 7) === to.slice(0, 7)) return `${day}–${longDate(to)}`
  const start = longDate(from)
  return `${from.slice(0, 4) === to.slice(0, 4) ? start.slice(0, -5) : start} – ${longDate(to)}`
}

/** Ein Gewicht, wie es in der Formel steht. */
function weight(n: number): string {
  return String(Math.round(n * 100) / 100).replace('.', ',')
}

const papers = (n: number): string => count(n, 'Paper', 'Papers')
const sourcesOf = (n: number): string => count(n, 'Quelle', 'Quellen')
const votesOf = (n: number): string => count(n, 'Stimme', 'Stimmen')
const starsOf = (n: number): string => count(n, 'Stern', 'Sterne')

/** Die Wörter zu dem, was im Trend liegt und was zunimmt. */
export const trending = {
  trending: {
    label: 'Trends',
    window: 'Betrachtete Tage',
    windows: { day: 'Tag', week: 'Woche', month: 'Monat', all: 'Alles' } satisfies Record<
      TrendWindow,
      string
    >,
    span: (overview: TrendOverview) => span(overview),
    earlier: {
      day: 'Früherer Tag mit einem Digest',
      week: 'Frühere Woche mit einem Digest',
      month: 'Früherer Monat mit einem Digest'
    },
    later: {
      day: 'Späterer Tag mit einem Digest',
      week: 'Spätere Woche mit einem Digest',
      month: 'Späterer Monat mit einem Digest'
    },
    goToDay: 'Zu den Tagen um ein Datum',
    newest: 'Neueste',
    of: (digests: number) => `aus ${count(digests, 'Digest', 'Digests')}`,
    score: 'Die Wertung …',
    scoreHelp: 'Wie die Wertung entsteht und wie viel jeder Teil zählt',
    only: ({ label, now }: Rising) =>
      now === 1 ? `Nur das eine Paper mit „${label}“` : `Nur die ${papers(now)} mit „${label}“`,
    whole: 'Wieder alle Papers zeigen',
    none: 'Noch liegt nichts im Trend',
    noneHelp:
      'Legen Sie Digests auf das Fenster: Seiten mit Trend-Papers, arXiv-Mails, Benachrichtigungen. Was mehrere davon nennen, weit oben und vor Kurzem, steht hier zuerst.',
    noneThen: {
      day: 'Keine Papers von diesem Tag',
      week: 'Keine Papers aus dieser Woche',
      month: 'Keine Papers aus diesem Monat',
      all: 'Keine Papers'
    } satisfies Record<TrendWindow, string>,
    noneThenHelp: 'Kein Digest Ihrer Bibliothek ist von diesen Tagen.',
    allAway: 'Was die Digests dieser Tage nennen, wurde verworfen oder liegt im Papierkorb.',
    goTo: (day: string) => `Zum ${longDate(day)}`,
    parts: {
      sources: 'Quellen',
      rank: 'Platz',
      recency: 'Aktualität',
      votes: 'Stimmen',
      stars: 'Sterne'
    } satisfies Record<TrendPart, string>,
    mark: (score: number, { sources, place, day, votes, stars }: Standing) =>
      [
        `Wertung ${decimal(score)}: genannt von ${sourcesOf(sources)}`,
        `bester Platz ${number(place)}`,
        `zuletzt am ${shortDate(day)}`,
        ...(votes === null ? [] : [votesOf(votes)]),
        ...(stars === null ? [] : [starsOf(stars)])
      ].join(', '),
    rising: {
      title: 'Zunehmend',
      kind: 'Was zunimmt',
      kinds: {
        term: 'Begriffe',
        person: 'Personen',
        venue: 'Orte',
        repository: 'Repositorien'
      } satisfies Record<RisingKind, string>,
      against: (former: Span) => `gegenüber ${span(former)}`,
      told: ({ label, now, before: earlier, factor }: Rising, overview: TrendOverview) =>
        `${label}: in ${number(now)} von ${papers(overview.papers)} ${within[overview.window]}, ${number(earlier)} von ${number(overview.before?.papers ?? 0)} ${before[overview.window]}; etwa ${decimal(factor)}-mal so viel. Zeigt diese Papers.`,
      needsWindow:
        'Wählen Sie einen Tag, eine Woche oder einen Monat: Verglichen wird mit dem Zeitraum davor.',
      needsPapers: 'Es gibt keine Papers zu vergleichen.',
      needsBefore: (window: TrendWindow) =>
        `Zum Vergleich fehlt ein Digest ${before[window]}. Legen Sie einen auf das Fenster, oder betrachten Sie längere Zeiträume.`,
      nothing: (window: TrendWindow) =>
        `Gegenüber den Papers ${before[window]} sticht nichts hervor: Es müssten mindestens zwei sein, und mehr, als der Zufall will.`
    },
    sheet: {
      title: 'Wie die Wertung entsteht',
      formula: (w: TrendWeights) =>
        `Wertung = ${weight(w.sources)} × Quellen + ${weight(w.rank)} × 1 / log₂(1 + Platz) + ${weight(w.recency)} × 2^(−Tage / ${weight(w.halfLife)}) + ${weight(w.votes)} × log₁₀(1 + Stimmen) + ${weight(w.stars)} × log₁₀(1 + Sterne)`,
      part: 'Teil',
      counts: 'Zählt',
      here: 'Dieses Paper',
      points: 'Punkte',
      weightOf: (part: string) => `Wie viel zählt: ${part}`,
      help: {
        sources: () => 'Eins für jede Quelle, die das Paper nennt.',
        rank: () =>
          'Nach seinem besten Platz in einem Digest: 1 für den ersten, ½ für den dritten.',
        recency: (days: number) =>
          `1, wenn der neueste Digest dieser Tage es nennt, ½, wenn das ${days === 1 ? 'einen Tag' : `${weight(days)} Tage`} früher war.`,
        votes: () => 'Nach den meisten Stimmen, die ein Digest angibt: 1 für neun, 2 für 99.',
        stars: () => 'Ebenso nach den Sternen seines Programmcodes.'
      } satisfies Record<TrendPart, (halfLife: number) => string>,
      value: {
        sources: ({ sources }) => sourcesOf(sources),
        rank: ({ place }) => `Platz ${number(place)}`,
        recency: ({ day, age }) =>
          age === 0 ? shortDate(day) : `${shortDate(day)}, ${count(age, 'Tag', 'Tage')} früher`,
        votes: ({ votes }) => (votes === null ? 'keine genannt' : votesOf(votes)),
        stars: ({ stars }) => (stars === null ? 'keine genannt' : starsOf(stars))
      } satisfies Record<TrendPart, (standing: Standing) => string>,
      halfLife: 'Halbwertszeit in Tagen',
      halfLifeHelp: 'Nach so vielen Tagen zählt die Aktualität halb.',
      sum: (title: string) => `Wertung von „${title}“`,
      namedBy: 'Genannt von',
      naming: ({ source, date, position, of }: Appearance) =>
        `${source}, ${longDate(date)}: Platz ${number(position)} von ${number(of)}`,
      reset: 'Wie vorgegeben'
    },
    commands: {
      window: {
        day: 'Trends: Tag',
        week: 'Trends: Woche',
        month: 'Trends: Monat',
        all: 'Trends: alle Digests'
      } satisfies Record<TrendWindow, string>,
      earlier: 'Trends: früher',
      later: 'Trends: später',
      newest: 'Trends: neueste',
      whole: 'Trends: alle Papers, nicht nur die zu dem, was zunimmt',
      score: 'Trends: wie die Wertung entsteht …',
      needsTrending: 'Gehen Sie erst zu „Trends“.',
      needsEarlier: 'Kein Digest ist früher.',
      needsLater: 'Kein Digest ist später.',
      needsChosen: 'Wählen Sie erst etwas, das zunimmt.'
    }
  }
}
