import type { z } from 'zod'
import { hostileValues } from './hostile-values'

/** What values are made of. */
export interface Making {
  random: () => number
  /** Texts that stand where any text may. */
  texts: readonly string[]
  /** Tokens and ids of drafts, real and made up. */
  uuids: readonly string[]
  /** The highest id that anything in the library may have. */
  highestId: number
}

/** One of a list, by the dice. */
export function oneOf<T>(list: readonly T[], { random }: Pick<Making, 'random'>): T {
  return list[Math.floor(random() * list.length)] as T
}

/** A value that a schema takes, or nearly: its shape is right, its texts and numbers are what they like. */
export function valueOf(schema: z.core.$ZodType, making: Making): unknown {
  const { def } = (schema as z.core.$ZodTypes)._zod
  const upTo = (most: number): number => Math.floor(making.random() * (most + 1))
  switch (def.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(def.shape).flatMap(([key, inner]) => {
          const value = valueOf(inner, making)
          return value === undefined ? [] : [[key, value]]
        })
      )
    case 'array': {
      const length = upTo(9) === 0 ? upTo(200) : 1 + upTo(3)
      return Array.from({ length }, () => valueOf(def.element, making))
    }
    case 'tuple':
      return def.items.map((item) => valueOf(item, making))
    case 'record':
      return { [oneOf(making.texts, making)]: valueOf(def.valueType, making) }
    case 'string':
      return textFor(schema, making)
    case 'number':
      return upTo(24) === 0 ? oneOf([0, -1, 2 ** 31, 2 ** 53, 0.5], making) : upTo(making.highestId)
    case 'boolean':
      return upTo(1) === 1
    case 'enum':
      return oneOf(Object.values(def.entries), making)
    case 'literal':
      return oneOf(def.values, making)
    case 'nullable':
      return upTo(2) === 0 ? null : valueOf(def.innerType, making)
    case 'optional':
      return upTo(1) === 0 ? undefined : valueOf(def.innerType, making)
    case 'union':
      return valueOf(oneOf(def.options, making), making)
    // The one thing that comes in and is no JSON: the bytes of a picture.
    case 'custom':
      return Uint8Array.from({ length: upTo(40) }, () => upTo(255))
    case 'undefined':
      return undefined
    default:
      throw new Error(`No values are known of ${def.type}.`)
  }
}

/** A text the schema takes, if a few tries find one. */
function textFor(schema: z.core.$ZodType, making: Making): string {
  const isUuid = (schema as z.core.$ZodTypes & { format?: string }).format === 'uuid'
  let text = ''
  for (let tries = 0; tries < 12; tries++) {
    text = oneOf(isUuid ? making.uuids : making.texts, making)
    if ((schema as z.ZodType).safeParse(text).success) break
  }
  return text
}

/** The value with something somewhere in it gone, added, or of quite another kind. */
export function spoilt(value: unknown, making: Making): unknown {
  const hostile = (): unknown =>
    making.random() < 0.3 ? oneOf(making.texts, making) : oneOf(hostileValues, making)()
  if (typeof value !== 'object' || value === null || making.random() < 0.15) return hostile()
  const entries = Object.entries(value)
  const [key, inner] = entries.length === 0 ? [] : oneOf(entries, making)
  if (Array.isArray(value))
    return value.map((one, at) => (String(at) === key ? spoilt(inner, making) : (one as unknown)))
  const dice = making.random()
  if (key === undefined || dice < 0.1) return { ...value, [oneOf(making.texts, making)]: hostile() }
  if (dice < 0.2) return Object.fromEntries(entries.filter(([name]) => name !== key))
  return { ...value, [key]: spoilt(inner, making) }
}
