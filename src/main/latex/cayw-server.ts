import { timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { words } from '@shared/messages/words'
import { citeFormats, type CiteFormat, type CiteStyle } from '@shared/text/cite-text'

/** What a plug-in of an editor asks for. */
export interface CiteRequest extends CiteStyle {
  /** Whether the citation goes to the clipboard too. */
  clipboard: boolean
  /** Whether the window is put away afterwards. */
  minimise: boolean
}

export interface CiteServerOptions {
  port: number
  /** What a request has to bring; empty if any program of this computer may ask. */
  token: string
  /** Asks the user; empty when the user thinks better of it. Null while somebody else is asking. */
  ask: (request: CiteRequest, signal: AbortSignal) => Promise<string | null>
}

const path = '/better-bibtex/cayw'
const tokenPath = /^\/([A-Za-z0-9_-]{16,64})(\/.*)$/

/**
 * Answers plug-ins of editors that speak Better BibTeX's protocol of citing as one writes. Listens on the
 * loopback interface only. A request from a web page is refused: it has an origin, or a host of its own
 * that was made to lead here.
 */
export class CiteServer {
  #server: Server | null = null

  /** @throws Error with the system's code where the port cannot be had */
  async start(options: CiteServerOptions): Promise<void> {
    await this.stop()
    const server = createServer((request, response) => {
      void answer(request, response, options)
    })
    server.headersTimeout = 5000
    server.maxConnections = 8
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen({ host: '127.0.0.1', port: options.port, exclusive: true }, resolve)
    })
    this.#server = server
  }

  get port(): number {
    const address = this.#server?.address()
    return typeof address === 'object' && address !== null ? address.port : 0
  }

  async stop(): Promise<void> {
    const server = this.#server
    this.#server = null
    if (server === null) return
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { token, ask }: CiteServerOptions
): Promise<void> {
  const say = (status: number, text: string): void => {
    response.writeHead(status, {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff'
    })
    response.end(text)
  }
  if (!isFromHere(request)) {
    say(403, words.citing.webPage)
    return
  }
  const url = new URL(request.url ?? '/', 'http://127.0.0.1')
  const inPath = tokenPath.exec(url.pathname)
  const asked = inPath === null ? url.pathname : inPath[2]
  if (asked !== path) {
    say(404, words.citing.nothingHere)
    return
  }
  if (request.method !== 'GET') {
    say(405, words.citing.onlyGet)
    return
  }
  if (!isToken(token, inPath?.[1] ?? bearer(request) ?? url.searchParams.get('token') ?? '')) {
    say(401, words.citing.wrongToken)
    return
  }
  const query = url.searchParams
  if (isOn(query.get('probe'))) {
    say(200, 'ready')
    return
  }
  const style = styleIn(query)
  if (style === null) {
    say(400, words.citing.noFormat(citeFormats.join(', ')))
    return
  }
  const gone = new AbortController()
  response.once('close', () => {
    gone.abort()
  })
  const text = await ask(
    { ...style, clipboard: isOn(query.get('clipboard')), minimise: isOn(query.get('minimize')) },
    gone.signal
  )
  if (text === null) say(409, words.citing.asking)
  else say(200, text)
}

/** A browser tells where a request is from; and a name that is not ours may have been made to lead here. */
function isFromHere({ headers }: IncomingMessage): boolean {
  const isLocal = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/i.test(headers.host ?? '')
  const site = headers['sec-fetch-site']
  return isLocal && headers.origin === undefined && (site === undefined || site === 'none')
}

function bearer({ headers }: IncomingMessage): string | null {
  return /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? null
}

function isToken(token: string, given: string): boolean {
  const [wanted, brought] = [Buffer.from(token), Buffer.from(given)]
  return token === '' || (wanted.length === brought.length && timingSafeEqual(wanted, brought))
}

function styleIn(query: URLSearchParams): CiteStyle | null {
  const name = query.get('format') ?? 'latex'
  const others: Record<string, CiteFormat> = {
    cite: 'latex',
    '': 'latex',
    markdown: 'pandoc',
    orgmode: 'org',
    'org-cite': 'org',
    playground: 'keys',
    citekeys: 'keys'
  }
  const format =
    citeFormats.find((known) => known.toLowerCase() === name.toLowerCase()) ?? others[name]
  if (format === undefined) return null
  const command = query.get('command') ?? query.get('cite') ?? ''
  return { format, command, brackets: isOn(query.get('brackets')) }
}

function isOn(value: string | null): boolean {
  return value !== null && !/^(?:|0|false|no|n)$/i.test(value)
}
