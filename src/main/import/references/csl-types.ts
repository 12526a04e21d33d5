import type { PaperType } from '@shared/model/paper'
import { paperTypes } from '@shared/model/kinds'

/** Types of CSL 1.0.2 that the model does not have, under the nearest that it has. */
const nearest: Readonly<Partial<Record<PaperType, string>>> = {
  'article-journal': 'article-magazine article-newspaper review review-book periodical',
  article: 'manuscript',
  book: 'classic collection pamphlet',
  chapter: 'entry entry-dictionary entry-encyclopedia',
  report: 'standard',
  'paper-conference': 'speech',
  webpage: 'post post-weblog'
}
const types: ReadonlyMap<string, PaperType> = new Map([
  ...paperTypes.map((type): [string, PaperType] => [type, type]),
  ...Object.entries(nearest).flatMap(([type, names]) =>
    names.split(' ').map((name): [string, PaperType] => [name, type as PaperType])
  )
])

/** The model's type for one of CSL; null where none is given. */
export function cslType(name: string): PaperType | null {
  return name === '' ? null : (types.get(name) ?? 'document')
}
