import { describe, expect, it, vi } from 'vitest'
import { subscribed, type Subscribed } from '../session/subscriptions/subscribed'
import { alertMail, letter } from './alert-mail'
import { dovecot, mailServer, type MailServer } from './dovecot'
import { mailThread } from './mail-thread'

vi.mock('../../../../src/main/import/spawn-worker', async () => {
  const { ParseThread } = await import('../session/subscriptions/parse-thread')
  return { spawnParseWorker: () => new ParseThread() }
})

const start = mailThread()

async function reading(
  server: MailServer,
  given: {
    security?: 'tls' | 'starttls'
    folder?: string
    password?: string
    port?: number
    isTrusted?: boolean
  } = {}
): Promise<Subscribed & { id: number; failure: () => string | undefined }> {
  const { security = 'tls', folder = 'INBOX', isTrusted = true } = given
  const around = await subscribed((_, response) => response.end(), {
    // The server's own clock says when a mail came.
    now: new Date().toISOString(),
    spawnMailWorker: () => start(),
    patience: () => ({ connectMs: 20_000 }),
    ...(isTrusted ? { trustedCertificate: server.certificate } : {}),
    mayConnect: (address) => address === '127.0.0.1'
  })
  const { id } = around.subscriptions.save(
    null,
    {
      ...{ name: 'Alerts', every: 24, only: '', byKnown: false, never: '' },
      source: {
        ...{ kind: 'mail', host: server.host, port: given.port ?? server.ports[security] },
        ...{ security, user: server.user, folder }
      }
    },
    given.password ?? server.password
  )
  const failure = (): string | undefined => around.subscriptions.list()[0]?.lastRun?.failure
  return { ...around, id, failure }
}

describe.skipIf(dovecot === undefined)('a folder of alert mails (skipped without dovecot)', () => {
  it.each(['tls', 'starttls'] as const)(
    'is read by %s, from where it was left, and not a flag in it is changed',
    async (security) => {
      const server = await mailServer()
      server.deliver(alertMail(['Sheaves on graphs', 'Stalks and germs']))
      server.deliver(letter)
      const before = server.files()
      const { id, fetch, titles, failure, subscriptions, db } = await reading(server, { security })
      await fetch(id)
      expect(failure()).toBe('')
      expect(titles()).toEqual(['Sheaves on graphs', 'Stalks and germs'])
      expect(db.prepare('SELECT source FROM digest').pluck().all()).toEqual([
        'Google Scholar: "sheaf theory"'
      ])
      server.deliver(alertMail(['Stalks and germs', 'Cosheaves']))
      await fetch(id)
      expect(titles()).toEqual(['Sheaves on graphs', 'Stalks and germs', 'Cosheaves'])
      await fetch(id)
      expect(subscriptions.list()[0]?.lastRun).toMatchObject({ failure: '', named: 0 })
      // Where Maildir keeps flags, `new` and no `S` behind a name, nobody has read anything.
      const after = server.files()
      expect(after).toHaveLength(3)
      expect(after.filter((name) => before.some((one) => name.startsWith(one)))).toHaveLength(2)
      expect(after.filter((name) => /:2,.*[A-Z]/.test(name))).toEqual([])
    },
    60_000
  )

  it('is read again where its mails were numbered anew, without doubling a paper', async () => {
    const server = await mailServer()
    server.deliver(alertMail(['Sheaves on graphs']))
    const { id, fetch, titles, failure, db } = await reading(server)
    await fetch(id)
    await server.stop()
    server.renumber()
    await server.start()
    server.deliver(alertMail(['Stalks and germs']))
    await fetch(id)
    expect(failure()).toBe('')
    expect(titles()).toEqual(['Sheaves on graphs', 'Stalks and germs'])
    expect(db.prepare('SELECT COUNT(*) FROM digest').pluck().get()).toBe(2)
  }, 60_000)

  it.each([
    ['a wrong password', { password: 'not this one' }, /did not take the user name and password/],
    ['a folder that is not there', { folder: 'Nowhere' }, /has no folder “Nowhere”/],
    [
      'a certificate that nobody vouches for',
      { isTrusted: false },
      /certificate could not be verified/
    ],
    ['a port where nobody listens', { port: 1 }, /refused the connection/]
  ])(
    'tells of %s',
    async (_, given, words) => {
      const server = await mailServer()
      server.deliver(alertMail(['Sheaves on graphs']))
      const { id, fetch, titles, failure, db } = await reading(server, given)
      await fetch(id)
      expect(failure()).toMatch(words)
      expect(titles()).toEqual([])
      // The password is in the keychain, and nowhere in the library.
      const dump = JSON.stringify(
        ['subscription', 'subscription_run', 'subscription_state', 'journal_change'].map((table) =>
          db.prepare(`SELECT * FROM ${table}`).all()
        )
      )
      expect(dump).not.toContain('password' in given ? given.password : server.password)
    },
    60_000
  )

  it('that has too much to do does not ask for another password', async () => {
    const server = await mailServer(1)
    server.deliver(alertMail(['Sheaves on graphs']))
    const { id, fetch, titles, failure } = await reading(server)
    const other = await server.converse()
    await fetch(id)
    expect(failure()).toMatch(/could not be asked: it says “.*connections.*”/)
    other.destroy()
    await vi.waitFor(
      async () => {
        await fetch(id)
        expect([failure(), titles()]).toEqual(['', ['Sheaves on graphs']])
      },
      { timeout: 30_000, interval: 500 }
    )
  }, 60_000)

  it('goes on after the server was gone', async () => {
    const server = await mailServer()
    const { id, fetch, titles, failure } = await reading(server)
    await server.stop()
    await fetch(id)
    expect(failure()).toMatch(/refused the connection/)
    await server.start()
    server.deliver(alertMail(['Sheaves on graphs']))
    await fetch(id)
    expect([failure(), titles()]).toEqual(['', ['Sheaves on graphs']])
  }, 60_000)
})

describe('a mail server', () => {
  it('on this machine or its network is not asked', async () => {
    const around = await subscribed((_, response) => response.end(), {
      spawnMailWorker: () => start()
    })
    const { id } = around.subscriptions.save(
      null,
      {
        ...{ name: 'Alerts', every: 24, only: '', byKnown: false, never: '' },
        source: {
          ...{ kind: 'mail', host: '127.0.0.1', port: 993, security: 'tls', user: 'me' },
          folder: 'INBOX'
        }
      },
      'secret'
    )
    await around.fetch(id)
    expect(around.subscriptions.list()[0]?.lastRun?.failure).toMatch(/is not a public address/)
  })

  it('is not asked without a password, and a removed one’s is forgotten when Sheaf is closed', async () => {
    const around = await subscribed((_, response) => response.end())
    const id = around.add({
      source: {
        ...{ kind: 'mail', host: 'imap.example.org', port: 993, security: 'tls', user: 'me' },
        folder: 'INBOX'
      }
    })
    await around.fetch(id)
    expect(around.subscriptions.list()[0]?.lastRun?.failure).toMatch(/password .* is not known/)
    const { name, source, every, only, byKnown, never } = around.subscriptions.list()[0] ?? {}
    if (name === undefined || source === undefined || every === undefined) throw new Error('gone')
    around.subscriptions.save(
      id,
      { name, source, every, only: only ?? '', byKnown: byKnown === true, never: never ?? '' },
      'secret'
    )
    expect([...around.passwords.values()]).toEqual(['secret'])
    around.subscriptions.remove(id)
    expect(around.passwords.size).toBe(1)
    await around.subscriptions.stop()
    expect(around.passwords.size).toBe(0)
  })
})
