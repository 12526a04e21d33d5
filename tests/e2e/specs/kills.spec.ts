import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { setImmediate, setTimeout as after } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { randomFrom } from '../../unit/support/mutate'
import { call } from '../fixtures/call'
import { baseEntries, byHand, citedKeys, common, flows, type Run } from '../fixtures/kills/flows'
import {
  makeOlderLibrary,
  newestSchema,
  readLibrary,
  type OnDisk
} from '../fixtures/kills/library-file'
import { killTree } from '../fixtures/processes'
import { expect, test, type Sheaf } from '../fixtures/sheaf'

/** Kills of the running app; `npm run faults:kills` asks for more. One in eight is of its first start on an older library. */
const kills = Number(process.env['SHEAF_KILLS'] ?? '40')
const seed = Number(process.env['SHEAF_KILLS_SEED'] ?? '1')
const older = Math.round(kills / 8)
/** From the beginning of the work to the kill, in milliseconds. */
const [soonest, latest] = [5, 500]
const olderPapers = 12_000

const libraryFolder = (sheaf: Sheaf): string => join(sheaf.userData, 'library')

/** What starts took, in milliseconds. */
class Starts {
  readonly #took: number[] = []

  async of(sheaf: Sheaf): Promise<Page> {
    const started = performance.now()
    const { page } = await sheaf.start()
    this.#took.push(performance.now() - started)
    return page
  }

  /** None takes more than 5 s; on a machine so slow that the first does, some times that one. */
  check(): void {
    const [first = 0, ...later] = this.#took
    const slowest = Math.max(...later)
    process.stdout.write(
      `starts: the first ${(first / 1000).toFixed(2)} s, the slowest after a kill ${(slowest / 1000).toFixed(2)} s\n`
    )
    expect(slowest).toBeLessThan(Math.max(5000, 4 * first))
  }
}

/** Whatever happened, the file fits together and no change in it is half done. */
function expectSound(found: OnDisk, where: string): void {
  const { integrity, dangling, unfinished, version } = found
  expect({ integrity, dangling, unfinished, version }, where).toEqual({
    ...{ integrity: 'ok', dangling: 0, unfinished: 0, version: newestSchema }
  })
}

/** What is listed without a query is what the tables hold, and so is what search finds. */
async function expectSearched(page: Page, found: OnDisk, where: string): Promise<void> {
  const list = async (query: string): Promise<number[]> => {
    for (;;) {
      const asked = { view: { kind: 'library' as const }, query, byMeaning: false }
      const { ids, pending } = await call(page, 'paper:list', { ...asked, sort: null, group: null })
      if (pending === 0) return [...ids].sort((a, b) => a - b)
      await after(20)
    }
  }
  const there = found.papers.filter(({ isTrashed }) => isTrashed === 0)
  const ids = (papers: typeof there): number[] => papers.map(({ id }) => id)
  expect(await list(''), `${where}: the list`).toEqual(ids(there))
  expect(await list(`"${common}"`), `${where}: words of titles`).toEqual(
    ids(there.filter(({ title }) => title.includes(common)))
  )
  for (const { note } of there) {
    const [word = ''] = note.split(' ')
    if (word.startsWith('noteword'))
      expect(await list(`"${word}"`), `${where}: words of notes`).toEqual(
        ids(there.filter((paper) => paper.note.includes(word)))
      )
  }
}

/** Works until the app is killed; gives how many steps were acknowledged by then, and how many begun. */
async function workUntilKilled(
  sheaf: Sheaf,
  run: Run,
  { ms, afterFirst }: { ms: number; afterFirst: boolean }
): Promise<{ acknowledged: number; begun: number }> {
  let [acknowledged, begun] = [0, 0]
  const life = { isKilled: false }
  const kill = async (): Promise<void> => {
    await after(ms)
    life.isKilled = true
    await sheaf.kill()
  }
  let killed = afterFirst ? null : kill()
  const work = async (): Promise<void> => {
    while (!life.isKilled) {
      begun++
      await run.step(begun - 1)
      acknowledged++
      killed ??= kill()
    }
  }
  try {
    await work()
  } catch (error) {
    // Whoever is killed does not answer.
    if (!life.isKilled) throw error
  }
  await killed
  run.killed?.()
  return { acknowledged, begun }
}

/** A library of some papers, and a project that cites some of them. */
async function begin(sheaf: Sheaf, page: Page): Promise<{ kept: string; exported: string }> {
  const project = join(sheaf.folder, 'project')
  mkdirSync(project)
  const kept = join(project, 'refs.bib')
  const text = `\\cite{${citedKeys.join(',')}}\n\\bibliography{refs}\n`
  writeFileSync(join(project, 'main.tex'), text)
  writeFileSync(kept, byHand)
  await sheaf.app.evaluate(({ dialog }, folder) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [folder] })
  }, project)
  await call(page, 'project:link', { kind: 'folder' })
  const exported = join(sheaf.folder, 'exported.bib')
  writeFileSync(exported, '')
  return { kept, exported }
}

