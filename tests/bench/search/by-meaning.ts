import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { closeLibrary, openLibrary } from '../../../src/main/database/open'
import { change } from '../../../src/main/library/journal'
import { addPaper } from '../../../src/main/library/paper-changes'
import { storeVectors, textsWithoutVector } from '../../../src/main/library/vectors'
import { Model } from '../../../src/main/meaning/model'
import { modelName } from '../../../src/main/meaning/name'
import { LibrarySearch } from '../../../src/main/search/library-search'
import { mean, ndcg, type Judged } from './judged'

const folder = resolve('resources/models', modelName)

/** What words and meaning find together, in a real library whose papers were learnt: nDCG@10; null without the model. */
export async function fused(
  scifact: Judged,
  csfcube: Judged
): Promise<{ scifact: number; csfcube: number } | null> {
  if (!existsSync(folder)) return null
  const model = await Model.load(folder)
  return {
    scifact: await inLibrary(scifact, model, async (search, numberOf) => {
      const all: number[] = []
      for (const { text, relevant } of scifact.queries) {
        const meaning = await model.embed(text)
        const { hits } = search.query({ text, limit: 10, view: { kind: 'library' }, meaning })
        all.push(
          ndcg(
            hits.map(({ id }) => numberOf(id)),
            relevant
          )
        )
      }
      return mean(all)
    }),
    csfcube: await inLibrary(csfcube, model, async (search, numberOf) => {
      const all: number[] = []
      for (const { title, abstract, relevant } of csfcube.queries) {
        const text = `${title}\n${abstract}`
        const meaning = await model.embed(text)
        const limit = csfcube.papers.length
        const found = search.related({ to: { kind: 'text', text }, lessLike: [], limit, meaning })
        const numbers = found.map(({ id }) => numberOf(id)).filter((id) => relevant.has(id))
        all.push(ndcg(numbers, relevant))
      }
      return mean(all)
    })
  }
}

async function inLibrary(
  { papers }: Judged,
  model: Model,
  measure: (search: LibrarySearch, numberOf: (id: number) => number) => Promise<number>
): Promise<number> {
  const place = mkdtempSync(join(tmpdir(), 'sheaf-bench-'))
  const db = openLibrary(place)
  try {
    const numbers = new Map<number, number>()
    change(db, { kind: 'import', count: papers.length, name: '' }, (tx) => {
      for (const { id, title, abstract } of papers)
        numbers.set(addPaper(tx, { ...nothingElse, title, abstract }), id)
    })
    const ids = [...numbers.keys()]
    const made: Parameters<typeof storeVectors>[2][number][] = []
    for (const { id, text, sum } of textsWithoutVector(db, modelName, ids))
      made.push({ id, sum, vector: await model.embed(text) })
    storeVectors(db, modelName, made)
    const search = new LibrarySearch(db, null)
    await search.catchUp()
    return await measure(search, (id) => numbers.get(id) ?? 0)
  } finally {
    closeLibrary(db)
    rmSync(place, { recursive: true })
  }
}

const nothingElse = {
  ...{ type: 'article' as const, issued: '', venue: '', volume: '', issue: '', pages: '' },
  ...{ publisher: '', language: 'en', creators: [], identifiers: [], links: [] }
}
