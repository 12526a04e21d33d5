import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'

/**
 * The address that may be handed to the system, or an error: web pages and mail, nothing that runs
 * or opens a file, and no control character or hidden user name in it.
 * @throws AppError `invalid-input`
 */
export function checkExternalUrl(address: string): string {
  const url = URL.parse(address)
  const allowed = ['https:', 'http:', 'mailto:']
  // eslint-disable-next-line no-control-regex -- control characters are what is refused
  const plain = !/[\u0000-\u0020\u007f\\]/.test(address)
  const known = url !== null && allowed.includes(url.protocol) && url.username + url.password === ''
  const placed = url !== null && (url.protocol === 'mailto:' || url.hostname !== '')
  if (url === null || !plain || !known || !placed)
    throw new AppError('invalid-input', words.window.linkRefused, { detail: address.slice(0, 200) })
  return url.href
}
