/** A paragraph: its text on one line, where it stands in the source, and the line it starts on (from 1). */
export interface Block {
  text: string
  start: number
  end: number
  line: number
}

/** A line this long was not wrapped by an editor: it is a paragraph of its own. */
const unwrapped = 200

/**
 * Paragraphs of a text: lines parted by blank ones. Lines that were wrapped are joined; where one line
 * of a paragraph is too long to have been wrapped, each of its lines counts as a paragraph.
 */
export function splitBlocks(text: string): Block[] {
  const blocks: Block[] = []
  let group: Block[] = []
  const flush = (): void => {
    const head = group[0]
    const tail = group.at(-1)
    if (head === undefined || tail === undefined) return
    // One by one: a file without blank lines is one group of a million lines.
    if (group.some((line) => line.text.length > unwrapped))
      for (const line of group) blocks.push(line)
    else
      blocks.push({
        text: group.map((line) => line.text).join(' '),
        start: head.start,
        end: tail.end,
        line: head.line
      })
    group = []
  }
  for (const line of lines(text)) {
    if (line.text === '') flush()
    else group.push(line)
  }
  flush()
  return blocks
}

/** Lines without surrounding blanks, byte order marks and zero-width characters, with their places. */
function* lines(text: string): Generator<Block> {
  let start = 0
  for (let line = 1; start <= text.length; line++) {
    const newline = text.indexOf('\n', start)
    const end = newline === -1 ? text.length : newline
    const raw = text.slice(start, end)
    const trimmed = raw.replace(/^[\s\u200b\ufeff]+/u, '')
    const from = end - trimmed.length
    const clean = trimmed.trimEnd()
    yield { text: clean, start: from, end: from + clean.length, line }
    start = end + 1
  }
}
