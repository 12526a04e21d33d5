import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** What a line to a server does to a conversation after some bytes of the server's. */
export interface Spoiling {
  how: 'refused' | 'cut off' | 'silent' | 'garbled' | 'trickling'
  /** Bytes of the server's that come through before. */
  after: number
}

/** A line to a server of this machine, that can be bad; asked of each conversation. */
export async function badLine(to: number, spoiling: () => Spoiling | null): Promise<number> {
  const sockets = new Set<Socket>()
  const server = createServer((client) => {
    const spoilt = spoiling()
    if (spoilt?.how === 'refused') {
      client.destroy()
      return
    }
    const origin = connect(to, '127.0.0.1')
    const end = (): void => {
      client.destroy()
      origin.destroy()
    }
    for (const socket of [client, origin]) {
      sockets.add(socket)
      socket.on('error', end).on('close', () => {
        sockets.delete(socket)
        end()
      })
    }
    client.pipe(origin)
    let passed = 0
    origin.on('data', (data) => {
      const left = (spoilt?.after ?? Infinity) - passed
      passed += data.length
      if (spoilt === null || left >= data.length) {
        client.write(data)
        return
      }
      const good = data.subarray(0, Math.max(0, left))
      if (spoilt.how === 'garbled') client.write(Buffer.concat([good, turned(data, good.length)]))
      else if (spoilt.how === 'trickling') trickle(client, origin, data)
      else if (spoilt.how === 'cut off') client.write(good, end)
      else if (good.length > 0) client.write(good)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  })
  return (server.address() as AddressInfo).port
}

/** Bytes from a place on, with the first of them another. */
function turned(data: Buffer, from: number): Buffer {
  const rest = Buffer.from(data.subarray(from))
  rest.writeUInt8((rest.at(0) ?? 0) ^ 0x55, 0)
  return rest
}

/** Bytes in small pieces with pauses: slow, and all of them. */
function trickle(client: Socket, origin: Socket, data: Buffer): void {
  origin.pause()
  let at = 0
  const step = Math.ceil(data.length / 5)
  const next = (): void => {
    client.write(data.subarray(at, at + step))
    at += step
    if (at < data.length) setTimeout(next, 2)
    else origin.resume()
  }
  next()
}
