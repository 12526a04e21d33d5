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
  return keyName(event, isMac)
}

/** The command a key stands for now; single letters and signs stand for nothing in a field, and no key under a dialog. */
export function commandFor(
  commands: readonly Command[],
  key: string,
  place: { inField: boolean; inDialog: boolean }
): Command | undefined {
  const isTyped = place.inField && !/^(Mod\+|F\d|Shift\+F\d)/.test(key)
  return commands.find(
    (command) =>
      command.keys?.includes(key) === true &&
      !place.inDialog &&
      !isTyped &&
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
    ArrowUp: '↑',
    ArrowLeft: '←',
    ArrowRight: '→'
  }
  return key
    .split('+')
    .map((part) => names[part] ?? part)
    .join(' ')
}
