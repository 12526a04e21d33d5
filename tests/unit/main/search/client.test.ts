import type { Worker } from 'node:worker_threads'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { AppError } from '@shared/ipc/error'
import { SearchClient } from '../../../../src/main/search/client'
import { paper } from './papers'
import { buildWorker } from './worker-bundle'

const limit = 100
let startWorker: () => Worker
let workers: Worker[] = []
let lost = 0
let client: SearchClient

beforeAll(async () => {
  startWorker = await buildWorker()
})

afterEach(async () => {
  await client.close()
})

function newClient(): SearchClient {
  workers = []
  lost = 0
  client = new SearchClient(
    () => {
      const worker = startWorker()
      workers.push(worker)
      return worker
    },
    () => {
      lost += 1
    }
  )
  return client
}

async function found(text: string): Promise<number[]> {
  const { hits } = await client.query(text, { limit })
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

describe('search in a worker', () => {
  it('sees every update that was made', async () => {
    newClient()
    expect(await found('graph')).toEqual([])
    await client.update([paper(1, { title: 'Graph' }), paper(2, { title: 'Graph' })], [])
    expect(await found('graph')).toEqual([2, 1])
    await client.update([paper(1, { title: 'Map' })], [2])
    expect(await found('graph')).toEqual([])
    expect(await found('map')).toEqual([1])
  })

  it('keeps updates in order, small after large', async () => {
    newClient()
    const many = Array.from({ length: 350 }, (_, id) =>
      paper(id + 1, { title: `Old ${String(id)}` })
    )
    void client.update(many, [])
    void client.update([paper(350, { title: 'New' })], [1])
    await client.update([], [2])
    expect((await client.query('old', { limit: 1000 })).hits).toHaveLength(347)
    expect(await found('new')).toEqual([350])
  })

  it('lets the newest query win', async () => {
    newClient()
    await client.update([paper(1, { title: 'Concept' })], [])
    const typed = ['c', 'co', 'con', 'conc'].map((text) => client.query(text, { limit }))
    const codes = await Promise.all(typed.map(codeOf))
    expect(codes).toEqual(['no error', 'cancelled', 'cancelled', 'no error'])
  })

  it('answers queries while a large update is taken in', async () => {
    newClient()
    let done = false
    const many = Array.from({ length: 3000 }, (_, id) => paper(id + 1, { title: 'Graph of maps' }))
    const update = client.update(many, []).then(() => {
      done = true
    })
    const { hits } = await client.query('graph', { limit: 5000 })
    expect(done).toBe(false)
    expect(hits.length).toBeLessThan(3000)
    await update
    expect((await client.query('graph', { limit: 5000 })).hits).toHaveLength(3000)
  })
})

describe('a worker that dies', () => {
  it('rejects what was under way, says so once, and is replaced', async () => {
    newClient()
    await client.update([paper(1, { title: 'Graph' })], [])
    const query = codeOf(client.query('graph', { limit }))
    const update = codeOf(client.update([paper(2, { title: 'Graph' })], []))
    await workers[0]?.terminate()
    expect(await query).toBe('internal')
    expect(['internal', 'no error']).toContain(await update)
    expect(lost).toBe(1)
    await client.update([paper(1, { title: 'Graph' }), paper(2, { title: 'Graph' })], [])
    expect(await found('graph')).toEqual([2, 1])
    expect(workers).toHaveLength(2)
    expect(lost).toBe(1)
  })

  it('is not missed when closed on purpose', async () => {
    newClient()
    await client.update([paper(1, { title: 'Graph' })], [])
    const query = codeOf(client.query('graph', { limit }))
    await client.close()
    expect(await query).toBe('cancelled')
    expect(await codeOf(client.query('graph', { limit }))).toBe('cancelled')
    expect(await codeOf(client.update([], [1]))).toBe('cancelled')
    expect(lost).toBe(0)
  })
})
