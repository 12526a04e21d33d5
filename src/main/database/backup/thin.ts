import type { Backup, LibraryCounts } from '@shared/model/backup'

/** What is looked at of a backup. */
type Thinned = Pick<Backup, 'at' | 'reason' | keyof LibraryCounts>

/** So many are kept of each span of time: the newest of each hour, day, week and month that has any. */
const spans: readonly { keep: number; of: (at: Date) => string }[] = [
  { keep: 24, of: hourOf },
  { keep: 14, of: dayOf },
  { keep: 8, of: weekOf },
  { keep: 12, of: (at) => dayOf(at).slice(0, 7) }
]
/** So many are kept beside, of those that were not made by themselves, and of those before a fall. */
const keptBeside = 10
/** A library is far smaller than another if it has less than this share, and so many fewer or none at all. */
const share = 0.9
const fewest = 5

/** Whether a library has far fewer papers, notes or annotations than it had. */
export function isFarSmaller(now: LibraryCounts, before: LibraryCounts): boolean {
  return (['papers', 'notes', 'annotations'] as const).some((what) => {
    const lost = before[what] - now[what]
    return now[what] < before[what] * share && (lost >= fewest || now[what] === 0)
  })
}

/**
 * The backups that need not be kept any more. Time alone takes none away: a library that is not used keeps
 * all it has. What came after the library had become far smaller takes the place of nothing that was made
 * before: those are thinned as if it were not there.
 * @param backups the newest first
 */
export function toRemove<B extends Thinned>(backups: readonly B[]): B[] {
  const falls = backups.filter((backup, place) => {
    const next = backups[place - 1]
    return next !== undefined && isFarSmaller(next, backup)
  })
  const [lastFall] = falls
  const beforeFall = lastFall === undefined ? [] : backups.slice(backups.indexOf(lastFall))
  const kept = new Set([
    ...newestOfSpans(backups),
    ...newestOfSpans(beforeFall),
    ...falls.slice(0, keptBeside),
    ...backups.filter(({ reason }) => reason !== 'automatic').slice(0, keptBeside)
  ])
  return backups.filter((backup) => !kept.has(backup))
}

function newestOfSpans<B extends Thinned>(backups: readonly B[]): B[] {
  return spans.flatMap(({ keep, of }) => {
    const newest = new Map<string, B>()
    for (const backup of backups) {
      const span = of(new Date(backup.at))
      if (!newest.has(span)) newest.set(span, backup)
    }
    return [...newest.values()].slice(0, keep)
  })
}

function hourOf(at: Date): string {
  return at.toISOString().slice(0, 13)
}

/** By the user's own days. */
function dayOf(at: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${String(at.getFullYear())}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

/** The Monday that a week begins with. */
function weekOf(at: Date): string {
  const monday = new Date(at.getFullYear(), at.getMonth(), at.getDate() - ((at.getDay() + 6) % 7))
  return dayOf(monday)
}
