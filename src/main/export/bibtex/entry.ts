import type { CitedPaper } from '@shared/model/paper'
import { isValidKey } from '@shared/text/citation-key'
import { biblatexFields } from './biblatex-fields'
import { bibtexFields } from './bibtex-fields'
import { entryDate, yearAndMonth } from './date'
import { entryComments } from './entry-comment'
import { entryKind, type RequiredField } from './entry-type'
import { institutionOf, people, type Fields } from './fields'
import type { Form } from './form'
import { KeptFields } from './kept'
import { latexText } from './latex-text'
import { macroFor, type Macro } from './macros'

/** What an entry's text needs around it. */
export interface WrittenEntry {
  text: string
  /** Abbreviations that it uses. */
  macros: readonly Macro[]
}

/** Fields that say something of other entries, which may not be in the file; Sheaf has given their parts already. */
const ofOthers: ReadonlySet<string> = new Set(
  'crossref xref xdata entryset related relatedtype relatedoptions relatedstring ids options execute entrytype'.split(
    ' '
  )
)
/** Fields of BibLaTeX's that are lists, parted by `and`. */
const lists: ReadonlySet<string> = new Set(
  'publisher location institution organization school origpublisher origlocation language'.split(
    ' '
  )
)
/** Spellings of what is written under another name. */
const elsewhere: Readonly<Record<string, string>> = {
  ...{ hdl: 'eprint', jstor: 'eprint', googlebooks: 'eprint', journal: 'journaltitle' },
  ...{ shortjournal: '', seriesnumber: '', section: '' }
}

/**
 * One paper as an entry. Where its type of entry would make a style complain or print an empty
 * place, it is set as `@misc` (unless the user wants it as it is), and a comment before it says why.
 */
export function bibEntry(paper: CitedPaper, form: Form): WrittenEntry {
  const kept = new KeptFields(paper, form)
  const kind = entryKind(paper, kept.raw('entrytype').toLowerCase(), kept.raw('type'), form)
  const lacking = kind.required.filter((field) => !holds(paper, field, kept, form))
  const isWhole = lacking.length === 0 || form.options.incomplete === 'as-it-is'
  const entry = isWhole ? kind.entry : 'misc'
  const key = isValidKey(paper.citationKey) ? paper.citationKey : `paper-${String(paper.id)}`
  const fields =
    form.dialect === 'bibtex'
      ? bibtexFields(paper, entry, kept, form, key)
      : biblatexFields(paper, entry, kept, form)
  const macros: Macro[] = []
  const lines: string[] = []
  for (const part of [fields, aliasField(paper, form), restOf(kept, fields)])
    for (const [name, written] of part) {
      if (written === '' || form.options.leftOut.includes(name)) continue
      const value = isBrokenList(name, written, form) ? `{${written}}` : written
      const macro = macroFor(name, value, form.macros)
      if (macro !== null) macros.push(macro)
      lines.push(
        `  ${name} = ${macro !== null ? macro.name : name === 'month' ? value : `{${value}}`}`
      )
    }
  const comments = form.options.comments ? entryComments(paper, form, kind.entry, lacking) : []
  const text = [...comments, `@${entry}{${key},`, lines.join(',\n'), '}'].join('\n')
  return { text, macros }
}

/** Whether Biber would find an empty item in it: then it is one item, in braces of its own. */
function isBrokenList(name: string, value: string, { dialect }: Form): boolean {
  if (dialect !== 'biblatex' || !lists.has(name)) return false
  return /^and\s|\sand\s+and(?:\s|$)|\sand$|^and$/i.test(value.trim())
}

/** Keys of old, by which BibLaTeX finds the entry too. */
function aliasField(paper: CitedPaper, { dialect }: Form): Fields {
  if (paper.aliases.length === 0) return []
  const aliases = paper.aliases.filter((key) => isValidKey(key) && key !== paper.citationKey)
  return [['ids', dialect === 'biblatex' ? aliases.join(',') : '']]
}

function restOf(kept: KeptFields, written: Fields): Fields {
  if (kept.isEmpty) return []
  const own = new Set(written.filter(([, value]) => value !== '').map(([name]) => name))
  return kept
    .rest()
    .filter(([name]) => !own.has(name) && !ofOthers.has(name) && !own.has(elsewhere[name] ?? name))
}

function holds(paper: CitedPaper, field: RequiredField, kept: KeptFields, form: Form): boolean {
  const isNamed = people(paper, 'author', form).value !== ''
  if (field === 'title') return kept.raw('untitled') !== paper.title
  if (field === 'author') return isNamed
  if (field === 'people') return isNamed || people(paper, 'editor', form).value !== ''
  if (field === 'year') {
    const { edtf, words } = entryDate(paper, kept)
    return yearAndMonth(edtf).year !== '' || latexText(words, form.letters) !== ''
  }
  if (field === 'pages') return paper.pages !== ''
  if (field === 'note')
    return kept.raw('note') !== '' || paper.identifiers.some(({ scheme }) => scheme === 'arxiv')
  if (field === 'school' || field === 'institution')
    return latexText(institutionOf(paper), 'bibtex') !== '' || kept.raw(field) !== ''
  if (field === 'journal' && form.options.preprints === 'article' && paper.type === 'article')
    return true
  return latexText(field === 'publisher' ? paper.publisher : paper.venue, 'bibtex') !== ''
}
