import { rmSync, writeFileSync, readdirSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { AppError } from '@shared/ipc/error'
import type { PaperFields } from '@shared/model/paper'
import type { WritableDb } from '../../../../src/main/database/handle'
import { change, undo } from '../../../../src/main/library/journal'
import {
  addPaper,
  editPaper,
  setState,
  trashPapers
} from '../../../../src/main/library/paper-changes'
import { addTag } from '../../../../src/main/library/tags'
import { SearchClient } from '../../../../src/main/search/client'
import { fields, insertPaper, newLibrary, temporaryFolder } from '../../support/library'
import { buildWorkers } from '../../support/worker-bundle'

const limit = 100
const label = { kind: 'edit' as const, count: 1, name: '' }
let startWorker: (folder: string) => Worker
let workers: Worker[] = []
let client: SearchClient
let folder: string
let db: WritableDb

beforeAll(async () => {
  const { search } = await buildWorkers({ search: 'search/worker.ts' })
  startWorker = (folder) => search({ workerData: { folder } })
})

afterEach(async () => {
  await client.close()
})

function newClient(): SearchClient {
  workers = []
  client = new SearchClient(() => {
    const worker = startWorker(folder)
    workers.push(worker)
    return worker
  })
  return client
}

function start(): void {
  folder = temporaryFolder()
  db = newLibrary(folder)
  newClient()
}

function addMany(count: number, paper: (at: number) => Partial<PaperFields>): number[] {
  return change(db, label, (tx) =>
    Array.from({ length: count }, (_, at) => addPaper(tx, fields(paper(at))))
  ).value
}

async function found(text: string): Promise<number[]> {
  const { hits } = await client.query({ text, limit, view: { kind: 'library' } })
  return hits.map(({ id }) => id)
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise
    return 'no error'
  } catch (error) {
    return error instanceof AppError ? error.code : 'not an AppError'
  }
}

describe('search of a library, in a worker', () => {
  it('finds what was committed before it was asked, told of it or not', async () => {
    start()
    expect(await found('graph')).toEqual([])
    // Not in the title: a citation key keeps its word.
    const ids = ['Graph', 'Graph'].map((abstract) => insertPaper(db, { abstract }))
    expect(await found('graph')).toEqual(ids.toReversed())
    change(db, label, (tx) => {
      editPaper(tx, ids[0] ?? 0, fields({ abstract: 'Map' }))
      addTag(tx, ids, 'weaving')
    })
    expect(await found('graph')).toEqual([ids[1]])
    expect(await found('map weaving')).toEqual([ids[0]])
    undo(db)
    expect(await found('map')).toEqual([])
    undo(db)
    expect(await found('graph')).toEqual([ids[0]])
  })

  it('looks among the papers of a view, and tells how many others would answer', async () => {
    start()
    const ids = addMany(3, () => ({ title: 'Graph' }))
    change(db, label, (tx) => {
      setState(tx, ids.slice(0, 1), { starred: true })
      trashPapers(tx, ids.slice(2))
    })
    const ask = async (kind: 'library' | 'starred' | 'trash' | 'updated'): Promise<unknown[]> => {
      const { hits, total, elsewhere } = await client.query({
        text: 'graph',
        limit,
        view: { kind }
      })
      return [hits.map(({ id }) => id), total, elsewhere]
    }
    expect(await ask('library')).toEqual([[ids[1], ids[0]], 2, 0])
    expect(await ask('starred')).toEqual([[ids[0]], 1, 0])
    expect(await ask('trash')).toEqual([[ids[2]], 1, 0])
    expect(await ask('updated')).toEqual([[], 0, 2])
  })

  it('lets the newest query win', async () => {
    start()
    insertPaper(db, { title: 'Concept' })
    const typed = ['c', 'co', 'con', 'conc'].map((text) =>
      client.query({ text, limit, view: null })
    )
    const codes = await Promise.all(typed.map(codeOf))
    expect(codes).toEqual(['no error', 'cancelled', 'cancelled', 'no error'])
  })

  it('answers while a large import is taken in, and says how much is missing', async () => {
    start()
    expect(await found('graph')).toEqual([])
    addMany(3000, (at) => ({ title: `Graph of maps ${String(at)}` }))
    let isDone = false
    const catchingUp = client.catchUp().then(() => {
      isDone = true
    })
    const early = await client.query({ text: 'graph', limit: 5000, view: null })
    expect(isDone).toBe(false)
    expect(early.pending).toBeGreaterThan(0)
    expect(early.total + early.pending).toBe(3000)
    await catchingUp
    const all = await client.query({ text: 'graph', limit: 5000, view: null })
    expect([all.total, all.pending]).toEqual([3000, 0])
  })
})

