import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import type { Answer } from '../lookup/http'
import { networkError } from '../lookup/network-error'

/** @throws AppError `network`, in words, for anything but success */
export function requireSuccess(answer: Answer): void {
  const { status } = answer
  if (status >= 200 && status < 300) return
  const reasons = words.subscriptions.refusals
  const host = URL.parse(answer.url)?.host ?? ''
  const why =
    status === 401 || status === 403
      ? reasons.forbidden
      : status === 404 || status === 410
        ? reasons.missing
        : reasons.other(status)
  throw networkError(host, why)
}

/** @throws AppError `unsupported` for what is no text */
export function requireText(answer: Answer): void {
  const type = (answer.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  const isText = /^(?:text\/|application\/(?:[\w.+-]*(?:xml|json|opml))$)/.test(type)
  const isLabelledByte = type === '' || type === 'application/octet-stream'
  const head = Buffer.from(answer.bytes.subarray(0, 4)).toString('latin1')
  const isBinary = head.startsWith('%PDF') || head.startsWith('PK\u0003') || head.includes('\0')
  if ((isText || isLabelledByte) && !isBinary) return
  const host = URL.parse(answer.url)?.host ?? ''
  throw new AppError('unsupported', words.subscriptions.noText(host, type || 'binary'))
}

/** @throws AppError `network` for a feed or page of data that ends before its end: it was cut off on the way */
export function requireWhole(answer: Answer): void {
  const text = answer.text.trim()
  const outermost =
    /^(?:\ufeff|<\?[^>]*\?>|<!--[\s\S]*?-->|\s)*<((?:\w+:)?(?:rss|feed|rdf))\b/i.exec(
      text.slice(0, 20_000)
    )?.[1]
  const ends = (name: string): boolean =>
    new RegExp(`</${name}\\s*>(?:\\s|<!--[\\s\\S]*?-->)*$`, 'i').test(text.slice(-2000))
  const isCut =
    text === '' ||
    (outermost !== undefined && !ends(outermost)) ||
    (/^[{[]/.test(text) && !/[}\]]$/.test(text))
  if (isCut) throw networkError(URL.parse(answer.url)?.host ?? '', words.subscriptions.cutOff)
}
