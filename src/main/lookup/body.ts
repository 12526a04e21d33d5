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
 * An answer's body as UTF-8 text, unpacked. No more than `mostBytes` are ever held, so that neither a
 * body without end nor one that unpacks without end does harm.
 * @throws AppError `unsupported` for an encoding that was not asked for, `too-large`; and whatever the
 * socket or the unpacker does for a body that is cut short or damaged
 */
export async function readBody(
  answer: IncomingMessage,
  host: string,
  mostBytes: number
): Promise<string> {
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
  const parts: Buffer[] = []
  let size = 0
  for await (const part of (unpacker ?? answer) as AsyncIterable<Buffer>) {
    size += part.length
    if (size > mostBytes) throw tooLarge()
    parts.push(part)
  }
  return new TextDecoder('utf-8').decode(Buffer.concat(parts))
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
