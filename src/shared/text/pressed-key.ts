/** What there is to know of a key that was pressed. */
export interface PressedKey {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}

/** A key as it was pressed, written as commands write theirs: `Mod+K`, `Shift+F3`, `j`; Mod is Ctrl, or Cmd on a Mac. */
export function keyName(event: PressedKey, isMac: boolean): string {
  const parts: string[] = []
  if (isMac ? event.metaKey : event.ctrlKey) parts.push('Mod')
  if (event.altKey) parts.push('Alt')
  const letter = event.key.length === 1 ? event.key.toLowerCase() : event.key
  const isLetter = /^[a-z]$/.test(letter)
  if (event.shiftKey && (isLetter || event.key.length > 1)) parts.push('Shift')
  return [...parts, parts.includes('Mod') && isLetter ? letter.toUpperCase() : letter].join('+')
}
