import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../../src/shared/ipc/error'
import { publicRules, type HostAddress } from '../../../../src/main/lookup/fetch-rules'
import { getPublic, type GetOptions } from '../../../../src/main/lookup/http'
import { loopback } from './loopback'

/** How a request is refused. */
async function refusal(address: string, options: GetOptions = {}): Promise<AppError> {
  try {
    await getPublic(address, options)
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error(`${address} was asked`)
}

const namedAs = (...addresses: string[]): GetOptions => ({
  fetchRules: {
    ...publicRules,
    resolve: () =>
      Promise.resolve(
        addresses.map((address): HostAddress => ({
          address,
          family: address.includes(':') ? 6 : 4
        }))
      )
  }
})

describe('what is asked', () => {
  it('is told who asks, and nothing of who it is for', async () => {
    const server = await loopback((_, response) => response.end('{}'))
    const options = { fetchRules: server.rules, userAgent: 'Sheaf/1.2.3', accept: 'text/plain' }
    await getPublic(`${server.base}/works?q=a`, options)
    expect(server.asked).toEqual(['/works?q=a'])
    expect(server.requests[0]?.method).toBe('GET')
    expect(server.requests[0]?.headers).toEqual({
      host: `127.0.0.1:${server.port}`,
      'user-agent': 'Sheaf/1.2.3',
      accept: 'text/plain',
      'accept-encoding': 'gzip, deflate, br',
      connection: 'close'
    })
  })

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync]
  ] as const)('may answer in %s', async (encoding, packed) => {
    const server = await loopback((_, response) => {
      response.writeHead(200, { 'Content-Encoding': encoding })
      response.end(packed('Grüße'))
    })
    const answer = await getPublic(server.base, { fetchRules: server.rules })
    expect(answer).toMatchObject({ status: 200, text: 'Grüße', url: `${server.base}/` })
  })

  it('is told what came last, if it was from that very address, and may say that it still holds', async () => {
    const server = await loopback((request, response) => {
      if (request.url === '/moved') response.writeHead(302, { Location: '/feed' }).end()
      else response.writeHead(request.headers['if-none-match'] === '"1"' ? 304 : 200).end('new')
    })
    const lastModified = 'Thu, 12 Mar 2026 08:00:00 GMT'
    const known = { url: `${server.base}/feed`, etag: '"1"', lastModified }
    const options = { fetchRules: server.rules, known }
    expect(await getPublic(`${server.base}/moved`, options)).toMatchObject({
      status: 304,
      text: ''
    })
    expect(await getPublic(`${server.base}/other`, options)).toMatchObject({ text: 'new' })
    const told = server.requests.map(({ headers }) => [
      headers['if-none-match'],
      headers['if-modified-since']
    ])
    expect(told).toEqual([[], ['"1"', lastModified], []].map(([a, b]) => [a, b]))
  })

  it('may answer that it knows nothing, or has broken down', async () => {
    const server = await loopback((request, response) => {
      response.writeHead(Number(request.url?.slice(1))).end('Sorry!')
    })
    for (const status of [404, 429, 500, 503])
      expect(
        await getPublic(`${server.base}/${status}`, { fetchRules: server.rules })
      ).toMatchObject({ status, text: '' })
  })

  it('may lead elsewhere on the same terms', async () => {
    const server = await loopback((request, response) => {
      if (request.url === '/new') response.end('here')
      else response.writeHead(301, { Location: '/new' }).end()
    })
    const answer = await getPublic(`${server.base}/old`, { fetchRules: server.rules })
    expect(answer).toMatchObject({ url: `${server.base}/new`, text: 'here' })
  })
})

