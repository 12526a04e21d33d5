import { words } from '../messages/words'

/** Something the user can do, by key, palette or menu. */
export interface Command {
  id: string
  /** What the palette calls it. */
  title: string
  group: string
  /** As `Mod+K`, `Shift+?`, `j`; Mod is Ctrl, or Cmd on a Mac. Several are alternatives. */
  keys?: readonly string[]
  /** Whether it makes sense now. */
  enabled?: () => boolean
  /** Goes on working while the user is typing in a field. */
  inFields?: boolean
  run: () => void
}

const isMac = globalThis.navigator.userAgent.includes('Mac')

/** Whether an element takes typed text, so that single letters are the user's words. */
export function isField(element: Element | null): boolean {
  return (
    element instanceof HTMLElement &&
    (element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName))
  )
}

/** A key as it was pressed, written as in `Command.keys`. */
export function pressed(event: KeyboardEvent): string {
  const parts: string[] = []
  if (isMac ? event.metaKey : event.ctrlKey) parts.push('Mod')
  if (event.altKey) parts.push('Alt')
  const letter = event.key.length === 1 ? event.key.toLowerCase() : event.key
  const isLetter = /^[a-z]$/.test(letter)
  if (event.shiftKey && (isLetter || event.key.length > 1)) parts.push('Shift')
  return [...parts, parts.includes('Mod') && isLetter ? letter.toUpperCase() : letter].join('+')
}

/** The command a key stands for now; single keys stand for nothing in a field or under a dialog. */
export function commandFor(
  commands: readonly Command[],
  event: KeyboardEvent,
  place: { inField: boolean; inDialog: boolean }
): Command | undefined {
  const key = pressed(event)
  return commands.find(
    (command) =>
      command.keys?.includes(key) === true &&
      !place.inDialog &&
      (!place.inField || command.inFields === true) &&
      command.enabled?.() !== false
  )
}

/** A key as the user reads it. */
export function keyLabel(key: string): string {
  const names: Record<string, string> = {
    ...words.keyNames,
    ...(isMac ? { Mod: '⌘', Shift: '⇧', Alt: '⌥' } : {}),
    ArrowDown: '↓',
    ArrowUp: '↑'
  }
  return key
    .split('+')
    .map((part) => names[part] ?? part)
    .join(' ')
}
