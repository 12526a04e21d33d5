import { words } from '@shared/messages/words'
import { afterBlanks, afterString, bracketed, type Range } from './json-ranges'
import { shorten, type Place } from './reference'
import { isObject, type JsonObject } from './json-values'

/** An item behind more blanks than this is not looked for after a broken one. */
const deepestIndent = 40

/** An item of a JSON text, or why it could not be read. */
export type JsonItem = Place & ({ value: JsonObject } | { reason: string })

/**
 * The items of a JSON text: of the array that it is, or that begins at `arrayStart`, or else the objects
 * that stand in it one after another (one a line, or a single one). Each is read for itself, so that a
 * broken one costs no other; what stands between them is told. Linear in time.
 */
export function jsonItems(text: string, arrayStart?: number): JsonItem[] {
  const lineAt = lineCounter(text)
  const start = arrayStart ?? afterBlanks(text, 0)
  if (text[start] === '{' && hasItemPerLine(text)) return itemLines(text, lineAt)
  const isArray = text[start] === '['
  const nextAlike = alikeFinder(text)
  const items: JsonItem[] = []
  let i = isArray ? start + 1 : start
  // From the first item that is never closed, a line that begins as its own did begins the next item.
  let isGuarded = false
  for (;;) {
    const stray = i
    i = nextObject(text, i, isArray)
    if (/[^\s,\ufeff]/.test(text.slice(stray, i)))
      items.push(readItem(text, trimmed(text, stray, i), lineAt))
    if (i === text.length) {
      if (isArray) items.push(unclosed(text, start, lineAt))
      return items
    }
    if (text[i] === ']') return items
    let range = bracketed(text, i, isGuarded ? nextAlike(i) : text.length)
    let item = readItem(text, range, lineAt)
    if ('reason' in item && !isGuarded) {
      const next = nextAlike(i)
      isGuarded = next < range.end
      if (isGuarded) {
        range = bracketed(text, i, next)
        item = readItem(text, range, lineAt)
      }
    }
    items.push(item)
    i = range.end
  }
}

/** Half of the lines or more are objects of their own. */
function hasItemPerLine(text: string): boolean {
  let lines = 0
  let items = 0
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    const line = match[0].trim()
    if (line !== '') lines++
    if (match[0].replace('\ufeff', '').startsWith('{') && line.endsWith('}')) items++
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
    return { start, end, line, reason: words.skipped.noItem(shorten(source.slice(0, 100))) }
  } catch (error) {
    const at = /at position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1]
    const place = at === undefined ? line : lineAt(start + Number(at))
    const name = /"(?:title|id|citationKey|citekey)"\s*:\s*"([^"\n]{1,200})/.exec(
      source.slice(0, 20_000)
    )?.[1]
    const what = name === undefined ? words.skipped.item : `“${shorten(name)}”`
    return {
      ...{ start, end, line: place },
      reason: words.skipped.notJson(what, place === line ? null : line)
    }
  }
}

/** Where the next object begins, or (in an array) the array ends; else the text's end. */
function nextObject(text: string, from: number, isArray: boolean): number {
  for (let i = from; i < text.length;) {
    const letter = text[i]
    if (letter === '{' || (letter === ']' && isArray)) return i
    if (letter === '"') i = afterString(text, i)
    else i = letter === '[' ? bracketed(text, i).end : i + 1
  }
  return text.length
}

/** A range without the blanks and commas around it. */
function trimmed(text: string, from: number, to: number): Range {
  let [start, end] = [from, to]
  while (start < end && /[\s,\ufeff]/.test(text[start] ?? '')) start++
  while (end > start && /[\s,]/.test(text[end - 1] ?? '')) end--
  return { start, end }
}

/**
 * Tells where the next line begins that is indented as the item at an offset is and holds one; the
 * text's end for none. Offsets must grow.
 */
function alikeFinder(text: string): (start: number) => number {
  const exhausted = new Set<string>()
  return (start) => {
    const before = text.slice(Math.max(0, start - deepestIndent - 1), start)
    const indent = /(?:^|\n)([ \t]*)$/.exec(before)?.[1]
    if (indent === undefined || indent.length > deepestIndent) return text.length
    if (exhausted.has(indent)) return text.length
    const at = text.indexOf(`\n${indent}{`, start)
    if (at !== -1) return at + 1
    exhausted.add(indent)
    return text.length
  }
}

function unclosed(text: string, start: number, lineAt: (offset: number) => number): JsonItem {
  const reason = words.skipped.notClosed
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
