import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { dropChannel, type Bridge } from '@shared/ipc/bridge'
import { channels, eventNames, type Channel } from '@shared/ipc/channels'
import type { Input, Output } from '@shared/ipc/contract'
import { firstCalls } from '@shared/ipc/first-calls'
import type { Reply } from '@shared/ipc/error'

const keyOf = (channel: string, input: unknown): string => JSON.stringify([channel, input])
/** Asked before the page asks; not for the blank page that stands in a window before its own. */
const early = new Map(
  location.protocol === 'app:'
    ? firstCalls.map(([channel, input]) => [
        keyOf(channel, input),
        ipcRenderer.invoke(channel, input) as Promise<unknown>
      ])
    : []
)

// What comes back was made by the main process under the contract's types; nothing is parsed here.
const bridge: Bridge = {
  call: <C extends Channel>(channel: C, input: Input<C>) => {
    if (!channels.includes(channel)) throw new Error(`Unknown channel: ${channel}`)
    const key = early.size > 0 ? keyOf(channel, input) : ''
    const answer = early.get(key) ?? ipcRenderer.invoke(channel, input)
    early.delete(key)
    return answer as Promise<Reply<Output<C>>>
  },
  on: (event, listener) => {
    if (!eventNames.includes(event)) throw new Error(`Unknown event: ${event}`)
    const hear = (_event: unknown, body: Parameters<typeof listener>[0]): void => {
      listener(body)
    }
    ipcRenderer.on(event, hear)
    return () => {
      ipcRenderer.off(event, hear)
    }
  },
  tokensFor: (files) =>
    ipcRenderer.invoke(
      dropChannel,
      files.map((file) => webUtils.getPathForFile(file))
    ) as Promise<(string | null)[]>,
  platform: process.platform
}

contextBridge.exposeInMainWorld('sheaf', bridge)
