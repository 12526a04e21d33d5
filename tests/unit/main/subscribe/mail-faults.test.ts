import { describe, expect, it, vi } from 'vitest'
import { randomFrom } from '../../support/mutate'
import { expectSentences, subscribed } from '../session/subscriptions/subscribed'
import { alertMail, letter } from './alert-mail'
import { badLine, type Spoiling } from './bad-line'
import { dovecot, mailServer, type MailServer } from './dovecot'
import { mailThread } from './mail-thread'

vi.mock('../../../../src/main/import/spawn-worker', async () => {
  const { ParseThread } = await import('../session/subscriptions/parse-thread')
  return { spawnParseWorker: () => new ParseThread() }
})

const start = mailThread()

// `npm run faults:mail` takes more of another seed.
const count = Number(process.env['SHEAF_FUZZ_COUNT'] ?? 12)
const seed = Number(process.env['SHEAF_FUZZ_SEED'] ?? 1)
const stepsOfEach = 5
/** So many sequences are one test, with one server. */
const portion = 12

const ways = ['refused', 'cut off', 'silent', 'garbled', 'trickling'] as const

async function sequence(server: MailServer, number: number): Promise<void> {
  const random = randomFrom(seed * 100_003 + number)
  const chance = (share: number): boolean => random() < share
  const below = (limit: number): number => Math.floor(random() * limit)
  const folder = `Alerts${String(number)}`
  const about = `sequence ${String(number)} of seed ${String(seed)}`
  let isFaulty = true
  const spoiling = (): Spoiling | null => {
    if (!isFaulty || chance(0.4)) return null
    // A conversation over one mail is some 6,000 bytes, half of them before anybody says who he is.
    return { how: ways[below(ways.length)] ?? 'refused', after: below(12_000) }
  }
  const port = await badLine(server.ports.tls, spoiling)
  let isCut = false as boolean
  const all = await subscribed((_, response) => response.end(), {
    // The server's own clock says when a mail came.
    now: new Date().toISOString(),
    spawnMailWorker: () => start(),
    trustedCertificate: server.certificate,
    mayConnect: (address) => address === '127.0.0.1',
    // Once nothing is wrong any more, nor is a machine that has much else to do.
    patience: () => (isFaulty ? { connectMs: 500, idleMs: 150 } : { connectMs: 20_000 }),
    imported: () => {
      // As if Sheaf ended here: the papers are in, and nobody remembers from where.
      if (isFaulty && chance(0.1)) {
        isCut = true
        throw new Error('cut short')
      }
    }
  })
  const source = {
    ...{ kind: 'mail' as const, host: server.host, port, security: 'tls' as const },
    ...{ user: server.user, folder }
  }
  all.subscriptions.save(
    null,
    { name: 'Alerts', every: 1, only: '', byKnown: false, never: '', source },
    server.password
  )
  const told: string[] = []
  const titles: string[] = []
  let [alerts, mails] = [0, 0]
  const deliver = (): void => {
    for (let some = below(4); some > 0; some--) {
      mails++
      if (chance(0.2)) {
        server.deliver(
          letter.replace('lunch@', `lunch-${String(number)}-${String(mails)}@`),
          folder
        )
        continue
      }
      // Now and then an alert names what another one named.
      const known = titles.at(-1)
      const named = [
        ...(known !== undefined && chance(0.3) ? [known] : []),
        ...Array.from(
          { length: 1 + below(3) },
          () => `Paper ${String(titles.length)}-${String(below(1e6))} of ${folder}`
        )
      ]
      for (const title of named) if (!titles.includes(title)) titles.push(title)
      server.deliver(alertMail(named), folder)
      alerts++
    }
  }
  for (let step = 0; step < stepsOfEach; step++) {
    deliver()
    const isChanged = chance(0.15)
    if (isChanged) await server.setPassword('changed meanwhile')
    if (chance(0.15)) server.renumber(folder)
    if (chance(0.8)) all.subscriptions.fetch(null)
    // Less than a day in all: the server's clock stands still meanwhile.
    all.clock.pass(0.1 + random() * 4)
    if (chance(0.2)) await all.restart()
    if (chance(0.9)) await all.settled()
    if (isChanged) await server.setPassword(server.password)
    told.push(...all.subscriptions.list().flatMap(({ lastRun }) => lastRun?.failure ?? []))
  }
  await all.settled()
  isFaulty = false
  if (mails === 0) server.deliver(letter, folder)
  all.subscriptions.fetch(null)
  await all.settled()
  expect(all.subscriptions.list()[0]?.lastRun?.failure, about).toBe('')
  expect(all.titles().toSorted(), about).toEqual(titles.toSorted())
  expect(all.db.prepare('SELECT COUNT(*) FROM digest').pluck().get(), about).toBe(alerts)
  // Nobody has read anything, and nothing is moved: the names that Maildir gives keep the flags.
  expect(server.files(folder), about).toHaveLength(Math.max(1, mails))
  expect(
    server.files(folder).filter((name) => /:2,.*[A-Z]/.test(name)),
    about
  ).toEqual([])
  const sentences = told.filter((failure) => failure !== '')
  expectSentences(sentences, isCut, about)
  faults += sentences.length
}

/** Failures that were told of, of all sequences. */
let faults = 0

describe.skipIf(dovecot === undefined)('a mail server (skipped without dovecot)', () => {
  for (let first = 0; first < count; first += portion)
    it(`loses and doubles nothing, whatever becomes of a conversation: sequences ${String(first + 1)} to ${String(Math.min(count, first + portion))}`, async () => {
      const server = await mailServer()
      const before = faults
      for (let at = first; at < Math.min(count, first + portion); at++) await sequence(server, at)
      expect(faults, 'failures that were told of').toBeGreaterThan(before)
    }, 240_000)
})
