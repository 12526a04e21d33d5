/** A piece of two texts: in both, in the former only, or in the latter only. */
export interface Difference {
  kind: 'same' | 'gone' | 'new'
  text: string
}

/** Above this many comparisons of words what differs is told as a whole. */
const mostComparisons = 4_000_000

/** What it takes to make `next` of `former`, word by word; the pieces in order make up both texts. */
export function differences(former: string, next: string): Difference[] {
  const a = wordsOf(former)
  const b = wordsOf(next)
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  const most = Math.min(a.length, b.length) - head
  while (tail < most && a.at(-1 - tail) === b.at(-1 - tail)) tail++
  const result: Difference[] = []
  const add = (kind: Difference['kind'], text: string): void => {
    const last = result.at(-1)
    if (last?.kind === kind) last.text += text
    else if (text !== '') result.push({ kind, text })
  }
  add('same', a.slice(0, head).join(''))
  const middleA = a.slice(head, a.length - tail)
  const middleB = b.slice(head, b.length - tail)
  if (middleA.length * middleB.length > mostComparisons) {
    add('gone', middleA.join(''))
    add('new', middleB.join(''))
  } else for (const { kind, text } of compared(middleA, middleB)) add(kind, text)
  add('same', a.slice(a.length - tail).join(''))
  return result
}

/** By the longest common subsequence. */
function compared(a: readonly string[], b: readonly string[]): Difference[] {
  const width = b.length + 1
  const common = new Uint32Array((a.length + 1) * width)
  const at = (i: number, j: number): number => common[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      common[i * width + j] =
        a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const result: Difference[] = []
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]]
    if (left !== undefined && left === right) {
      result.push({ kind: 'same', text: left })
      i++
      j++
    } else if (left !== undefined && (right === undefined || at(i + 1, j) >= at(i, j + 1))) {
      result.push({ kind: 'gone', text: left })
      i++
    } else {
      result.push({ kind: 'new', text: right ?? '' })
      j++
    }
  }
  return result
}

function wordsOf(text: string): string[] {
  return text.match(/\n|[^\S\n]+|[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu) ?? []
}
