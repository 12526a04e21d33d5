import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { newKey, signedManifest } from '../../../../scripts/dist/sign-manifest.mjs'
import { Updating, type UpdatingOptions } from '../../../../src/main/session/updating'
import { feed as builtIn } from '../../../../src/main/updates/feed'
import { compareVersions } from '../../../../src/main/updates/manifest'
import { ownerOf } from '../../../../src/main/updates/owner'
import { loopback } from '../lookup/loopback'

const keys = newKey()
const program = Buffer.from('the program of the newer version '.repeat(5000))
const now = new Date('2026-06-01T00:00:00.000Z')

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'sheaf-updates-'))
  onTestFinished(() => {
    rmSync(path, { recursive: true, force: true })
  })
  return path
}

function manifest(given: object = {}) {
  return {
    ...{ app: 'org.sheaf.Sheaf', version: '0.3.0', notes: 'It weaves.' },
    ...{ published: '2026-05-01T00:00:00.000Z', expires: '2027-05-01T00:00:00.000Z' },
    files: [
      {
        ...{ platform: 'linux', arch: 'x64', name: 'Sheaf-0.3.0.AppImage' },
        ...{ bytes: program.length, sha512: createHash('sha512').update(program).digest('hex') }
      }
    ],
    ...given
  }
}

/** A Sheaf of version 0.2.0, and a server that makes a newer one known. */
async function start(
  {
    published = signedManifest(manifest(), keys.privateKey),
    file = (response: ServerResponse) => {
      response.writeHead(200, { 'Content-Length': program.length }).end(program)
    }
  }: { published?: string; file?: (response: ServerResponse, url: string) => void } = {},
  options: Partial<UpdatingOptions> = {}
) {
  const server = await loopback((request, response) => {
    const { url = '' } = request
    if (url === '/latest/update.json') response.writeHead(200).end(published)
    else file(response, url)
  })
  const downloads = join(folder(), 'Downloads')
  const progress: number[] = []
  const around: UpdatingOptions = {
    version: '0.2.0',
    feed: { address: `${server.base}/latest/update.json`, publicKey: keys.publicKey },
    fetchRules: () => Promise.resolve({ ...server.rules, totalMs: 5000 }),
    owner: () => null,
    machine: { platform: 'linux', arch: 'x64' },
    downloads: () => downloads,
    now: () => now,
    progressed: ({ done }) => progress.push(done),
    ...options
  }
  return { server, around, updating: new Updating(around), downloads, progress }
}

const saying = (words: RegExp): Error =>
  expect.objectContaining({ message: expect.stringMatching(words) as string }) as Error

