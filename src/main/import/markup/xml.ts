import { SaxesParser } from 'saxes'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'

/** An element of an XML file. The range is half-open, in UTF-16 code units of the text. */
export interface XmlElement {
  /** The local name, without the namespace's prefix. */
  name: string
  prefix: string
  attributes: ReadonlyMap<string, string>
  children: (XmlElement | string)[]
  start: number
  end: number
}

/** Real feeds and exports nest a dozen levels. */
const deepest = 200
/** Real exports of 50,000 references hold two million elements. */
const mostElements = 5_000_000

/** Names that feeds use without declaring them, as HTML has them. */
const entities = { nbsp: '\u00a0', ndash: '–', mdash: '—', hellip: '…', copy: '©', eacute: 'é' }

/**
 * The elements of an XML text, as the children of one without a name. Nothing outside the text is ever
 * read: a document type is passed over and defines nothing. What is not well-formed is read as far as
 * it goes: a lone `&` is a sign, an element that is never closed ends with its parent.
 * @throws AppError `unsupported` for one that is too deep or too large
 */
export function parseXml(text: string): XmlElement {
  const root = element('', new Map(), 0)
  let open: XmlElement[] = [root]
  let count = 0
  let tagStart = 0
  const parser = new SaxesParser({ fragment: false, position: true })
  Object.assign(parser.ENTITIES, entities)
  // Told of an error, the parser goes on with what follows.
  parser.on('error', () => undefined)
  parser.on('opentagstart', () => {
    tagStart = text.lastIndexOf('<', parser.position - 1)
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length > deepest) throw new AppError('unsupported', words.importing.xmlTooDeep)
    if (++count > mostElements) throw new AppError('unsupported', words.importing.xmlTooLong)
    const values = new Map<string, string>()
    for (const [key, value] of Object.entries(attributes))
      values.set(localName(key), withoutStandIns(String(value)))
    const child = element(name, values, tagStart)
    open.at(-1)?.children.push(child)
    open.push(child)
  })
  parser.on('closetag', ({ name }) => {
    const [prefix, local] = splitName(name)
    // From the inside out, at most `deepest` steps.
    const at = open.findLastIndex((one) => one.name === local && one.prefix === prefix)
    if (at < 1) return
    for (const closed of open.slice(at)) closed.end = parser.position
    open = open.slice(0, at)
  })
  const addText = (words: string): void => {
    const last = open.at(-1)
    if (last !== root) last?.children.push(withoutStandIns(words))
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.write(withStandIns(text)).close()
  for (const left of open) left.end = text.length
  return root
}

/** Signs of the same length for a lone `&` and `<`, and half characters, from which the parser would not find its way back. */
const standIns = { ampersand: '\ue0f0', less: '\ue0f1' }

function withStandIns(text: string): string {
  return text
    .toWellFormed()
    .replace(/&(?!#\d{1,7};|#x[\da-f]{1,6};|[a-z][a-z\d]{1,30};)/gi, standIns.ampersand)
    .replace(/<(?![\w/!?:])/g, standIns.less)
}

function withoutStandIns(text: string): string {
  return text.replaceAll(standIns.ampersand, '&').replaceAll(standIns.less, '<')
}

/** The child elements of these names, or all; none of none. */
export function childrenOf(parent: XmlElement | null, ...names: readonly string[]): XmlElement[] {
  if (parent === null) return []
  return parent.children.filter(
    (child): child is XmlElement =>
      typeof child !== 'string' && (names.length === 0 || names.includes(child.name))
  )
}

/** The first element at a path of names, or null. */
export function at(parent: XmlElement | null, ...path: readonly string[]): XmlElement | null {
  let found = parent
  for (const name of path) {
    if (found === null) return null
    found = childrenOf(found, name)[0] ?? null
  }
  return found
}

/** All that an element says, blanks made one; empty for none. */
export function textOf(one: XmlElement | null): string {
  return rawTextOf(one).replace(/\s+/g, ' ').trim()
}

/** As `textOf`, lines and blanks as they stand. */
export function rawTextOf(one: XmlElement | null): string {
  if (one === null) return ''
  const parts: string[] = []
  const collect = (from: XmlElement): void => {
    for (const child of from.children)
      if (typeof child === 'string') parts.push(child)
      else collect(child)
  }
  collect(one)
  return parts.join('')
}

/** The text at a path of names, or empty. */
export function textAt(parent: XmlElement | null, ...path: readonly string[]): string {
  return textOf(at(parent, ...path))
}

/** Elements of a name anywhere below, from the top. */
export function* descendants(parent: XmlElement | null, name: string): Generator<XmlElement> {
  for (const child of childrenOf(parent)) {
    if (child.name === name) yield child
    yield* descendants(child, name)
  }
}

function element(name: string, attributes: ReadonlyMap<string, string>, start: number): XmlElement {
  const [prefix, local] = splitName(name)
  return { name: local, prefix, attributes, children: [], start, end: start }
}

function splitName(name: string): [prefix: string, local: string] {
  const colon = name.indexOf(':')
  return colon === -1 ? ['', name] : [name.slice(0, colon), name.slice(colon + 1)]
}

function localName(name: string): string {
  return splitName(name)[1]
}
