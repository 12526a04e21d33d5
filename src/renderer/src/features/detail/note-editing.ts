/** A text being written, and what is selected of it. */
export interface Written {
  text: string
  start: number
  end: number
}

/** Puts `insert` in place of a range, then selects another. */
export interface Edit {
  from: number
  to: number
  insert: string
  start: number
  end: number
}

/** The beginning of a line that goes on in the next: quotation signs, then a bullet, a number or nothing. */
const opening =
  /^([ \t]*(?:> ?)*[ \t]*)(?:([-*+])([ \t]+(?:\[[ xX]\][ \t]+)?)|(\d{1,9})([.)])([ \t]+))?/

/** A line break that goes on with the list or the quotation; in an empty item it ends it. Null: an ordinary one. */
export function brokenLine({ text, start, end }: Written): Edit | null {
  const lineStart = startOfLine(text, start)
  const before = text.slice(lineStart, start)
  const [whole, lead = '', bullet, gap = '', number, sign = '', space = ''] =
    opening.exec(before) ?? []
  if (whole === undefined || (bullet === undefined && number === undefined && !lead.includes('>')))
    return null
  const isEmpty = before.length === whole.length && text.slice(end, endOfLine(text, end)) === ''
  if (isEmpty) {
    const rest = bullet === undefined && number === undefined ? '' : lead
    const at = lineStart + rest.length
    return { from: lineStart, to: start, insert: rest, start: at, end: at }
  }
  const next =
    number !== undefined
      ? `${String(Number(number) + 1)}${sign}${space}`
      : bullet === undefined
        ? ''
        : bullet + gap.replace(/\[[xX]\]/, '[ ]')
  return typed(start, end, `\n${lead}${next}`)
}

/** Moves lines in (`by` 1) or out (-1). With nothing selected and no list, Tab is blanks at the caret. */
export function indented({ text, start, end }: Written, by: 1 | -1): Edit | null {
  const from = startOfLine(text, start)
  const to = endOfLine(text, end > start && text[end - 1] === '\n' ? end - 1 : end)
  const lines = text.slice(from, to).split('\n')
  const isList = lines.some((line) => /^\s*(?:[-*+]|\d+[.)])\s/.test(line))
  if (by === 1 && start === end && !isList) return typed(start, end, '  ')
  const moved = lines.map((line) => {
    // What stands under a number begins where its text does.
    const width = /^\s*\d+[.)]\s/.test(line) ? 3 : 2
    if (by === 1) return line === '' ? line : ' '.repeat(width) + line
    return line.replace(new RegExp(`^(?:\\t| {1,${String(width)}})`), '')
  })
  const insert = moved.join('\n')
  if (insert === text.slice(from, to)) return null
  const first = (moved[0]?.length ?? 0) - (lines[0]?.length ?? 0)
  const grown = insert.length - (to - from)
  const at = Math.max(from, start + first)
  return { from, to, insert, start: at, end: Math.max(at, end + grown) }
}

/** Puts marks such as `**` around what is selected, or takes them away where they are. */
export function marked({ text, start, end }: Written, mark: string): Edit {
  const inside = text.slice(start, end)
  const { length } = mark
  const has = (part: string, isEnd: boolean): boolean =>
    (isEnd ? part.endsWith(mark) : part.startsWith(mark)) &&
    // One star of two is no mark of its own.
    (length > 1 ||
      (isEnd ? part.at(-2) !== mark || part.at(-3) === mark : part[1] !== mark || part[2] === mark))
  if (has(text.slice(0, start), true) && has(text.slice(end), false) && start >= length)
    return {
      from: start - length,
      to: end + length,
      insert: inside,
      start: start - length,
      end: end - length
    }
  if (inside.length > 2 * length && inside.startsWith(mark) && inside.endsWith(mark)) {
    const bare = inside.slice(length, -length)
    return { from: start, to: end, insert: bare, start, end: start + bare.length }
  }
  return {
    ...{ from: start, to: end, insert: mark + inside + mark },
    ...{ start: start + length, end: end + length }
  }
}

/** Makes a link of what is selected: of an address, or of words that wait for one. */
export function linked({ text, start, end }: Written, address = ''): Edit {
  const inside = text.slice(start, end)
  const isAddress = /^(?:https?:\/\/|mailto:)\S+$/.test(inside)
  const words = isAddress ? '' : inside
  const url = isAddress ? inside : address
  const insert = `[${words}](${url})`
  // The caret goes where something is still missing.
  const at = words === '' ? start + 1 : start + insert.length - (url === '' ? 1 : 0)
  return { from: start, to: end, insert, start: at, end: at }
}

/** Makes list items of the lines that are selected, or plain lines of list items. */
export function listed({ text, start, end }: Written): Edit {
  const from = startOfLine(text, start)
  const to = endOfLine(text, end)
  const lines = text.slice(from, to).split('\n')
  const isList = lines.every((line) => /^\s*[-*+] /.test(line))
  const insert = lines
    .map((line) => (isList ? line.replace(/^(\s*)[-*+] /, '$1') : line.replace(/^\s*/, '$&- ')))
    .join('\n')
  const at = from + insert.length
  return { from, to, insert, start: lines.length > 1 ? from : at, end: at }
}

/** What is typed so far of a link to a paper, `[[…`, before the caret; null where there is none. */
export function openLink({ text, start, end }: Written): { from: number; typed: string } | null {
  if (start !== end) return null
  const before = text.slice(startOfLine(text, start), start)
  const open = before.lastIndexOf('[[')
  if (open < 0) return null
  const typedPart = before.slice(open + 2)
  if (/[\]|]/.test(typedPart) || typedPart.length > 100) return null
  return { from: start - typedPart.length, typed: typedPart }
}

/** Completes a link that is open at the caret to a citation key; closing brackets that are there are used. */
export function completedLink(written: Written, from: number, key: string): Edit {
  const { text, start } = written
  const closing = /^\]{0,2}/.exec(text.slice(start))?.[0].length ?? 0
  const insert = `${key}]]`
  const at = from + insert.length
  return { from, to: start + closing, insert, start: at, end: at }
}

function typed(from: number, to: number, insert: string): Edit {
  const at = from + insert.length
  return { from, to, insert, start: at, end: at }
}

function startOfLine(text: string, index: number): number {
  return text.lastIndexOf('\n', index - 1) + 1
}

function endOfLine(text: string, index: number): number {
  const end = text.indexOf('\n', index)
  return end < 0 ? text.length : end
}
