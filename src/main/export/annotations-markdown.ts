import type { Annotation } from '@shared/model/annotation'
import type { Paper } from '@shared/model/paper'
import { readable } from '@shared/text/quote'
import { plainText } from '@shared/text/residue'

/** A paper with its annotations, in the order of their places. */
export interface AnnotatedPaper {
  paper: Pick<Paper, 'title' | 'citationKey'>
  annotations: readonly Annotation[]
}

/**
 * Annotations as Markdown: for each paper its title, and every passage as a quotation with where it stands,
 * in the syntax for citations of Pandoc (`[@key, p. 4]`), its comment, and what its colour means and its tags.
 * @param colourNames what the user calls the colours, by number; empty for nothing
 */
export function annotationsAsMarkdown(
  papers: readonly AnnotatedPaper[],
  colourNames: readonly string[]
): string {
  return papers
    .map(({ paper: { title, citationKey }, annotations }) => {
      const items = annotations.map((one) => itemOf(one, citationKey, colourNames))
      return [`# ${escaped(plainText(title))} [@${citationKey}]`, ...items].join('\n\n')
    })
    .join('\n\n')
    .concat('\n')
}

function itemOf(
  { kind, target, comment, colour, tags }: Annotation,
  key: string,
  colourNames: readonly string[]
): string {
  const page = target.on === 'pdf' ? target.pageLabel || String(target.page + 1) : ''
  const cite = page === '' ? `[@${key}]` : `[@${key}, p. ${page}]`
  const isBeside = target.on === 'pdf' && kind !== 'highlight' && kind !== 'underline'
  const quote = isBeside ? '' : readable(target.quote?.exact ?? '')
  const about = [
    colourNames[colour] ?? '',
    ...tags.map(({ name }) => `#${name.replace(/\s+/g, '-')}`)
  ].filter((each) => each !== '')
  const parts = [
    quote === '' ? '' : `> ${escaped(quote)} ${cite}`,
    // A comment is Markdown itself.
    quote === '' ? `${comment.trim()} ${cite}`.trim() : comment.trim(),
    about.map(escaped).join(' · ')
  ]
  return parts.filter((each) => each !== '').join('\n\n')
}

/** Words as Markdown shows them as they are; mathematics between dollars stays mathematics. */
function escaped(text: string): string {
  return text
    .split(/(\$[^$]+\$)/)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part.replace(/[\\`*_[\]<>]/g, '\\$&').replace(/^([#+-]\s|\d+\.\s)/, '\\$1')
    )
    .join('')
}
