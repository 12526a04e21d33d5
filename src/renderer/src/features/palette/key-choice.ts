import type { Command } from '../../lib/keyboard'

/** Keys that commands have by the user's choice, by command. */
export type OwnKeys = Readonly<Record<string, string[]>>

/** Keys that mean the same everywhere: to leave, to go from part to part, to edit a text. */
const reserved: readonly string[] = [
  ...['Escape', 'Tab', 'Shift+Tab', 'Enter', 'Space', 'Backspace'],
  ...['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End'],
  ...['Shift+ArrowUp', 'Shift+ArrowDown', 'Mod+C', 'Mod+X', 'Mod+Q', 'Mod+W']
]

export function isReserved(key: string): boolean {
  return reserved.includes(key)
}

/** The command that has a key now, other than one; undefined for none. */
export function holderOf(
  commands: readonly Command[],
  key: string,
  except: string
): Command | undefined {
  return commands.find(({ id, keys }) => id !== except && keys?.includes(key) === true)
}

/** The user's keys with one more for a command, taken from whichever has it. */
export function withKey(usual: readonly Command[], own: OwnKeys, id: string, key: string): OwnKeys {
  let next = own
  for (const command of usual)
    if (command.id !== id && keysOf(command, next).includes(key))
      next = withoutKey(usual, next, command.id, key)
  const command = usual.find((one) => one.id === id)
  if (command === undefined) return own
  return settle(next, command, [...keysOf(command, next).filter((one) => one !== key), key])
}

/** The user's keys with one fewer for a command. */
export function withoutKey(
  usual: readonly Command[],
  own: OwnKeys,
  id: string,
  key: string
): OwnKeys {
  const command = usual.find((one) => one.id === id)
  if (command === undefined) return own
  return settle(
    own,
    command,
    keysOf(command, own).filter((one) => one !== key)
  )
}

/** The user's keys with a command's usual ones again, taken back from whichever was given them. */
export function withUsual(usual: readonly Command[], own: OwnKeys, id: string): OwnKeys {
  const command = usual.find((one) => one.id === id)
  let next = without(own, id)
  for (const key of command?.keys ?? []) {
    const holder = usual.find(
      // Some share a key from the first: which of them is meant is told by what is selected.
      (one) => one.id !== id && next[one.id]?.includes(key) === true && !one.keys?.includes(key)
    )
    if (holder !== undefined) next = withoutKey(usual, next, holder.id, key)
  }
  return next
}

function keysOf({ id, keys = [] }: Command, own: OwnKeys): readonly string[] {
  return own[id] ?? keys
}

/** Keys that are the usual ones again are no choice any more. */
function settle(own: OwnKeys, { id, keys = [] }: Command, next: string[]): OwnKeys {
  const isUsual = next.length === keys.length && next.every((key) => keys.includes(key))
  return isUsual ? without(own, id) : { ...own, [id]: next }
}

function without(own: OwnKeys, id: string): OwnKeys {
  return Object.fromEntries(Object.entries(own).filter(([other]) => other !== id))
}
