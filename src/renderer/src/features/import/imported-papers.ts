import type { Digest } from '@shared/model/digest'
import { words } from '../../messages/words'
import type { ImportReport } from '@shared/model/import-report'
import { startOfAbstract } from './source-segments'

/** A paper of an import as the sheet lists it. */
export interface ImportedPaper {
  paperId: number
  /** Null until the digest's text is there. */
  position: number | null
  title: string
  /** Who wrote it, where and when; the beginning of its abstract where nothing of that is known. */
  about: string
  /** What became of it, or will, in a word. */
  status: string
  isNew: boolean
}

/** Ids of the digests that an import touched, in its order. */
export function digestsOf(items: ImportReport['items']): number[] {
  return [...new Set(items.map(({ digestId }) => digestId))]
}

/** The papers an import found in one digest, with what the library says of them by now. */
export function importedPapers(
  items: ImportReport['items'],
  digestId: number,
  digest: Digest | null
): ImportedPaper[] {
  const known = digest?.id === digestId ? digest : null
  const byPaper = new Map(known?.appearances.map((each) => [each.paperId, each]))
  return items
    .filter((item) => item.digestId === digestId)
    .map(({ paperId, title, status, trashed, triage }) => {
      const place = byPaper.get(paperId)
      return {
        ...{ paperId, status: words.imports.status({ status, trashed, triage }) },
        isNew: status === 'added' && !trashed,
        position: place?.position ?? null,
        title: place?.title ?? title,
        about: known && place ? aboutOf(known.rawText, place) : ''
      }
    })
}

function aboutOf(rawText: string, place: Digest['appearances'][number]): string {
  const known = [place.authors, place.venue, place.year].filter((part) => part !== '')
  return known.length > 0 ? known.join(' · ') : startOfAbstract(rawText, place)
}
