import type { Call, Value } from './parse'

/** What a function or a filter takes: its parameters in order, each with what holds without it. */
export type CallParameters = readonly (readonly [name: string, otherwise: Value])[]

/** The arguments of a call by the names of its parameters. */
export class Given {
  readonly #values: ReadonlyMap<string, Value>

  constructor(call: Call, parameters: CallParameters) {
    const values = new Map(parameters)
    let place = 0
    for (const { name, value } of call.arguments)
      values.set(name === '' ? (parameters[place++]?.[0] ?? '') : name, value)
    this.#values = values
  }

  number(name: string): number {
    return Number(this.#values.get(name) ?? 0)
  }

  text(name: string): string {
    const value = this.#values.get(name) ?? ''
    return typeof value === 'string' ? value : String(value)
  }

  isSet(name: string): boolean {
    return this.#values.get(name) === true || this.#values.get(name) === 'true'
  }
}

/** What is wrong with a call's arguments; null where they fit. */
export function wrongArguments(call: Call, parameters: CallParameters): string | null {
  let place = 0
  for (const { name, value } of call.arguments) {
    const known = name === '' ? parameters[place++] : parameters.find(([one]) => one === name)
    if (known === undefined) {
      if (name !== '') return `${call.name} has no “${name}”.${list(parameters)}`
      return parameters.length === 0
        ? `${call.name} takes nothing in brackets.`
        : `${call.name} takes at most ${String(parameters.length)}.${list(parameters)}`
    }
    const [parameter, otherwise] = known
    if (typeof otherwise === 'number' && (typeof value !== 'number' || Math.abs(value) > 1000))
      return `“${parameter}” of ${call.name} is a number up to 1000, not “${String(value)}”.`
    if (typeof otherwise === 'boolean' && typeof value !== 'boolean')
      return `“${parameter}” of ${call.name} is true or false, not “${String(value)}”.`
  }
  return null
}

function list(parameters: CallParameters): string {
  return parameters.length === 0 ? '' : ` It takes ${parameters.map(([name]) => name).join(', ')}.`
}
