import type { HostileFile } from './hostile-files'

const head = (more: string): string =>
  `From: a@example.org\r\nTo: b@example.org\r\nSubject: Papers\r\nMessage-ID: <1@example.org>\r\nDate: Fri, 13 Mar 2026 06:00:00 +0000\r\nMIME-Version: 1.0\r\n${more}\r\n\r\n`
const part = 'Content-Type: text/plain\r\n\r\narXiv:2603.00001\r\n'
const multi = (parts: number, boundary = 'b'): string =>
  head(`Content-Type: multipart/mixed; boundary="${boundary}"`) +
  `--${boundary}\r\n${part}`.repeat(parts) +
  `--${boundary}--\r\n`

/** Each part within the one before. */
function nested(depth: number): string {
  const levels = Array.from({ length: depth }, (_, at) => at)
  const opened = levels.map(
    (at) => `Content-Type: multipart/mixed; boundary="b${String(at)}"\r\n\r\n--b${String(at)}\r\n`
  )
  return `${head('X: y').trimEnd()}\r\n${opened.join('')}${part}`
}

const letters = (depth: number): string => head('Content-Type: message/rfc822').repeat(depth) + part

/** Mails with more of everything than a mail has, and less sense. */
export function hostileMails(scale: number): HostileFile[] {
  const words = (count: number): string => ' =?utf-8?B?YQ==?='.repeat(count)
  return [
    ['parts.eml', () => multi(1900)],
    ['more parts.eml', () => multi(100_000 * scale)],
    ['nested parts.eml', () => nested(30)],
    ['deep parts.eml', () => nested(20_000)],
    ['letters in letters.eml', () => letters(25)],
    ['deep letters.eml', () => letters(2000)],
    [
      'headers.eml',
      () =>
        head(Array.from({ length: 10_000 }, (_, at) => `X-${String(at)}: y`).join('\r\n')) + part
    ],
    ['same headers.eml', () => head('Received: x\r\n'.repeat(10_000).trimEnd()) + part],
    ['long header.eml', () => head(`X: ${'y'.repeat(2_000_000)}`) + part],
    ['folded header.eml', () => head(`X:${'\r\n y'.repeat(200_000)}`) + part],
    ['encoded words.eml', () => head(`X-S: y\r\nSubject:${words(50_000)}`) + part],
    ['broken words.eml', () => head(`Subject: =?utf-8?Q?${'=?'.repeat(100_000)}`) + part],
    [
      'encoded twice.eml',
      () =>
        head('Subject: =?utf-8?B?PT91dGYtOD9CP1BUOTE=?= =?x-none?Q?=FF?= =?utf-7?Q?+ADw-?=') + part
    ],
    ['addresses.eml', () => head(`Cc: ${'"a, b" <c@example.org>, '.repeat(20_000)}`) + part],
    ['groups.eml', () => head(`Cc: ${'g:('.repeat(50_000)}`) + part],
    ['no boundary.eml', () => head('Content-Type: multipart/mixed') + part],
    ['empty boundary.eml', () => multi(100, '')],
    ['long boundary.eml', () => multi(10, 'b'.repeat(100_000))],
    ['boundary of signs.eml', () => multi(10, '(.*+?^${}|[]\\')],
    [
      'broken base64.eml',
      () =>
        `${head('Content-Type: text/html\r\nContent-Transfer-Encoding: base64')}${'=?&*'.repeat(200_000)}`
    ],
    [
      'broken quotes.eml',
      () =>
        `${head('Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable')}${'=\r\n=X'.repeat(200_000)}`
    ],
    [
      'strange letters.eml',
      () => `${head('Content-Type: text/plain; charset=x-unheard-of')}\u0080\u00ff arXiv:2603.00001`
    ],
    [
      'wide letters.eml',
      () => `${head('Content-Type: text/plain; charset=utf-16')}arXiv:2603.00001`
    ],
    [
      'parameters.eml',
      () => `${head(`Content-Type: text/plain${"; a*0*=utf-8''%00".repeat(20_000)}`)}x`
    ],
    [
      'deep page.eml',
      () => `${head('Content-Type: text/html')}${'<div>'.repeat(200_000)}arXiv:2603.00001`
    ],
    [
      'cid.eml',
      () =>
        `${head('Content-Type: text/html')}<img src="cid:x"><a href="file:///etc/passwd">10.5555/weave</a>`
    ],
    [
      'names of files.eml',
      () =>
        `${head('Content-Type: application/x-bibtex; name="../../../canary.bib"\r\nContent-Disposition: attachment; filename="/etc/canary.bib"')}@misc{a, title={Weaving}}`
    ],
    [
      'date.eml',
      () => `${head('X: y').replace('Fri, 13 Mar 2026', 'Fri, 99 Mar 999999999')}arXiv:2603.00001`
    ],
    [
      'mails.mbox',
      () => `From a@b Fri Mar 13 06:00:00 2026\n${head('X: y')}${part}\n\n`.repeat(300)
    ],
    ['empty mails.mbox', () => 'From a@b Fri Mar 13 06:00:00 2026\nX: y\n\n'.repeat(30_000 * scale)]
  ]
}
