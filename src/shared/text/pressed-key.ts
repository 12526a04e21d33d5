/** What there is to know of a key that was pressed. */
export interface PressedKey {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}

/**
 * A key as it was pressed, written as commands write theirs: `Mod+K`, `Shift+F3`, `j`; Mod is Ctrl, or Cmd on a Mac.
 * What is not Mod on this system keeps a name of its own: Ctrl on a Mac, Meta elsewhere.
 */
export function keyName(event: PressedKey, isMac: boolean): string {
  const parts: string[] = []
  if (isMac ? event.metaKey : event.ctrlKey) parts.push('Mod')
  if (isMac ? event.ctrlKey : event.metaKey) parts.push(isMac ? 'Ctrl' : 'Meta')
  if (event.altKey) parts.push('Alt')
  const key = event.key === ' ' ? 'Space' : event.key
  const letter = key.length === 1 ? key.toLowerCase() : key
  const isLetter = /^[a-z]$/.test(letter)
  if (event.shiftKey && (isLetter || key.length > 1)) parts.push('Shift')
  return [...parts, parts.includes('Mod') && isLetter ? letter.toUpperCase() : letter].join('+')
}
