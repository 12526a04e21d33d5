import { AppError } from '@shared/ipc/error'
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
    throw unreadable(service, 'broken JSON', error)
  }
  if (!isObject(value)) throw unreadable(service, 'JSON without an object')
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
    throw unreadable(service, `XML without <${outermost}>`)
  if (!new RegExp(`</(?:[\\w-]+:)?${outermost}\\s*>\\s*$`).test(answer.text))
    throw unreadable(service, `XML that ends before </${outermost}>`)
  return root
}

function checkAnswer(service: ServiceName, answer: Answer, mediaType: RegExp): void {
  if (answer.status < 200 || answer.status > 299)
    throw networkError(service, `it refused the request (status ${answer.status})`)
  const type = answer.headers['content-type'] ?? ''
  if (!mediaType.test(type))
    throw unreadable(
      service,
      type === '' ? 'an answer of unknown kind' : `${type.split(';')[0] ?? ''}, not data`
    )
}

function unreadable(service: ServiceName, what: string, cause?: unknown): AppError {
  return new AppError(
    'unreadable-file',
    `${service} answered with what could not be understood (${what.slice(0, 80)}). If you are on a network that asks you to sign in, do so; else try again later.`,
    { cause, detail: cause instanceof Error ? cause.message : '' }
  )
}
