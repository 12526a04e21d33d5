import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { MeaningState } from '@shared/model/meaning'
import type { WritableDb } from '../../../../src/main/database/handle'
import { change, undo } from '../../../../src/main/library/journal'
import { editPaper, trashPapers } from '../../../../src/main/library/paper-changes'
import { vectorsSince } from '../../../../src/main/library/vectors'
import type { MeaningProcess } from '../../../../src/main/meaning/embedder'
import type { MeaningReply } from '../../../../src/main/meaning/messages'
import { dimensions, modelName } from '../../../../src/main/meaning/name'
import { LibrarySearch } from '../../../../src/main/search/library-search'
import { Meaning } from '../../../../src/main/session/meaning'
import { fields, insertPaper, newLibrary } from '../../support/library'

const label = { kind: 'edit' as const, count: 1, name: '' }
/** What the stand-in for the model knows: texts about music, and others. */
const [music, other] = [0, 1].map((at) => {
  const vector = new Float32Array(dimensions)
  vector[at] = 1
  return vector
})
const vectorOf = (text: string): Float32Array =>
  (/music|violin|piano/i.test(text) ? music : other) ?? new Float32Array(dimensions)

let db: WritableDb
let isOn: boolean
let isBroken: boolean
let asked: string[]
let onAsked: () => void
let said: MeaningState[]
let meaning: Meaning

function start(): MeaningProcess {
  let take: (reply: MeaningReply) => void = () => undefined
  return {
    post: ({ call, texts }) => {
      asked.push(...texts)
      onAsked()
      queueMicrotask(() => {
        take(isBroken ? { call, error: 'broken' } : { call, vectors: texts.map(vectorOf) })
      })
    },
    onReply: (reply) => (take = reply),
    onEnd: () => undefined,
    end: () => undefined
  }
}

const learnt = (): number[] => vectorsSince(db, modelName, 0).map(({ paperId }) => paperId)
const until = (state: MeaningState['state']): Promise<unknown> =>
  vi.waitFor(
    () => {
      expect(meaning.state).toEqual({ state, left: 0 })
    },
    { timeout: 10_000 }
  )

beforeEach(() => {
  db = newLibrary()
  ;[isOn, isBroken, asked, said] = [true, false, [], []]
  onAsked = () => undefined
  meaning = new Meaning({
    session: () => ({ db }),
    isOn: () => isOn,
    start,
    tell: (state) => said.push(state),
    fail: () => undefined,
    patience: 0,
    rest: 200
  })
})

afterEach(async () => {
  await meaning.close()
})

test('every paper becomes a vector, the newest first, and its changed text another', async () => {
  const ids = Array.from({ length: 20 }, (_, at) =>
    insertPaper(db, { title: `Paper ${String(at)}` })
  )
  meaning.refresh()
  await until('ready')
  expect(learnt().sort((a, b) => a - b)).toEqual(ids)
  expect(asked).toHaveLength(20)
  expect(asked[0]).toMatch(/Paper 1[2-9]/)
  const [first = 0, second = 0] = ids
  change(db, label, (tx) => {
    editPaper(tx, first, fields({ title: 'Another title' }))
    editPaper(tx, second, fields({ title: 'Paper 1', venue: 'Somewhere' }))
  })
  meaning.changed([first, second])
  await until('ready')
  expect(asked.slice(20)).toEqual(['Another title\n'])
  expect(said.at(-1)).toEqual({ state: 'ready', left: 0 })
})

test('what was cut off goes on where it was', async () => {
  for (let at = 0; at < 30; at++) insertPaper(db, { title: `Paper ${String(at)}` })
  onAsked = () => {
    if (asked.length < 16) return
    isOn = false
    meaning.refresh()
    onAsked = () => undefined
  }
  meaning.refresh()
  await until('off')
  expect(learnt()).toHaveLength(12)
  isOn = true
  meaning.refresh()
  await until('ready')
  expect(new Set(learnt()).size).toBe(30)
  expect(asked).toHaveLength(30 + 4)
})

test('a paper that was deleted and is there again is learnt again', async () => {
  const id = insertPaper(db, { title: 'Music' })
  change(db, label, (tx) => {
    trashPapers(tx, [id])
  })
  meaning.refresh()
  await until('ready')
  expect(learnt()).toEqual([])
  undo(db)
  meaning.changed([id])
  await until('ready')
  expect(learnt()).toEqual([id])
})

test('without a model, or with a broken one, nothing is learnt and nothing fails', async () => {
  const none = new Meaning({
    session: () => ({ db }),
    isOn: () => true,
    start: null,
    tell: () => undefined,
    fail: () => undefined
  })
  none.refresh()
  expect(none.state.state).toBe('absent')
  await expect(none.of('music')).resolves.toBeNull()
  insertPaper(db, { title: 'Music' })
  isBroken = true
  meaning.refresh()
  await vi.waitFor(() => {
    expect(meaning.state.state).toBe('failed')
  })
  await expect(meaning.of('music')).resolves.toBeNull()
  expect(learnt()).toEqual([])
})

test('papers are found by their meaning, and related by it', async () => {
  const violin = insertPaper(db, { title: 'The violin' })
  const bread = insertPaper(db, { title: 'Bread' })
  const piano = insertPaper(db, { title: 'A piano' })
  meaning.refresh()
  await until('ready')
  const search = new LibrarySearch(db, null)
  const asking = { limit: 10, view: { kind: 'library' as const } }
  const vector = await meaning.of('music')
  const found = search.query({ ...asking, text: 'music bread', meaning: vector })
  expect(found.mode).toBe('meaning')
  expect(found.hits.map(({ id }) => id).sort()).toEqual([violin, bread, piano])
  expect(search.query({ ...asking, text: 'music -piano', meaning: vector }).hits[0]?.id).toBe(
    violin
  )
  expect(search.query({ ...asking, text: 'music' }).total).toBe(0)
  const to = { kind: 'papers' as const, ids: [violin] }
  const [first] = search.related({ to, lessLike: [], limit: 5, meaning: null })
  expect(first).toMatchObject({ id: piano, why: { terms: [], nearness: 1 } })
})

test('the user comes first: nothing is learnt for a while after each query', async () => {
  insertPaper(db, { title: 'Violins' })
  meaning.giveWay()
  meaning.refresh()
  await setTimeout(120)
  expect(asked).toEqual([])
  await until('ready')
  expect(asked).toHaveLength(1)
})
