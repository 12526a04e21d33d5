/** The day of the user's calendar on which a time lies, as `2026-03-14`. */
export function localDay(time: string): string {
  const date = new Date(time)
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
