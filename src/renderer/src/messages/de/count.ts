import { german } from '@shared/messages/formats'

const { count } = german

/** `ein Paper`, `1.204 Papers`: Papers, as they are counted everywhere. */
export function papers(n: number): string {
  return count(n, 'Paper', 'Papers')
}

/** `1 Annotation`, `12 Annotationen`. */
export function annotations(n: number): string {
  return count(n, 'Annotation', 'Annotationen')
}
