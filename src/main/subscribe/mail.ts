import type { Worker } from 'node:worker_threads'
import { isIP } from 'node:net'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import { asNetworkError, cancelled, networkError } from '../lookup/network-error'
import { isPublicAddress } from '../lookup/public-address'
import type { MailFailure, MailNews, MailRequest } from './mail-request'
import {
  dayOf,
  daysLater,
  leftOff,
  type Asked,
  type Brought,
  type Memory,
  type Step
} from './source'

/** The first time, mails of so many days are read. */
const firstDays = 30
/** So many mails at one time; the rest comes the next. */
const mostMails = 300
/** So many are taken in together. */
const batch = 20
/** Alerts are some hundred kilobytes at the most. */
const mostBytes = 8 * 1024 * 1024
/** The worker gives a server up by itself: one that is silent for so much longer has failed. */
const workerMs = 30_000

/** Reads the mails that came into a folder since the last time. Nothing in it is marked, moved or deleted. */
export async function* askMail(asked: Asked<'mail'>): AsyncGenerator<Step> {
  const { source, memory, now, name } = asked
  const { host, port, security, user, folder } = source
  const password = asked.password()
  if (password === null) throw new AppError('invalid-input', words.subscriptions.noPassword(host))
  const address = await checkedAddress(asked)
  const after = lastOf(memory)
  const today = dayOf(now())
  const since =
    typeof memory.day === 'string' ? memory.day : daysLater(leftOff(memory, today), -firstDays)
  const request: MailRequest = {
    ...{ host, address, port, security, user, password, folder, after },
    // Where mails were numbered anew, those of the last time come again; they are known.
    ...{ since: daysLater(since, typeof memory.day === 'string' ? -2 : 0) },
    ...{ most: mostMails, mostBytes, trusted: asked.trustedCertificate },
    // A server may look through a large folder before it says anything.
    ...{ connectMs: asked.fetchRules.connectMs, idleMs: 2 * asked.fetchRules.idleMs }
  }
  let brought: Brought[] = []
  for await (const news of converse(asked, request)) {
    if (news.kind === 'failed') throw inWords(host, folder, news)
    const place = { uidValidity: news.uidValidity, uid: news.uid }
    if (news.kind === 'mail' && news.bytes !== null)
      brought.push({
        kind: 'bytes',
        request: {
          name: words.subscriptions.mail(name, news.uid),
          ...{ bytes: news.bytes, modified: new Date(now()) }
        }
      })
    if (news.kind === 'mail' && brought.length < batch) continue
    // A folder has other mails too: one without papers is no failure.
    yield { brought, memory: { ...place, day: since }, mayBeEmpty: true }
    brought = []
    if (news.kind === 'done') {
      yield { brought: [], memory: { ...place, day: today } }
      return
    }
  }
}

/** The address of a host, if it is one of the public Internet. */
async function checkedAddress({
  source: { host, port },
  fetchRules
}: Asked<'mail'>): Promise<string> {
  let found: readonly { address: string }[]
  try {
    found = isIP(host) === 0 ? await fetchRules.resolve(host) : [{ address: host }]
  } catch (error) {
    throw asNetworkError(host, error)
  }
  const [first] = found
  if (first === undefined) throw networkError(host, words.lookups.noAddresses)
  const may = (address: string): boolean =>
    isPublicAddress(address) || fetchRules.mayConnect(address, port)
  if (!found.every(({ address }) => may(address)))
    throw new AppError('invalid-input', words.lookups.notPublic(host))
  return first.address
}

/** What the worker tells, one by one; it waits until each is done with. */
async function* converse(
  { spawnMailWorker, signal, source: { host } }: Asked<'mail'>,
  request: MailRequest
): AsyncGenerator<MailNews> {
  const worker = spawnMailWorker()
  try {
    worker.postMessage(request)
    for (;;) {
      const news = await nextOf(worker, host, request.idleMs + workerMs, signal)
      yield news
      if (news.kind !== 'mail') return
      worker.postMessage('next')
    }
  } finally {
    void worker.terminate()
  }
}

function nextOf(
  worker: Worker,
  host: string,
  silenceMs: number,
  signal: AbortSignal
): Promise<MailNews> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', abort)
      worker.off('message', take).off('error', lose).off('exit', lose)
      act()
    }
    const abort = settle(() => {
      reject(cancelled())
    })
    const lose = settle(() => {
      reject(networkError(host, words.subscriptions.mailBroken))
    })
    const take = (news: MailNews): void => {
      settle(() => {
        resolve(news)
      })()
    }
    const timer = setTimeout(lose, silenceMs)
    worker.on('message', take).on('error', lose).on('exit', lose)
    signal.addEventListener('abort', abort)
    if (signal.aborted) abort()
  })
}

function inWords(host: string, folder: string, { why, code, said }: MailFailure): AppError {
  if (why === 'password') return new AppError('invalid-input', words.subscriptions.password(host))
  if (why === 'folder')
    return new AppError('not-found', words.subscriptions.noFolder(host, folder), { detail: code })
  if (why === 'certificate') return networkError(host, words.lookups.certificate)
  if (why === 'busy') return networkError(host, words.subscriptions.mailBusy(said || code))
  const reasons: Readonly<Record<string, string>> = words.lookups.reasons
  return networkError(host, reasons[code] ?? words.subscriptions.mailBroken)
}

function lastOf({ uidValidity, uid }: Memory): MailRequest['after'] {
  return typeof uidValidity === 'string' && typeof uid === 'number' ? { uidValidity, uid } : null
}
