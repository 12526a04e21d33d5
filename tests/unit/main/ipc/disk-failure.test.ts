import { EventEmitter } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { beforeAll, expect, it, onTestFinished, vi } from 'vitest'
import type { Channel } from '@shared/ipc/channels'
import type { Reply } from '@shared/ipc/error'
import type { BackupList } from '@shared/model/backup'
import type { BackupRequest } from '../../../../src/main/database/backup/work'
import type * as openings from '../../../../src/main/database/open'
import { ReaderFiles } from '../../../../src/main/app/reader-files'
import { ShownPages } from '../../../../src/main/app/shown-pages'
import { openLibraryToRead } from '../../../../src/main/database/open'
import { hearChannels } from '../../../../src/main/ipc/hear-channels'
import { WindowService } from '../../../../src/main/ipc/window-service'
import type * as tags from '../../../../src/main/library/tags'
import { listeners, trustedEvent, window } from '../../support/electron'
import { temporaryFolder } from '../../support/library'
import { buildWorkers, type Start } from '../../support/worker-bundle'

/** What the disk does, and what was seen of it. */
const disk = vi.hoisted(() => ({
  failsToWrite: false,
  failsToOpen: false,
  failsToClose: false,
  /** In milliseconds. */
  backupTakes: 0,
  opened: 0,
  closed: 0,
  /** Threads that lay out a map. */
  drawing: 0
}))
const workers = vi.hoisted((): { start: Record<string, Start> } => ({ start: {} }))

vi.mock('electron', async () => (await import('../../support/electron')).electron)
vi.mock('../../../../src/main/app/meaning-process', () => ({ meaningProcess: () => null }))
vi.mock('../../../../src/main/search/spawn-worker', () => ({
  spawnSearchWorker: (folder: string) => workers.start['search']?.({ workerData: { folder } })
}))
vi.mock('../../../../src/main/import/spawn-worker', () => ({
  spawnParseWorker: () => workers.start['parse']?.()
}))
vi.mock('../../../../src/main/database/backup/spawn-worker', async () => {
  const { perform } = await import('../../../../src/main/database/backup/work')
  return {
    performInThread: async (request: BackupRequest) => {
      const answer = await perform(request)
      if (request.kind === 'make') await setTimeout(disk.backupTakes)
      return answer
    }
  }
})
vi.mock('../../../../src/main/import/pdf/spawn-pages-worker', () => ({ spawnPagesWorker: vi.fn() }))
vi.mock('../../../../src/main/pictures/spawn-worker', () => ({ spawnPicturesWorker: drawingFor }))
vi.mock('../../../../src/main/annotate/spawn-worker', () => ({ spawnAnnotateWorker: vi.fn() }))
vi.mock('../../../../src/main/trends/spawn-worker', () => ({ spawnTrendsWorker: vi.fn() }))
vi.mock('../../../../src/main/session/writers/spawn-worker', () => ({ spawnWriter: vi.fn() }))
vi.mock('../../../../src/main/export/csl/spawn-worker', () => ({ spawnFormatWorker: vi.fn() }))
vi.mock('../../../../src/main/library/tags', async (original) => {
  const real = await original<typeof tags>()
  return {
    ...real,
    addTag: (...given: Parameters<typeof real.addTag>) => {
      real.addTag(...given)
      if (disk.failsToWrite) throw ioError('SQLITE_IOERR_FSYNC')
    }
  }
})
vi.mock('../../../../src/main/database/open', async (original) => {
  const real = await original<typeof openings>()
  return {
    ...real,
    openLibrary: (folder: string) => {
      if (disk.failsToOpen) throw ioError('SQLITE_IOERR_READ')
      disk.opened++
      return real.openLibrary(folder)
    },
    closeLibrary: (...given: Parameters<typeof real.closeLibrary>) => {
      disk.closed++
      real.closeLibrary(...given)
      if (disk.failsToClose) throw ioError('SQLITE_IOERR_WRITE')
    }
  }
})

const soon = { timeout: 20_000 }

function ioError(code: string): Error {
  return Object.assign(new Error('disk I/O error'), { code })
}

/** A thread that has the library open, as one that lays out a map of many papers does for minutes. */
function drawingFor(folder: string): EventEmitter {
  const db = openLibraryToRead(folder)
  disk.drawing++
  db.prepare('SELECT COUNT(*) FROM paper').get()
  const thread = Object.assign(new EventEmitter(), {
    postMessage: () => undefined,
    terminate: () => {
      db.close()
      thread.emit('exit', 1)
      return Promise.resolve(1)
    }
  })
  return thread
}

