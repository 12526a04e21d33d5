import { app } from 'electron'
import { languageFor, type Language } from '@shared/messages/languages'
import { speak } from '@shared/messages/words'

/** Has this process, and every thread it starts from now on, speak the language that the settings ask for. */
export async function useLanguage(choice: unknown): Promise<Language> {
  const language = languageFor(choice, app.getPreferredSystemLanguages())
  process.env['SHEAF_LANGUAGE'] = language
  await speak(language)
  return language
}
