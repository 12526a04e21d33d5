import { parentPort } from 'node:worker_threads'
import type { MailRequest } from './mail-request'
import { readFolder } from './read-folder'

// The entry of the worker thread: a server that sends what nobody can read takes only this down.
let goOn: () => void = () => undefined
parentPort?.on('message', (message: MailRequest | 'next') => {
  if (message === 'next') goOn()
  else void read(message)
})

async function read(request: MailRequest): Promise<void> {
  for await (const news of readFolder(request)) {
    const next = new Promise<void>((resolve) => {
      goOn = resolve
    })
    parentPort?.postMessage(news)
    if (news.kind === 'mail') await next
  }
}
