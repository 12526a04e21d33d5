import { words } from '@shared/messages/words'
import type { OwnDigest, OwnDigestPaper } from '@shared/model/own-digest'
import { displaySegments } from '@shared/text/residue'
import { dataOf } from './data'
import { noteHtml } from './note-html'
import { addressOf, identifierText, peopleOf } from './references'
import { escaped } from './escaped'

/** Whether the data is within, for who reads it back; mails carry it beside. */
interface HtmlOptions {
  withData: boolean
}

/**
 * A digest as a page of its own: nothing is fetched or run, whatever the papers say. Readable in the light and
 * in the dark, and on paper.
 */
export function* toHtml(
  digest: OwnDigest,
  { withData }: HtmlOptions = { withData: true }
): Generator<string> {
  const { title, date, papers } = digest
  yield `<!DOCTYPE html>
<html lang="${words.ownDigest.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width">
<meta name="generator" content="Sheaf">
<title>${escaped(title)}</title>
<style>
${style}</style>
</head>
<body>
<main>
<header>
<h1>${escaped(title)}</h1>
<p>${escaped(words.ownDigest.about(date, papers.length))}</p>
</header>
`
  for (const paper of papers) yield `<article>\n${paperHtml(paper)}</article>\n`
  yield '</main>\n'
  if (withData) yield `<script type="application/json">${dataOf(digest)}</script>\n`
  yield '</body>\n</html>\n'
}

/** What a digest shows of one paper. */
export function paperHtml(paper: OwnDigestPaper): string {
  const { labels } = words.ownDigest
  const address = addressOf(paper)
  const title = rich(paper.title)
  const people = [...peopleOf(paper, 'author'), ...peopleOf(paper, 'editor')].join(', ')
  const about = [people, paper.venue, paper.issued.slice(0, 4)].filter((part) => part !== '')
  const marks = [
    ...paper.identifiers.map((one) => escaped(identifierText(one))),
    ...paper.links.map(({ kind, url }) => anchor(url, labels[kind])),
    ...(paper.citationKey === '' ? [] : [`<code>${escaped(paper.citationKey)}</code>`])
  ]
  return [
    `<h2>${address === '' ? title : `<a href="${escaped(address)}" rel="noopener noreferrer">${title}</a>`}</h2>\n`,
    about.length === 0 ? '' : `<p class="about">${escaped(about.join(' · '))}</p>\n`,
    marks.length === 0 ? '' : `<p class="marks">${marks.join(' · ')}</p>\n`,
    paper.note === '' ? '' : `<blockquote>\n${noteHtml(paper.note)}</blockquote>\n`,
    ...paper.abstract
      .split(/\n\s*\n/)
      .filter((part) => part.trim() !== '')
      .map((part) => `<p class="abstract">${rich(part.trim())}</p>\n`)
  ].join('')
}

function anchor(url: string, label: string): string {
  return `<a href="${escaped(url)}" rel="noopener noreferrer">${escaped(label)}</a>`
}

/** A title or abstract as it is best shown, with raised and lowered parts. */
function rich(raw: string): string {
  return displaySegments(raw)
    .map(({ kind, text }) =>
      kind === 'sup' || kind === 'sub' ? `<${kind}>${escaped(text)}</${kind}>` : escaped(text)
    )
    .join('')
}

const style = `:root { color-scheme: light dark; }
body { margin: 0; background: #fbfaf7; color: #1d1b17; font: 16px/1.5 Georgia, serif; }
main { max-width: 44em; margin: 0 auto; padding: 2em 1.25em 4em; }
h1 { margin: 0; font-size: 1.7em; line-height: 1.25; }
header p, .about, .marks { margin: 0.2em 0 0; color: #5b564c; font: 0.85em/1.5 system-ui, sans-serif; }
article { margin-top: 1.6em; padding-top: 1.3em; border-top: 1px solid #e4e0d6; }
h2 { margin: 0; font-size: 1.15em; line-height: 1.35; overflow-wrap: anywhere; }
a { color: #24695c; }
h2 a { color: inherit; text-decoration: none; }
h2 a:hover { text-decoration: underline; }
p { overflow-wrap: anywhere; }
.abstract { margin: 0.7em 0 0; }
blockquote { margin: 0.8em 0 0; padding: 0.1em 0 0.1em 0.9em; border-left: 3px solid #24695c; }
blockquote > :first-child { margin-top: 0; }
blockquote > :last-child { margin-bottom: 0; }
pre { overflow: auto; }
code, pre { font: 0.88em/1.5 ui-monospace, monospace; }
@media (prefers-color-scheme: dark) {
body { background: #171614; color: #e9e5dc; }
header p, .about, .marks { color: #aaa498; }
article { border-color: #3a3731; }
a { color: #6fbfae; }
blockquote { border-color: #6fbfae; }
}
@media print {
body { background: none; color: #000; font-size: 11pt; }
main { max-width: none; padding: 0; }
article { break-inside: avoid; }
}
`
