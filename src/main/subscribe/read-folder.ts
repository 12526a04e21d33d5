import { isIP } from 'node:net'
import { ImapFlow } from 'imapflow'
import type { MailFailure, MailNews, MailRequest } from './mail-request'

/** Nothing but mails is read, and those only up to a size: what is longer than this is no answer. */
const mostLine = 1024 * 1024

/**
 * Reads a folder's mails without leaving a trace: it is opened with EXAMINE, mails are got with BODY.PEEK,
 * and nothing is marked, moved or written. One that is too large comes without its bytes.
 */
export async function* readFolder(request: MailRequest): AsyncGenerator<MailNews> {
  const { host, address, port, security, user, password, folder } = request
  const { mostBytes, connectMs, idleMs } = request
  const client = new ImapFlow({
    ...{ host: address, port, auth: { user, pass: password } },
    // An address is no name for TLS (RFC 6066 §3).
    ...(isIP(host) === 0 ? { servername: host } : {}),
    // Without TLS a password is never sent.
    ...(security === 'tls' ? { secure: true } : { secure: false, doSTARTTLS: true }),
    tls: {
      minVersion: 'TLSv1.2',
      ...(request.trusted === undefined ? {} : { ca: request.trusted })
    },
    ...{ logger: false, disableAutoIdle: true, disableCompression: true },
    ...{ connectionTimeout: connectMs, greetingTimeout: connectMs, socketTimeout: idleMs },
    ...{ maxLineLength: mostLine, maxLiteralSize: mostBytes },
    ...{ maxResponseSize: mostBytes + mostLine, maxResponseTokens: 200_000 }
  })
  // It is told by whatever is being waited for; without a listener it would end the thread.
  client.on('error', () => undefined)
  try {
    await client.connect()
    const box = await client.mailboxOpen(folder, { readOnly: true })
    const uidValidity = String(box.uidValidity)
    const isSame = request.after?.uidValidity === uidValidity
    const last = isSame ? (request.after?.uid ?? 0) : 0
    const found = await client.search(
      isSame ? { uid: `${String(last + 1)}:*` } : { since: new Date(`${request.since}T00:00:00Z`) },
      { uid: true }
    )
    const uids = (Array.isArray(found) ? found : [])
      // `n:*` names the last mail even where that is before n (RFC 9051 §6.4.8).
      .filter((uid) => uid > last)
      .sort((a, b) => a - b)
    const wanted = uids.slice(0, request.most)
    for (const uid of wanted) {
      const about = await client.fetchOne(String(uid), { size: true }, { uid: true })
      // It was deleted meanwhile.
      if (about === false) continue
      const isFit = (about.size ?? 0) < mostBytes
      const mail = isFit
        ? await client.fetchOne(String(uid), { source: true }, { uid: true })
        : false
      const bytes = mail === false ? null : (mail.source ?? null)
      yield { kind: 'mail', uidValidity, uid, bytes }
    }
    const through = uids.length > wanted.length ? (wanted.at(-1) ?? last) : (uids.at(-1) ?? last)
    yield { kind: 'done', uidValidity, uid: through }
    await client.logout()
  } catch (error) {
    yield { kind: 'failed', ...failureOf(error) }
  } finally {
    client.close()
  }
}

/** Codes of refusals that are about the server's own state (RFC 5530 §3). */
const busyCodes = new Set(['UNAVAILABLE', 'INUSE', 'LIMIT', 'SERVERBUG', 'CONTACTADMIN'])
/** What a server says is shown in a sentence. */
const mostSaid = 200

function failureOf(error: unknown): MailFailure {
  const { code, authenticationFailed, responseStatus, responseText, serverResponseCode } = (error ??
    {}) as Record<string, unknown>
  const [told, refusal] = [textOf(code), textOf(serverResponseCode)]
  const said = textOf(responseText).slice(0, mostSaid)
  const failure = (why: MailFailure['why']): MailFailure => ({ why, code: told || refusal, said })
  if (told === 'ETHROTTLE' || busyCodes.has(refusal)) return failure('busy')
  if (authenticationFailed === true) return failure('password')
  if (responseStatus === 'NO') return failure('folder')
  if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO/.test(told)) return failure('certificate')
  return failure('broken')
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
