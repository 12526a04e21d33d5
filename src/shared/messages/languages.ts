/** Languages that the user can choose; the last two are for tests, and show which words are not translated. */
export const languages = ['en', 'de', 'en-XA', 'ar-XB'] as const
export type Language = (typeof languages)[number]

/** What the settings say: a language, or that of the system. */
export const languageChoices = ['system', ...languages] as const

/** The language to speak: the chosen one, else the first of the system's that Sheaf has. */
export function languageFor(choice: unknown, system: readonly string[]): Language {
  const chosen = languages.find((language) => language === choice)
  if (chosen !== undefined) return chosen
  for (const tag of system) {
    const [primary = ''] = tag.toLowerCase().split('-')
    if (primary === 'en' || primary === 'de') return primary
  }
  return 'en'
}

/** Which way the window's words run. */
export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar-XB' ? 'rtl' : 'ltr'
}

/** What a page or a program says that its language is; English for anything else. */
export function asLanguage(name: unknown): Language {
  return languages.find((language) => language === name) ?? 'en'
}
