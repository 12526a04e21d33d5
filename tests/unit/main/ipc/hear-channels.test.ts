import { beforeEach, expect, it, vi } from 'vitest'
import { channels } from '@shared/ipc/channels'
import { dropChannel } from '@shared/ipc/bridge'
import type { Handlers } from '@shared/ipc/contract'
import { DroppedFiles } from '../../../../src/main/ipc/dropped-files'
import { answersOf } from '../../../../src/main/ipc/answers'
import { hearChannels } from '../../../../src/main/ipc/hear-channels'
import { listeners, trustedEvent, window } from '../../support/electron'

vi.mock('electron', async () => (await import('../../support/electron')).electron)

const called: string[] = []
/** Handlers that note that they ran. */
const handlers = new Proxy(
  {},
  {
    get: (_target, channel: string) => () => {
      called.push(channel)
    }
  }
) as Handlers

const hear = (shown: unknown): void => {
  hearChannels(() => shown as never, Promise.resolve(answersOf(handlers, vi.fn())))
}
const callOf = (
  listener: (event: unknown, input: unknown) => unknown,
  event: unknown
): Promise<unknown> => Promise.resolve().then(() => listener(event, undefined))
const frameOf = (url: string) => ({ senderFrame: { url } })
const strangers: readonly [who: string, event: unknown][] = [
  ['a frame that is gone', { senderFrame: null }],
  ['another frame of our own page', frameOf('app://sheaf/index.html')],
  ['the reader', frameOf('app://reader/reader/index.html')],
  ['a page of the web', frameOf('https://example.org/')],
  ['a page of data', frameOf('data:text/html,app://sheaf/')],
  ['an empty page', frameOf('about:blank')]
]

beforeEach(() => {
  listeners.clear()
  called.length = 0
})

it.each(strangers)('no channel hears %s (point 17)', async (_who, event) => {
  hear(window)
  new DroppedFiles().listen(() => window as never)
  expect([...listeners.keys()].sort()).toEqual([...channels, dropChannel].sort())
  for (const listener of listeners.values())
    await expect(callOf(listener, event)).rejects.toThrow('Refused')
  expect(called).toEqual([])
})

it('no channel hears our own frame once it shows another page, or its window is gone (point 17)', async () => {
  const refused = async (shown: unknown, event: unknown): Promise<void> => {
    hear(shown)
    for (const listener of listeners.values())
      await expect(callOf(listener, event)).rejects.toThrow('Refused')
  }
  const elsewhere = { url: 'https://example.org/' }
  await refused(
    { isDestroyed: () => false, webContents: { mainFrame: elsewhere } },
    { senderFrame: elsewhere }
  )
  await refused({ isDestroyed: () => true, webContents: window.webContents }, trustedEvent)
  await refused(null, trustedEvent)
  expect(called).toEqual([])
})

it('our own page is heard', async () => {
  hear(window)
  await listeners.get('journal:state')?.(trustedEvent, undefined)
  expect(called).toEqual(['journal:state'])
})

it('what is asked before anybody answers is answered then, and strangers are refused at once', async () => {
  const later = Promise.withResolvers<ReturnType<typeof answersOf>>()
  hearChannels(() => window as never, later.promise)
  const listener = listeners.get('journal:state')
  const asked = listener?.(trustedEvent, undefined)
  await expect(callOf(listener as never, { senderFrame: null })).rejects.toThrow('Refused')
  expect(called).toEqual([])
  later.resolve(answersOf(handlers, vi.fn()))
  await expect(asked).resolves.toMatchObject({ ok: true })
  expect(called).toEqual(['journal:state'])
})
