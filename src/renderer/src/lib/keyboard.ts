import { keyName } from '@shared/text/pressed-key'
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

/** A key as it was pressed, written as in `Command.keys`. */
export function pressed(event: KeyboardEvent, onMac = isMac): string {
  return keyName(event, onMac)
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

/** The command a key stands for now; single letters and signs stand for nothing in a field, and no key under a dialog. */
export function commandFor(
  commands: readonly Command[],
  key: string,
  place: { inField: boolean; inDialog: boolean }
): Command | undefined {
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
    ...words.keyNames,
    ...(isMac ? { Mod: '⌘', Shift: '⇧', Alt: '⌥' } : {}),
    Meta: isMac ? '⌘' : 'Super',
    Ctrl: isMac ? '⌃' : 'Ctrl',
    ArrowDown: '↓',
    ArrowUp: '↑',
    ArrowLeft: '←',
    ArrowRight: '→'
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
