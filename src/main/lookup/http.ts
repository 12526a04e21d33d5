import { request as requestHttp, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import { acceptedEncodings, readBody, readBytes } from './body'
import { publicRules, type FetchRules } from './fetch-rules'
import { asNetworkError, cancelled, networkError } from './network-error'

export interface GetOptions {
  signal?: AbortSignal | undefined
  /** By default what is public, in moderation. */
  fetchRules?: FetchRules | undefined
  /** Who asks; see `userAgent` in polite.ts. */
  userAgent?: string | undefined
  /** Media types that are wanted, as `Accept` lists them. */
  accept?: string | undefined
  /** How what comes may be packed, as `Accept-Encoding` lists it. */
  encodings?: string | undefined
  /** What is known of the last answer, so that the same one need not come again (RFC 9110 §13). */
  known?: Known | undefined
}

/** What an answer is known by. An ETag is told to nobody but the address that gave it. */
export interface Known {
  url: string
  etag: string
  lastModified: string
}

/** What came back. Of anything but success (2xx) the body is not read. */
export interface Answer {
  /** Where it came from in the end, after redirects. */
  url: string
  status: number
  headers: IncomingHttpHeaders
  /** The body as UTF-8, and as it came but for its packing. */
  text: string
  bytes: Uint8Array
}

/**
 * Gets what is at a web address, from the public Internet alone: `http:` and `https:`, no user name,
 * the ports of the web. The socket connects to the very IP address that was checked, so a name that
 * resolves differently a second time gains nothing. Redirects are followed by hand, each checked anew,
 * never from https to http; no cookie, credential or referrer is ever sent.
 * @throws AppError `invalid-input` for an address that may not be asked, `network` for a host that fails
 * or takes too long, `too-large`, `unsupported` for an encoding not asked for, `cancelled`
 */
export async function getPublic(address: string, options: GetOptions = {}): Promise<Answer> {
  return await follow(address, options, async (answer, url, rules) => ({
    url: url.href,
    ...(await read(answer, url.hostname, rules))
  }))
}

/**
 * Gets a file as `getPublic` gets a text, and hands on its bytes as they come.
 * @throws AppError as `getPublic` does; also where there is no such file, or what comes ceases to come
 */
export async function downloadPublic(
  address: string,
  options: GetOptions,
  take: (bytes: Buffer) => Promise<void>
): Promise<void> {
  await follow(address, { ...options, encodings: 'identity' }, async (answer, url, rules) => {
    const { statusCode: status = 0 } = answer
    try {
      if (status < 200 || status > 299)
        throw networkError(url.hostname, words.lookups.refusedRequest(status))
      answer.setTimeout(rules.idleMs, () => {
        answer.destroy(networkError(url.hostname, words.lookups.slow(rules.idleMs / 1000)))
      })
      for await (const bytes of readBytes(answer, url.hostname, rules.mostBytes)) await take(bytes)
    } finally {
      answer.destroy()
    }
  })
}

/** Asks for what is at an address and at those it leads to, and has the last answer used. */
async function follow<T>(
  address: string,
  options: GetOptions,
  use: (answer: IncomingMessage, url: URL, rules: FetchRules) => Promise<T>
): Promise<T> {
  const rules = options.fetchRules ?? publicRules
  const deadline = new AbortController()
  const timer = setTimeout(() => {
    deadline.abort()
  }, rules.totalMs)
  const signals = [deadline.signal, ...(options.signal ? [options.signal] : [])]
  const signal = AbortSignal.any(signals)
  let host = address.slice(0, 200)
  try {
    let url = checkUrl(address, rules, null)
    for (let hops = 0; ; hops++) {
      host = url.hostname
      const answer = await untilAborted(() => ask(url, options, rules, signal), signal)
      const next = redirectOf(answer)
      if (next === null) return await use(answer, url, rules)
      answer.destroy()
      if (hops === rules.mostRedirects) throw networkError(host, words.lookups.endless)
      url = checkUrl(URL.parse(next, url.href)?.href ?? next, rules, url)
    }
  } catch (error) {
    if (options.signal?.aborted === true) throw cancelled()
    if (deadline.signal.aborted)
      throw networkError(host, words.lookups.slow(rules.totalMs / 1000), error)
    throw asNetworkError(host, error)
  } finally {
    clearTimeout(timer)
  }
}

async function read(
  answer: IncomingMessage,
  host: string,
  rules: FetchRules
): Promise<Omit<Answer, 'url'>> {
  const { headers, statusCode: status = 0 } = answer
  try {
    const isGood = status >= 200 && status < 300
    const bytes = isGood ? await readBody(answer, host, rules.mostBytes) : new Uint8Array()
    return { status, headers, bytes, text: new TextDecoder('utf-8').decode(bytes) }
  } finally {
    answer.destroy()
  }
}

/** The headers of an answer, its body still to come. */
async function ask(
  url: URL,
  options: GetOptions,
  rules: FetchRules,
  signal: AbortSignal
): Promise<IncomingMessage> {
  return await new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
      method: 'GET',
      // A socket of its own: one from a pool might have been opened under other rules.
      agent: false,
      signal,
      lookup: checkedLookup(url, rules),
      headers: {
        'User-Agent': options.userAgent ?? 'Sheaf',
        Accept: options.accept ?? '*/*',
        'Accept-Encoding': options.encodings ?? acceptedEncodings,
        ...conditions(url, options.known)
      }
    })
    const connecting = setTimeout(() => {
      const seconds = rules.connectMs / 1000
      request.destroy(networkError(url.hostname, words.lookups.noConnection(seconds)))
    }, rules.connectMs)
    const connected = (): void => {
      clearTimeout(connecting)
    }
    request.on('socket', (socket) => {
      socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', connected)
    })
    request.on('close', connected)
    request.on('response', resolve)
    request.on('error', reject)
    request.end()
  })
}

