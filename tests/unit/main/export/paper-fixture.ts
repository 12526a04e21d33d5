import type { Paper } from '@shared/model/paper'
import { parseName } from '@shared/text/person-name'

/** A paper with nothing but a title; `given` says what differs. */
export function makePaper(given: Partial<Paper> = {}): Paper {
  return {
    ...{ id: 1, citationKey: 'key', type: 'article', title: 'A title', abstract: '', issued: '' },
    ...{ venue: '', volume: '', issue: '', pages: '', publisher: '', language: '' },
    ...{
      creators: [],
      identifiers: [],
      links: [],
      tags: [],
      collections: [],
      appearances: [],
      attachments: []
    },
    ...{ starred: false, read: false, trashed: false, addedAt: '', modifiedAt: '' },
    triage: 'kept',
    ...{ updatedAt: null, aliases: [], extra: [], statements: [] },
    note: { body: '', revision: 0, savedAt: '' },
    ...given
  }
}

/** Authors by their names as people type them. */
export function authors(...names: string[]): Paper['creators'] {
  return names.map((name) => ({ role: 'author', name: parseName(name) }))
}

/** One of an editor too. */
export function editors(...names: string[]): Paper['creators'] {
  return names.map((name) => ({ role: 'editor', name: parseName(name) }))
}
