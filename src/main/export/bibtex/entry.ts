import type { Paper } from '@shared/model/paper'
import { isValidKey } from '@shared/text/citation-key'
import { biblatexFields } from './biblatex-fields'
import { bibtexFields } from './bibtex-fields'
import { entryComments } from './entry-comment'
import { extraFields } from './extra-fields'
import { entryKind, type RequiredField } from './entry-type'
import { holderOf, people } from './fields'
import { latexText, type Dialect } from './latex-text'

/**
 * One paper as an entry. Where its type of entry would make a style complain or print an empty
 * place, it is set as `@misc`, and a comment before it says why.
 */
export function bibEntry(paper: Paper, dialect: Dialect): string {
  const kind = entryKind(paper.type, dialect)
  const lacking = kind.required.filter((field) => !holds(paper, field))
  const entry = lacking.length === 0 ? kind.entry : 'misc'
  const key = isValidKey(paper.citationKey) ? paper.citationKey : `paper-${String(paper.id)}`
  const fields =
    dialect === 'bibtex' ? bibtexFields(paper, entry, key) : biblatexFields(paper, entry)
  const lines = [...fields, ...extraFields(paper, fields)]
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `  ${name} = ${name === 'month' ? value : `{${value}}`}`)
  return [
    ...entryComments(paper, dialect, kind.entry, lacking),
    `@${entry}{${key},`,
    lines.join(',\n'),
    '}'
  ].join('\n')
}

function holds(paper: Paper, field: RequiredField): boolean {
  const isNamed = people(paper, 'author', 'bibtex').value !== ''
  if (field === 'author') return isNamed
  if (field === 'people') return isNamed || people(paper, 'editor', 'bibtex').value !== ''
  if (field === 'year') return paper.issued !== ''
  const isHolder = field === 'school' || field === 'institution'
  const raw = isHolder ? holderOf(paper) : field === 'publisher' ? paper.publisher : paper.venue
  return latexText(raw, 'bibtex') !== ''
}
