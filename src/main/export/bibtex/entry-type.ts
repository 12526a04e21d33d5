import type { PaperType } from '@shared/model/paper'
import type { Dialect } from './latex-text'

/** Fields that BibTeX's standard styles (btxbst.doc) ask for; `people` is an author or an editor. */
export type RequiredField =
  'author' | 'people' | 'year' | 'journal' | 'booktitle' | 'publisher' | 'school' | 'institution'

interface EntryKind {
  entry: string
  required: readonly RequiredField[]
}

const bibtexKinds: Readonly<Record<PaperType, EntryKind>> = {
  'article-journal': { entry: 'article', required: ['author', 'journal', 'year'] },
  'paper-conference': { entry: 'inproceedings', required: ['author', 'booktitle', 'year'] },
  article: { entry: 'misc', required: [] },
  book: { entry: 'book', required: ['people', 'publisher', 'year'] },
  chapter: { entry: 'incollection', required: ['author', 'booktitle', 'publisher', 'year'] },
  thesis: { entry: 'phdthesis', required: ['author', 'school', 'year'] },
  report: { entry: 'techreport', required: ['author', 'institution', 'year'] },
  dataset: { entry: 'misc', required: [] },
  software: { entry: 'misc', required: [] },
  webpage: { entry: 'misc', required: [] },
  document: { entry: 'misc', required: [] }
}

/** Entry types of BibLaTeX; only the name of what holds a paper decides whether a type fits. */
const biblatexKinds: Readonly<Record<PaperType, EntryKind>> = {
  'article-journal': { entry: 'article', required: ['journal'] },
  'paper-conference': { entry: 'inproceedings', required: ['booktitle'] },
  article: { entry: 'online', required: [] },
  book: { entry: 'book', required: [] },
  chapter: { entry: 'incollection', required: ['booktitle'] },
  thesis: { entry: 'thesis', required: [] },
  report: { entry: 'report', required: [] },
  dataset: { entry: 'dataset', required: [] },
  software: { entry: 'software', required: [] },
  webpage: { entry: 'online', required: [] },
  document: { entry: 'misc', required: [] }
}

/** The entry a type of paper asks for, and what that entry cannot do without. */
export function entryKind(type: PaperType, dialect: Dialect): EntryKind {
  return (dialect === 'bibtex' ? bibtexKinds : biblatexKinds)[type]
}
