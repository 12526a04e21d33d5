import { EventEmitter } from 'node:events'
import { existsSync, rmSync } from 'node:fs'
import type { Worker } from 'node:worker_threads'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { MapProgress } from '@shared/model/topic-map'
import { isoDay } from '@shared/text/windows'
import { change } from '../../../../src/main/library/journal'
import { paperFacts } from '../../../../src/main/library/paper-facts'
import { trashPapers } from '../../../../src/main/library/paper-changes'
import { listIds } from '../../../../src/main/library/views'
import type { PictureReply, PictureRequest } from '../../../../src/main/pictures/messages'
import { layOut, placeMore } from '../../../../src/main/pictures/places'
import { Pictures } from '../../../../src/main/session/pictures'
import type { LibrarySession } from '../../../../src/main/session/session'
import { insertPaper, newLibrary, temporaryFolder } from '../../support/library'
import { madeUpTopics } from '../pictures/made-up-topics'

const day = (date: string): number => Date.parse(date) / 86_400_000

function start(papers: number) {
  const folder = temporaryFolder()
  const db = newLibrary(folder)
  for (let n = 0; n < papers; n++) insertPaper(db, { title: `Paper ${String(n)}` })
  const told: MapProgress[] = []
  const failed: unknown[] = []
  const asked: PictureRequest['kind'][] = []
  const around = { isBroken: false, risingTerms: vi.fn() }
  const session = {
    ...{ folder, db, risingTerms: around.risingTerms },
    list: (...of: Parameters<LibrarySession['list']>) => listIds(db, ...of),
    termVectors: (ids: readonly number[]) => Promise.resolve(madeUpTopics(ids, 4))
  }
  /** Does at once what the thread does. */
  const answer = (request: PictureRequest): PictureReply => {
    asked.push(request.kind)
    if (around.isBroken)
      return { error: { code: 'internal', message: 'It could not be made.', detail: '' } }
    if (request.kind === 'facts') return { result: paperFacts(db) }
    return request.kind === 'lay-out'
      ? { result: layOut(request.vectors, null, request.former) }
      : { result: placeMore(request.former, request.vectors, null) }
  }
  const spawn = (): Worker => {
    const worker = Object.assign(new EventEmitter(), {
      terminate: () => Promise.resolve(0),
      postMessage: (request: PictureRequest) => {
        queueMicrotask(() => worker.emit('message', answer(request)))
      }
    })
    return worker as unknown as Worker
  }
  const make = (): Pictures => {
    const pictures = new Pictures({
      session: () => session as unknown as LibrarySession,
      spawn,
      publish: (_event, body) => told.push(body as MapProgress),
      fail: (error) => failed.push(error)
    })
    onTestFinished(() => pictures.close())
    return pictures
  }
  return { folder, db, make, told, failed, asked, around }
}

const isReady = (told: readonly MapProgress[]): void => {
  expect(told.at(-1)?.state).toBe('ready')
}

test('a map is made when it is first looked at, then comes from its file', async () => {
  const { make, told, asked } = start(40)
  const pictures = make()
  expect((await pictures.map()).papers).toHaveLength(0)
  await vi.waitFor(() => {
    isReady(told)
  })
  const map = await pictures.map()
  expect(map.papers).toHaveLength(40)
  expect(map.progress).toEqual({ state: 'ready', done: 1 })
  expect(await make().map()).toMatchObject({ papers: map.papers, xs: map.xs })
  expect(asked).toEqual(['lay-out'])
})

test('a few papers more are placed among the others; those that go are not shown', async () => {
  const { db, make, told, asked } = start(40)
  const pictures = make()
  await pictures.map()
  await vi.waitFor(() => {
    isReady(told)
  })
  const before = await pictures.map()
  const id = insertPaper(db, { title: 'One more' })
  change(db, { kind: 'trash', count: 1, name: '' }, (tx) => {
    trashPapers(tx, [before.papers[0] ?? 0])
  })
  told.length = 0
  expect((await pictures.map()).papers).toEqual(before.papers.slice(1))
  await vi.waitFor(() => {
    isReady(told)
  })
  const after = await pictures.map()
  expect([...after.papers]).toEqual([...before.papers.slice(1), id])
  expect(after.xs.slice(0, 39)).toEqual(before.xs.slice(1))
  expect(asked).toEqual(['lay-out', 'place-more'])
})

test('what failed is told once, and tried again when the user says so', async () => {
  const { make, told, failed, asked, around } = start(10)
  around.isBroken = true
  const pictures = make()
  await pictures.map()
  await vi.waitFor(() => {
    expect(told.at(-1)?.state).toBe('failed')
  })
  expect((await pictures.map()).progress.state).toBe('failed')
  expect(failed).toHaveLength(1)
  expect(asked).toEqual(['lay-out'])
  around.isBroken = false
  pictures.layOutAnew()
  await vi.waitFor(() => {
    isReady(told)
  })
  expect((await pictures.map()).papers).toHaveLength(10)
})

test('terms are counted in the windows up to the one in which the newest paper came', async () => {
  const { make, around } = start(3)
  around.risingTerms.mockResolvedValue({ words: ['looms'], counts: [[0, 1]] })
  const pictures = make()
  const facts = await pictures.facts()
  facts.arrived.set([day('2026-05-06'), day('2026-05-12'), day('2026-05-13')])
  expect(await pictures.rising('week')).toEqual({
    span: 'week',
    windows: [
      { from: day('2026-05-04'), papers: 1 },
      { from: day('2026-05-11'), papers: 2 }
    ],
    terms: [{ word: 'looms', counts: [0, 1] }]
  })
  expect(around.risingTerms.mock.lastCall).toEqual([facts.papers, Int32Array.of(0, 1, 1), 2, 24])
  // Eight days fit day by day; one window alone has nothing to rise from.
  const byDay = await pictures.rising(null)
  expect(byDay.span).toBe('day')
  expect(byDay.windows.map(({ from }) => isoDay(from)).at(-1)).toBe('2026-05-13')
  expect((await pictures.rising('month')).terms).toEqual([])
})

test('nothing is written once pictures are closed, and what is on its way is waited for', async () => {
  const { folder, make, asked } = start(12)
  const pictures = make()
  await pictures.map()
  await pictures.close()
  rmSync(folder, { recursive: true })
  await new Promise((done) => setTimeout(done, 50))
  expect(existsSync(folder)).toBe(false)
  pictures.layOutAnew()
  expect(asked.filter((kind) => kind !== 'lay-out')).toEqual([])
})
