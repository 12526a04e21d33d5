import { request } from 'node:http'
import { networkInterfaces } from 'node:os'
import { createConnection } from 'node:net'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { CiteServer, type CiteRequest } from '../../../../src/main/latex/cayw-server'

const token = 'abcdefghijklmnop_-012345'
let server: CiteServer
let asked: CiteRequest[]
let reply: (request: CiteRequest, signal: AbortSignal) => Promise<string | null>

function get(
  path: string,
  headers: Record<string, string> = {},
  method = 'GET'
): Promise<[number, string]> {
  return new Promise((resolve, reject) => {
    const call = request(
      { host: '127.0.0.1', port: server.port, path, method, headers },
      (answer) => {
        let text = ''
        answer.setEncoding('utf8')
        answer.on('data', (part: string) => (text += part))
        answer.on('end', () => {
          resolve([answer.statusCode ?? 0, text])
        })
      }
    )
    call.on('error', reject)
    call.end()
  })
}

const cayw = (query: string): string => `/better-bibtex/cayw?token=${token}&${query}`

beforeEach(async () => {
  asked = []
  reply = () => Promise.resolve('\\cite{a}')
  server = new CiteServer()
  await server.start({
    ...{ port: 0, token },
    ask: (what, signal) => {
      asked.push(what)
      return reply(what, signal)
    }
  })
  onTestFinished(() => server.stop())
})

describe('an editor that asks for a citation', () => {
  it('is told that Sheaf is ready, and given what the user picks', async () => {
    expect(await get(cayw('probe=true'))).toEqual([200, 'ready'])
    expect(asked).toEqual([])
    expect(await get(cayw('format=latex&command=citep&minimize=true'))).toEqual([200, '\\cite{a}'])
    expect(asked).toEqual([
      { format: 'latex', command: 'citep', brackets: false, clipboard: false, minimise: true }
    ])
  })

  it('may say the format by any name that Better BibTeX has for it', async () => {
    for (const [name, format] of [
      ['', 'latex'],
      ['cite', 'latex'],
      ['pandoc', 'pandoc'],
      ['orgRef', 'orgRef'],
      ['typst', 'typst'],
      ['asciidoctor-bibtex', 'asciidoctor-bibtex']
    ] as const) {
      await get(cayw(`format=${name}&brackets=1&clipboard=yes`))
      expect(asked.at(-1)).toMatchObject({ format, brackets: true, clipboard: true })
    }
    expect((await get(cayw('format=scannable-cite')))[0]).toBe(400)
  })

  it('brings the token in the query, in a header or in the path', async () => {
    expect((await get('/better-bibtex/cayw?probe=true'))[0]).toBe(401)
    expect((await get('/better-bibtex/cayw?probe=true&token=wrong'))[0]).toBe(401)
    const bearer = { authorization: `Bearer ${token}` }
    expect((await get('/better-bibtex/cayw?probe=true', bearer))[0]).toBe(200)
    expect((await get(`/${token}/better-bibtex/cayw?probe=true`))[0]).toBe(200)
    expect((await get(`/${token.replace('a', 'b')}/better-bibtex/cayw?probe=true`))[0]).toBe(401)
  })

  it('is no web page', async () => {
    for (const headers of [
      { origin: 'https://example.org' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-origin' },
      { host: 'rebound.example.org' },
      { host: '127.0.0.1.example.org:23119' }
    ] as Record<string, string>[])
      expect((await get(cayw('probe=true'), headers))[0]).toBe(403)
    expect((await get(cayw('probe=true'), {}, 'POST'))[0]).toBe(405)
    expect((await get(`/?token=${token}`))[0]).toBe(404)
    expect(asked).toEqual([])
  })

  it('waits its turn, and is forgotten when it hangs up', async () => {
    reply = () => Promise.resolve(null)
    expect((await get(cayw('')))[0]).toBe(409)
    const gone = Promise.withResolvers<undefined>()
    reply = (_what, signal) => {
      signal.addEventListener('abort', () => {
        gone.resolve(undefined)
      })
      return new Promise(() => undefined)
    }
    const call = request({ host: '127.0.0.1', port: server.port, path: cayw('') })
    call.on('error', () => undefined)
    call.end()
    await expect.poll(() => asked.length).toBe(2)
    call.destroy()
    await gone.promise
  })

  it('is on this computer: no other address is listened on', async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((all) => all ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4')
    for (const { address } of others) {
      const isOpen = await new Promise<boolean>((resolve) => {
        const socket = createConnection({ host: address, port: server.port })
        socket.once('connect', () => {
          socket.destroy()
          resolve(true)
        })
        socket.once('error', () => {
          resolve(false)
        })
      })
      expect(isOpen).toBe(false)
    }
  })
})
