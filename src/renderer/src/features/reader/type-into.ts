/**
 * Does in a field what a key does there that was meant for it, and reached other hands.
 *
 * @param key as commands write theirs: `4`, `Shift+a`, `Enter`
 */
export function typeInto(field: HTMLInputElement, key: string): void {
  const sign = key.startsWith('Shift+') ? key.slice(6).toUpperCase() : key
  if ([...sign].length === 1) {
    field.setRangeText(sign, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end')
    field.dispatchEvent(new InputEvent('input', { bubbles: true, data: sign }))
  } else if (key === 'Enter' || key === 'Escape')
    field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
}
