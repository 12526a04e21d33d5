import type { PaperType } from '@shared/model/paper'

const codes: Readonly<Record<PaperType, string>> = {
  'article-journal': 'jour jfull ejour mgzn news abst inpr journalarticle magazinearticle article',
  'paper-conference': 'conf cpaper proceedingspaper conferencepaper conferenceproceedings',
  article: 'unpb unpd preprint',
  book: 'book ebook edbook',
  chapter: 'chap echap encyc dict bookchapter booksection',
  thesis: 'thes thesis',
  report: 'rprt stand govdoc report',
  dataset: 'data aggr dbase dataset',
  software: 'comp computerprogram software',
  webpage: 'elec blog web webpage',
  document: ''
}
const types: ReadonlyMap<string, PaperType> = new Map(
  (Object.keys(codes) as PaperType[]).flatMap((type) =>
    codes[type].split(' ').map((code): [string, PaperType] => [code, type])
  )
)

/** The model's type for one of RIS (`JOUR`, or spelt out as some write it); null where none is given. */
export function risType(code: string): PaperType | null {
  if (code === '') return null
  return types.get(code.toLowerCase().replace(/[^a-z]/g, '')) ?? 'document'
}