async function call(channel: Channel, input?: unknown): Promise<Reply<unknown>> {
  return (await listeners.get(channel)?.(trustedEvent, input)) as Reply<unknown>
}

/** `ok`, or the code that the window is told. */
async function outcomeOf(channel: Channel, input?: unknown): Promise<string> {
  const reply = await call(channel, input)
  return reply.ok ? 'ok' : reply.error.code
}

beforeAll(async () => {
  workers.start = await buildWorkers({ search: 'search/worker.ts', parse: 'import/worker.ts' })
}, 120_000)

async function start(): Promise<void> {
  Object.assign(disk, { failsToWrite: false, failsToOpen: false, failsToClose: false })
  Object.assign(disk, { backupTakes: 0, opened: 0, closed: 0, drawing: 0 })
  const userData = join(temporaryFolder(), 'user-data')
  mkdirSync(userData)
  const service = new WindowService(window as never, {
    ...{ userData, files: [], key: null, version: '0.0.0' },
    hold: { folder: join(userData, 'library'), release: () => undefined },
    readerFiles: new ReaderFiles(),
    shownPages: new ShownPages(),
    resources: resolve('resources'),
    built: userData,
    ...{ lookupAt: undefined, updatesAt: undefined },
    showMenu: () => undefined,
    keysChanged: () => undefined
  })
  hearChannels(() => window as never, Promise.resolve(service.answers))
  onTestFinished(async () => {
    Object.assign(disk, { failsToWrite: false, failsToOpen: false, failsToClose: false })
    await service.close()
    window.removeAllListeners()
    listeners.clear()
  })
  expect(await outcomeOf('settings:set', { review: 'never' })).toBe('ok')
  const text = '@article{a, title = {Rivers and their Maps}}'
  expect(await outcomeOf('import:text', { text, name: 'a.bib' })).toBe('ok')
}

it('a library whose disk failed to take a change is closed and opened again, and goes on', async () => {
  await start()
  disk.failsToWrite = true
  expect(await outcomeOf('tag:add', { ids: [1], name: 'lost' })).toBe('unreadable-file')
  await expect.poll(() => disk.opened, soon).toBe(2)
  expect(disk.closed).toBe(1)
  disk.failsToWrite = false
  expect(await outcomeOf('tag:add', { ids: [1], name: 'kept' })).toBe('ok')
  expect(JSON.stringify(await call('paper:get', { id: 1 }))).toContain('kept')
  expect(JSON.stringify(await call('paper:get', { id: 1 }))).not.toContain('lost')
  expect(disk.opened).toBe(2)
})

it('what is refused for another reason leaves the library open', async () => {
  await start()
  const note = { paperId: 999, body: 'Of nothing.', revision: 0 }
  expect(await outcomeOf('note:save', note)).toBe('not-found')
  expect(await outcomeOf('library:info')).toBe('ok')
  expect(disk.opened).toBe(1)
})

it('a library that cannot be opened again says so, and is there as soon as its disk is', async () => {
  await start()
  Object.assign(disk, { failsToWrite: true, failsToOpen: true, failsToClose: true })
  expect(await outcomeOf('tag:add', { ids: [1], name: 'lost' })).toBe('unreadable-file')
  await expect.poll(() => disk.closed, soon).toBe(1)
  await expect.poll(() => outcomeOf('library:sidebar'), soon).toBe('unreadable-file')
  Object.assign(disk, { failsToWrite: false, failsToOpen: false, failsToClose: false })
  await expect.poll(() => outcomeOf('tag:add', { ids: [1], name: 'kept' }), soon).toBe('ok')
  expect(disk.opened).toBe(2)
})

it('an import that comes while a backup is restored waits for it, and goes into what was restored', async () => {
  await start()
  const reply = await call('backup:make')
  const [backup] = reply.ok ? (reply.value as BackupList).backups : []
  disk.backupTakes = 1500
  const restored = outcomeOf('backup:restore', { name: backup?.name ?? '' })
  const text = '@article{b, title = {Looms and their Cloth}}'
  const imported = outcomeOf('import:text', { text, name: 'b.bib' })
  expect([await restored, await imported]).toEqual(['ok', 'ok'])
  expect(JSON.stringify(await call('paper:get', { id: 2 }))).toContain('Looms and their Cloth')
})

it('a map that is being laid out does not keep a backup from being restored', async () => {
  await start()
  const reply = await call('backup:make')
  const [backup] = reply.ok ? (reply.value as BackupList).backups : []
  expect(await outcomeOf('picture:lay-out')).toBe('ok')
  await expect.poll(() => disk.drawing, soon).toBe(1)
  expect(await call('backup:restore', { name: backup?.name ?? '' })).toMatchObject({ ok: true })
})
