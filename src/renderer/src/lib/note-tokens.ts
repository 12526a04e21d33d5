import { Marked, type Token, type Tokens, type TokensList } from 'marked'

/** A formula in a note. */
export interface FormulaToken extends Tokens.Generic {
  type: 'formula'
  raw: string
  tex: string
  isDisplay: boolean
}

/** `[[key]]`, or `[[key|words]]`: a link to the paper that has this citation key. */
export interface PaperLinkToken extends Tokens.Generic {
  type: 'paper-link'
  raw: string
  key: string
  /** What is shown; empty for the key itself. */
  words: string
}

/** `$…$` as Pandoc has it: nothing blank within its marks, and no digit behind, so that prices are none. */
const inline = /^\$(?![\s$])((?:\\[^]|[^$\\])+?)(?<!\s)\$(?!\d)/
const displayed = /^(?:\$\$((?:\\[^]|[^$\\])+?)\$\$|\\\[([^]+?)\\\])/
const bracketed = /^\\\(([^]+?)\\\)/
const paperLink = /^\[\[([^\]|\n]+)(?:\|([^\]\n]+))?\]\]/

const noteMarkdown = new Marked({
  gfm: true,
  breaks: true,
  extensions: [
    {
      name: 'formula',
      level: 'block',
      start: (text) => startOf(text, /\n {0,3}(?:\$\$|\\\[)/),
      tokenizer(text) {
        const match = /^ {0,3}(?:\$\$|\\\[)/.test(text) ? displayed.exec(text.trimStart()) : null
        if (match === null) return undefined
        const indent = text.length - text.trimStart().length
        const rest = text.slice(indent + match[0].length)
        const end = /^[ \t]*(?:\n|$)/.exec(rest)
        if (end === null) return undefined
        const raw = text.slice(0, indent + match[0].length + end[0].length)
        return { type: 'formula', raw, tex: match[1] ?? match[2] ?? '', isDisplay: true }
      }
    },
    {
      name: 'formula',
      level: 'inline',
      start: (text) => startOf(text, /\$|\\[[(]/),
      tokenizer(text) {
        const wide = displayed.exec(text)
        const match = wide ?? bracketed.exec(text) ?? inline.exec(text)
        if (match === null) return undefined
        const tex = match[1] ?? match[2] ?? ''
        return { type: 'formula', raw: match[0], tex, isDisplay: wide !== null }
      }
    },
    {
      name: 'paper-link',
      level: 'inline',
      start: (text) => startOf(text, /\[\[/),
      tokenizer(text) {
        const [raw, key = '', words = ''] = paperLink.exec(text) ?? []
        if (raw === undefined || key.trim() === '') return undefined
        return { type: 'paper-link', raw, key: key.trim(), words: words.trim() }
      }
    }
  ]
})

/** A note's Markdown, with formulas and links to papers, taken apart. */
export function tokensOf(markdown: string): TokensList {
  return noteMarkdown.lexer(markdown)
}

export function isFormula(token: Token): token is FormulaToken {
  return token.type === 'formula'
}

export function isPaperLink(token: Token): token is PaperLinkToken {
  return token.type === 'paper-link'
}

function startOf(text: string, sign: RegExp): number | undefined {
  return sign.exec(text)?.index
}
