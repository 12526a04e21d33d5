import { getContext, setContext } from 'svelte'

/** The key of a command as the user reads it; empty for none. */
type KeyHints = (commandId: string) => string

const name = Symbol('keys')

/** Tells the parts of the window which keys commands have now. */
export function setKeyHints(hints: KeyHints): void {
  setContext(name, hints)
}

export function keyHints(): KeyHints {
  return getContext<KeyHints | undefined>(name) ?? (() => '')
}
