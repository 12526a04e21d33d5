import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest'
import { channels, type Channel } from '@shared/ipc/channels'
import { dropChannel } from '@shared/ipc/bridge'
import { contract } from '@shared/ipc/contract'
import { errorCodes, type Reply } from '@shared/ipc/error'
import { ReaderFiles } from '../../../../src/main/app/reader-files'
import { ShownPages } from '../../../../src/main/app/shown-pages'
import { hearChannels } from '../../../../src/main/ipc/hear-channels'
import { WindowService } from '../../../../src/main/ipc/window-service'
import { counted } from '../../support/count'
import { handed, listeners, trustedEvent, user, window } from '../../support/electron'
import { hostileTexts, hostileValues } from '../../support/hostile-values'
import { temporaryFolder } from '../../support/library'
import { randomFrom } from '../../support/mutate'
import { fileSamples, textSamples } from '../../support/samples'
import { oneOf, spoilt, valueOf, type Making } from '../../support/values-of'
import { writesOutside } from '../../support/watched-writes'
import { buildWorkers, type Start } from '../../support/worker-bundle'

// `npm run fuzz:ipc` makes 20,000 of another seed.
const count = Number(process.env['SHEAF_FUZZ_COUNT'] ?? 500)
const seed = Number(process.env['SHEAF_FUZZ_SEED'] ?? 1)
/** The longest that one call may take, in milliseconds. */
const patience = 10_000

const workers = vi.hoisted((): { start: Record<string, Start> } => ({ start: {} }))

vi.mock('electron', async () => (await import('../../support/electron')).electron)
vi.mock('../../../../src/main/app/meaning-process', () => ({ meaningProcess: () => null }))
vi.mock('../../../../src/main/search/spawn-worker', () => ({
  spawnSearchWorker: (folder: string) => workers.start['search']?.({ workerData: { folder } })
}))
vi.mock('../../../../src/main/trends/spawn-worker', () => ({
  spawnTrendsWorker: (folder: string) => workers.start['trends']?.({ workerData: { folder } })
}))
vi.mock('../../../../src/main/database/backup/spawn-worker', async () => ({
  performInThread: (await import('../../../../src/main/database/backup/work')).perform
}))
vi.mock('../../../../src/main/import/spawn-worker', () => ({
  spawnParseWorker: () => workers.start['parse']?.()
}))
vi.mock('../../../../src/main/import/pdf/spawn-pages-worker', () => ({
  spawnPagesWorker: () => workers.start['pages']?.()
}))
vi.mock('../../../../src/main/annotate/spawn-worker', () => ({
  spawnAnnotateWorker: () => workers.start['annotate']?.()
}))
vi.mock('../../../../src/main/pictures/spawn-worker', () => ({
  spawnPicturesWorker: (folder: string) => workers.start['pictures']?.({ workerData: { folder } })
}))
vi.mock('../../../../src/main/subscribe/spawn-mail-worker', () => ({
  spawnMailWorker: () => workers.start['mail']?.()
}))
vi.mock('../../../../src/main/session/writers/spawn-worker', () => ({ spawnWriter: vi.fn() }))
vi.mock('../../../../src/main/export/csl/spawn-worker', () => ({
  spawnFormatWorker: () => workers.start['format']?.()
}))

const uncaught: unknown[] = []
const note = (error: unknown): void => void uncaught.push(error)

beforeAll(async () => {
  workers.start = await buildWorkers({
    search: 'search/worker.ts',
    trends: 'trends/worker.ts',
    parse: 'import/worker.ts',
    pages: 'import/pdf/pages-worker.ts',
    annotate: 'annotate/worker.ts',
    pictures: 'pictures/worker.ts',
    format: 'export/csl/worker.ts',
    mail: 'subscribe/mail-worker.ts'
  })
  process.on('uncaughtException', note).on('unhandledRejection', note)
}, 120_000)

afterAll(() => {
  process.off('uncaughtException', note).off('unhandledRejection', note)
})

/** What a call came to: `ok`, an error's code, or words on what nobody should ever see. */
async function outcomeOf(channel: Channel, input: unknown): Promise<string> {
  let sent: unknown
  try {
    sent = structuredClone(input)
  } catch {
    return 'not sent'
  }
  const timer = Promise.withResolvers<string>()
  const late = setTimeout(() => {
    timer.resolve(`no answer in ${String(patience)} ms`)
  }, patience)
  const answered = Promise.resolve(listeners.get(channel)?.(trustedEvent, sent)).then(
    (reply) => told(reply as Reply<unknown>),
    (error: unknown) => `thrown: ${String(error)}`
  )
  const outcome = await Promise.race([answered, timer.promise])
  clearTimeout(late)
  return outcome
}

