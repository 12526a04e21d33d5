import type { Creator } from '@shared/model/person'
import type { Identifier, Link } from '@shared/model/paper'
import { isValidKey } from '@shared/text/citation-key'
import { readDate } from '@shared/text/date'
import { labelled, type OwnDigestLabels } from '@shared/text/own-digest-labels'
import { parseName } from '@shared/text/person-name'
import { isWebAddress } from '@shared/text/url'
import { linesOf, type Line } from '../lines'
import type { Parsed, ParsedPaper } from '../parsed'
import {
  distinctIdentifiers,
  readArxiv,
  readDoi,
  readIsbns,
  readPmid
} from '../references/identifiers'
import { ownDigest } from './own-digest'

const mark = /^(\d{4}-\d{2}-\d{2}) · \d[^·]* · Sheaf\s*$/m
const headings = {
  markdown: /^## \d+\. (.+)$/,
  text: /^\[\d+\] (.+)$/
}
type Setting = keyof typeof headings

const linkKinds: readonly string[] = ['paper', 'pdf', 'code', 'project', 'data']

/** How a text reads as a digest that was made with Sheaf, as Markdown or as plain text. */
export function detectOwnDigestLines(text: string): number {
  if (!mark.test(text.slice(0, 5000))) return 0
  return settingOf(text) === null ? 0 : 1
}

/** Takes such a text apart: titles, people, identifiers, links, notes and abstracts, as far as they are written in it. */
export function parseOwnDigestLines(text: string, file: string, seen: Date): Parsed {
  const setting = settingOf(text) ?? 'text'
  const lines = [...linesOf(text)]
  const starts = lines.flatMap((line, index) => (headings[setting].test(line.text) ? [index] : []))
  const papers = starts.map((start, index) => {
    const until = starts[index + 1] ?? lines.length
    return readPaper(lines.slice(start, until), setting)
  })
  const at = lines.findIndex((line) => mark.test(line.text))
  const title = lines
    .slice(0, at)
    .map((line) => line.text.replace(/^(?:Subject|Date): .*$/, '').trim())
    .filter((line) => line !== '')
    .at(-1)
  const plain = unescaped(
    setting === 'markdown' ? (title ?? '').replace(/^# /, '') : (title ?? ''),
    setting
  )
  const date = mark.exec(text)?.[1] ?? ''
  const isDay = !Number.isNaN(Date.parse(date))
  return {
    digests: [ownDigest({ title: plain, date: isDay ? date : '' }, { text, file, seen, papers })],
    skipped: []
  }
}

function settingOf(text: string): Setting | null {
  if (/^## \d+\. ./m.test(text)) return 'markdown'
  return /^\[\d+\] ./m.test(text) ? 'text' : null
}

function readPaper(lines: readonly Line[], setting: Setting): ParsedPaper {
  const [heading, ...rest] = lines
  const body = rest.map((line) => line.text.replace(setting === 'text' ? /^ {1,4}/ : /^/, ''))
  let next = 0
  const skipBlank = (): void => {
    while (next < body.length && body[next]?.trim() === '') next++
  }
  skipBlank()
  const known: Known = { creators: [], identifiers: [], links: [], texts: {} }
  while (next < body.length && takeField(body[next] ?? '', setting, known)) next++
  skipBlank()
  const note: string[] = []
  for (; /^>/.test(body[next] ?? ''); next++) note.push((body[next] ?? '').replace(/^> ?/, ''))
  skipBlank()
  const abstract = unescaped(body.slice(next).join('\n').trim(), setting)
  const { creators, identifiers, links, texts } = known
  const { key = '', ...said } = texts
  const last = lines.findLast((line) => line.text.trim() !== '') ?? heading
  return {
    title: unescaped(headings[setting].exec(heading?.text ?? '')?.[1]?.trim() ?? '', setting),
    says: {
      ...said,
      ...(abstract === '' ? {} : { abstract }),
      ...(creators.length === 0 ? {} : { creators }),
      ...{ identifiers: distinctIdentifiers(identifiers), links }
    },
    ...(isValidKey(key) ? { citationKey: key } : {}),
    ...(note.join('').trim() === '' ? {} : { note: note.join('\n') }),
    ...{ start: heading?.start ?? 0, end: last?.end ?? 0 }
  }
}

interface Known {
  creators: Creator[]
  identifiers: Identifier[]
  links: Link[]
  texts: { venue?: string; issued?: string; key?: string }
}

/** Takes up a line `Label: value`; false for any other. */
function takeField(line: string, setting: Setting, known: Known): boolean {
  const pattern = setting === 'markdown' ? /^- ([^:]{1,40}): (.+)$/ : /^([^:]{1,40}): (.+)$/
  const [, label, raw] = pattern.exec(line.trimEnd()) ?? []
  if (label === undefined || raw === undefined) return false
  const address = raw.replace(/^<(.*)>$/, '$1')
  const value = unescaped(raw, setting)
  const identifiers = identifiersOf(label, value)
  const name = labelled(label)
  if (identifiers !== null) known.identifiers.push(...identifiers)
  else if (name === undefined) return false
  else if (linkKinds.includes(name)) {
    const kind = name as Link['kind']
    if (isWebAddress(address)) known.links.push({ kind, url: address })
  } else takeText(name, value, known)
  return true
}

function takeText(name: keyof OwnDigestLabels, value: string, known: Known): void {
  if (name === 'authors' || name === 'editors')
    known.creators.push(
      ...value.split('; ').map((one): Creator => ({
        role: name === 'authors' ? 'author' : 'editor',
        name: parseName(one)
      }))
    )
  else if (name === 'venue') known.texts.venue = value
  else if (name === 'date') known.texts.issued = readDate(value)
  else if (name === 'key') known.texts.key = value
}

/** Null where a label is no scheme's. */
function identifiersOf(scheme: string, value: string): Identifier[] | null {
  if (scheme === 'doi') return readDoi(value)
  if (scheme === 'arXiv') return readArxiv(value)
  if (scheme === 'PMID') return readPmid(value)
  if (scheme === 'ISBN') return readIsbns(value)
  return scheme === 'id' ? [{ scheme: 'other', value, version: null }] : null
}

function unescaped(text: string, setting: Setting): string {
  return setting === 'markdown'
    ? text.replace(/\\([\\`*_[\]<>#|~$&+=\-.)])/g, '$1')
    : text.replace(/^\\([\\>])/gm, '$1')
}
