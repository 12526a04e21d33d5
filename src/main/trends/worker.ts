import { parentPort, workerData } from 'node:worker_threads'
import { asLanguage } from '@shared/messages/languages'
import { speak, words } from '@shared/messages/words'
import { openLibraryToRead } from '../database/open'
import type { TrendCall, TrendReply } from './messages'
import { Trends } from './trends'

await speak(asLanguage(process.env['SHEAF_LANGUAGE']))

// The entry of the worker thread: what trends in a large library takes longer than the window may wait.
const { folder } = workerData as { folder: string }
const trends = new Trends(openLibraryToRead(folder))

parentPort?.on('message', ({ call, kind, request }: TrendCall) => {
  let reply: TrendReply
  try {
    const result =
      kind === 'list'
        ? trends.list(request.view, request.sort)
        : kind === 'overview'
          ? trends.overview(request)
          : trends.standing(request, request.ids)
    reply = { call, ok: true, result }
  } catch (error) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
    reply = {
      call,
      ok: false,
      error: { code: 'internal', message: words.window.trendsStopped, detail }
    }
  }
  parentPort?.postMessage(reply)
})