function told(reply: Reply<unknown>): string {
  structuredClone(reply)
  if (reply.ok) return 'ok'
  const { code, message, detail } = reply.error
  if (!errorCodes.includes(code) || message === '') return `no error: ${JSON.stringify(reply)}`
  if (detail.length > 10_000) return `an error of ${String(detail.length)} letters`
  return code === 'internal' ? `internal: ${detail.slice(0, 300)}` : code
}

async function start() {
  const root = temporaryFolder()
  const [userData, chosen, outside] = ['user-data', 'chosen', 'outside'].map((name) =>
    join(root, name)
  ) as [string, string, string]
  for (const folder of [userData, chosen, outside, join(root, 'tmp')]) mkdirSync(folder)
  writeFileSync(join(outside, 'canary.txt'), 'as it was')
  writeFileSync(join(chosen, 'chosen.bib'), textSamples['bibtex'] ?? '')
  // What an export writes for a drag is temporary; no editor is to be found on this path.
  vi.stubEnv('TMPDIR', join(root, 'tmp'))
  vi.stubEnv('PATH', join(root, 'nothing'))
  vi.stubEnv('SHEAF_CHECK_IPC', '1')
  user.folder = chosen
  const services = createServer((_request, response) => response.writeHead(404).end())
  await new Promise<void>((done) => services.listen(0, '127.0.0.1', done))
  const readerFiles = new ReaderFiles()
  const service = new WindowService(window as never, {
    ...{
      userData,
      files: [],
      key: null,
      version: '0.0.0',
      readerFiles,
      shownPages: new ShownPages()
    },
    hold: { folder: join(userData, 'library'), release: () => undefined },
    resources: resolve('resources'),
    built: join(root, 'nothing'),
    lookupAt: `http://127.0.0.1:${String((services.address() as AddressInfo).port)}`,
    updatesAt: undefined,
    showMenu: () => undefined,
    keysChanged: () => undefined
  })
  hearChannels(() => window as never, Promise.resolve(service.answers))
  const close = async (): Promise<void> => {
    await service.close()
    services.close()
    window.removeAllListeners()
    listeners.clear()
    vi.unstubAllEnvs()
  }
  return { root, userData, chosen, outside, readerFiles, close }
}

/** The token of a file that the user drops. */
async function dropped(path: string): Promise<string> {
  const tokens = await listeners.get(dropChannel)?.(trustedEvent, [path])
  return (tokens as string[])[0] ?? ''
}

/** A library with papers, an attached PDF, a note, a tag, a collection, a saved search and a rule. */
async function filled(folder: string): Promise<void> {
  const call = async (channel: Channel, input?: unknown): Promise<void> => {
    expect(await outcomeOf(channel, input), channel).toBe('ok')
  }
  await call('settings:set', { review: 'never' })
  for (const [name, text] of Object.entries(textSamples)) await call('import:text', { text, name })
  const pdf = join(folder, 'paper.pdf')
  writeFileSync(pdf, fileSamples['paper.pdf'] ?? '')
  await call('import:files', { tokens: [await dropped(pdf)] })
  await call('note:save', { paperId: 1, body: 'A *note*.', revision: 0 })
  await call('tag:add', { ids: [1, 2], name: 'maps' })
  await call('collection:create', { name: 'Maps', parentId: null, ids: [1] })
  await call('saved:create', { name: 'Maps', query: 'maps' })
  await call('rule:save', { id: null, query: 'rivers', tag: 'rivers', enabled: true })
}

/** Names and contents of a folder, in one word. */
function sumOf(folder: string): string {
  const sum = createHash('sha256')
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    sum.update(`${entry.parentPath}/${entry.name}\0`)
    if (entry.isFile()) sum.update(readFileSync(join(entry.parentPath, entry.name)))
  }
  return sum.digest('hex')
}

