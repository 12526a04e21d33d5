import { texToText } from '@shared/text/tex-text'
import { isHarmless } from './harmless'

/** An abbreviation of BibTeX's, and the TeX that it stands for. */
export interface Macro {
  name: string
  value: string
}

/** Fields whose values people abbreviate. */
const abbreviated: ReadonlySet<string> = new Set(
  'journal journaltitle booktitle series publisher school institution organization address location'.split(
    ' '
  )
)

/**
 * The `@string` definitions in a text, by the folded plain text of their values. What could do more in
 * TeX than set letters is passed over.
 */
export function macrosIn(text: string): ReadonlyMap<string, Macro> {
  const macros = new Map<string, Macro>()
  const definition =
    /@string\s*[{(]\s*([a-z][\w.:+/-]*)\s*=\s*(?:"((?:[^"{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)"|\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\})\s*[})]/gi
  for (const [, name = '', quoted, braced] of text.matchAll(definition)) {
    const value = (quoted ?? braced ?? '').replace(/\s+/g, ' ').trim()
    if (value === '' || !isHarmless(value)) continue
    for (const known of [folded(value), name.toLowerCase()])
      if (!macros.has(known)) macros.set(known, { name, value })
  }
  return macros
}

/** The abbreviation for a field's value, as it is written; null for none. */
export function macroFor(
  field: string,
  value: string,
  macros: ReadonlyMap<string, Macro>
): Macro | null {
  if (macros.size === 0 || !abbreviated.has(field)) return null
  return macros.get(folded(value)) ?? null
}

function folded(value: string): string {
  return texToText(value).toLowerCase().replace(/\s+/g, ' ').trim()
}
