import type { Language } from '@shared/messages/languages'
import { en, type Words } from './en'

/** The words of the user's language: set before anything is drawn, and not changed while the window is there. */
export let words: Words = en

/** Has the window speak a language from now on; other than English it is loaded first. */
export async function speak(language: Language): Promise<void> {
  if (language === 'en') words = en
  else if (language === 'de') words = (await import('./de')).de
  else words = (await import('@shared/messages/pseudo')).pseudo(en)
}
