import type { Creator, PersonName } from '@shared/model/person'
import { parseName } from '@shared/text/person-name'

const suffix = /^(?:jr|sr|ii|iii|iv|v)\.?$/i
const organisation =
  /\b(?:universit\w*|institut\w*|organi[sz]ation|association|society|group|consortium|committee|commission|collaboration|council|agency|ministry|department|foundation|team|network|bureau|cent(?:er|re)|inc|ltd|corp(?:oration)?)\b\.?/i

/**
 * A person as reference files list them, the family name first: `Marx, Karl`, `King, Martin Luther, Jr.`,
 * `Fanning E.`; what has no comma and reads as an organisation is kept whole. Null for nobody.
 */
export function listedName(text: string): PersonName | null {
  const clean = text.slice(0, 300).replace(/[{}]/g, '').replace(/\s+/g, ' ').trim()
  if (!/[\p{L}\p{N}]/u.test(clean)) return null
  // A comma at the end keeps a name whole, as EndNote has it.
  const whole = /^([^,]+),$/.exec(clean)?.[1]
  if (whole !== undefined) return { literal: whole.trim() }
  const parts = clean.split(',').map((part) => part.trim())
  const [family = '', given = '', third = ''] = parts
  if (parts.length === 3 && suffix.test(third)) return parseName(`${family}, ${third}, ${given}`)
  if (parts.length > 1) return parseName(clean)
  if (organisation.test(clean)) return { literal: clean }
  const initials = /^(.*?\p{Ll}\S*) ((?:\p{Lu}\.?[ -]?){1,4})$/u.exec(clean)
  return parseName(initials ? `${initials[1] ?? ''}, ${initials[2] ?? ''}` : clean)
}

/** Those of the names that are somebody's, in one role. */
export function creatorsOf(
  role: Creator['role'],
  names: readonly (PersonName | null)[]
): Creator[] {
  return names.filter((name) => name !== null).map((name) => ({ role, name }))
}