/** Puts the papers that all begins with into the user's library. */
function fill(sheaf: Sheaf): void {
  const electron = createRequire(import.meta.url)('electron') as unknown as string
  const file = join(sheaf.folder, 'looms.bib')
  writeFileSync(file, baseEntries())
  const args = ['import', file, '--library', libraryFolder(sheaf)]
  const { status, stderr } = spawnSync(electron, [resolve('out/main/cli.js'), ...args], {
    ...{ encoding: 'utf8', env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } }
  })
  expect(status, stderr).toBe(0)
}

test(`after ${String(kills - older)} kills at any moment all that was acknowledged is there, and nothing half`, async ({
  sheaf
}) => {
  test.setTimeout(60_000 + kills * 20_000)
  test.info().annotations.push({ type: 'count', description: String(kills - older) })
  const random = randomFrom(seed)
  const starts = new Starts()
  fill(sheaf)
  let page = await starts.of(sheaf)
  const files = await begin(sheaf, page)
  let acknowledgements = 0
  for (let round = 0; round < kills - older; round++) {
    const flow = flows[round % flows.length]
    if (flow === undefined) break
    const ms = soonest + Math.floor(random() * (latest - soonest))
    // At times nothing is killed before there is something to lose.
    const afterFirst = random() < 0.5
    const where = `seed ${String(seed)}, kill ${String(round)}, ${flow.what}, ${String(ms)} ms${afterFirst ? ' after the first' : ''}`
    await sheaf.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    }, files.exported)
    const before = readLibrary(libraryFolder(sheaf))
    const run = await flow.begin({ page, round, before, ...files })
    const { acknowledged, begun } = await workUntilKilled(sheaf, run, { ms, afterFirst })
    acknowledgements += acknowledged
    page = await starts.of(sheaf)
    const found = readLibrary(libraryFolder(sheaf))
    expectSound(found, where)
    expect(run.wrong(found, acknowledged, begun), where).toEqual([])
    await expectSearched(page, found, where)
    await run.tidy?.(page, found)
  }
  process.stdout.write(
    `${String(kills - older)} kills (seed ${String(seed)}): ${String(acknowledgements)} steps acknowledged, none lost\n`
  )
  expect(acknowledgements).toBeGreaterThan((kills - older) / 4)
  starts.check()
})

test(`after ${String(older)} kills of its first start on an older library all of it is there`, async ({
  sheaf
}) => {
  test.setTimeout(60_000 + older * 30_000)
  test.info().annotations.push({ type: 'count', description: String(older) })
  const random = randomFrom(seed + 1_000_000)
  const starts = new Starts()
  const earlier = join(sheaf.folder, 'earlier')
  makeOlderLibrary(earlier, olderPapers)
  const { papers } = readLibrary(earlier)
  const folder = libraryFolder(sheaf)
  const renew = (): void => {
    rmSync(folder, { recursive: true, force: true })
    cpSync(earlier, folder, { recursive: true })
  }
  let halfway = 0
  renew()
  await starts.of(sheaf)
  await sheaf.stop()
  for (let round = 0; round < older; round++) {
    // It is soon over: most of them soon.
    const ms = soonest + Math.floor(random() ** 3 * (latest - soonest))
    const where = `seed ${String(seed)}, kill ${String(round)}, migrate, ${String(ms)} ms`
    renew()
    const app = sheaf.startAgain()
    const ended = new Promise((done) => app.once('exit', done))
    while (!existsSync(join(folder, 'library.lock')) && app.exitCode === null) await setImmediate()
    await after(ms)
    if (app.pid !== undefined) killTree(app.pid)
    await ended
    const left = readLibrary(folder)
    expect(left.integrity, where).toBe('ok')
    expect(left.papers, where).toEqual(papers)
    if (left.version < newestSchema) halfway++
    const page = await starts.of(sheaf)
    const found = readLibrary(folder)
    expectSound(found, where)
    expect(found.papers, where).toEqual(papers)
    const verdicts = found.backups.filter(([name]) => name.includes('.before-update.'))
    expect(verdicts.length, where).toBeGreaterThan(0)
    for (const [name, verdict] of verdicts) expect(verdict, `${where}: ${name}`).toBe('ok')
    await expectSearched(page, found, where)
    await sheaf.stop()
  }
  process.stdout.write(
    `${String(older)} kills of a first start (seed ${String(seed)}): ${String(halfway)} before it was at the newest schema\n`
  )
  if (older >= 8) expect(halfway, 'kills before the end of the update').toBeGreaterThan(0)
  starts.check()
})
