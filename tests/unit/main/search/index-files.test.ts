import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { IndexUnreadable } from '../../../../src/main/search/bytes'
import { loadIndex, saveIndex } from '../../../../src/main/search/index-files'
import { SearchIndex } from '../../../../src/main/search/search-index'
import { found, indexOf, paper } from './papers'

const limit = 1000
const words =
  'graph map causal model erasure concept diffusion poincaré learning learned 深度 𝒳 ﬀ'.split(' ')
const queries = [
  ...[
    'learn',
    '"causal model"',
    '"graph map caus',
    'mod*el',
    '*ff',
    'erasrue',
    'g',
    '深度',
    '"9 graph"'
  ],
  'a text that is pasted with a causal model of the graph in it'
]

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sheaf-index-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true })
})

const papers = Array.from({ length: 300 }, (_, at) => {
  const word = (by: number): string => words[(at * by) % words.length] ?? ''
  return paper(at + 1, {
    title: `${word(1)} ${word(3)} of ${String(at)}`,
    abstract: `${word(5)} ${word(6)} ${word(7)}. ${word(11)} ${word(1)} ${word(1)}`,
    people: `${word(4)} Noether`
  })
})

function loaded(): SearchIndex {
  const index = loadIndex(folder)
  if (index === null) throw new Error('There is no index.')
  return new SearchIndex(() => new Map(), index)
}

function answers(index: SearchIndex): unknown {
  return queries.map((text) => index.query(text, { limit }))
}

describe('an index from its files', () => {
  it('answers as it did, when it was saved and when it was loaded, phrases too', async () => {
    const index = indexOf(...papers)
    await index.settle()
    const before = answers(index)
    await saveIndex(index.index, folder)
    expect(answers(index)).toEqual(before)
    expect(answers(loaded())).toEqual(before)
  })

  it('takes in changes as another does, and is saved again with them', async () => {
    const index = indexOf(...papers)
    await saveIndex(index.index, folder)
    const again = loaded()
    for (const each of [index, again]) {
      each.update(
        [paper(7, { title: 'A causal model at last' }), paper(900, { title: 'Newcomer' })],
        [3, 4]
      )
      await each.settle()
    }
    expect(answers(again)).toEqual(answers(index))
    await saveIndex(again.index, folder)
    expect(answers(again)).toEqual(answers(index))
    expect(answers(loaded())).toEqual(answers(index))
    // What no paper has any more is no end of any beginning.
    for (const each of [index, again, loaded()]) {
      each.update([], [900])
      expect(found(each, 'newco*')).toEqual([])
    }
  })

  it('goes on answering when its files are taken away or written by another', async () => {
    const index = indexOf(...papers)
    const before = answers(index)
    await saveIndex(index.index, folder)
    const first = loaded()
    await saveIndex(indexOf(paper(1, { title: 'Of another' })).index, folder)
    expect(answers(first)).toEqual(before)
    for (const name of readdirSync(folder)) rmSync(join(folder, name))
    expect(answers(index)).toEqual(before)
    expect(answers(first)).toEqual(before)
    await saveIndex(first.index, folder)
    expect(answers(loaded())).toEqual(before)
  })

  it('says so when a file is cut short under it', async () => {
    await saveIndex(indexOf(...papers).index, folder)
    const index = loaded()
    for (const name of readdirSync(folder)) truncateSync(join(folder, name))
    expect(found(index, 'causal')).not.toEqual([])
    expect(() => found(index, '"causal model"')).toThrow(IndexUnreadable)
  })

  it('is none where any byte of a file is another, or some are missing or too many', async () => {
    await saveIndex(indexOf(...papers).index, folder)
    for (const name of readdirSync(folder).filter((name) => name.endsWith('.bin'))) {
      const file = join(folder, name)
      const whole = readFileSync(file)
      for (const place of [0, 0.2, 0.4, 0.6, 0.8, 0.99]) {
        const spoilt = Buffer.from(whole)
        spoilt.writeUInt8(
          255 - spoilt.readUInt8(Math.floor(place * whole.length)),
          Math.floor(place * whole.length)
        )
        writeFileSync(file, spoilt)
        expect(loadIndex(folder)).toBeNull()
      }
      writeFileSync(file, whole.subarray(0, -1))
      expect(loadIndex(folder)).toBeNull()
      writeFileSync(file, whole)
      appendFileSync(file, 'x')
      expect(loadIndex(folder)).toBeNull()
      writeFileSync(file, whole)
      expect(loadIndex(folder)?.size).toBe(papers.length)
    }
  })
})
