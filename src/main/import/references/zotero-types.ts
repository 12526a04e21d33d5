import type { PaperType } from '@shared/model/paper'

const names: Readonly<Record<PaperType, string>> = {
  'article-journal': 'journalArticle magazineArticle newspaperArticle',
  'paper-conference': 'conferencePaper presentation',
  article: 'preprint manuscript',
  book: 'book',
  chapter: 'bookSection encyclopediaArticle dictionaryEntry',
  thesis: 'thesis',
  report: 'report standard',
  dataset: 'dataset',
  software: 'computerProgram',
  webpage: 'webpage blogPost forumPost',
  document: 'document'
}
const types: ReadonlyMap<string, PaperType> = new Map(
  (Object.keys(names) as PaperType[]).flatMap((type) =>
    names[type].split(' ').map((name): [string, PaperType] => [name, type])
  )
)

/** The model's type for one of Zotero's; null where none is given. */
export function zoteroType(itemType: string): PaperType | null {
  return itemType === '' ? null : (types.get(itemType) ?? 'document')
}
