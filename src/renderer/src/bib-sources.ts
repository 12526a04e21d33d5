import type { BibSource } from '@shared/model/latex'
import type { Sidebar } from '@shared/model/view'
import { collectionPath } from './features/organise/tree'
import { words } from './messages/words'

/** All that a project's `.bib` may hold, by the names that the user gave. */
export function bibSources(
  content: Pick<Sidebar, 'collections' | 'searches' | 'tags'> | null
): { source: BibSource; name: string }[] {
  const w = words.latex.project
  const collections = content?.collections ?? []
  return [
    { source: { kind: 'cited' }, name: w.sources.cited },
    ...collections.map(({ id }) => ({
      ...{ source: { kind: 'collection' as const, id } },
      name: w.collection(collectionPath(collections, id))
    })),
    ...(content?.searches ?? []).map(({ id, name }) => ({
      ...{ source: { kind: 'search' as const, id }, name: w.search(name) }
    })),
    ...(content?.tags ?? []).map(({ id, name }) => ({
      ...{ source: { kind: 'tag' as const, id }, name: w.tag(name) }
    })),
    { source: { kind: 'library' }, name: w.sources.library }
  ]
}
