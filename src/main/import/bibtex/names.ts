import type { Creator } from '@shared/model/person'
import { andOthers, parseName } from '@shared/text/person-name'
import { texToText } from '@shared/text/tex-text'

/**
 * The people of an author or editor field: parted by `and` outside braces, each by BibTeX's rules for
 * names or by BibLaTeX's (`family=…, given=…`). What stands in braces as a whole is one name. `others`
 * at the end says that the list was cut short; alone it is nobody.
 */
export function peopleIn(value: string, role: Creator['role']): Creator[] {
  return splitOutsideBraces(value.replace(/\s+/g, ' '), /^ and(?= )/i)
    .map((name) => name.trim())
    .filter((name, at) => name !== '' && !(at === 0 && isOthers(name)))
    .map((name) => ({ role, name: isOthers(name) ? andOthers : nameOf(name) }))
}

function isOthers(name: string): boolean {
  return /^others$/i.test(name)
}

/** Parts of a value, split where the pattern (which begins at a blank or a sign) stands outside braces. */
export function splitOutsideBraces(value: string, separator: RegExp): string[] {
  const signs = new RegExp(`[{}]|${separator.source.replace(/^\^/, '')}`, `${separator.flags}g`)
  const parts: string[] = []
  let depth = 0
  let from = 0
  for (const { 0: found, index } of value.matchAll(signs)) {
    if (found === '{') depth++
    else if (found === '}') depth--
    else if (depth === 0) {
      parts.push(value.slice(from, index))
      from = index + found.length
    }
  }
  return [...parts, value.slice(from)]
}

function nameOf(name: string): Creator['name'] {
  const whole = /^\{([^]*)\}$/.exec(name)
  if (whole?.[1] !== undefined && isOneGroup(name)) {
    const literal = texToText(whole[1])
    return literal === '' ? parseName('') : { literal }
  }
  return extended(name) ?? parseName(splitKeepingBraces(name))
}

/** Text of a name whose groups keep their braces, for those hold words together. */
function splitKeepingBraces(name: string): string {
  let out = ''
  let depth = 0
  let from = 0
  const flush = (to: number): void => {
    const piece = name.slice(from, to)
    const text = texToText(piece)
    if (text !== '')
      out += `${/^\s/.test(piece) && out !== '' ? ' ' : ''}${text}${/\s$/.test(piece) ? ' ' : ''}`
    else if (/\s/.test(piece)) out += ' '
  }
  for (let at = 0; at < name.length; at++) {
    if (name[at] === '{' && depth++ === 0 && isWordStart(name, at)) {
      const close = closing(name, at)
      // A group that begins a word and is none of TeX's accents: it stays one word.
      if (close !== -1 && /\s/.test(name.slice(at, close)) && name[at + 1] !== '\\') {
        flush(at)
        out += `{${texToText(name.slice(at + 1, close))}}`
        at = close
        from = close + 1
        depth = 0
      }
    } else if (name[at] === '}') depth = Math.max(0, depth - 1)
  }
  flush(name.length)
  return out.replace(/ +/g, ' ').trim()
}

function isWordStart(name: string, at: number): boolean {
  return at === 0 || /[\s,]/.test(name[at - 1] ?? '')
}

function closing(text: string, open: number): number {
  let depth = 0
  for (let at = open; at < text.length; at++) {
    if (text[at] === '{') depth++
    else if (text[at] === '}' && --depth === 0) return at
  }
  return -1
}

function isOneGroup(name: string): boolean {
  return closing(name, 0) === name.length - 1
}

/** BibLaTeX's extended format (its manual, section 3.7): parts by name. */
function extended(name: string): Creator['name'] | null {
  if (!/^\s*(?:family|given|prefix|suffix)\s*=/i.test(name)) return null
  const parts = new Map(
    splitOutsideBraces(name, /,/).map((part) => {
      const at = part.indexOf('=')
      return [part.slice(0, at).trim().toLowerCase(), texToText(part.slice(at + 1))] as const
    })
  )
  const family = parts.get('family') ?? ''
  const given = parts.get('given') ?? ''
  if (family === '') return given === '' ? null : { literal: given }
  return { family, given, particle: parts.get('prefix') ?? '', suffix: parts.get('suffix') ?? '' }
}
