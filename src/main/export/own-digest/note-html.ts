import { Marked, type Token, type Tokens } from 'marked'
import { isWebAddress } from '@shared/text/url'
import { escaped } from './escaped'

const markdown = new Marked({ gfm: true, breaks: true })
/** A note so long, or nested so deep, stands as it was written. */
const longest = 200_000
const deepest = 24

/** Elements that hold what stands in them, and no more. */
const plainElements: Readonly<Record<string, string>> = {
  ...{ paragraph: 'p', strong: 'strong', em: 'em', del: 'del', blockquote: 'blockquote' }
}

/**
 * A note's Markdown as HTML, element by element from its tokens: no text of it becomes markup, HTML within it
 * is shown as it was written, links lead to the web alone, and pictures are named, not fetched.
 */
export function noteHtml(text: string): string {
  if (text.length > longest) return asWritten(text)
  try {
    return markdown
      .lexer(text)
      .map((token) => htmlOf(token, 0))
      .join('')
  } catch {
    // Such as thousands of nested quotations.
    return asWritten(text)
  }
}

function asWritten(text: string): string {
  return `<pre>${escaped(text)}</pre>\n`
}

function htmlOf(token: Token, depth: number): string {
  const words = 'text' in token ? String(token.text) : token.raw
  const inner = (): string =>
    'tokens' in token && depth < deepest
      ? token.tokens.map((one) => htmlOf(one, depth + 1)).join('')
      : escaped(words)
  const element = plainElements[token.type]
  if (element !== undefined)
    return `<${element}>${inner()}</${element}>${isBlock(token) ? '\n' : ''}`
  switch (token.type) {
    case 'space':
    case 'def':
      return ''
    case 'heading': {
      const level = String(Math.min(6, Number(token['depth']) + 2))
      return `<h${level}>${inner()}</h${level}>\n`
    }
    case 'br':
      return '<br>'
    case 'hr':
      return '<hr>\n'
    case 'codespan':
      return `<code>${escaped(words)}</code>`
    case 'code':
      return `<pre>${escaped(words)}</pre>\n`
    case 'link': {
      const href = String(token['href'])
      return isWebAddress(href)
        ? `<a href="${escaped(href)}" rel="noopener noreferrer">${inner()}</a>`
        : inner()
    }
    case 'image':
      return escaped(words)
    case 'list':
      return listHtml(token as Tokens.List, depth)
    case 'table':
      return tableHtml(token as Tokens.Table, depth)
    case 'html':
      return escaped(token.raw)
    default:
      return inner()
  }
}

function isBlock({ type }: Token): boolean {
  return type === 'paragraph' || type === 'blockquote'
}

function listHtml({ ordered, start, items }: Tokens.List, depth: number): string {
  const element = ordered ? 'ol' : 'ul'
  const from = ordered && Number(start) > 1 ? ` start="${String(Number(start))}"` : ''
  const lines = items.map(({ tokens, task, checked }) => {
    const box = task ? (checked === true ? '☑ ' : '☐ ') : ''
    const inner = depth < deepest ? tokens.map((one) => htmlOf(one, depth + 1)).join('') : ''
    return `<li>${box}${inner}</li>\n`
  })
  return `<${element}${from}>\n${lines.join('')}</${element}>\n`
}

function tableHtml({ header, rows }: Tokens.Table, depth: number): string {
  const row = (cells: readonly Tokens.TableCell[], element: 'th' | 'td'): string =>
    `<tr>${cells
      .map(({ tokens }) => {
        const inner = tokens.map((one) => htmlOf(one, depth + 1)).join('')
        return `<${element}>${inner}</${element}>`
      })
      .join('')}</tr>\n`
  return `<table>\n${row(header, 'th')}${rows.map((cells) => row(cells, 'td')).join('')}</table>\n`
}
