import { firstMarked } from '@shared/model/first-marked'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Worker } from 'node:worker_threads'
import { closeLibrary } from '../../../src/main/database/open'
import { change } from '../../../src/main/library/journal'
import { editPaper } from '../../../src/main/library/paper-changes'
import { getPapers } from '../../../src/main/library/papers'
import { SearchClient } from '../../../src/main/search/client'
import type { SearchDocument } from '../../../src/main/search/document'
import { corpusLibrary } from '../corpus-library'
import { percentile } from './measure'

/**
 * A library of these papers with its search in a worker thread, as the app has it: how long the process
 * beside it is held up while the index is built and asked, how long a change takes to be found, and what a
 * start from the files takes.
 */
export async function inLibrary(
  papers: readonly SearchDocument[],
  queries: readonly string[],
  { folder, worker }: { folder: string; worker: string }
): Promise<{
  rebuildMs: number
  /** While the index is built and asked; and while this process changes papers itself, commits and all. */
  askedDelayMs: number
  changedDelayMs: number
  changeMs: number
  startMs: number
  answerMs: number
}> {
  const place = join(folder, 'library')
  const db = corpusLibrary(papers, place)
  const client = (): SearchClient =>
    new SearchClient(() => new Worker(worker, { workerData: { folder: place } }))
  const first = client()
  const view = { kind: 'library' } as const
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const started = performance.now()
  const building = first.catchUp()
  const built = { at: 0 }
  void building.then(() => {
    built.at = performance.now()
  })
  for (let at = 0; built.at === 0; at++) {
    await first.query({
      ...{ text: queries[at % queries.length] ?? '', limit: 50, view, marked: firstMarked }
    })
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  const rebuildMs = built.at - started
  const answers: number[] = []
  for (const text of queries) {
    const asked = performance.now()
    await first.query({ text, limit: 50, view, marked: firstMarked })
    answers.push(performance.now() - asked)
  }
  const askedDelayMs = delay.max / 1e6
  delay.reset()
  const changes: number[] = []
  for (let at = 0; at < 30; at++) {
    const [paper] = getPapers(db, [at * 7 + 1])
    if (paper === undefined) continue
    const { type, title, abstract, issued, venue, volume, issue, pages, publisher, language } =
      paper
    const { creators, identifiers, links } = paper
    const word = `zyx${String.fromCharCode(97 + (at % 26))}qv`
    change(db, { kind: 'edit', count: 1, name: '' }, (tx) => {
      editPaper(tx, paper.id, {
        ...{ type, title: `${title} ${word}`, abstract, issued, venue, volume, issue, pages },
        ...{ publisher, language, creators, identifiers, links }
      })
    })
    const asked = performance.now()
    const { total } = await first.query({ text: word, limit: 50, view })
    changes.push(performance.now() - asked)
    if (total === 0) throw new Error('A change was not found.')
  }
  delay.disable()
  await first.close()
  const again = client()
  const restarted = performance.now()
  await again.query({ text: 'graph', limit: 50, view })
  const startMs = performance.now() - restarted
  await again.close()
  closeLibrary(db)
  rmSync(place, { recursive: true })
  return {
    ...{ rebuildMs, askedDelayMs, changedDelayMs: delay.max / 1e6, startMs },
    changeMs: percentile(changes, 0.95),
    answerMs: percentile(answers, 0.95)
  }
}
