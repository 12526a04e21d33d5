import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { beforeAll, expect, it, onTestFinished } from 'vitest'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import { readAll } from '../../../../src/main/import/importer'
import type { ParsedFile } from '../../../../src/main/import/parsed'
import { applied } from '../../support/applied'
import { counted } from '../../support/count'
import { hostileFiles } from '../../support/hostile-files'
import { newLibrary, temporaryFolder } from '../../support/library'
import { buildWorkers, type Start } from '../../support/worker-bundle'

/** How large the largest are: ten times as large with 10. */
const scale = Number(process.env['SHEAF_HOSTILE_SCALE'] ?? 1)
/** So many are read by one thread, unless one of them costs it its life. */
const atOnce = 25
/**
 * The longest that one file may take, in milliseconds: the app ends a thread that takes longer. On a machine
 * that has nothing else to do, `SHEAF_HOSTILE_MS=5000` holds too.
 */
const patience = Number(process.env['SHEAF_HOSTILE_MS'] ?? 20_000)
/** What all that is read may take of the machine's memory above what the test itself takes, in bytes. */
const mostMemory = 1024 * 1024 * 1024

/** So much of one file is put into the library: what thousands of papers do there is no matter of their file. */
const mostApplied = 20
const few = (file: ParsedFile): ParsedFile => ({
  ...file,
  digests: file.digests
    .slice(0, 3)
    .map((digest) => ({ ...digest, papers: digest.papers.slice(0, mostApplied) }))
})

let start: Start

beforeAll(async () => {
  start = (await buildWorkers({ parse: 'import/worker.ts' })).parse
}, 60_000)

/** The most memory that was taken since, in bytes. */
function watchedMemory(): () => number {
  let most = 0
  const look = (): void => void (most = Math.max(most, process.memoryUsage.rss()))
  const timer = setInterval(look, 20)
  const before = process.memoryUsage.rss()
  return () => {
    clearInterval(timer)
    look()
    return most - before
  }
}

it(
  'hundreds of files that mean harm are read or refused, each in time, and none does any',
  async (context) => {
    const root = temporaryFolder()
    const [inside, outside] = [join(root, 'a/b/inside'), join(root, 'outside')]
    for (const folder of [inside, outside]) mkdirSync(folder, { recursive: true })
    writeFileSync(join(outside, 'canary.txt'), 'CANARY-IN-A-FILE')
    const asked: (string | undefined)[] = []
    const server = createServer((request, response) => {
      asked.push(request.url)
      response.end('<!ENTITY e "CANARY-ON-THE-NET">')
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    onTestFinished(() => void server.close())
    const address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`

    const db = newLibrary()
    const faults: string[] = []
    const givenUp: string[] = []
    let slow = 0
    let found = 0
    let slowest: [name: string, ms: number] = ['', 0]
    const used = watchedMemory()
    const files = hostileFiles({ outside, address }, scale)
    for (let from = 0; from < files.length; from += atOnce) {
      const batch = files.slice(from, from + atOnce)
      const requests = batch.map(([name, make]) => {
        const path = join(inside, name)
        writeFileSync(path, make())
        return { path, name }
      })
      let since = { name: '', at: performance.now() }
      const next = (name: string): void => {
        const took = performance.now() - since.at
        if (took > slowest[1]) slowest = [since.name, took]
        if (took > 5000) slow++
        if (took > patience) faults.push(`${since.name}: ${took.toFixed(0)} ms`)
        since = { name, at: performance.now() }
      }
      const read = await readAll(requests, {
        spawnWorker: () =>
          start({ stderr: true, resourceLimits: { maxOldGenerationSizeMb: 1024 } }),
        signal: new AbortController().signal,
        deadlineMs: patience,
        onProgress: ({ file, done }) => {
          if (batch[done]?.[0] === file) next(file)
        }
      })
      next('')
      for (const [at, parsed] of read.entries()) {
        const name = batch[at]?.[0] ?? ''
        if (parsed[0]?.skipped[0]?.reason === words.importing.tooLong(name)) givenUp.push(name)
        if (parsed.length === 0) faults.push(`${name}: neither read nor refused`)
        for (const { digests, skipped } of parsed) {
          if (digests.length + skipped.length === 0) faults.push(`${name}: no outcome`)
          for (const { reason } of skipped) if (reason === '') faults.push(`${name}: no reason`)
          if (/CANARY|EVIL/.test(JSON.stringify(digests.map(({ papers }) => papers))))
            faults.push(`${name}: read what it may not`)
        }
        try {
          found += applied(db, parsed.slice(0, mostApplied).map(few)).added
        } catch (error) {
          faults.push(`${name}: ${String(error)} ${error instanceof AppError ? error.detail : ''}`)
        }
      }
      for (const { path } of requests) rmSync(path)
    }
    const memory = used()
    process.stdout.write(
      `hostile files: ${String(files.length)}, ${String(found)} papers found in them, ` +
        `${String(slow)} took more than 5 s, the slowest ${slowest[0]} in ${slowest[1].toFixed(0)} ms, ${(memory / 1e6).toFixed(0)} MB more at most\n`
    )
    expect(faults).toEqual([])
    expect(givenUp).toEqual([])
    expect(files.length).toBeGreaterThanOrEqual(300)
    // What they are about is a dozen papers, which merge.
    expect(found).toBeGreaterThan(50)
    expect(memory).toBeLessThan(mostMemory)
    expect(asked).toEqual([])
    expect(readdirSync(root).sort()).toEqual(['a', 'outside'])
    expect(readdirSync(join(root, 'a/b'))).toEqual(['inside'])
    expect(readdirSync(outside)).toEqual(['canary.txt'])
    expect(readFileSync(join(outside, 'canary.txt'), 'utf8')).toBe('CANARY-IN-A-FILE')
    expect(Object.prototype).not.toHaveProperty('polluted')
    counted(context, files.length)
  },
  60 * 60 * 1000
)