/** Asks for nothing but what has changed. */
function conditions(url: URL, known: Known | undefined): Record<string, string> {
  if (known?.url !== url.href) return {}
  return {
    ...(known.etag === '' ? {} : { 'If-None-Match': known.etag }),
    ...(known.lastModified === '' ? {} : { 'If-Modified-Since': known.lastModified })
  }
}

/** Resolves a name for the socket, which then connects to one of these addresses and no other. */
function checkedLookup(url: URL, rules: FetchRules): LookupFunction {
  return (hostname, options, callback) => {
    const answer = async (): Promise<void> => {
      const found = await rules.resolve(hostname)
      if (found.some(({ address }) => !rules.mayConnect(address, portOf(url)))) throw notPublic(url)
      const [first] = found
      if (first === undefined) throw networkError(hostname, words.lookups.noAddresses)
      if (options.all === true) callback(null, [...found])
      else callback(null, first.address, first.family)
    }
    answer().catch((error: unknown) => {
      callback(error instanceof Error ? error : new Error(String(error)), '', 0)
    })
  }
}

/** Reads an address, and refuses it before anything is sent if it cannot be a public one. */
function checkUrl(address: string, rules: FetchRules, from: URL | null): URL {
  const url = URL.parse(address)
  if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === '')
    throw new AppError('invalid-input', words.lookups.noAddress(from?.hostname ?? null), {
      detail: address.slice(0, 200)
    })
  if (url.username + url.password !== '')
    throw new AppError('invalid-input', words.lookups.credentials(url.hostname))
  if (from?.protocol === 'https:' && url.protocol === 'http:')
    throw new AppError('invalid-input', words.lookups.downgrade(from.hostname), {
      detail: url.href.slice(0, 200)
    })
  const bare = url.hostname.replace(/^\[|\]$/g, '')
  // A socket resolves no address, so one that stands in the URL is checked here.
  const may = isIP(bare) === 0 || rules.mayConnect(bare, portOf(url))
  if (!may) throw notPublic(url)
  return url
}

function notPublic(url: URL): AppError {
  return new AppError('invalid-input', words.lookups.notPublic(url.host))
}

function portOf(url: URL): number {
  if (url.port !== '') return Number(url.port)
  return url.protocol === 'https:' ? 443 : 80
}

function redirectOf({ statusCode = 0, headers }: IncomingMessage): string | null {
  return [301, 302, 303, 307, 308].includes(statusCode) ? (headers.location ?? null) : null
}

/** A name's resolution cannot be broken off; its caller can be let go all the same. */
async function untilAborted<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted()
  return await new Promise((resolve, reject) => {
    const stop = (): void => {
      reject(cancelled())
    }
    signal.addEventListener('abort', stop, { once: true })
    void work()
      .then(resolve, reject)
      .finally(() => {
        signal.removeEventListener('abort', stop)
      })
  })
}
