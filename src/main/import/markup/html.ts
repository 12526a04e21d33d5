import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import { unwrapUrl } from '../paper-url'
import type { Page, PageLink, Range } from './page'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

/** Data that a page carries for its own scripts: a script's text, or an attribute's. */
export interface HtmlPage extends Page {
  data: readonly string[]
}

/** Real pages and mails nest some dozens of levels, tables within tables. */
const deepest = 500

const apart = new Set(
  'address article aside blockquote body dd details div dl dt fieldset figcaption figure footer form header hr li main nav ol p pre section summary table tbody thead tfoot tr ul'.split(
    ' '
  )
)
const headings = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
const bold = new Set(['b', 'strong', 'th'])
const unseen = new Set([
  'head',
  'noscript',
  'script',
  'style',
  'svg',
  'template',
  'object',
  'iframe'
])

/** Elements that HTML begins with, whole pages and the parts of mails. */
const firstElements = new Set(
  'html head body title meta link style base div table tbody tr td p span a ul ol dl h1 h2 h3 h4 h5 h6 center section article main header br b i em strong font blockquote img'.split(
    ' '
  )
)

/** Whether a text is HTML rather than prose that mentions a tag, or XML. */
export function looksLikeHtml(text: string): boolean {
  const head = text.slice(0, 5000)
  if (/^\s*<!doctype html/i.test(head)) return true
  const first =
    /^[\s\ufeff]*(?:(?:<\?[^>]*>|<!--[^]*?-->|<!doctype[^>]*>)\s*)*<([a-z]\w*)[\s>/]/i.exec(
      head
    )?.[1]
  return first !== undefined && firstElements.has(first.toLowerCase())
}

/**
 * HTML as the page that a reader sees. Blocks stand on lines of their own, paragraphs and headings
 * have a blank line before them, cells of a row are parted by ` | `. Nothing is run or fetched.
 * @throws AppError `unsupported` for a page that nests too deep
 */
export function readHtml(html: string): HtmlPage {
  const document = parse(html, { scriptingEnabled: false })
  const writer = new PageWriter()
  const data: string[] = []
  let title = ''
  const enter = (element: Element): boolean => {
    const name = element.tagName
    if (name === 'title' && title === '') title = innerText(element)
    if (name === 'script' && /json/i.test(attribute(element, 'type'))) data.push(innerText(element))
    const props = attribute(element, 'data-props')
    if (props !== '') data.push(props)
    if (unseen.has(name) || attribute(element, 'hidden') !== '') return name === 'head'
    if (/display\s*:\s*none/i.test(attribute(element, 'style'))) return false
    writer.open(element)
    return true
  }
  // A stack of our own: pages may nest deeper than calls can.
  const stack: { node: Node; leave: boolean; depth: number; seen: boolean }[] = document.childNodes
    .toReversed()
    .map((node) => ({ node, leave: false, depth: 0, seen: true }))
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { node, leave, depth, seen } = next
    if (depth > deepest) throw new AppError('unsupported', words.importing.pageTooDeep)
    if (defaultTreeAdapter.isTextNode(node)) {
      if (seen) writer.add(node.value)
    } else if (defaultTreeAdapter.isElementNode(node)) {
      if (leave) {
        if (seen) writer.close(node)
        continue
      }
      if (!enter(node)) continue
      const shown = seen && node.tagName !== 'head'
      stack.push({ node, leave: true, depth, seen: shown })
      for (let at = node.childNodes.length - 1; at >= 0; at--) {
        const child = node.childNodes[at]
        if (child !== undefined)
          stack.push({ node: child, leave: false, depth: depth + 1, seen: shown })
      }
    }
  }
  return { ...writer.finish(), title, data }
}

/** Writes a page's text, and notes where links and bold words come to stand. */
class PageWriter {
  readonly #parts: string[] = []
  readonly #links: PageLink[] = []
  readonly #strong: Range[] = []
  readonly #open: { element: Element; start: number }[] = []
  #length = 0
  /** Line breaks that are due before the next words. */
  #breaks = 0
  #blank = false
  /** The next words begin an item of a list. */
  #isItem = false

  open(element: Element): void {
    const name = element.tagName
    if (name === 'br') this.#breaks = Math.max(this.#breaks, 1)
    else if (headings.has(name) || name === 'p' || name === 'table') this.#break(2)
    else if (name === 'td' || name === 'th') this.#cell(element)
    else if (apart.has(name)) this.#break(1)
    if (name === 'li') this.#isItem = true
    if (name === 'a' || bold.has(name) || headings.has(name))
      this.#open.push({ element, start: -1 })
  }

  close(element: Element): void {
    const name = element.tagName
    const last = this.#open.at(-1)
    if (last?.element === element) {
      this.#open.pop()
      if (last.start >= 0) this.#note(element, last.start)
    }
    if (headings.has(name) || name === 'p' || name === 'table') this.#break(2)
    else if (apart.has(name)) this.#break(1)
  }

  add(value: string): void {
    const words = value.replace(/[\s\u00a0\u200b\ufeff]+/g, ' ')
    if (words === '') return
    if (words === ' ') {
      this.#blank = true
      return
    }
    if (this.#breaks > 0 && this.#length > 0) this.#write('\n'.repeat(this.#breaks))
    else if ((this.#blank || words.startsWith(' ')) && this.#length > 0) this.#write(' ')
    this.#breaks = 0
    if (this.#isItem) this.#write('- ')
    this.#isItem = false
    for (const open of this.#open) if (open.start < 0) open.start = this.#length
    this.#write(words.trim())
    this.#blank = words.endsWith(' ')
  }

  finish(): Omit<Page, 'title'> {
    return { text: this.#parts.join(''), links: this.#links, strong: this.#strong }
  }

  #break(lines: number): void {
    this.#breaks = Math.max(this.#breaks, lines)
    this.#blank = false
  }

  #cell(element: Element): void {
    const row = element.parentNode
    const isFirst =
      row === null ||
      row.childNodes.find((node) => defaultTreeAdapter.isElementNode(node)) === element
    if (isFirst || this.#breaks > 0) return
    this.#write(' |')
    this.#blank = true
  }

  #note(element: Element, start: number): void {
    const end = this.#length
    if (element.tagName !== 'a') {
      this.#strong.push({ start, end })
      return
    }
    const url = unwrapUrl(attribute(element, 'href'))
    if (url === null) return
    const label = this.#from(start)
    this.#links.push({ start, end, label, url, role: attribute(element, 'class') })
  }

  /** The text from a place on; links are short, so few parts are looked at. */
  #from(start: number): string {
    let at = this.#length
    const words: string[] = []
    for (let part = this.#parts.length - 1; part >= 0 && at > start; part--) {
      const text = this.#parts[part] ?? ''
      at -= text.length
      words.unshift(text)
      if (words.length > 200) break
    }
    return words.join('').replace(/\s+/g, ' ').trim()
  }

  #write(text: string): void {
    this.#parts.push(text)
    this.#length += text.length
  }
}

function innerText(element: Element): string {
  return element.childNodes
    .map((node) => (defaultTreeAdapter.isTextNode(node) ? node.value : ''))
    .join('')
    .trim()
}

function attribute(element: Element, name: string): string {
  const found = element.attrs.find((one) => one.name === name)
  return found === undefined ? '' : found.value || name
}
