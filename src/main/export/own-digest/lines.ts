import { words } from '@shared/messages/words'
import type { OwnDigest, OwnDigestPaper } from '@shared/model/own-digest'
import { identifierText, peopleOf } from './references'

/** How Markdown and plain text set the same lines. */
interface Setting {
  title: (title: string) => string
  heading: (place: number, title: string) => string
  /** What stands before every line of a paper but its heading. */
  indent: string
  field: (label: string, value: string) => string
  url: (url: string) => string
  escape: (text: string) => string
}

/** A digest as Markdown (CommonMark). A note stands in it as it was written. */
export function toMarkdown(digest: OwnDigest): Generator<string> {
  return write(digest, {
    title: (title) => `# ${title}`,
    heading: (place, title) => `## ${String(place)}. ${title}`,
    indent: '',
    field: (label, value) => `- ${label}: ${value}`,
    url: (url) => `<${url}>`,
    escape: (text) =>
      text
        .replace(/[\\`*_[\]<>#|~$&]/g, '\\$&')
        .replace(/^[-+=]/gm, '\\$&')
        .replace(/^(\d+)([.)])/gm, '$1\\$2')
  })
}

/** A digest as plain text. */
export function toText(digest: OwnDigest): Generator<string> {
  return write(digest, {
    title: (title) => title,
    heading: (place, title) => `[${String(place)}] ${title}`,
    indent: '    ',
    field: (label, value) => `${label}: ${value}`,
    url: (url) => url,
    // So that no line of an abstract is taken for one of a note.
    escape: (text) => text.replace(/^[\\>]/gm, '\\$&')
  })
}

/**
 * The digest's title, then a line that tells it from other texts, then each paper: its heading, a line for
 * each thing that is known of it, what the reader noted as a quotation, the abstract.
 */
function* write({ title, date, papers }: OwnDigest, setting: Setting): Generator<string> {
  const made = `${date} · ${words.ownDigest.papers(papers.length)} · Sheaf`
  yield `${setting.title(setting.escape(oneLine(title)))}\n\n${made}\n`
  for (const [index, paper] of papers.entries()) {
    const heading = setting.heading(index + 1, setting.escape(oneLine(paper.title)))
    const lines = paperLines(paper, setting).map((line) =>
      line === '' ? '' : `${setting.indent}${line}`
    )
    yield `\n${[heading, ...lines].join('\n')}\n`
  }
}

function paperLines(paper: OwnDigestPaper, { field, url, escape }: Setting): string[] {
  const { labels } = words.ownDigest
  const line = (label: string, value: string): string[] =>
    oneLine(value) === '' ? [] : [field(label, escape(oneLine(value)))]
  const people = (role: 'author' | 'editor'): string => peopleOf(paper, role).join('; ')
  const known = [
    ...line(labels.authors, people('author')),
    ...line(labels.editors, people('editor')),
    ...line(labels.venue, paper.venue),
    ...line(labels.date, paper.issued),
    ...paper.identifiers.flatMap((one) => {
      const [scheme = '', ...value] = identifierText(one).split(':')
      return line(scheme, value.join(':'))
    }),
    ...paper.links.map((link) => field(labels[link.kind], url(plainAddress(link.url)))),
    ...line(labels.key, paper.citationKey)
  ]
  const note = linesOf(paper.note).map((one) => (one === '' ? '>' : `> ${one}`))
  const abstract = linesOf(paper.abstract.trim()).map((one) => escape(one.trim()))
  return [known, note, abstract].filter((part) => part.length > 0).flatMap((part) => ['', ...part])
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.replace(/\r\n?/g, '\n').split('\n')
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** An address of which no sign ends it. */
function plainAddress(url: string): string {
  return url.replace(/[\s<>\\]/g, (sign) => encodeURIComponent(sign))
}
