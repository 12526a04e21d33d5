/** A link in a note to the paper of a citation key: `[[key]]`, or `[[key|words]]`. */
export interface PaperLink {
  /** Half-open range of the key itself in the note, without what stands around it. */
  start: number
  end: number
  key: string
}

/** Links to papers in a note, in order. Takes time linear in the note. */
export function findPaperLinks(note: string): PaperLink[] {
  return [...note.matchAll(/\[\[([^\]|\n]+)(?:\|[^\]\n]+)?\]\]/g)].flatMap((match) => {
    const written = match[1] ?? ''
    const key = written.trim()
    const start = match.index + 2 + written.indexOf(key)
    return key === '' ? [] : [{ start, end: start + key.length, key }]
  })
}

/** A note with every link to one key leading to another. Keys differ in more than capitals. */
export function renamePaperLinks(note: string, renames: ReadonlyMap<string, string>): string {
  let result = ''
  let done = 0
  for (const { start, end, key } of findPaperLinks(note)) {
    const to = renames.get(key.toLowerCase())
    if (to === undefined) continue
    result += note.slice(done, start) + to
    done = end
  }
  return result + note.slice(done)
}
