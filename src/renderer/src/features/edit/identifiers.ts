import type { Identifier } from '@shared/model/paper'

/** `list` with its first identifier of this scheme replaced, added, or (`none`) removed. */
export function withIdentifier(
  list: readonly Identifier[],
  scheme: Identifier['scheme'],
  identifier: Identifier | 'none'
): Identifier[] {
  const at = list.findIndex((each) => each.scheme === scheme)
  const replacement = identifier === 'none' ? [] : [identifier]
  return at === -1 ? [...list, ...replacement] : list.toSpliced(at, 1, ...replacement)
}
