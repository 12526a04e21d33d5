import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import type { WritableDb } from '../database/handle'
import { addExtraFields } from '../library/extra-fields'
import { change } from '../library/journal'
import { editByUser } from '../library/paper-changes'
import { getPapers } from '../library/papers'

/**
 * Gives a paper what an entry says that the user changed by hand: as one edit of the user's.
 * @throws AppError `invalid-input` for an entry that says nothing of a paper
 */
export async function correctByEntry(
  db: WritableDb,
  paperId: number,
  entry: string
): Promise<void> {
  // The reader is only needed now.
  const { parseBibtex } = await import('../import/bibtex')
  const [parsed] = parseBibtex(entry, '.bib').digests[0]?.papers ?? []
  const [paper] = getPapers(db, [paperId])
  if (parsed === undefined || paper === undefined)
    throw new AppError('invalid-input', words.latex.emptyEntry)
  const { title, says, extra } = parsed
  const { type, abstract, issued, venue, volume, issue, pages, publisher, language } = paper
  const { creators, identifiers, links } = paper
  change(db, { kind: 'edit', count: 1, name: paper.title }, (tx) => {
    editByUser(tx, paperId, {
      ...{ type, abstract, issued, venue, volume, issue, pages, publisher, language },
      ...{ creators, identifiers, links },
      ...says,
      title
    })
    if (extra !== undefined) addExtraFields(tx, paperId, extra, '.bib')
  })
}
