import type { Identifier } from '@shared/model/paper'
import type { Creator } from '@shared/model/person'
import { foldTitle } from '@shared/text/fold'
import { parseArxiv } from '@shared/text/identifier'
import { parseName } from '@shared/text/person-name'
import { readDoi } from '../references/identifiers'
import type { PageLine } from './page-lines'

/** What a PDF says of itself: in its information, its XMP, and on its first page. */
export interface PdfText {
  /** Titles by the file's information and XMP, which are often those of a template. */
  titles: readonly string[]
  /** Identifiers as XMP has them. */
  identifiers: readonly string[]
  lines: readonly PageLine[]
  /** What is set across the page: arXiv's stamp. */
  stamp: string
}

export interface FirstPage {
  title: string
  creators: Creator[]
  identifiers: Identifier[]
}

/** What begins the text of a paper, below its title and authors. */
const heading =
  /^(?:\d+\.?\s*)?(?:abstract|summary|introduction|keywords|index terms|contents|background)\b/i

/** DOIs that templates come with, which no paper has. */
const template =
  /^10\.(?:1145\/(?:n+(?:\.n+)?|x+(?:\.x+)?|1122445\.1122456|\d*nnn\S*)|475\/\S*|1000\/182|\d{4}\/x{3,}\S*|48550\/arxiv\.x+)|xxxx|nnnn|0000000/i

/**
 * Title, authors and identifiers of a paper, by its first page. The title that the file carries is
 * believed where it stands on the page; else it is the largest words of the page. An identifier is
 * believed where the page has a title and names no other of its kind. Null where there is no title.
 */
export function readFirstPage({ titles, identifiers, lines, stamp }: PdfText): FirstPage | null {
  const found = titleOn(lines)
  const page = foldTitle(
    lines
      .slice(0, 80)
      .map(({ text }) => text)
      .join(' ')
  )
  const carried = titles
    .map((title) => title.replace(/\s+/g, ' ').trim())
    .find((title) => isTelling(title) && page.includes(foldTitle(title)))
  const title = carried ?? found?.text
  if (title === undefined) return null
  const below = found === null ? lines : lines.slice(found.next)
  return {
    title,
    creators: authorsIn(below),
    identifiers: [...arxivIn(stamp, lines), ...doiIn(identifiers, lines)]
  }
}

function isTelling(title: string): boolean {
  return (
    title.length >= 8 &&
    /\s/.test(title) &&
    !/^(?:microsoft word|untitled|arxiv:|doi:|title)\b|\.(?:docx?|tex|dvi|pdf|indd)$/i.test(title)
  )
}

/** The largest words in the upper part of the page, on one or several lines. */
function titleOn(lines: readonly PageLine[]): { text: string; next: number } | null {
  const top = Math.max(...lines.map(({ y }) => y), 0)
  const candidates = lines
    .slice(0, 60)
    .map((line, at) => ({ ...line, at }))
    .filter(({ text, y }) => y > top * 0.4 && /\p{L}{3}/u.test(text) && text.length >= 4)
  const sizes = [...new Set(candidates.map(({ size }) => size))].sort((a, b) => b - a)
  for (const size of sizes.slice(0, 4)) {
    const first = candidates.find((line) => line.size === size)
    if (first === undefined) continue
    const block = [first]
    for (let at = first.at + 1; at < lines.length && block.length < 6; at++) {
      const line = lines[at]
      const last = block.at(-1)
      if (line === undefined || last === undefined) break
      if (Math.abs(line.size - size) > 0.6 || last.y - line.y > size * 2.2 || line.y > last.y) break
      block.push({ ...line, at })
    }
    const text = joined(block.map((line) => line.text))
    if (text.length >= 10 && /\s/.test(text) && !heading.test(text))
      return { text, next: (block.at(-1)?.at ?? first.at) + 1 }
  }
  return null
}

function joined(lines: readonly string[]): string {
  return lines
    .join(' ')
    .replace(/(\p{L})- (\p{Ll})/gu, '$1$2')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The lines of one size below the title, as far as they read as names. */
function authorsIn(below: readonly PageLine[]): Creator[] {
  const [first] = below
  if (first === undefined) return []
  const block: string[] = []
  for (const line of below.slice(0, 30)) {
    if (heading.test(line.text) || Math.abs(line.size - first.size) > 0.6) break
    if (/@|\b(?:universit|institut|department|laborator|school of|inc\.|faculty)/i.test(line.text))
      break
    if (line.x < first.x - 100) continue
    block.push(line.text)
  }
  const names = block
    .join(' ')
    .replace(/[*†‡§¶∗⋆✉]|\b\d+\b|\(\s*\d{4}.*$/gu, ',')
    .split(/\s*[,;·•]\s*|\s+(?:and|&)\s+|^(?:and|&)\s+/)
    .map((name) =>
      name
        .replace(/^(?:and|&)\s+/, '')
        .replace(/\s+/g, ' ')
        .trim()
    )
    .filter((name) => name !== '')
  const valid = names.filter(isName)
  if (valid.length === 0 || valid.length < names.length * 0.6) return []
  return valid.map((name) => ({ role: 'author', name: parseName(name) }))
}

function isName(text: string): boolean {
  const words = text.split(' ')
  return (
    words.length >= 2 &&
    words.length <= 6 &&
    /^\p{Lu}/u.test(text) &&
    words.every((word) => /^[\p{L}.'’‐-]+$/u.test(word)) &&
    !heading.test(text)
  )
}

function arxivIn(stamp: string, lines: readonly PageLine[]): Identifier[] {
  const id = /arXiv:\s?((?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})v\d+)\s*\[/.exec(
    [
      stamp,
      ...lines.slice(0, 5).map(({ text }) => text),
      ...lines.slice(-5).map(({ text }) => text)
    ].join('\n')
  )?.[1]
  const found = id === undefined ? null : parseArxiv(id)
  return found === null ? [] : [found]
}

/** The DOI in the file's XMP, or the one that the page names; of several none, unless one is marked as its own. */
function doiIn(carried: readonly string[], lines: readonly PageLine[]): Identifier[] {
  const ownLines = lines.slice(
    0,
    Math.max(
      0,
      lines.findIndex(({ text }) => /^references\b/i.test(text))
    ) || lines.length
  )
  const onPage = ownLines.flatMap(({ text }) => doisIn(text))
  const marked = ownLines
    .filter(({ text }) => /^(?:doi\b|https?:\/\/(?:dx\.)?doi\.org)/i.test(text))
    .flatMap(({ text }) => doisIn(text))
  for (const group of [carried.flatMap(doisIn), marked, onPage]) {
    const distinct = [...new Set(group.map(({ value }) => value))]
    if (distinct.length === 1) return group.slice(0, 1)
  }
  return []
}

function doisIn(text: string): Identifier[] {
  return [...text.matchAll(/10\.\d{4,9}\/[^\s"<>{}|]{1,150}/g)]
    .map(([found]) => found.replace(/[.,;:)\]'’”]+$/, ''))
    .filter((doi) => !template.test(doi))
    .flatMap((doi) => readDoi(doi))
}
