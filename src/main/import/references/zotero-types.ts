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

/** Entries of BibLaTeX, and their subtypes, that say more than the model's type does. */
const entries: Readonly<Record<string, readonly [entry: string, subtype?: string]>> = {
  ...{ newspaperArticle: ['', 'newspaper'], magazineArticle: ['', 'magazine'] },
  ...{ manuscript: ['unpublished'], presentation: ['unpublished'], standard: ['standard'] },
  ...{ encyclopediaArticle: ['inreference'], dictionaryEntry: ['inreference'] },
  ...{ case: ['jurisdiction'], hearing: ['jurisdiction'], statute: ['legislation'] },
  ...{ bill: ['legislation'], patent: ['patent'], artwork: ['artwork'] },
  ...{ letter: ['letter'], email: ['letter'] },
  ...{ audioRecording: ['audio'], podcast: ['audio'], radioBroadcast: ['audio'] },
  ...{ film: ['video', 'film'], videoRecording: ['video', 'video'] },
  tvBroadcast: ['video', 'tvbroadcast']
}

/** Fields that keep what the model's type does not say. */
export function zoteroEntry(itemType: string): Record<string, string> {
  const [entry = '', subtype = ''] = entries[itemType] ?? []
  return {
    ...(entry === '' ? {} : { entrytype: entry }),
    ...(subtype === '' ? {} : { entrysubtype: subtype })
  }
}
