import PostalMime, { type Email } from 'postal-mime'
import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import { mostContained, tooMuch, type Contained } from './contents'

/** A mail taken apart: what it says as text and as HTML, and what it carries. */
export interface Mail {
  subject: string
  from: string
  /** When it was sent; null where it does not say. */
  date: Date | null
  html: string
  text: string
  attachments: Contained[]
}

/** The most parts that are looked at: a mail of more is no mail. */
const mostParts = 2000

const separator =
  /(?:^|\r?\n\r?\n)From \S+(?: [^\n]*)?\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]\d \d\d:\d\d(?::\d\d)?[^\n]*\d{4}[^\n]*\r?\n/g

/** Whether bytes begin as a mail does: header lines, those of mails among them. */
export function isMail(bytes: Uint8Array): boolean {
  const head = latin1(bytes.subarray(0, 16_000)).replace(/^\s+/, '')
  const headers = head.split(/\r?\n\r?\n/)[0] ?? ''
  if (!/^[!-9;-~]+:[ \t]?/.test(headers)) return false
  const names =
    headers.match(
      /^(?:From|Subject|MIME-Version|Received|Message-ID|Return-Path|Delivered-To|Content-Type|Date|To):/gim
    ) ?? []
  const distinct = new Set(names.map((name) => name.toLowerCase()))
  const isStrict = headers.split(/\r?\n/).every((line) => /^[!-9;-~]+:|^[ \t]/.test(line))
  // An arXiv mailing saved as text has a head of its own, which is no mail's.
  return (
    isStrict &&
    distinct.size >= 3 &&
    (distinct.has('mime-version:') ||
      distinct.has('message-id:') ||
      distinct.has('content-type:') ||
      distinct.has('received:'))
  )
}

/** Whether bytes are a mailbox: mails one after another, each behind a line `From …`. */
export function isMbox(bytes: Uint8Array): boolean {
  const head = latin1(bytes.subarray(0, 2000))
  return /^From \S+[^\n]*\d{4}[^\n]*\r?\n[!-9;-~]+:/.test(head)
}

/**
 * The mails of a mailbox. A line `From ` in the words of a mail does not begin another.
 * @throws AppError `too-large` for one of more mails than anybody drops
 */
export function splitMbox(bytes: Uint8Array, name: string, modified: Date): Contained[] {
  const text = latin1(bytes)
  const starts = [...text.matchAll(separator)]
  if (starts.length > mostContained) throw tooMuch(name)
  return starts.map((match, index) => {
    const end = starts[index + 1]?.index ?? text.length
    const mail = text.slice(match.index + match[0].length, end).replace(/^>(>*From )/gm, '$1')
    return {
      name: `${name}, mail ${String(index + 1)}`,
      bytes: Buffer.from(mail, 'latin1'),
      modified
    }
  })
}

/**
 * Takes a mail apart; a mail within it counts as part of its words.
 * @throws AppError `unsupported` for one that cannot be read
 */
export async function readMail(bytes: Uint8Array, name: string, modified: Date): Promise<Mail> {
  const parts = latin1(bytes).match(/^content-type:/gim)?.length ?? 0
  if (parts > mostParts) throw new AppError('unsupported', words.importing.mailParts(name, parts))
  let mail: Email
  try {
    mail = await PostalMime.parse(bytes, { maxNestingDepth: 32, maxHeadersSize: 1024 * 1024 })
  } catch (error) {
    throw new AppError('unsupported', words.importing.mailUnreadable(name), { cause: error })
  }
  const date = new Date(mail.date ?? '')
  return {
    subject: (mail.subject ?? '').replace(/\s+/g, ' ').trim(),
    from: mail.from?.name.trim() ?? '',
    date: Number.isNaN(date.getTime()) ? null : date,
    html: mail.html ?? '',
    text: mail.text ?? '',
    attachments: mail.attachments.slice(0, mostParts).flatMap(({ filename, content }) => {
      if (filename === null || filename === '') return []
      const data = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content)
      return [{ name: `${name}: ${filename}`, bytes: data, modified }]
    })
  }
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}