it(
  `a page that was taken over does no harm in ${String(count)} calls`,
  async (context) => {
    const { root, userData, chosen, outside, close } = await start()
    onTestFinished(close)
    await filled(chosen)
    const written = writesOutside([userData, chosen, join(root, 'tmp')])
    const before = sumOf(outside)
    const random = randomFrom(seed)
    const making: Making = {
      ...{ random, highestId: 30, texts: hostileTexts(outside) },
      uuids: [randomUUID(), await dropped(join(chosen, 'chosen.bib')), '0'.repeat(36)]
    }
    const outcomes = new Map<string, number>()
    const faults: string[] = []
    const took: number[] = []
    for (let at = 0; at < count; at++) {
      const channel = channels[at % channels.length] as Channel
      const shaped = valueOf(contract[channel].input, making)
      const dice = random()
      const input =
        dice < 0.25 ? oneOf(hostileValues, making)() : dice < 0.55 ? spoilt(shaped, making) : shaped
      const from = performance.now()
      const outcome = await outcomeOf(channel, input)
      took.push(performance.now() - from)
      if (outcome.includes(' ') || outcome.includes(':'))
        if (outcome !== 'not sent') faults.push(`${String(at)} ${channel}: ${outcome}`)
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    }
    took.sort((a, b) => a - b)
    const p99 = took[Math.floor(took.length * 0.99)] ?? 0
    process.stdout.write(
      `fuzz:ipc: ${String(count)} calls on ${String(channels.length)} channels, seed ${String(seed)}: ` +
        `${[...outcomes].map(([name, times]) => `${String(times)} ${name}`).join(', ')}; ` +
        `99 of 100 within ${p99.toFixed(0)} ms, the longest ${(took.at(-1) ?? 0).toFixed(0)} ms\n`
    )
    expect(faults).toEqual([])
    expect(uncaught).toEqual([])
    expect(written).toEqual([])
    expect(sumOf(outside)).toBe(before)
    expect(Object.prototype).not.toHaveProperty('polluted')
    expect(handed.external.filter((url) => !/^(https?|mailto):/.test(url))).toEqual([])
    expect(handed.paths.filter((path) => !path.startsWith(root))).toEqual([])
    for (const channel of ['library:info', 'library:sidebar', 'journal:state'] as const)
      expect(await outcomeOf(channel, undefined)).toBe('ok')
    // Most of what was sent in the right shape must have come to a handler, or this tests nothing.
    expect(outcomes.get('ok') ?? 0).toBeGreaterThan(count / 5)
    counted(context, count)
  },
  2 * 60 * 60 * 1000
)

it('a first call that no text can be made of is refused like any other', async () => {
  const ring: { ring?: unknown } = {}
  ring.ring = ring
  const { close } = await start()
  onTestFinished(close)
  await setImmediate()
  expect(await outcomeOf('library:info', { many: 10n })).toBe('invalid-input')
  expect(await outcomeOf('library:info', ring)).toBe('invalid-input')
}, 120_000)

it('1,000 forged tokens lead to no file, no plan and no open PDF', async (context) => {
  const { chosen, readerFiles, close } = await start()
  onTestFinished(close)
  const real = await dropped(join(chosen, 'chosen.bib'))
  const open = readerFiles.open(join(chosen, 'chosen.bib'), 'abc')
  const forgeries = Array.from({ length: 1000 }, (_, at) => {
    const near = [...(at % 2 === 0 ? real : open)]
    const place = at % near.length
    if (at < 500 && near[place] !== '-') near[place] = near[place] === '7' ? '8' : '7'
    return at < 500 ? near.join('') : at % 4 === 3 ? `../${randomUUID()}` : randomUUID()
  }).filter((token) => token !== real && token !== open)
  const place = { page: 1, top: 0, left: 0, zoom: 'page-width', rotation: 0 }
  for (const token of forgeries) {
    const refusals = await Promise.all([
      outcomeOf('import:files', { tokens: [token] }),
      outcomeOf('import:page', { draftId: token, digest: 0, from: 0 }),
      outcomeOf('import:apply', { draftId: token }),
      outcomeOf('lookup:apply', { draftId: token, ids: [1] })
    ])
    for (const refusal of refusals) expect(refusal).toMatch(/^(not-found|invalid-input)$/)
    await outcomeOf('reader:remember', { token, place })
    await outcomeOf('reader:close', { token })
    expect(await readerFiles.read(token, 'bytes=0-9')).toBeNull()
  }
  expect(await readerFiles.read(open, 'bytes=0-9')).not.toBeNull()
  expect(await outcomeOf('import:files', { tokens: [real] })).toBe('ok')
  expect(await outcomeOf('import:files', { tokens: [real] })).toBe('not-found')
  counted(context, forgeries.length)
}, 120_000)
