import { en } from './en'

/** Every word of the window; English has the shape that a translation must have. */
export type Words = typeof en

/** The words of the user's language: set before anything is drawn, and not changed while the window is there. */
export let words: Words = en

/** Has the window speak another language from now on. */
export function speak(language: Words): void {
  words = language
}
