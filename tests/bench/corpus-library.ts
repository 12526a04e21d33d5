import { mkdirSync } from 'node:fs'
import type { WritableDb } from '../../src/main/database/handle'
import { openLibrary } from '../../src/main/database/open'
import { LongChange } from '../../src/main/library/long-change'
import { addPaper } from '../../src/main/library/paper-changes'
import type { SearchDocument } from '../../src/main/search/document'
import { parseName } from '../../src/shared/text/person-name'

/** A library with papers of the shared corpus, in a new folder at `place`. */
export function corpusLibrary(papers: readonly SearchDocument[], place: string): WritableDb {
  mkdirSync(place)
  const db = openLibrary(place)
  const long = new LongChange(db)
  for (let from = 0; from < papers.length; from += 500)
    long.slice((tx) => {
      for (const { title, abstract, people, venue, year } of papers.slice(from, from + 500))
        addPaper(tx, {
          ...{ title, abstract, venue, issued: /^\d{4}$/.test(year) ? year : '' },
          creators: people
            .split('; ')
            .filter((name) => name !== '')
            .map((name) => ({ role: 'author' as const, name: parseName(name) }))
        })
    })
  long.finish({ kind: 'import', count: papers.length, name: '' })
  return db
}
