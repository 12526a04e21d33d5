import { createHash } from 'node:crypto'
import type { OwnDigest } from '@shared/model/own-digest'
import { dataOf } from './data'
import { toHtml } from './html'
import { toText } from './lines'

/** Who and when a mail is from. */
export interface MailHead {
  /** The user's address; empty where none is given. */
  from: string
  at: Date
}

/** Lines of a mail's body (RFC 2045, 6.7), and those of headers with encoded words (RFC 2047, 2), are at most this long. */
const longestLine = 76
/** An encoded word is at most this long (RFC 2047, 2). */
const longestWord = 75

/**
 * A digest as a mail (RFC 5322, MIME by RFC 2045 to 2049) that is not sent yet: its words as text and as HTML, with
 * the data for who imports it attached.
 */
export function* toMail(digest: OwnDigest, { from, at }: MailHead): Generator<string> {
  const data = dataOf(digest)
  const sum = createHash('sha256').update(data).update(String(at.getTime())).digest('hex')
  const [mixed, either] = [`sheaf-mixed-${sum.slice(0, 24)}`, `sheaf-either-${sum.slice(0, 24)}`]
  const sender = /^[\w.!#$%&'*+/=?^`{|}~-]+@[\w.-]+$/.test(from) ? from : 'digest@sheaf.invalid'
  yield lined([
    `Date: ${at.toUTCString().replace('GMT', '+0000')}`,
    `From: Sheaf <${sender}>`,
    ...encodedHeader('Subject', digest.title),
    `Message-ID: <${sum.slice(0, 32)}@sheaf.invalid>`,
    // Mail programs open it as a draft, to be addressed.
    'X-Unsent: 1',
    'MIME-Version: 1.0',
    ...['Content-Type: multipart/mixed;', ` boundary="${mixed}"`, ''],
    ...[`--${mixed}`, 'Content-Type: multipart/alternative;', ` boundary="${either}"`, ''],
    ...[`--${either}`, 'Content-Type: text/plain; charset=utf-8'],
    ...['Content-Transfer-Encoding: quoted-printable', '']
  ])
  for (const piece of toText(digest)) yield quotedPrintable(piece)
  yield lined([
    ...[`--${either}`, 'Content-Type: text/html; charset=utf-8'],
    ...['Content-Transfer-Encoding: quoted-printable', '']
  ])
  for (const piece of toHtml(digest, { withData: false })) yield quotedPrintable(piece)
  yield lined([
    ...[`--${either}--`, '', `--${mixed}`, 'Content-Type: application/json; name="papers.json"'],
    'Content-Disposition: attachment; filename="papers.json"',
    ...['Content-Transfer-Encoding: base64', '']
  ])
  const encoded = Buffer.from(data).toString('base64')
  yield lined(encoded.match(new RegExp(`.{1,${String(longestLine)}}`, 'g')) ?? [])
  yield lined([`--${mixed}--`])
}

function lined(lines: readonly string[]): string {
  return lines.map((line) => `${line}\r\n`).join('')
}

/** A header's words; those beyond ASCII as encoded words (RFC 2047), folded. */
function encodedHeader(name: string, text: string): string[] {
  const plain = text
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
  const isPlain = /^[\u0020-\u007e]*$/.test(plain) && !plain.includes('=?')
  if (isPlain && name.length + plain.length < longestLine) return [`${name}: ${plain}`]
  const around = '=?utf-8?B??='.length
  const pieces: string[] = []
  let piece = ''
  for (const sign of plain) {
    const before = pieces.length === 0 ? `${name}: `.length : ' '.length
    const longest = Math.min(longestWord, longestLine - before)
    if (Buffer.byteLength(piece + sign) > Math.floor((longest - around) / 4) * 3) {
      pieces.push(piece)
      piece = ''
    }
    piece += sign
  }
  pieces.push(piece)
  return pieces.map((one, index) => {
    const word = `=?utf-8?B?${Buffer.from(one).toString('base64')}?=`
    return index === 0 ? `${name}: ${word}` : ` ${word}`
  })
}

/** Whole lines as quoted-printable (RFC 2045, 6.7). */
function quotedPrintable(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').split('\n').map(quotedLine).join('\r\n')
}

function quotedLine(line: string): string {
  const signs = [...Buffer.from(line)].map((byte, index, all) => {
    const isBlank = byte === 0x20 || byte === 0x09
    const isPlain = (byte >= 0x21 && byte <= 0x7e && byte !== 0x3d) || isBlank
    return isPlain && !(isBlank && index === all.length - 1)
      ? String.fromCharCode(byte)
      : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
  })
  // Some that pass mails on put a sign before such a line.
  if (line.startsWith('From ')) signs[0] = '=46'
  if (line.startsWith('.')) signs[0] = '=2E'
  let out = ''
  let length = 0
  for (const [index, sign] of signs.entries()) {
    const room = index === signs.length - 1 ? longestLine : longestLine - 1
    if (length + sign.length > room) {
      out += '=\r\n'
      length = 0
    }
    out += sign
    length += sign.length
  }
  return out
}
