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
  /** Why it makes no sense now, when it does not. */
  why?: () => string
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

/** Whether a key is pressed that is there to be held while another is. */
export function isModifier(event: KeyboardEvent): boolean {
  return ['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead'].includes(event.key)
}

/**
 * A key as it was pressed, written as in `Command.keys`. What is not Mod on this system keeps a name of
 * its own: Ctrl on a Mac, Meta elsewhere.
 */
export function pressed(event: KeyboardEvent, onMac = isMac): string {
  const parts: string[] = []
  if (onMac ? event.metaKey : event.ctrlKey) parts.push('Mod')
  if (onMac ? event.ctrlKey : event.metaKey) parts.push(onMac ? 'Ctrl' : 'Meta')
  if (event.altKey) parts.push('Alt')
  const key = event.key === ' ' ? 'Space' : event.key
  const letter = key.length === 1 ? key.toLowerCase() : key
  const isLetter = /^[a-z]$/.test(letter)
  if (event.shiftKey && (isLetter || key.length > 1)) parts.push('Shift')
  return [...parts, parts.includes('Mod') && isLetter ? letter.toUpperCase() : letter].join('+')
}

/** Commands with the user's own keys in place of those that they come with. */
export function withKeys(
  commands: readonly Command[],
  own: Readonly<Record<string, readonly string[]>>
): Command[] {
  return commands.map((command) => {
    const keys = own[command.id]
    return keys === undefined ? command : { ...command, keys }
  })
}

/** Whether a key is a sign of a text: with nothing held that takes that from it. */
function isSign(key: string): boolean {
  return (
    !/^(?:Mod|Ctrl|Alt|Meta)\+./.test(key) && (key.length === 1 || /^(?:Shift\+.|Space)$/.test(key))
  )
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
      (!place.inField || (command.inFields === true && !isSign(key))) &&
      command.enabled?.() !== false
  )
}

/** A key as the user reads it. */
export function keyLabel(key: string): string {
  const names: Record<string, string> = {
    Mod: isMac ? '⌘' : 'Ctrl',
    Shift: isMac ? '⇧' : 'Shift',
    Alt: isMac ? '⌥' : 'Alt',
    Meta: isMac ? '⌘' : 'Super',
    Ctrl: isMac ? '⌃' : 'Ctrl',
    ArrowDown: '↓',
    ArrowUp: '↑',
    Delete: 'Del'
  }
  // A plus sign may be the key itself.
  return (key === '+' ? ['+'] : key.split(/\+(?=.)/))
    .map((part, _, parts) => names[part] ?? (parts.includes('Shift') ? capital(part) : part))
    .join(' ')
}

/** A letter as it stands on its key; the name of another key as it is. */
function capital(part: string): string {
  return part.length === 1 ? part.toUpperCase() : part
}
