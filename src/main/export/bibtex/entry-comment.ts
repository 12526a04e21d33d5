import { missingFrom } from '@shared/model/missing'
import type { CitedPaper } from '@shared/model/paper'
import type { RequiredField } from './entry-type'
import { people } from './fields'
import type { Form } from './form'
import { emojiIn } from './latex-text'

/**
 * Lines before an entry that BibTeX and Biber pass over: what its citation lacks, and what could not
 * be written. They never hold an at sign, which begins an entry even behind a percent sign.
 */
export function entryComments(
  paper: CitedPaper,
  form: Form,
  wantedEntry: string,
  lacking: readonly RequiredField[]
): string[] {
  const lines: string[] = []
  const missing = new Set<string>(missingFrom(paper).map((field) => wordFor(field, paper)))
  for (const field of lacking) missing.add(wordFor(field, paper))
  if (missing.size > 0)
    lines.push(`Incomplete: ${[...missing].map((field) => `no ${field}`).join(', ')}.`)
  if (lacking.length > 0 && form.options.incomplete === 'misc') {
    const words = lacking.map((field) => wordFor(field, paper)).join(' and ')
    lines.push(`Set as misc for now: an entry of type ${wantedEntry} needs its ${words}.`)
  }
  const { left } = people(paper, 'author', form)
  if (left > 0)
    lines.push(`${String(left)} more authors stand behind "and others": BibTeX holds no more.`)
  const emoji = new Set(emojiIn(paper.title))
  if (emoji.size > 0)
    lines.push(`Left out of the title, because LaTeX cannot set it: ${[...emoji].join(' ')}`)
  return lines.map((line) => `% ${line}`)
}

function wordFor(field: string, paper: CitedPaper): string {
  if (field === 'people') return 'author'
  if (field === 'booktitle') return paper.type === 'chapter' ? 'book title' : 'proceedings title'
  if (field !== 'venue') return field
  return paper.type === 'article-journal' ? 'journal' : wordFor('booktitle', paper)
}
