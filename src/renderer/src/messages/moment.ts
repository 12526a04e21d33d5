import { words } from './words'

/** When something was done, in the user's own time: `14:05` of today, `14 Mar, 14:05` of another day. */
export function moment(iso: string, now = new Date()): string {
  const at = new Date(iso)
  const time = `${two(at.getHours())}:${two(at.getMinutes())}`
  const day = dayOf(at)
  return day === dayOf(now) ? time : `${words.formats.shortDate(day, now)}, ${time}`
}

function dayOf(date: Date): string {
  return `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}