describe('never asked is', () => {
  it.each([
    ...['file:///etc/passwd', 'ftp://example.org/', 'data:text/plain,a', 'javascript:1', 'nothing'],
    'http://ada:secret@example.org/'
  ])('%s, which is no plain web address', async (address) => {
    expect(await refusal(address)).toMatchObject({ code: 'invalid-input' })
  })

  it.each([
    ...['http://127.0.0.1/', 'http://127.1/', 'http://2130706433/', 'http://0x7f.1/'],
    ...['http://017700000001/', 'http://0/', 'http://10.0.0.1/', 'http://192.168.0.1/'],
    ...['http://172.16.5.4/', 'http://100.64.0.1/', 'http://169.254.169.254/latest/meta-data/'],
    ...['http://[::1]/', 'http://[::]/', 'http://[::ffff:127.0.0.1]/', 'http://[fe80::1]/'],
    ...['http://[fd00::1]/', 'http://[64:ff9b::7f00:1]/', 'http://[2002:7f00:1::]/'],
    ...['http://224.0.0.1/', 'http://255.255.255.255/', 'http://１２７.0.0.1/']
  ])('%s, which is not on the public Internet', async (address) => {
    const error = await refusal(address)
    expect(error).toMatchObject({ code: 'invalid-input' })
    expect(error.message).toContain('not a public address')
  })

  it('another port than those of the web', async () => {
    expect(await refusal('http://1.1.1.1:22/')).toMatchObject({ code: 'invalid-input' })
    expect(await refusal('http://name.example:6379/', namedAs('1.1.1.1'))).toMatchObject({
      code: 'invalid-input'
    })
  })

  it.each([
    ['this machine', ['127.0.0.1']],
    ['this machine, in IPv6', ['::1']],
    ['a cloud’s own host', ['169.254.169.254']],
    ['the local network, beside a public address', ['1.1.1.1', '192.168.0.10']]
  ])('a name that stands for %s', async (_, addresses) => {
    const error = await refusal('http://papers.example/', namedAs(...addresses))
    expect(error).toMatchObject({ code: 'invalid-input' })
    expect(error.message).toContain('papers.example')
  })

  it('a name that stands for something else the second time it is resolved', async () => {
    const server = await loopback((_, response) => response.end('inside'))
    let times = 0
    const resolve = (): Promise<HostAddress[]> => {
      times++
      return Promise.resolve([{ address: times === 1 ? '127.0.0.2' : '127.0.0.1', family: 4 }])
    }
    // The rules allow what the second resolution gives; only the first is ever asked for.
    const fetchRules = { ...server.rules, resolve }
    expect(await refusal(`http://rebinding.example:${server.port}/`, { fetchRules })).toMatchObject(
      {
        code: 'invalid-input'
      }
    )
    expect(times).toBe(1)
    expect(server.asked).toEqual([])
  })

  it.each([
    ...['http://127.0.0.1/', 'http://169.254.169.254/latest/', 'http://[::1]/', 'http://10.1.1.1/'],
    ...['file:///etc/passwd', 'data:text/plain,a', '//192.168.1.1/', 'http://ada@example.org/']
  ])('%s, where a public host leads', async (address) => {
    const server = await loopback((_, response) => {
      response.writeHead(302, { Location: address }).end()
    })
    const error = await refusal(server.base, { fetchRules: server.rules })
    expect(error).toMatchObject({ code: 'invalid-input' })
    expect(server.asked).toHaveLength(1)
  })
})

