import type { PaperType } from '../model/paper'

/** Types of entries of BibTeX and BibLaTeX (its manual, section 2.1) by ours. */
const names: Readonly<Record<PaperType, string>> = {
  'article-journal': 'article periodical suppperiodical',
  'paper-conference': 'inproceedings conference',
  article: 'unpublished',
  book: 'book mvbook collection mvcollection proceedings mvproceedings booklet reference mvreference',
  chapter: 'incollection inbook bookinbook suppbook suppcollection inreference',
  thesis: 'thesis phdthesis mastersthesis',
  report: 'report techreport manual standard',
  dataset: 'dataset',
  software: 'software',
  webpage: 'online electronic www',
  document:
    'misc patent artwork audio commentary image jurisdiction legislation legal letter movie music performance review video'
}

/** Our types by the names of entries, in lower case. */
export const typesOfEntries: ReadonlyMap<string, PaperType> = new Map(
  (Object.keys(names) as PaperType[]).flatMap((type) =>
    names[type].split(' ').map((name): [string, PaperType] => [name, type])
  )
)

/** Entries that say no more than our type does. */
const plain: ReadonlySet<string> = new Set(
  'article inproceedings conference book incollection thesis phdthesis report techreport dataset software online electronic www misc'.split(
    ' '
  )
)

/** Whether an entry's own name is worth keeping beside our type. */
export function saysMore(entry: string): boolean {
  return typesOfEntries.has(entry) && !plain.has(entry)
}
