import type { IncomingMessage } from 'node:http'
import type { Transform } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'

/** The encodings that are asked for, as `Accept-Encoding` lists them. */
export const acceptedEncodings = 'gzip, deflate, br'

const unpackers: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress
}

/**
 * An answer's body, unpacked. No more than `mostBytes` are ever held, so that neither a
 * body without end nor one that unpacks without end does harm.
 * @throws AppError `unsupported` for an encoding that was not asked for, `too-large`; and whatever the
 * socket or the unpacker does for a body that is cut short or damaged
 */
export async function readBody(
  answer: IncomingMessage,
  host: string,
  mostBytes: number
): Promise<Uint8Array> {
  const parts: Buffer[] = []
  for await (const part of readBytes(answer, host, mostBytes)) parts.push(part)
  return Buffer.concat(parts)
}

/** The bytes of a body as they come, unpacked, as `readBody` reads them. */
export async function* readBytes(
  answer: IncomingMessage,
  host: string,
  mostBytes: number
): AsyncGenerator<Buffer> {
  const tooLarge = (): AppError =>
    new AppError('too-large', words.lookups.tooLarge(host, Math.ceil(mostBytes / 1024 / 1024)))
  if (Number(answer.headers['content-length'] ?? 0) > mostBytes) throw tooLarge()
  const unpacker = unpackerFor(answer, host)
  if (unpacker !== null) {
    let received = 0
    answer.on('data', (chunk: Buffer) => {
      received += chunk.length
      if (received > mostBytes) answer.destroy(tooLarge())
    })
    answer.on('error', (error) => unpacker.destroy(error))
    answer.pipe(unpacker)
  }
  let size = 0
  for await (const part of (unpacker ?? answer) as AsyncIterable<Buffer>) {
    size += part.length
    if (size > mostBytes) throw tooLarge()
    yield part
  }
}

function unpackerFor(answer: IncomingMessage, host: string): Transform | null {
  const encoding = (answer.headers['content-encoding'] ?? '').trim().toLowerCase()
  if (encoding === '' || encoding === 'identity') return null
  const unpacker = Object.hasOwn(unpackers, encoding) ? unpackers[encoding] : undefined
  if (unpacker === undefined)
    throw new AppError('unsupported', words.lookups.encoding(host), {
      detail: encoding.slice(0, 100)
    })
  return unpacker()
}
