import { AppError } from '@shared/ipc/error'
import { words } from '@shared/messages/words'
import { isObject, type JsonObject } from '../import/references/json-values'
import { parseXml, type XmlElement } from '../import/markup/xml'
import type { Answer } from './http'
import { networkError } from './network-error'
import type { ServiceName } from './service'

/**
 * The JSON object that a service answered with.
 * @throws AppError `network` for a status that is no success, `unreadable-file` for anything but JSON
 */
export function jsonOf(service: ServiceName, answer: Answer): JsonObject {
  checkAnswer(service, answer, /\bjson\b/i)
  let value: unknown
  try {
    value = JSON.parse(answer.text)
  } catch (error) {
    throw unreadable(service, words.lookups.kinds.brokenJson, error)
  }
  if (!isObject(value)) throw unreadable(service, words.lookups.kinds.noObject)
  return value
}

/**
 * The XML that a service answered with, under an element without a name.
 * @throws AppError `network` for a status that is no success, `unreadable-file` for anything but XML
 * with the element that is looked for
 */
export function xmlOf(service: ServiceName, answer: Answer, outermost: string): XmlElement {
  checkAnswer(service, answer, /\bxml\b/i)
  const root = parseXml(answer.text)
  const [first] = root.children
  if (first === undefined || typeof first === 'string' || first.name !== outermost)
    throw unreadable(service, words.lookups.kinds.xmlWithout(outermost))
  if (!new RegExp(`</(?:[\\w-]+:)?${outermost}\\s*>\\s*$`).test(answer.text))
    throw unreadable(service, words.lookups.kinds.xmlEnds(outermost))
  return root
}

function checkAnswer(service: ServiceName, answer: Answer, mediaType: RegExp): void {
  if (answer.status < 200 || answer.status > 299)
    throw networkError(service, words.lookups.refusedRequest(answer.status))
  const type = answer.headers['content-type'] ?? ''
  if (!mediaType.test(type))
    throw unreadable(
      service,
      type === ''
        ? words.lookups.kinds.unknown
        : words.lookups.kinds.notData(type.split(';')[0] ?? '')
    )
}

function unreadable(service: ServiceName, what: string, cause?: unknown): AppError {
  return new AppError(
    'unreadable-file',
    words.lookups.notUnderstoodAs(service, what.slice(0, 80)),
    { cause, detail: cause instanceof Error ? cause.message : '' }
  )
}