describe('the files of an index', () => {
  const ask = async (): Promise<unknown> => {
    const { hits, pending } = await client.query({ text: 'graph', limit: 5, view: null })
    return { hits: hits.map(({ id, score }) => [id, score]), pending }
  }

  async function filled(): Promise<unknown> {
    start()
    addMany(2500, (at) => ({ title: at % 5 === 0 ? `Graph ${String(at)}` : `Map ${String(at)}` }))
    await client.catchUp()
    const answer = await ask()
    await client.close()
    return answer
  }

  it('are what the next start reads, with what changed meanwhile', async () => {
    const answer = await filled()
    newClient()
    expect(await ask()).toEqual(answer)
    await client.close()
    const id = insertPaper(db, { title: 'Graph graph graph' })
    newClient()
    expect(((await ask()) as { hits: [number, number][] }).hits[0]?.[0]).toBe(id)
  })

  it.each([
    [
      'gone',
      (path: string) => {
        rmSync(path)
      }
    ],
    [
      'cut short',
      (path: string) => {
        truncateSync(path, 100)
      }
    ],
    [
      'something else',
      (path: string) => {
        writeFileSync(path, 'x'.repeat(5000))
      }
    ]
  ])('are made anew where one of them is %s', async (_, damage) => {
    const answer = await filled()
    const files = readdirSync(join(folder, 'search'))
    for (let at = 0; at < files.length; at++) {
      damage(join(folder, 'search', readdirSync(join(folder, 'search'))[at] ?? ''))
      newClient()
      await client.catchUp()
      expect(await ask()).toEqual(answer)
      await client.close()
    }
    expect(files.length).toBeGreaterThan(2)
  })

  it('are made anew by the next thread when they are cut short under one that reads them', async () => {
    await filled()
    newClient()
    const phrase = { text: '"graph 25"', limit, view: { kind: 'library' } } as const
    const { hits } = await client.query(phrase)
    await client.close()
    newClient()
    await client.catchUp()
    for (const name of readdirSync(join(folder, 'search')))
      if (name.endsWith('.bin')) truncateSync(join(folder, 'search', name))
    await expect(client.query(phrase)).rejects.toThrow(AppError)
    await client.catchUp()
    expect((await client.query(phrase)).hits).toEqual(hits)
    expect(hits).not.toEqual([])
    expect(workers).toHaveLength(2)
  })
})

describe('a worker that dies', () => {
  it('rejects what was under way, and is replaced by one that knows all', async () => {
    start()
    const ids = addMany(2, () => ({ title: 'Graph' }))
    expect(await found('graph')).toEqual(ids.toReversed())
    // It is on its way to its end, which nobody has been told of yet.
    const ended = workers[0]?.terminate()
    const query = codeOf(client.query({ text: 'graph', limit, view: null }))
    await ended
    expect(await query).toBe('internal')
    expect(await found('graph')).toEqual(ids.toReversed())
    expect(workers).toHaveLength(2)
  })

  it('is not missed when closed on purpose', async () => {
    start()
    insertPaper(db, { title: 'Graph' })
    expect(await found('graph')).toHaveLength(1)
    await client.close()
    expect(await codeOf(client.query({ text: 'graph', limit, view: null }))).toBe('cancelled')
    expect(await codeOf(client.catchUp())).toBe('cancelled')
  })
})
