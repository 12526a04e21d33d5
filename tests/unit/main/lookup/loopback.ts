import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import type { Clock } from '../../../../src/main/lookup/clock'
import { publicRules, type FetchRules } from '../../../../src/main/lookup/fetch-rules'
import { politely, type PoliteGet } from '../../../../src/main/lookup/polite'

/** A web server of this test's own, on this machine. */
export interface Loopback {
  /** `http://127.0.0.1:40123`, without a slash at the end. */
  base: string
  port: number
  /** Every request so far, as `GET` was asked: path and query. */
  asked: string[]
  requests: IncomingMessage[]
  /** Rules that allow this server beside the public Internet, and little time. */
  rules: FetchRules
}

/** Starts a server that ends with the test. */
export async function loopback(answer: RequestListener): Promise<Loopback> {
  const asked: string[] = []
  const requests: IncomingMessage[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    requests.push(request)
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  const { port } = server.address() as AddressInfo
  const rules: FetchRules = {
    ...publicRules,
    mayConnect: (address, to) =>
      (address === '127.0.0.1' && to === port) || publicRules.mayConnect(address, to),
    resolve: () => Promise.reject(Object.assign(new Error('no name'), { code: 'ENOTFOUND' })),
    mostBytes: 1024 * 1024,
    totalMs: 1000,
    connectMs: 500
  }
  return { base: `http://127.0.0.1:${port}`, port, asked, requests, rules }
}

/** A server that gives these answers in turn, the last one for ever. */
export async function answering(
  ...answers: readonly { status?: number; type?: string; body?: string; headers?: object }[]
): Promise<Loopback> {
  let at = 0
  return await loopback((_, response) => {
    const {
      status = 200,
      type = 'application/json',
      body = '',
      headers = {}
    } = answers[Math.min(at++, answers.length - 1)] ?? {}
    response.writeHead(status, { 'Content-Type': type, ...headers })
    response.end(body)
  })
}

/** A clock that passes time by skipping it, and tells how long was slept. */
export function stillClock(): Clock & { slept: number[] } {
  let now = 0
  const slept: number[] = []
  return {
    slept,
    now: () => now,
    sleep: (ms) => {
      slept.push(ms)
      now += ms
      return Promise.resolve()
    },
    random: () => 0.5
  }
}

/** Asks a loopback server as politely as any, without the waiting. */
export function askingAt({ rules }: Loopback): PoliteGet {
  return politely({ version: '0.0.0', fetchRules: rules, clock: stillClock() })
}
