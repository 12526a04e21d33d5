import { afterBlanks, afterString, bracketed, type Range } from './json-ranges'
import { shorten, type Place } from './reference'
import { isObject, type JsonObject } from './json-values'

/** An item behind more blanks than this is not looked for after a broken one. */
const deepestIndent = 40

/** An item of a JSON text, or why it could not be read. */
export type JsonItem = Place & ({ value: JsonObject } | { reason: string })

/**
 * The items of a JSON text: of the array that begins at `arrayStart`, or that it
 * is, or else the objects one after another
 * (one item a line, or a single one). Each is read for itself, so that a broken one costs no other.
 * Linear in time.
 */
export function jsonItems(text: string, arrayStart?: number): JsonItem[] {
  const lineAt = lineCounter(text)
  const start = arrayStart ?? afterBlanks(text, 0)
  if (text[start] === '{' && hasItemPerLine(text)) return itemLines(text, lineAt)
  const isArray = text[start] === '['
  const items: JsonItem[] = []
  let i = isArray ? start + 1 : start
  // From the first item that is never closed, a line that begins as its own did begins the next item.
  let isGuarded = false
  for (;;) {
    i = afterBlanks(text, i)
    const letter = text[i]
    if (letter === undefined) {
      if (isArray) items.push(unclosed(text, start, lineAt))
      return items
    }
    if (letter === ']' && isArray) return items
    if (letter === ',') {
      i++
      continue
    }
    const limit = isGuarded ? nextAlike(text, i) : -1
    let range = valueRange(text, i, limit)
    let item = readItem(text, range, lineAt)
    if ('reason' in item && !isGuarded) {
      const next = nextAlike(text, i)
      isGuarded = next !== -1 && next < range.end
      if (isGuarded) {
        range = valueRange(text, i, next)
        item = readItem(text, range, lineAt)
      }
    }
    items.push(item)
    i = Math.max(range.end, i + 1)
  }
}

/** Half of the lines or more are objects of their own. */
function hasItemPerLine(text: string): boolean {
  let lines = 0
  let items = 0
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    if (match[0].trim() === '') continue
    lines++
    if (/^\ufeff?\{.*\}\s*$/.test(match[0])) items++
  }
  return items > 0 && items * 2 >= lines
}

function itemLines(text: string, lineAt: (offset: number) => number): JsonItem[] {
  const items: JsonItem[] = []
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    const start = afterBlanks(text, match.index)
    const end = match.index + match[0].trimEnd().length
    if (start < end) items.push(readItem(text, { start, end }, lineAt))
  }
  return items
}

function readItem(text: string, range: Range, lineAt: (offset: number) => number): JsonItem {
  const { start, end } = range
  const line = lineAt(start)
  const source = text.slice(start, end)
  try {
    const value: unknown = JSON.parse(source)
    if (isObject(value)) return { start, end, line, value }
    return { start, end, line, reason: `Not an item: “${shorten(source.slice(0, 100))}”.` }
  } catch (error) {
    const at = /at position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1]
    const place = at === undefined ? line : lineAt(start + Number(at))
    const name = /"(?:title|id|citationKey|citekey)"\s*:\s*"([^"\n]{1,200})/.exec(
      source.slice(0, 20_000)
    )?.[1]
    const what = name === undefined ? 'The item here' : `“${shorten(name)}”`
    return {
      ...{ start, end, line: place },
      reason: `${what} is not valid JSON${place === line ? '' : ` (it begins in line ${line})`}.`
    }
  }
}

/** The range of an item, or of a number, a word, a string in its place; it ends at `limit` if not -1. */
function valueRange(text: string, start: number, limit: number): Range {
  const letter = text[start] ?? ''
  if (letter === '"') return { start, end: afterString(text, start) }
  if ('{['.includes(letter)) return bracketed(text, start, limit === -1 ? text.length : limit)
  let end = start + 1
  while (end < text.length && !',]}{["\n'.includes(text[end] ?? '')) end++
  return { start, end }
}

/** Where the next line begins that is indented as the item at `start` is and holds one; -1 for none. */
function nextAlike(text: string, start: number): number {
  const before = text.slice(Math.max(0, start - deepestIndent - 1), start)
  const indent = /(?:^|\n)([ \t]*)$/.exec(before)?.[1]
  if (indent === undefined || indent.length > deepestIndent) return -1
  const at = text.indexOf(`\n${indent}{`, start)
  return at === -1 ? -1 : at + 1
}

function unclosed(text: string, start: number, lineAt: (offset: number) => number): JsonItem {
  const reason = 'The list of items is not closed: the file ends too early.'
  return { start, end: text.length, line: lineAt(text.length), reason }
}

/** Tells lines from 1. Offsets that mostly grow take time linear in the text all together. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1
  let at = 0
  return (offset) => {
    if (offset < at) [line, at] = [1, 0]
    for (;;) {
      const next = text.indexOf('\n', at)
      if (next === -1 || next >= offset) return line
      line++
      at = next + 1
    }
  }
}
