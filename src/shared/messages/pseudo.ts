/** Marks at the beginning and the end of all that a catalogue says. */
const [open, close] = ['⟦', '⟧']

/**
 * A catalogue in which every text bears marks: a word of the window without them is in no catalogue.
 */
export function pseudo<T>(catalogue: T): T {
  return marked(catalogue) as T
}

function marked(value: unknown): unknown {
  if (typeof value === 'string') return /\p{L}/u.test(value) ? `${open}${value}${close}` : value
  if (typeof value === 'function')
    return (...given: unknown[]): unknown =>
      marked((value as (...all: unknown[]) => unknown)(...given))
  if (Array.isArray(value)) return value.map(marked)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, marked(part)]))
  return value
}