describe('a host that misbehaves does no harm', () => {
  it('by leading in circles', async () => {
    const server = await loopback((_, response) => {
      response.writeHead(307, { Location: '/again' }).end()
    })
    const error = await refusal(server.base, { fetchRules: server.rules })
    expect(error).toMatchObject({ code: 'network' })
    expect(error.message).toContain('without end')
    expect(server.asked).toHaveLength(6)
  })

  it('by sending drop by drop', async () => {
    const server = await loopback((_, response) => {
      const drip = setInterval(() => response.write(' '), 20)
      response.on('close', () => {
        clearInterval(drip)
      })
    })
    const fetchRules = { ...server.rules, totalMs: 200 }
    const error = await refusal(server.base, { fetchRules })
    expect(error).toMatchObject({ code: 'network' })
    expect(error.message).toContain('longer than 0.2 seconds')
  })

  it('by never answering', async () => {
    const server = await loopback(() => undefined)
    const fetchRules = { ...server.rules, totalMs: 200 }
    expect(await refusal(server.base, { fetchRules })).toMatchObject({ code: 'network' })
  })

  it('by a name that never resolves', async () => {
    const fetchRules = { ...publicRules, totalMs: 100, resolve: () => new Promise<never>(() => 0) }
    expect(await refusal('http://slow.example/', { fetchRules })).toMatchObject({ code: 'network' })
  })

  it('by sending without end', async () => {
    const server = await loopback((_, response) => {
      const chunk = Buffer.alloc(64 * 1024, 'a')
      const pour = (): void => {
        while (!response.destroyed && response.write(chunk));
      }
      response.on('drain', pour)
      pour()
    })
    const error = await refusal(server.base, { fetchRules: server.rules })
    expect(error).toMatchObject({ code: 'too-large' })
    expect(error.message).toContain('1 MB')
  })

  it('by announcing more than is taken', async () => {
    const server = await loopback((_, response) => {
      response.writeHead(200, { 'Content-Length': 1e12 })
      response.write('a')
    })
    const error = await refusal(server.base, { fetchRules: server.rules })
    expect(error).toMatchObject({ code: 'too-large' })
  })

  it('by what unpacks to a thousand times its size', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024))
    const server = await loopback((_, response) => {
      response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(bomb)
    })
    const error = await refusal(server.base, { fetchRules: server.rules })
    expect(error).toMatchObject({ code: 'too-large' })
  })

  it('by an encoding that was not asked for', async () => {
    for (const encoding of ['zstd', 'gzip, gzip', 'constructor']) {
      const server = await loopback((_, response) => {
        response.writeHead(200, { 'Content-Encoding': encoding }).end('a')
      })
      expect(await refusal(server.base, { fetchRules: server.rules })).toMatchObject({
        code: 'unsupported'
      })
    }
  })

  it('by breaking off in the middle', async () => {
    const server = await loopback((_, response) => {
      response.writeHead(200, { 'Content-Length': 100 })
      response.write('{"half":', () => response.destroy())
    })
    const error = await refusal(server.base, { fetchRules: server.rules })
    expect(error).toMatchObject({ code: 'network' })
    expect(error.message).toContain('broke off')
  })

  it('by packing what does not unpack, or only half of it', async () => {
    const whole = gzipSync('{"title": "On Sheaves"}')
    for (const body of [Buffer.from('no gzip at all'), whole.subarray(0, whole.length - 9)]) {
      const server = await loopback((_, response) => {
        response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(body)
      })
      const error = await refusal(server.base, { fetchRules: server.rules })
      expect(error).toMatchObject({ code: 'network' })
      expect(error.message).toContain('damaged')
    }
  })

  it('by not being there', async () => {
    const server = await loopback(() => undefined)
    const mayConnect = (): boolean => true
    const fetchRules = { ...server.rules, mayConnect }
    const error = await refusal('http://127.0.0.1:1/', { fetchRules })
    expect(error).toMatchObject({ code: 'network' })
    expect(error.message).toContain('refused the connection')
    const unknown = await refusal('http://nowhere.example/', { fetchRules: server.rules })
    expect(unknown.message).toContain('are you online?')
  })
})

describe('who gives up', () => {
  it('is let go at once, before and after the answer begins', async () => {
    const server = await loopback((request, response) => {
      if (request.url === '/begun') response.write('a')
    })
    for (const path of ['/begun', '/silent']) {
      const signal = AbortSignal.timeout(50)
      const started = performance.now()
      const error = await refusal(`${server.base}${path}`, { fetchRules: server.rules, signal })
      expect(error).toMatchObject({ code: 'cancelled' })
      expect(performance.now() - started).toBeLessThan(500)
    }
    const signal = AbortSignal.abort()
    const before = server.asked.length
    expect(await refusal(server.base, { fetchRules: server.rules, signal })).toMatchObject({
      code: 'cancelled'
    })
    expect(server.asked).toHaveLength(before)
  })
})