describe('looking for a newer version', () => {
  it('finds it, with what is new and the file for this machine, and tells nothing of the user', async () => {
    const { server, updating } = await start()
    expect(server.asked).toEqual([])
    expect(await updating.check()).toEqual({
      ...{ kind: 'newer', version: '0.2.0', newer: '0.3.0', notes: 'It weaves.' },
      published: '2026-05-01T00:00:00.000Z',
      file: { name: 'Sheaf-0.3.0.AppImage', bytes: program.length }
    })
    expect(server.asked).toEqual(['/latest/update.json'])
    const { host, ...headers } = server.requests[0]?.headers ?? {}
    expect(host).toBe(`127.0.0.1:${String(server.port)}`)
    expect(headers).toEqual({
      ...{ 'user-agent': 'Sheaf', accept: '*/*', 'accept-encoding': 'gzip, deflate, br' },
      connection: 'close'
    })
  })

  it('finds none where this is the newest, and no file where there is none for this machine', async () => {
    const published = signedManifest(manifest({ version: '0.2.0' }), keys.privateKey)
    const { updating } = await start({ published })
    expect(await updating.check()).toEqual({ kind: 'newest', version: '0.2.0' })
    await expect(updating.download()).rejects.toThrow(saying(/Look for updates again/))
    const other = await start({}, { machine: { platform: 'linux', arch: 'arm64' } })
    expect(await other.updating.check()).toMatchObject({ kind: 'newer', file: null })
    await expect(other.updating.download()).rejects.toThrow(saying(/Look for updates again/))
  })

  it.each<[string, object, RegExp]>([
    [
      'is older',
      manifest({ version: '0.1.9' }),
      /version 0\.1\.9, which is older than the 0\.2\.0/
    ],
    ['is of another program', manifest({ app: 'org.other' }), /another program \(org\.other\)/],
    [
      'has expired',
      manifest({ expires: '2026-05-31T00:00:00.000Z' }),
      /good until 2026-05-31 only/
    ],
    ['has fields of others', manifest({ run: 'rm' }), /cannot be read/],
    ['lacks fields', { app: 'org.sheaf.Sheaf' }, /cannot be read/],
    ...['../a', '/etc/a', 'a/b', 'https://x', '.hidden', 'a b', ''].map(
      (name): [string, object, RegExp] => [
        `names a file “${name}”`,
        manifest({ files: [{ ...manifest().files[0], name }] }),
        /cannot be read/
      ]
    )
  ])('believes none that %s', async (_, told, words) => {
    const { updating, downloads } = await start({
      published: signedManifest(told, keys.privateKey)
    })
    await expect(updating.check()).rejects.toThrow(saying(words))
    await expect(updating.download()).rejects.toThrow(saying(/Look for updates again/))
    expect(() => readdirSync(downloads)).toThrow()
  })

  it.each([
    ['is signed by another', signedManifest(manifest(), newKey().privateKey)],
    [
      'was changed after it was signed',
      signedManifest(manifest(), keys.privateKey).replace('0.3.0', '0.4.0')
    ],
    ['has no signature', JSON.stringify({ manifest: JSON.stringify(manifest()), signature: '' })]
  ])('believes none that %s', async (_, published) => {
    const { updating } = await start({ published })
    await expect(updating.check()).rejects.toThrow(saying(/not signed by those who publish/))
  })

  it.each(['', 'null', '<html>Sign in</html>', '{"manifest":1}'])(
    'says so where what comes is none: %s',
    async (published) => {
      const { updating } = await start({ published })
      await expect(updating.check()).rejects.toThrow(saying(/cannot be read/))
    }
  )

  it('believes nobody where the key is none', async () => {
    for (const publicKey of ['', 'AAAA', keys.privateKey]) {
      const { server, around } = await start()
      const address = `${server.base}/latest/update.json`
      const other = new Updating({ ...around, feed: { address, publicKey } })
      await expect(other.check()).rejects.toThrow(saying(/not signed/))
    }
  })

  it('asks nothing where somebody else brings Sheaf up to date, or nobody is known to ask', async () => {
    for (const owner of ['package', 'source'] as const) {
      const { server, updating } = await start({}, { owner: () => owner })
      expect(await updating.check()).toEqual({ kind: 'owned', version: '0.2.0', owner })
      expect(server.asked).toEqual([])
    }
    const { server, updating } = await start({}, { feed: { address: '', publicKey: '' } })
    expect(await updating.check()).toEqual({ kind: 'nowhere', version: '0.2.0' })
    expect(server.asked).toEqual([])
  })

  it('asks public addresses of https: only, whatever the feed is', async () => {
    const { server, around } = await start()
    const { fetchRules, ...strict } = around
    expect(fetchRules).toBeDefined()
    for (const address of [
      `${server.base}/latest/update.json`,
      'http://93.184.215.14/update.json'
    ]) {
      const updating = new Updating({ ...strict, feed: { address, publicKey: keys.publicKey } })
      await expect(updating.check()).rejects.toThrow(saying(/not a public address/))
    }
    expect(server.asked).toEqual([])
  })
})

