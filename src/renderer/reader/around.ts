/** The words just before and just after a stretch of a text. */
interface Surroundings {
  before: string
  after: string
}

/** So many characters around a stretch are told, at most. */
const most = 40

/** What stands around a stretch of a text, in whole words; `…` where the text goes on. */
export function around(text: string, start: number, end: number): Surroundings {
  const from = Math.max(0, start - most)
  const to = Math.min(text.length, end + most)
  const before = text.slice(from, start).replace(/\s+/g, ' ')
  const after = text.slice(end, to).replace(/\s+/g, ' ')
  return {
    before: from === 0 ? before : `…${before.replace(/^\S*\s/, '')}`,
    after: to === text.length ? after : `${after.replace(/\s\S*$/, '')}…`
  }
}
