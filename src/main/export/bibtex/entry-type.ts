import type { CitedPaper, PaperType } from '@shared/model/paper'
import { typesOfEntries } from '@shared/text/entry-types'
import type { Form } from './form'
import type { Dialect } from './latex-text'

/** Fields that BibTeX's standard styles (btxbst.doc) ask for; `people` is an author or an editor. */
export type RequiredField =
  | 'title'
  | 'author'
  | 'people'
  | 'year'
  | 'journal'
  | 'booktitle'
  | 'publisher'
  | 'school'
  | 'institution'
  | 'pages'
  | 'note'

interface EntryKind {
  entry: string
  required: readonly RequiredField[]
}

const bibtexRequired: Readonly<Record<string, readonly RequiredField[]>> = {
  article: ['author', 'journal', 'year'],
  book: ['people', 'publisher', 'year'],
  booklet: [],
  inbook: ['people', 'pages', 'publisher', 'year'],
  incollection: ['author', 'booktitle', 'publisher', 'year'],
  inproceedings: ['author', 'booktitle', 'year'],
  manual: [],
  mastersthesis: ['author', 'school', 'year'],
  misc: [],
  phdthesis: ['author', 'school', 'year'],
  proceedings: ['year'],
  techreport: ['author', 'institution', 'year'],
  unpublished: ['author', 'note']
}

/** In BibLaTeX only the name of what holds a paper decides whether a type fits. */
const biblatexRequired: Readonly<Record<string, readonly RequiredField[]>> = {
  article: ['journal'],
  inproceedings: ['booktitle'],
  incollection: ['booktitle'],
  inbook: ['booktitle']
}

const entries: Readonly<Record<PaperType, Readonly<Record<Dialect, string>>>> = {
  'article-journal': { bibtex: 'article', biblatex: 'article' },
  'paper-conference': { bibtex: 'inproceedings', biblatex: 'inproceedings' },
  article: { bibtex: 'misc', biblatex: 'online' },
  book: { bibtex: 'book', biblatex: 'book' },
  chapter: { bibtex: 'incollection', biblatex: 'incollection' },
  thesis: { bibtex: 'phdthesis', biblatex: 'thesis' },
  report: { bibtex: 'techreport', biblatex: 'report' },
  dataset: { bibtex: 'misc', biblatex: 'dataset' },
  software: { bibtex: 'misc', biblatex: 'software' },
  webpage: { bibtex: 'misc', biblatex: 'online' },
  document: { bibtex: 'misc', biblatex: 'misc' }
}

/** Entries of BibLaTeX's that BibTeX has under another name; the rest of them is `misc` there. */
const bibtexNames: Readonly<Record<string, string>> = {
  ...{ collection: 'book', mvbook: 'book', mvcollection: 'book', reference: 'book' },
  ...{ mvreference: 'book', mvproceedings: 'proceedings', conference: 'inproceedings' },
  ...{ bookinbook: 'inbook', suppbook: 'inbook', suppcollection: 'incollection' },
  ...{ inreference: 'incollection', standard: 'techreport', suppperiodical: 'article' }
}
const biblatexNames: Readonly<Record<string, string>> = {
  ...{ conference: 'inproceedings', mastersthesis: 'thesis', phdthesis: 'thesis' },
  ...{ techreport: 'report', electronic: 'online', www: 'online' }
}

/**
 * The entry a paper asks for, and what that entry cannot do without. `kept` is the entry that it came as,
 * which holds as long as the paper's type is one that it stands for; `kind` says what thesis it is.
 */
export function entryKind(paper: CitedPaper, kept: string, kind: string, form: Form): EntryKind {
  const entry = entryOf(paper, kept, kind, form)
  const required = form.dialect === 'bibtex' ? bibtexRequired : biblatexRequired
  const needed = required[entry] ?? []
  return { entry, required: entry === 'misc' ? [] : ['title', ...needed] }
}

function entryOf(paper: CitedPaper, kept: string, kind: string, form: Form): string {
  const { dialect, options } = form
  if (typesOfEntries.get(kept) === paper.type) {
    if (dialect === 'biblatex') return biblatexNames[kept] ?? kept
    const name = bibtexNames[kept] ?? kept
    return name in bibtexRequired ? name : 'misc'
  }
  if (paper.type === 'article' && options.preprints !== 'online') return options.preprints
  if (paper.type === 'thesis' && dialect === 'bibtex' && isMasters(kind)) return 'mastersthesis'
  return entries[paper.type][dialect]
}

/** Whether a kind of thesis is less than a doctor's. */
export function isMasters(kind: string): boolean {
  return /master|mathesis|\bm\.?\s?(?:sc|a|phil|res|eng)\b|magister|diplom|laurea|licen[cs]i|bachelor|\bb\.?\s?(?:sc|a)\b/i.test(
    kind
  )
}