describe('downloading it', () => {
  it('puts what was signed among the downloads, under a name that was free, and makes no program of it', async () => {
    const { updating, downloads, progress, server } = await start()
    mkdirSync(downloads)
    writeFileSync(join(downloads, 'Sheaf-0.3.0.AppImage'), 'the user’s')
    await updating.check()
    const { name, path } = await updating.download()
    expect(name).toBe('Sheaf-0.3.0 (2).AppImage')
    expect(readFileSync(path).equals(program)).toBe(true)
    expect(readFileSync(join(downloads, 'Sheaf-0.3.0.AppImage'), 'utf8')).toBe('the user’s')
    expect(readdirSync(downloads)).toHaveLength(2)
    expect(progress.length).toBeGreaterThan(0)
    expect(server.asked).toEqual(['/latest/update.json', '/latest/Sheaf-0.3.0.AppImage'])
  })

  const other = Buffer.from(program)
  other[7] = 0x21
  it.each<[string, (response: ServerResponse, url: string) => void, RegExp]>([
    ['is another file of that length', (to) => to.end(other), /is not what was signed/],
    ['is shorter', (to) => to.end(program.subarray(1)), /is not what was signed/],
    ['is longer', (to) => to.end(Buffer.concat([program, program])), /larger than 1 MB/],
    [
      'is packed',
      (to) => to.writeHead(200, { 'Content-Encoding': 'x' }).end('a'),
      /encoding that was not asked for/
    ],
    ['is not there', (to) => to.writeHead(404).end(program), /refused the request \(status 404\)/],
    [
      'is cut off',
      (to) => {
        to.writeHead(200, { 'Content-Length': program.length })
        to.write(program.subarray(0, 1000), () => to.destroy())
      },
      /broke off the connection/
    ],
    [
      'lies at a private address',
      (to) => to.writeHead(302, { Location: 'http://192.168.0.1/a' }).end(),
      /192\.168\.0\.1 is not a public address/
    ],
    [
      'is for ever elsewhere',
      (to, url) => to.writeHead(302, { Location: `${url}x` }).end(),
      /without end/
    ]
  ])('leaves nothing where what comes %s', async (_, file, words) => {
    const { updating, downloads } = await start({ file })
    await updating.check()
    await expect(updating.download()).rejects.toThrow(saying(words))
    expect(readdirSync(downloads)).toEqual([])
  })

  it('leaves nothing where it ceases to come, or is stopped', async () => {
    const file = (to: ServerResponse): void => {
      to.writeHead(200).write(program.subarray(0, 1000))
    }
    const { updating, around, downloads, server } = await start({ file })
    const slow = new Updating({
      ...around,
      fetchRules: () => Promise.resolve({ ...server.rules, idleMs: 50 })
    })
    await slow.check()
    await expect(slow.download()).rejects.toThrow(saying(/took longer than/))
    await updating.check()
    const downloading = updating.download()
    await expect(updating.check()).rejects.toThrow(saying(/already/))
    await expect.poll(() => server.asked.length).toBe(4)
    updating.stop()
    await expect(downloading).rejects.toThrow(
      expect.objectContaining({ code: 'cancelled' }) as Error
    )
    expect(readdirSync(downloads)).toEqual([])
    await updating.end()
  })
})

it('versions are compared number by number', () => {
  expect(compareVersions('0.10.0', '0.9.9')).toBeGreaterThan(0)
  expect(compareVersions('1.0.0', '1.0.0')).toBe(0)
  expect(compareVersions('1.2.3', '1.2.10')).toBeLessThan(0)
})

it('who brings Sheaf up to date is known by how it was installed', () => {
  const place = folder()
  const executable = '/usr/lib/sheaf/sheaf'
  const list = join(place, 'sheaf.list')
  const owner = (isPackaged: boolean): unknown =>
    ownerOf({ isPackaged, executable, resources: place }, list)
  expect(owner(false)).toBe('source')
  expect(owner(true)).toBeNull()
  writeFileSync(list, `/usr/lib/sheaf\n${executable}\n`)
  expect(owner(true)).toBe('package')
  rmSync(list)
  writeFileSync(join(place, 'package-type'), 'deb')
  expect(owner(true)).toBe('package')
})

it('the feed that is built in is nobody, or an address of https: with a key', () => {
  const isEmpty = builtIn.address === '' && builtIn.publicKey === ''
  const isWhole =
    builtIn.address.startsWith('https://') && /^[A-Za-z0-9+/]{40,}=*$/.test(builtIn.publicKey)
  expect(isEmpty || isWhole).toBe(true)
})
