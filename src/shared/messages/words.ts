import { en, type Words } from './en'
import type { Language } from './languages'

/** The words of the user's language. */
export let words: Words = en

/** Has this process or thread speak a language from now on; others are told by `SHEAF_LANGUAGE`. */
export async function speak(language: Language): Promise<void> {
  if (language === 'en') words = en
  else if (language === 'de') words = (await import('./de')).de
  else words = (await import('./pseudo')).pseudo(en)
}
