import { EventEmitter } from 'node:events'
import type { Worker } from 'node:worker_threads'
import { beforeEach, describe, expect, it } from 'vitest'
import type { WritableDb } from '../../../../src/main/database/handle'
import { importAll } from '../../../../src/main/import/importer'
import { answer, type ParseRequest } from '../../../../src/main/import/parse-request'
import { trendingPage } from '../../support/digest-text'
import { contentOf, newLibrary, temporaryFolder } from '../../support/library'

/** A thread that reads as the real one does, but never comes back from one file and dies of another. */
class Thread extends EventEmitter {
  isEnded = false

  postMessage(request: ParseRequest): void {
    if (request.name === 'endless.txt') return
    if (request.name === 'folder') {
      let told = 0
      const timer = setInterval(() => {
        told++
        if (told < 5) this.emit('message', { at: `folder/${String(told)}.txt` })
        else {
          clearInterval(timer)
          void answer(request).then((reply) => this.emit('message', reply))
        }
      }, 30)
      return
    }
    setImmediate(() => {
      if (request.name === 'deadly.txt') this.emit('error', new Error('out of memory'))
      else void answer(request).then((reply) => this.emit('message', reply))
    })
  }

  terminate(): Promise<number> {
    this.isEnded = true
    return Promise.resolve(1)
  }
}

let db: WritableDb
let threads: Thread[]
let stop: AbortController

function importFiles(...files: [name: string, text: string][]) {
  return importAll(
    db,
    files.map(([name, text]) => ({ name, text })),
    {
      spawnWorker: () => {
        threads.push(new Thread())
        return threads.at(-1) as unknown as Worker
      },
      keeping: { folder: temporaryFolder(), attaching: 'copy' },
      signal: stop.signal,
      deadlineMs: 50
    }
  )
}

beforeEach(() => {
  db = newLibrary()
  threads = []
  stop = new AbortController()
})

describe('an import of several files', () => {
  it.each([['endless.txt'], ['deadly.txt']])(
    'goes on without %s, names it, and says why',
    async (bad) => {
      const report = await importFiles(
        ['one.txt', trendingPage(['First Paper', 'Second Paper'])],
        [bad, 'x'],
        ['two.txt', trendingPage(['Third Paper'], 'Mar 15')],
        ['empty.txt', '']
      )
      expect(report.added).toBe(3)
      expect(report.skipped.map(({ file, line }) => [file, line])).toEqual([
        [bad, 0],
        ['empty.txt', 0]
      ])
      expect(report.skipped[0]?.reason).toContain('took too long or too much memory')
      expect(report.skipped[1]?.reason).toBe('empty.txt holds no text.')
      expect(threads).toHaveLength(2)
      expect(threads.every(({ isEnded }) => isEnded)).toBe(true)
    }
  )

  it('gives every file of a folder its own time', async () => {
    const report = await importFiles(['folder', trendingPage(['First Paper'])])
    expect(report).toMatchObject({ added: 1, skipped: [] })
  })

  it('leaves the library as it was when it is cancelled', async () => {
    const before = contentOf(db)
    const running = importFiles(
      ['one.txt', trendingPage(['First Paper', 'Second Paper'])],
      ['endless.txt', 'x']
    )
    setTimeout(() => {
      stop.abort()
    }, 10)
    await expect(running).rejects.toMatchObject({ code: 'cancelled' })
    expect(contentOf(db)).toEqual(before)
    expect(threads.every(({ isEnded }) => isEnded)).toBe(true)
  })
})
