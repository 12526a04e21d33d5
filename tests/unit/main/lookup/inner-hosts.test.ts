import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { AppError } from '../../../../src/shared/ipc/error'
import { publicRules, type FetchRules } from '../../../../src/main/lookup/fetch-rules'
import { getPublic } from '../../../../src/main/lookup/http'
import { counted } from '../../support/count'
import { loopback } from './loopback'

/** What names of the Internet have been made to stand for, to reach what is behind somebody's wall. */
const targets: readonly (readonly [what: string, ...addresses: string[]])[] = [
  ['this machine', '127.0.0.1'],
  ['this machine, by another of its addresses', '127.8.8.8'],
  ['this machine, by none', '0.0.0.0'],
  ['this network', '0.1.2.3'],
  ['a private network of class A', '10.0.0.1'],
  ['a private network of class B', '172.16.0.1'],
  ['the end of that', '172.31.255.254'],
  ['a private network of class C', '192.168.1.1'],
  ['a provider’s own network', '100.64.0.1'],
  ['what tells a machine in a cloud who it is', '169.254.169.254'],
  ['that of containers', '169.254.170.2'],
  ['that of another cloud', '100.100.100.200'],
  ['a neighbour without an address', '169.254.0.7'],
  ['protocol assignments', '192.0.0.192'],
  ['benchmarks', '198.18.0.1'],
  ['examples', '192.0.2.1'],
  ['a group', '224.0.0.251'],
  ['everybody', '255.255.255.255'],
  ['what is reserved', '240.0.0.1'],
  ['this machine, in IPv6', '::1'],
  ['none, in IPv6', '::'],
  ['a private network, in IPv6', 'fd00::1'],
  ['a cloud’s own host, in IPv6', 'fd00:ec2::254'],
  ['a neighbour, in IPv6', 'fe80::1'],
  ['a group, in IPv6', 'ff02::1'],
  ['this machine, mapped', '::ffff:127.0.0.1'],
  ['a private network, mapped', '::ffff:192.168.0.1'],
  ['this machine, through 6to4', '2002:7f00:1::1'],
  ['a private network, through Teredo', '2001:0:a00:1::1'],
  ['this machine, through NAT64', '64:ff9b::7f00:1'],
  ['a cloud’s own host, through NAT64', '64:ff9b::a9fe:a9fe'],
  ['a public host and this machine', '1.1.1.1', '127.0.0.1'],
  ['a public host and a private network in IPv6', '1.1.1.1', 'fd00::1']
]

function resolving(rules: FetchRules, addresses: readonly string[]): FetchRules {
  const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
  return { ...rules, resolve: () => Promise.resolve(found) }
}

async function refusal(address: string, fetchRules: FetchRules): Promise<AppError> {
  const error = await getPublic(address, { fetchRules }).catch((error: unknown) => error)
  if (error instanceof AppError) return error
  throw new Error(`${address} was asked: ${JSON.stringify(error)}`)
}

it('no name leads to what is not on the public Internet', async (context) => {
  counted(context, targets.length)
  expect(targets.length).toBeGreaterThanOrEqual(30)
  for (const [what, ...addresses] of targets)
    for (const scheme of ['http', 'https']) {
      const error = await refusal(`${scheme}://papers.example/a`, resolving(publicRules, addresses))
      expect(error, what).toMatchObject({ code: 'invalid-input' })
      expect(error.message, what).toContain('papers.example')
    }
})

it('nor does a redirect of a public host, by a name or by an address', async (context) => {
  counted(context, targets.length * 2)
  for (const [what, ...addresses] of targets) {
    const last = addresses.at(-1) ?? ''
    const host = last.includes(':') ? `[${last}]` : last
    for (const to of ['http://moved.example/a', `http://${host}/a`]) {
      const server = await loopback((_, response) => {
        response.writeHead(302, { Location: to }).end()
      })
      const error = await refusal(server.base, resolving(server.rules, addresses))
      expect(error, `${what}: ${to}`).toMatchObject({ code: 'invalid-input' })
      expect(server.asked, what).toHaveLength(1)
    }
  }
})

it('each of several redirects is looked at', async () => {
  const server = await loopback((request, response) => {
    const hop = Number(request.url?.slice(1))
    const to = hop < 3 ? `${server.base}/${String(hop + 1)}` : 'http://moved.example/'
    response.writeHead(307, { Location: to }).end()
  })
  const error = await refusal(`${server.base}/0`, resolving(server.rules, ['10.0.0.1']))
  expect(error).toMatchObject({ code: 'invalid-input' })
  expect(server.asked).toEqual(['/0', '/1', '/2', '/3'])
})

it('nothing is connected to before that is known', async () => {
  let connections = 0
  const inner = createServer().on('connection', () => connections++)
  await new Promise<void>((done) => inner.listen(0, '127.0.0.1', done))
  onTestFinished(() => void inner.close())
  const { port } = inner.address() as AddressInfo
  // As if this port were one of the web’s: the address alone refuses it.
  const rules = resolving(
    { ...publicRules, mayConnect: (address) => publicRules.mayConnect(address, 80) },
    ['127.0.0.1']
  )
  const error = await refusal(`http://papers.example:${String(port)}/`, rules)
  expect(error).toMatchObject({ code: 'invalid-input' })
  expect(connections).toBe(0)
})
